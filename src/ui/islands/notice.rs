//! What storage has to say, at the foot of the window: it covers nothing that is being read and moves nothing. The copy
//! that it advises is made here, because leaving the page would lose what is not stored.

use leptos::prelude::*;

use super::backup::save_copy;
use crate::ui::parts::live;
use crate::ui::store::{Store, Trouble};

#[island]
pub fn Notice() -> impl IntoView {
    let store = Store::here();
    // What was understood: a failure after that is told again.
    let dismissed = RwSignal::new(None::<(Trouble, usize)>);
    let trouble = move || store.trouble().filter(|trouble| dismissed.get() != Some((*trouble, store.failures())));
    let dismiss = move |_| dismissed.set(store.trouble().map(|trouble| (trouble, store.failures())));
    view! {
        <div class="aviso-datos" role="alert" hidden=move || trouble().is_none()>
            <p inner_html=move || live(trouble().map(Trouble::message).unwrap_or_default())></p>
            <div class="acciones">
                <button type="button" class="boton" on:click=move |_| _ = save_copy(store)>"Guardar una copia"</button>
                <button type="button" class="boton claro" on:click=dismiss>"Entendido"</button>
            </div>
        </div>
    }
}
