//! Where the learner is with an assignment: a fold over the journal, and the link of the address.

use leptos::prelude::*;

use super::{TaskView, asked, contents, progress};
use crate::course::{Home, ItemId};
use crate::exchange::assignment::{Received, from_link, text_of};
use crate::exchange::submission::{Submission, gather, seal};
use crate::learner::{EventId, Feedback, Purpose, Task, Term, What, tasks};
use crate::ui::browser;
use crate::ui::store::Store;

/// Handles to the state of the page. Copied freely.
#[derive(Clone, Copy)]
pub struct Desk {
    pub store: Store,
    view: StoredValue<TaskView>,
    /// The link of the address, or of the attempt that the address names, or of the last one.
    link: Memo<Option<String>>,
    received: Memo<Option<Result<Received, String>>>,
    /// The attempt that is being done, or the last one.
    task: Memo<Option<Task>>,
    pub alias: RwSignal<String>,
    /// The system can be asked to share files.
    pub can_share: RwSignal<bool>,
    pub told: RwSignal<String>,
    /// The submission as a picture and as a line of text, once they are asked for.
    pub picture: RwSignal<String>,
    pub line: RwSignal<String>,
    /// Beginning was asked for: it waits until the journal has been read and the cases are here.
    wanted: RwSignal<bool>,
    /// Handing in with cases left blank was asked once.
    sure: RwSignal<bool>,
}

/// A submission ready to be handed in.
pub struct HandIn {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Desk {
    pub fn new(view: TaskView) -> Self {
        let store = Store::here();
        // What the browser knows is looked at once the page is awake: waking changes nothing on the screen.
        let fragment = RwSignal::new(String::new());
        let (alias, can_share) = (RwSignal::new(String::new()), RwSignal::new(false));
        Effect::new(move || {
            fragment.set(browser::fragment());
            alias.set(browser::kept(ALIAS).unwrap_or_default());
            can_share.set(browser::can_share());
        });
        browser::on_fragment(move || fragment.set(browser::fragment()));
        let named = browser::query("sesion").map(EventId::new);
        let link = Memo::new(move |_| match (fragment.get(), &named) {
            (link, _) if !link.is_empty() => Some(text_of(&link)),
            (_, Some(session)) => store
                .journal()
                .with(|journal| tasks(journal).into_iter().find(|task| task.session == *session).map(|task| task.link)),
            _ => store.journal().with(|journal| tasks(journal).pop().map(|task| task.link)),
        });
        let received = Memo::new(move |_| {
            let read = |link: String| from_link(&link, &browser::course_id()).map_err(|error| error.to_string());
            link.get().map(read)
        });
        let task = Memo::new(move |_| {
            let id = received.with(|received| received.as_ref()?.as_ref().ok().map(|r| r.assignment.id.clone()))?;
            store.journal().with(|journal| tasks(journal).into_iter().rfind(|task| task.assignment == id))
        });
        let desk = Self {
            store,
            view: StoredValue::new(view),
            link,
            received,
            task,
            alias,
            can_share,
            told: RwSignal::new(String::new()),
            picture: RwSignal::new(String::new()),
            line: RwSignal::new(String::new()),
            wanted: RwSignal::new(false),
            sure: RwSignal::new(false),
        };
        Effect::new(move || {
            let is_ready = store.is_settled() && store.bank().is_some();
            if desk.wanted.get() && is_ready {
                desk.wanted.set(false);
                untrack(|| desk.begin());
            }
        });
        desk
    }

    /// Begins an attempt as soon as it can be.
    pub fn want(self) {
        self.wanted.set(true);
    }

    pub fn has_begun(self) -> bool {
        self.task.with(Option::is_some)
    }

    pub fn alias_asked(self) -> String {
        let asked = self.received.with(|received| {
            received
                .as_ref()
                .and_then(|received| received.as_ref().ok())
                .map(|received| received.assignment.alias.clone())
        });
        asked.filter(|asked| !asked.trim().is_empty()).unwrap_or_else(|| "Tu nombre".into())
    }

    pub fn named(self, name: String) {
        browser::keep(ALIAS, &name);
        self.alias.set(name);
    }

    /// What is asked, as HTML.
    pub fn asked(self) -> String {
        let task = self.task.get();
        self.view.with_value(|view| {
            self.received.with(|received| match received {
                None if !self.store.is_settled() => String::new(),
                None => asked::nothing(),
                Some(Err(reason)) => asked::refused(reason),
                Some(Ok(received)) => asked::html(received, task.as_ref(), view, browser::now()),
            })
        })
    }

    /// How far one is, as HTML.
    pub fn progress(self) -> String {
        let Some(submission) = self.gathered() else { return String::new() };
        let Some(task) = self.task.get() else { return String::new() };
        let Some(bank) = self.store.bank() else { return "<p role=\"status\">Cargando los casos…</p>".into() };
        self.view.with_value(|view| {
            self.received.with(|received| match received {
                Some(Ok(received)) => self
                    .store
                    .journal()
                    .with(|journal| progress::html(&received.assignment, &task, &submission, &bank, journal, view)),
                _ => String::new(),
            })
        })
    }

    /// What the submission holds, as HTML.
    pub fn contents(self) -> String {
        let (Some(submission), Some(bank)) = (self.gathered(), self.store.bank()) else { return String::new() };
        self.received.with(|received| match received {
            Some(Ok(received)) => contents::html(&submission, &received.author, &bank),
            _ => String::new(),
        })
    }

    /// The submission as it stands; of an attempt that was handed in, as it was then.
    fn gathered(self) -> Option<Submission> {
        let (task, bank) = (self.task.get()?, self.store.bank()?);
        let at = task.submitted.unwrap_or_else(browser::now);
        self.received.with(|received| {
            let assignment = &received.as_ref()?.as_ref().ok()?.assignment;
            let alias = self.alias.get();
            Some(
                self.store
                    .journal()
                    .with(|journal| gather(assignment, &task, &browser::course_id(), &alias, &bank, journal, at)),
            )
        })
    }

    /// Draws the cases of an attempt and notes it.
    fn begin(self) {
        let (Some(bank), Some(link)) = (self.store.bank(), self.link.get()) else { return };
        let Some(Ok(received)) = self.received.get() else { return };
        let assignment = &received.assignment;
        let before = self.task.get_untracked();
        let attempt = before.as_ref().map_or(1, |task| task.attempt + 1);
        let is_spent = assignment.attempts.is_some_and(|most| attempt > u32::from(most));
        let is_open = before.as_ref().is_some_and(Task::is_open);
        if is_spent || is_open || assignment.term(browser::now()) == Term::NotYet {
            return;
        }
        let token = before.map_or_else(|| browser::fresh_id().chars().take(16).collect(), |task| task.token);
        let items = assignment.items(&bank, &token, attempt);
        let is_of_lesson =
            |id: &ItemId| bank.iter().any(|item| item.id == *id && matches!(item.home, Home::Lesson { .. }));
        let session = EventId::new(browser::fresh_id());
        self.store.record(What::Drawn {
            session: session.clone(),
            purpose: Purpose::Assignment,
            seed: assignment.seed(&token, attempt),
            items: items.into_iter().filter(is_of_lesson).collect(),
        });
        self.store.record(What::Assigned {
            session,
            assignment: assignment.id.clone(),
            attempt,
            sealed: assignment.feedback == Feedback::AtEnd,
            token,
            link,
        });
        self.forget_last();
        browser::focus_when_shown("casos");
    }

    /// What was said and shown of the attempt before says nothing of this one.
    fn forget_last(self) {
        self.sure.set(false);
        for said in [self.told, self.picture, self.line] {
            said.set(String::new());
        }
    }

    /// Makes the submission, and notes that it was handed in. Says what is missing instead.
    pub fn hand_in(self) -> Option<HandIn> {
        let alias = self.alias.get_untracked();
        if alias.trim().is_empty() {
            self.told.set(format!("Escribe antes lo que se te pide: {}.", self.alias_asked().to_lowercase()));
            browser::focus("alias");
            return None;
        }
        let submission = self.gathered()?;
        let blank = submission.answers.iter().filter(|given| given.code.is_empty()).count();
        let task = self.task.get_untracked()?;
        if blank > 0 && task.is_open() && !self.sure.get_untracked() {
            self.sure.set(true);
            self.told.set(format!(
                "{} sin responder. Si entregas así, quedarán en blanco: pulsa otra vez para entregar.",
                if blank == 1 { "Hay 1 caso".to_owned() } else { format!("Hay {blank} casos") }
            ));
            return None;
        }
        let recipient = self.received.with_untracked(|received| Some(received.as_ref()?.as_ref().ok()?.recipient))?;
        if !browser::secret_bytes(&mut [0]) {
            self.told.set("Este navegador no puede cifrar. Abre el enlace en otro más reciente.".into());
            return None;
        }
        if task.is_open() {
            self.store.record(What::Submitted { session: task.session });
        }
        // As it was when it was first handed in, so that it is the same one however often it is made.
        let submission = self.gathered()?;
        let bytes = seal(&submission, &recipient, &mut |bytes| {
            let _ = browser::secret_bytes(bytes);
        });
        let name: String = alias.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        Some(HandIn { name: format!("entrega-{}-{}.age", name.to_lowercase(), task.attempt), bytes })
    }
}

/// Under which name the alias is kept for the next time.
const ALIAS: &str = "timon-alias";
