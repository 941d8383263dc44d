//! The journal's shelf: an IndexedDB store of lines of text, each under the id of its event. Lines are added and
//! never rewritten.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Query, Transaction, TransactionMode};
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::StorageError;

/// The version of the shelf's form, not of the lines in it.
const VERSION: u32 = 1;
const STORE: &str = "eventos";

/// An open shelf. Closing the page closes it.
pub struct Shelf(Database);

impl Shelf {
    pub async fn open(course: &str) -> Result<Self, StorageError> {
        let factory = Factory::new().map_err(|_| StorageError::Missing)?;
        let mut request = factory.open(&format!("timon-{course}"), Some(VERSION)).map_err(|error| cause(&error))?;
        request.on_upgrade_needed(|event| {
            // A failure here makes the opening fail, which is reported below.
            let _ = event.database().and_then(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
        });
        let mut database = request.await.map_err(|error| cause(&error))?;
        // A newer version in another tab must be able to change the form.
        database.on_version_change(|event| {
            if let Ok(database) = event.database() {
                database.close();
            }
        });
        Ok(Self(database))
    }

    /// Every line with its id, whether or not anybody can read it.
    pub async fn lines(&self) -> Result<Vec<(String, String)>, StorageError> {
        self.read().await.map_err(|error| cause(&error))
    }

    async fn read(&self) -> Result<Vec<(String, String)>, idb::Error> {
        let transaction = self.0.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(STORE)?;
        let keys = store.get_all_keys(None, None)?.await?;
        let values = store.get_all(None, None)?.await?;
        // What is not text was not written here; it is shown as a line that cannot be read, and kept.
        let text = |value: JsValue| value.as_string().unwrap_or_else(|| format!("{value:?}"));
        Ok(keys.into_iter().map(text).zip(values.into_iter().map(text)).collect())
    }

    /// Adds lines whose ids nobody has, all at once: everything is handed to the browser before this gives way, so a page
    /// that is closed right after loses nothing. An id that is already there undoes the whole.
    pub async fn add(&self, lines: &[(String, String)]) -> Result<(), StorageError> {
        let transaction = self.added(lines).map_err(|error| undone(&error))?;
        closed(transaction).await
    }

    fn added(&self, lines: &[(String, String)]) -> Result<Transaction, idb::Error> {
        let transaction = self.0.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        for (id, line) in lines {
            store.add(&JsValue::from_str(line), Some(&JsValue::from_str(id)))?;
        }
        transaction.commit()
    }

    /// Adds lines whose ids are new. An id that is already there keeps the line it has.
    pub async fn append(&self, lines: &[(String, String)]) -> Result<(), StorageError> {
        let transaction = self.written(lines).await.map_err(|error| undone(&error))?;
        closed(transaction).await
    }

    async fn written(&self, lines: &[(String, String)]) -> Result<Transaction, idb::Error> {
        let transaction = self.0.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        for (id, line) in lines {
            let key = JsValue::from_str(id);
            if store.get_key(Query::Key(key.clone()))?.await?.is_none() {
                store.add(&JsValue::from_str(line), Some(&key))?.await?;
            }
        }
        Ok(transaction)
    }

    /// Takes every line off the shelf.
    pub async fn clear(&self) -> Result<(), StorageError> {
        let transaction = self.emptied().await.map_err(|error| cause(&error))?;
        closed(transaction).await
    }

    async fn emptied(&self) -> Result<Transaction, idb::Error> {
        let transaction = self.0.transaction(&[STORE], TransactionMode::ReadWrite)?;
        transaction.object_store(STORE)?.clear()?.await?;
        Ok(transaction)
    }
}

/// Waits until a writing is kept. Requests that all succeeded are still undone when, on closing, there is no room to keep
/// what they wrote (Indexed Database API 3.0, «commit a transaction»).
async fn closed(mut transaction: Transaction) -> Result<(), StorageError> {
    let closing = Promise::new(&mut |kept, undone| {
        transaction.on_complete(move |_| drop(kept.call0(&JsValue::NULL)));
        transaction.on_abort(move |_| drop(undone.call0(&JsValue::NULL)));
    });
    // Whichever is never called goes with the transaction.
    transaction.forget_callbacks();
    JsFuture::from(closing).await.map(drop).map_err(|_| StorageError::Full)
}

/// A writing that nobody here has called off was called off by the browser, which could not keep it.
fn undone(error: &idb::Error) -> StorageError {
    let described = format!("{error:?}");
    let by_the_browser = ["AbortError", "TransactionInactiveError"].iter().any(|name| described.contains(name));
    if by_the_browser { StorageError::Full } else { cause(error) }
}

/// The browser's name for what happened says what to tell the learner.
fn cause(error: &idb::Error) -> StorageError {
    let described = format!("{error:?} {error}");
    let mentions = |name: &str| described.contains(name);
    if matches!(error, idb::Error::IndexedDbNotFound(_)) {
        StorageError::Missing
    } else if mentions("VersionError") {
        StorageError::Newer
    } else if mentions("QuotaExceededError") {
        StorageError::Full
    } else if mentions("SecurityError") || mentions("NotAllowedError") {
        StorageError::Blocked
    } else {
        StorageError::Broken
    }
}

/// Asks the browser not to delete the journal to make room. It may refuse, or not know how; nothing else changes.
pub fn ask_for_durable_storage() {
    let navigator = web_sys::window().map(|window| window.navigator());
    let storage = navigator.and_then(|navigator| Reflect::get(&navigator, &"storage".into()).ok());
    if let Some(storage) = storage.and_then(|storage| storage.dyn_into::<StorageManager>().ok()) {
        let _ = storage.persist();
    }
}
