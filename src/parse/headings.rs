//! Headings: their level, id, classes and the address that links use.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::findings::Log;
use super::markdown::{Ev, Node, words};
use crate::course::{Role, SectionKind};
use crate::diagnostics::{Code, nearest};

/// The six forms of a question, as a class of its heading.
pub const FORMS: [&str; 6] = ["unica", "multiple", "ordenar", "emparejar", "clasificar", "valorar"];
const SECTIONS: [&str; 4] = ["escena", "depende", "llevarse", "rubrica"];
/// The parts of a simulation.
pub const PARTS: [&str; 2] = ["nodo", "final"];
const ROLES: [&str; 3] = ["smm", "cm", "ambas"];

/// A heading as it was written.
#[derive(Debug)]
pub struct Heading<'e, 't> {
    pub level: u8,
    /// The id its author gave it.
    pub id: Option<String>,
    pub classes: Vec<String>,
    pub title: &'e [Ev<'t>],
    pub span: Range<usize>,
}

impl<'e, 't> Heading<'e, 't> {
    pub fn of(node: &Node<'e, 't>) -> Option<Self> {
        let Some(Tag::Heading { level, id, classes, .. }) = node.tag() else { return None };
        Some(Self {
            level: *level as u8,
            id: id.as_ref().map(ToString::to_string),
            classes: classes.iter().map(ToString::to_string).collect(),
            title: node.inner(),
            span: node.span(),
        })
    }

    /// Its id or, where the braces cannot be understood, what was meant as one.
    pub fn id_meant(&self) -> Option<String> {
        let words = self.words();
        let mut braces = words.rsplit_once('{').map_or("", |(_, braces)| braces).split([' ', '}']);
        self.id.clone().or_else(|| braces.find_map(|part| Some(part.strip_prefix('#')?.to_string())))
    }

    pub fn words(&self) -> String {
        words(self.title)
    }

    pub fn forms(&self) -> Vec<&str> {
        self.classes.iter().map(String::as_str).filter(|class| FORMS.contains(class)).collect()
    }

    /// The form that a misspelt class probably meant.
    pub fn form_meant(&self) -> Option<&'static str> {
        self.classes.iter().filter(|class| !is_known(class)).find_map(|class| nearest(class, FORMS))
    }

    pub fn has_unknown_class(&self) -> bool {
        self.classes.iter().any(|class| !is_known(class))
    }

    /// Whether a class says which kind of section it opens.
    pub fn is_section(&self) -> bool {
        self.classes.iter().any(|class| SECTIONS.contains(&class.as_str()))
    }

    /// Whether it opens a rubric.
    pub fn is_rubric(&self) -> bool {
        self.classes.iter().any(|class| class == "rubrica")
    }

    /// Which part of a simulation it opens, if it opens one.
    pub fn part_of_simulation(&self) -> Option<&'static str> {
        PARTS.into_iter().find(|part| self.classes.iter().any(|class| class == part))
    }

    /// The classes that say what it opens: a form of question, a kind of section or a part of a simulation.
    pub fn openings(&self) -> Vec<&str> {
        let opens = |class: &&str| [FORMS.as_slice(), &SECTIONS, &PARTS].iter().any(|known| known.contains(class));
        self.classes.iter().map(String::as_str).filter(opens).collect()
    }

    /// Where its id stands, or the whole heading.
    pub fn id_span(&self, text: &str) -> Range<usize> {
        let id = self.id.as_ref().map(|id| format!("#{id}"));
        self.part(text, id.as_deref().unwrap_or_default())
    }

    fn part(&self, text: &str, part: &str) -> Range<usize> {
        let whole = text.get(self.span.clone()).unwrap_or_default();
        match whole.rfind(part) {
            Some(at) if !part.is_empty() => self.span.start + at..self.span.start + at + part.len(),
            _ => self.span.clone(),
        }
    }

    /// Everything that can be wrong with what stands between braces.
    pub fn check_attributes(&self, log: &mut Log<'_>, node: &Node<'_, '_>) {
        self.check_unknown_classes(log);
        self.check_braces(log, node);
        if self.forms().len() > 1 {
            let message = format!("la pregunta tiene dos formas: {}", self.forms().join(" y "));
            log.report(
                Code::FormTwice,
                self.span.clone(),
                message,
                "más de una forma",
                "deja una sola clase de forma, por ejemplo «.unica»",
            );
        }
    }

    fn check_unknown_classes(&self, log: &mut Log<'_>) {
        for class in self.classes.iter().filter(|class| !is_known(class)) {
            let known = FORMS.iter().chain(&SECTIONS).chain(&PARTS).chain(&ROLES).copied();
            let help = match nearest(class, known) {
                Some(meant) => format!("¿quizá «.{meant}»?"),
                None => format!("formas de pregunta: .{}; secciones: .{}", FORMS.join(", ."), SECTIONS.join(", .")),
            };
            let span = self.part(log.text, &format!(".{class}"));
            log.report(
                Code::HeadingClassUnknown,
                span,
                format!("la clase «.{class}» no existe"),
                "clase desconocida",
                help,
            );
        }
    }

    fn check_braces(&self, log: &mut Log<'_>, node: &Node<'_, '_>) {
        let Some(Tag::Heading { attrs, .. }) = node.tag() else { return };
        let written = log.slice(self.span.clone());
        let ids = written.rfind('{').map_or(0, |at| {
            written[at..].split_whitespace().filter(|part| part.trim_start_matches('{').starts_with('#')).count()
        });
        let left_open = self.words().contains("{#") || self.words().contains("{.");
        let problem = match attrs.first() {
            Some((attr, _)) => format!("«{attr}» no es un id ni una clase"),
            None if ids > 1 => "el encabezado tiene dos ids".to_string(),
            None if left_open => "lo que va entre llaves no se entiende".to_string(),
            None => return,
        };
        let help = "al final del encabezado: {#id} o {#id .clase}, con un espacio entre ambos y la llave cerrada";
        log.report(Code::HeadingAttributes, self.span.clone(), problem, "revisa las llaves", help);
    }

    /// What a section is, by its classes. A scene says from which function it is lived.
    pub fn section_kind(&self, log: &mut Log<'_>) -> SectionKind {
        let has = |class: &str| self.classes.iter().any(|known| meant(known) == class);
        if has("depende") {
            return SectionKind::Depends;
        }
        if has("llevarse") {
            return SectionKind::Takeaways;
        }
        if !has("escena") {
            return SectionKind::Prose;
        }
        SectionKind::Scene(self.role().unwrap_or_else(|| {
            let help = "añade .smm, .cm o .ambas después de .escena";
            log.report(
                Code::SceneRole,
                self.span.clone(),
                "la escena no dice desde qué función se vive",
                "falta la función",
                help,
            );
            Role::Both
        }))
    }

    /// The function that a class names.
    pub fn role(&self) -> Option<Role> {
        self.classes.iter().find_map(|class| role(meant(class)))
    }
}

/// `smm`, `cm`, `ambas`.
pub fn role(name: &str) -> Option<Role> {
    match name {
        "smm" => Some(Role::Smm),
        "cm" => Some(Role::Cm),
        "ambas" => Some(Role::Both),
        _ => None,
    }
}

/// A known class, or the one that a misspelt class resembles; the slip itself has its own diagnostic.
fn meant(class: &str) -> &str {
    if is_known(class) { class } else { nearest(class, SECTIONS.into_iter().chain(ROLES)).unwrap_or(class) }
}

fn is_known(class: &str) -> bool {
    [FORMS.as_slice(), &SECTIONS, &PARTS, &ROLES].iter().any(|known| known.contains(&class))
}

/// Headings go from `##` to `####` in bodies, one step at a time.
pub fn check_level(log: &mut Log<'_>, heading: &Heading<'_, '_>, previous: u8, title_allowed: bool) {
    let level = heading.level;
    if level == 1 && title_allowed {
        return;
    }
    if level == 1 || level > 4 {
        let help = match level {
            1 => "el título de la página está en la cabecera; aquí, empieza con «##»",
            _ => "usa «##», «###» o «####»",
        };
        log.report(
            Code::HeadingLevel,
            heading.span.clone(),
            format!("un encabezado de nivel {level} no cabe aquí"),
            "nivel fuera de lugar",
            help,
        );
    } else if level > previous.max(1) + 1 {
        let help = format!("usa «{}» o añade el encabezado que falta", "#".repeat(usize::from(previous.max(1)) + 1));
        log.report(
            Code::HeadingSkipped,
            heading.span.clone(),
            "este encabezado se salta un nivel",
            "nivel saltado",
            help,
        );
    }
}

/// Questions are found by their level as well: `###`.
pub fn check_question_level(log: &mut Log<'_>, heading: &Heading<'_, '_>) {
    if matches!(heading.level, 2 | 4) {
        let help = "empieza el encabezado de la pregunta con «###»";
        let message = format!("esta pregunta lleva un encabezado de nivel {}", heading.level);
        log.report(Code::HeadingLevel, heading.span.clone(), message, "debería ser «###»", help);
    }
}

/// A heading inside a list, a quote or a question does not open a section.
pub fn report_nested(log: &mut Log<'_>, span: Range<usize>, inside: &str) {
    let help = "sácalo al margen izquierdo, o escribe esas palabras en **negrita**";
    log.report(
        Code::HeadingMisplaced,
        span,
        format!("hay un encabezado dentro de {inside}"),
        "encabezado fuera de lugar",
        help,
    );
}

/// Whether an event opens a heading.
pub fn is_heading(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Heading { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::Document;

    #[test]
    fn an_id_is_known_even_where_its_braces_are_not() {
        for text in ["## Uno {#uno .nodo}", "## Uno {#uno .nodo", "## Uno {#uno", "## Uno {.nodo #uno"] {
            let document = Document::read("a.md", text);
            let nodes = document.nodes();
            assert_eq!(Heading::of(&nodes[0]).unwrap().id_meant().as_deref(), Some("uno"), "{text}");
        }
        let document = Document::read("a.md", "## Uno {.nodo}");
        assert_eq!(Heading::of(&document.nodes()[0]).unwrap().id_meant(), None);
    }
}
