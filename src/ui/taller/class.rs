//! What a group handed in: opened, marked again and analysed, here and nowhere else.

mod heat;
mod incoming;
mod people;
mod report;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::key::{KeyDesk, Keyring};
use super::tasks;
use crate::assess::analysis::analyse;
use crate::exchange::assignment::Received;
use crate::exchange::class::{Class, gradebook};
use crate::exchange::submission::Submission;
use crate::exchange::{figures_csv, to_csv};
use crate::learner::{Assignment, AssignmentId};
use crate::ui::browser;
use crate::ui::islands::{CompetencyName, LessonName};
use crate::ui::parts::format::count;
use crate::ui::parts::{escape, live};
use crate::ui::store::Store;

use incoming::{Opened, open_all};

const FILES: &str = "entregas-archivos";

/// What the panel needs to know of the course.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClassView {
    pub competencies: Vec<CompetencyName>,
    pub lessons: Vec<LessonName>,
}

/// Handles to the state of the panel. Copied freely.
#[derive(Clone, Copy)]
struct Panel {
    store: Store,
    view: StoredValue<ClassView>,
    submissions: RwSignal<Vec<Submission>>,
    /// What could not be opened: its name, and why.
    failures: RwSignal<Vec<(String, String)>>,
    /// The assignment that is being looked at.
    chosen: RwSignal<Option<AssignmentId>>,
    told: RwSignal<String>,
    asked: StoredValue<Vec<Received>>,
}

#[island]
pub fn ClassDesk(view: ClassView) -> impl IntoView {
    let panel = Panel {
        store: Store::here(),
        view: StoredValue::new(view),
        submissions: RwSignal::new(Vec::new()),
        failures: RwSignal::new(Vec::new()),
        chosen: RwSignal::new(None),
        told: RwSignal::new(String::new()),
        asked: StoredValue::new(tasks::read()),
    };
    Effect::new(move || drop(panel.store.bank()));
    let keyring = Keyring::new();
    let pasted = RwSignal::new(String::new());
    let from_files = move |_| {
        spawn_local(async move {
            let files = browser::chosen_files(FILES).await;
            panel.receive(keyring, incoming::of_files(files));
        });
    };
    let from_text = move |_| {
        panel.receive(keyring, incoming::of_text(&pasted.get_untracked()));
        pasted.set(String::new());
    };
    let class = Memo::new(move |_| panel.class());
    let choose = move |event| {
        if let Some((_, value)) = browser::changed(&event) {
            panel.chosen.set(Some(AssignmentId::new(value)));
        }
    };
    let none = move || class.with(Option::is_none);
    view! {
        <KeyDesk keyring/>
        <section class="filete pila ancha" aria-labelledby="entregas">
            <h2 id="entregas">"Entregas"</h2>
            <p class="acciones">
                <label class="boton archivo">
                    <span>"Elegir archivos"</span>
                    <input type="file" id=FILES multiple accept=".age,.txt,.csv" on:change=from_files/>
                </label>
            </p>
            <div class="campo-texto">
                <label for="pegadas">"O pega el texto de una o de muchas: la columna entera de un formulario, un correo…"</label>
                <textarea id="pegadas" rows="4" spellcheck="false" autocomplete="off" prop:value=pasted on:input=move |event| pasted.set(event_target_value(&event))></textarea>
            </div>
            <p class="acciones"><button type="button" class="boton claro" on:click=from_text>"Leer lo pegado"</button></p>
            <p role="status" class="dicho" inner_html=move || live(panel.told.get())></p>
            <div class="ancha" inner_html=move || panel.failures_html()></div>
            <div class="ancha" on:change=choose inner_html=move || panel.choices_html()></div>
        </section>
        <div class="informe" inner_html=move || class.with(|class| class.as_ref().map(|class| panel.html(class)).unwrap_or_default())></div>
        <p class="acciones" hidden=none>
            <button type="button" class="boton" on:click=move |_| panel.save_gradebook()>"Descargar el libro de notas (CSV)"</button>
            <button type="button" class="boton claro" on:click=move |_| panel.save_analysis()>"Descargar el análisis (CSV)"</button>
        </p>
    }
}

impl Panel {
    /// Opens what arrived with the key, and adds it to what there was.
    fn receive(self, keyring: Keyring, arrived: Vec<incoming::Arrived>) {
        let Some(key) = keyring.key() else {
            return self.told.set("Abre antes tu clave: las entregas están cifradas para ella.".into());
        };
        if arrived.is_empty() {
            return self.told.set("Ahí no hay ninguna entrega. Las de texto empiezan por «TYV1.».".into());
        }
        let Opened { submissions, failures } = open_all(arrived, &key);
        let (fresh, failed) = (submissions.len(), failures.len());
        if let Some(last) = submissions.last() {
            self.chosen.set(Some(last.assignment.clone()));
        }
        self.submissions.update(|all| all.extend(submissions));
        self.failures.set(failures);
        let read = format!("{} {}", count(fresh, "entrega"), if fresh == 1 { "leída" } else { "leídas" });
        self.told.set(match failed {
            0 => format!("{read}."),
            1 => format!("{read}; 1 no se ha podido abrir."),
            n => format!("{read}; {n} no se han podido abrir."),
        });
    }

    fn assignment(self) -> Option<Assignment> {
        let chosen = self.chosen.get()?;
        self.asked.with_value(|asked| {
            asked.iter().find(|received| received.assignment.id == chosen).map(|received| received.assignment.clone())
        })
    }

    fn class(self) -> Option<Class> {
        let (bank, chosen) = (self.store.bank()?, self.chosen.get()?);
        let of_it = self
            .submissions
            .with(|all| all.iter().filter(|submission| submission.assignment == chosen).cloned().collect::<Vec<_>>());
        (!of_it.is_empty()).then(|| Class::new(of_it, &bank, self.assignment().as_ref()))
    }

    fn threshold(self) -> f64 {
        self.assignment().map_or(0.7, |assignment| assignment.threshold)
    }

    fn failures_html(self) -> String {
        let line = |(name, why): &(String, String)| format!("<li><b>{}</b>: {}</li>", escape(name), escape(why));
        self.failures.with(|failures| match failures.is_empty() {
            true => String::new(),
            false => format!("<ul class=\"lista-puntos\">{}</ul>", failures.iter().map(line).collect::<String>()),
        })
    }

    /// The assignments that there are submissions of.
    fn choices_html(self) -> String {
        let mut ids: Vec<AssignmentId> = Vec::new();
        self.submissions.with(|all| {
            for submission in all {
                if !ids.contains(&submission.assignment) {
                    ids.push(submission.assignment.clone());
                }
            }
        });
        if ids.len() < 2 {
            return String::new();
        }
        let chosen = self.chosen.get();
        let option = |id: &AssignmentId| {
            let title = self.asked.with_value(|asked| {
                asked.iter().find(|received| received.assignment.id == *id).map(|r| r.assignment.title.clone())
            });
            let title = title.unwrap_or_else(|| format!("Tarea {}", id.as_str()));
            let checked = if chosen.as_ref() == Some(id) { " checked" } else { "" };
            format!(
                "<label><input type=\"radio\" name=\"tarea\" value=\"{}\"{checked}><span>{}</span></label>",
                escape(id.as_str()),
                escape(&title)
            )
        };
        let options: String = ids.iter().map(option).collect();
        format!("<fieldset class=\"cuantos\"><legend>Tarea</legend>{options}</fieldset>")
    }

    fn html(self, class: &Class) -> String {
        let Some(bank) = self.store.bank() else { return String::new() };
        let (assignment, threshold) = (self.assignment(), self.threshold());
        self.view.with_value(|view| report::html(class, &bank, view, assignment.as_ref(), threshold))
    }

    fn save_gradebook(self) {
        self.save("libro-de-notas", |class, bank, threshold| to_csv(&gradebook(class, bank, threshold)));
    }

    fn save_analysis(self) {
        self.save("analisis", |class, bank, _| figures_csv(&analyse(&class.answers(bank, report::label))));
    }

    fn save(self, what: &str, csv: impl Fn(&Class, &[crate::course::Item], f64) -> String) {
        let (Some(class), Some(bank)) = (untrack(|| self.class()), untrack(|| self.store.bank())) else { return };
        let name = format!("{what}-{}.csv", browser::today());
        let handed = browser::save_file(&name, "text/csv", &csv(&class, &bank, untrack(|| self.threshold())));
        self.told.set(match handed {
            true => format!("«{name}» se está descargando."),
            false => "Este navegador no ha podido preparar el archivo. Prueba con otro.".into(),
        });
    }
}
