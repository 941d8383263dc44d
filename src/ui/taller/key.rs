//! The instructor's key on the page: made once, opened with its passphrase, and never kept open by the browser.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::TeacherKey;
use crate::ui::browser;
use crate::ui::parts::live;

/// Where the browser keeps the key file, closed as it was downloaded.
const FILE: &str = "timon-clave-docente";
const CHOSEN: &str = "clave-archivo";

/// The key of a page of instructors, closed at first.
#[derive(Clone, Copy)]
pub struct Keyring {
    open: RwSignal<Option<TeacherKey>>,
    /// A fresh key that waits until its owner says that the file is safe.
    fresh: RwSignal<Option<TeacherKey>>,
    file: RwSignal<Option<String>>,
    told: RwSignal<String>,
}

impl Keyring {
    pub fn new() -> Self {
        let file = RwSignal::new(None);
        // Once the page is awake: waking changes nothing on the screen.
        Effect::new(move || file.set(browser::kept(FILE)));
        Self { open: RwSignal::new(None), fresh: RwSignal::new(None), file, told: RwSignal::new(String::new()) }
    }

    pub fn key(self) -> Option<TeacherKey> {
        self.open.get()
    }

    pub fn is_open(self) -> bool {
        self.open.with(Option::is_some)
    }

    fn create(self) {
        let (one, other) = (browser::value_of("frase-nueva"), browser::value_of("frase-repetida"));
        if one != other {
            return self.told.set("Las dos frases no son iguales. Escríbelas otra vez.".into());
        }
        let mut is_secret = true;
        let mut random = |bytes: &mut [u8]| is_secret &= browser::secret_bytes(bytes);
        let key = TeacherKey::fresh(&mut random);
        let file = key.to_file(&one, &browser::today(), &mut random);
        match file {
            _ if !is_secret => {
                self.told.set("Este navegador no puede crear claves. Prueba con otro más reciente.".into())
            }
            Err(error) => self.told.set(error.to_string()),
            Ok(file) => {
                let name = format!("clave-docente-{}.age", browser::today());
                if !browser::save_file(&name, "text/plain", &file) {
                    return self.told.set("Este navegador no ha podido preparar el archivo de la clave.".into());
                }
                browser::keep(FILE, &file);
                self.file.set(Some(file));
                self.told.set(format!("«{name}» se está descargando. Guárdalo también fuera de este equipo."));
                self.fresh.set(Some(key));
                browser::focus_when_shown("clave-a-salvo");
            }
        }
    }

    /// The owner says that the file and the passphrase are safe.
    fn settle(self) {
        self.open.set(self.fresh.get_untracked());
        self.fresh.set(None);
        self.told.set(String::new());
        browser::focus_when_shown("clave-abierta");
    }

    fn unlock(self) {
        let Some(file) = self.file.get_untracked() else {
            return self.told.set("Elige antes el archivo de tu clave, o crea una.".into());
        };
        match TeacherKey::from_file(file.as_bytes(), &browser::value_of("frase")) {
            Ok(key) => {
                browser::keep(FILE, &file);
                self.open.set(Some(key));
                self.told.set(String::new());
                browser::focus_when_shown("clave-abierta");
            }
            Err(error) => self.told.set(error.to_string()),
        }
    }

    /// On a computer that is shared. The file that was downloaded is not touched.
    fn forget(self) {
        browser::let_go(FILE);
        self.file.set(None);
        self.told.set(
            "Este navegador ya no tiene el archivo de la clave. El que descargaste sigue donde lo guardaras.".into(),
        );
    }

    fn choose(self) {
        spawn_local(async move {
            match browser::chosen_file(CHOSEN).await {
                Some(Ok(text)) => {
                    self.file.set(Some(text));
                    self.told.set("Escribe la frase de paso de esa clave y pulsa «Abrir la clave».".into());
                    browser::focus_when_shown("frase");
                }
                Some(Err(_)) => self.told.set("El navegador no ha podido leer el archivo. Prueba otra vez.".into()),
                None => {}
            }
        });
    }
}

/// What is shown of the key: opening it or making it, and which it is once open.
#[component]
pub fn KeyDesk(keyring: Keyring) -> impl IntoView {
    let is_fresh = move || keyring.fresh.with(Option::is_some);
    let has_file = move || keyring.file.with(Option::is_some);
    let closed = move || !keyring.is_open() && !is_fresh();
    let which = move || {
        let key = keyring.key().map(|key| key.author().digits());
        key.map(|digits| format!("<b>Clave abierta:</b> {digits}. Se cierra al salir de esta página."))
            .unwrap_or_default()
    };
    view! {
        <section class="filete pila ancha" aria-labelledby="clave-titulo">
            <h2 id="clave-titulo">"Tu clave"</h2>
            <p id="clave-abierta" tabindex="-1" hidden=move || !keyring.is_open() inner_html=which></p>
            <div class="doce ancha" hidden=move || !closed()>
                <form class="c5 pila" on:submit=move |event| { event.prevent_default(); keyring.unlock(); }>
                    <h3>"Abrir la que ya tienes"</h3>
                    <p class="meta" inner_html=move || live(if has_file() { "Este navegador tiene el archivo de una clave, cerrado." } else { "Elige su archivo: empieza por «clave-docente»." })></p>
                    <label class="boton claro archivo">
                        <span>"Elegir el archivo de la clave"</span>
                        <input type="file" id=CHOSEN accept=".age,text/plain" on:change=move |_| keyring.choose()/>
                    </label>
                    <div class="campo-texto">
                        <label for="frase">"Frase de paso"</label>
                        <input type="password" id="frase" autocomplete="current-password"/>
                    </div>
                    <p class="acciones">
                        <button type="submit" class="boton">"Abrir la clave"</button>
                        <button type="button" class="boton claro" hidden=move || !has_file() on:click=move |_| keyring.forget()>"Olvidarla en este navegador"</button>
                    </p>
                </form>
                <form class="c7 pila" on:submit=move |event| { event.prevent_default(); keyring.create(); }>
                    <h3>"Crear una, la primera vez"</h3>
                    <p class="medida">"Con ella se firman tus tareas y se abren las entregas. Es un archivo cerrado con una frase de paso. Si pierdes el archivo o la frase, las entregas no se podrán abrir: no hay copia en ninguna otra parte, y nadie puede recuperarla."</p>
                    <div class="campo-texto">
                        <label for="frase-nueva">"Frase de paso nueva (cuatro palabras al azar, por ejemplo)"</label>
                        <input type="password" id="frase-nueva" autocomplete="new-password"/>
                    </div>
                    <div class="campo-texto">
                        <label for="frase-repetida">"La misma, otra vez"</label>
                        <input type="password" id="frase-repetida" autocomplete="new-password"/>
                    </div>
                    <button type="submit" class="boton claro">"Crear mi clave y descargarla"</button>
                </form>
            </div>
            <p class="acciones" hidden=move || !is_fresh()>
                <button type="button" class="boton" id="clave-a-salvo" on:click=move |_| keyring.settle()>"El archivo está a salvo y recuerdo la frase"</button>
            </p>
            <p role="status" class="dicho" inner_html=move || live(keyring.told.get())></p>
        </section>
    }
}
