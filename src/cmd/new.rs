//! `timon new`: a skeleton that already passes `timon check`, with an id that nobody has used.

mod edit;
mod names;
mod skeleton;
#[cfg(test)]
mod tests;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use timon_y_voz::course::{Lesson, LessonId, Module, ModuleId};
use timon_y_voz::parse::{self, Kind, PageKind, Reading, SourceFile};

use super::args::{NewOptions, NewThing};
use super::{Failure, folder};
use names::{fresh, slug, spaced};
use skeleton::Form;

pub fn run(options: &NewOptions) -> Result<(), Failure> {
    for change in changes(&folder::read(&options.content)?.files, &options.what)? {
        let place = options.content.join(&change.path);
        change.write(&place).map_err(Failure::file("no se puede escribir", &place))?;
        say!("{}: {}", place.display(), change.told)?;
    }
    say!("Escribe encima de lo que está entre corchetes angulares y revisa con: timon check")
}

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    /// It must not be there yet, whatever was read before.
    Create,
    Replace,
}

/// A file to write whole.
#[derive(Debug)]
struct Change {
    act: Act,
    path: String,
    text: String,
    told: String,
}

impl Change {
    fn write(&self, place: &Path) -> io::Result<()> {
        match self.act {
            Act::Create => OpenOptions::new().write(true).create_new(true).open(place)?.write_all(self.text.as_bytes()),
            Act::Replace => fs::write(place, &self.text),
        }
    }
}

/// What to write for the thing asked for. New files go first: one that fails leaves the rest as it was.
fn changes(files: &[SourceFile], what: &NewThing) -> Result<Vec<Change>, Failure> {
    let reading = parse::read(files);
    let (NewThing::Lesson { title, .. } | NewThing::Question { title, .. }) = what;
    let title = &spaced(title);
    if title.is_empty() {
        return Err(Failure::Usage("el título está vacío; escríbelo entre comillas, al final de la orden".into()));
    }
    match what {
        NewThing::Lesson { module, .. } => lesson(&reading, files, module, title),
        NewThing::Question { lesson, form, .. } => Ok(vec![question(&reading, files, lesson, form, title)?]),
    }
}

fn lesson(reading: &Reading, files: &[SourceFile], module: &str, title: &str) -> Result<Vec<Change>, Failure> {
    let modules = &reading.course.modules;
    let found = modules.iter().find(|known| known.id.as_str() == module).ok_or_else(|| {
        let known: Vec<&str> = modules.iter().map(|module| module.id.as_str()).collect();
        Failure::Usage(format!("no existe el módulo «{module}»; hay {}", known.join(", ")))
    })?;
    let (path, text) = page(reading, files, &PageKind::Module(ModuleId::new(module)))?;
    let folder = path.strip_suffix("modulo.md").unwrap_or_default();
    let place = |number: &str| format!("{folder}l{number}.md");
    let id = fresh(&format!("{module}-l"), |id| {
        let number = id.strip_prefix(&format!("{module}-l")).unwrap_or_default();
        is_lesson(reading, id)
            || is_item(reading, &skeleton::first_question(id))
            || files.iter().any(|file| file.path.eq_ignore_ascii_case(&place(number)))
    });
    let number = id.strip_prefix(&format!("{module}-l")).unwrap_or_default();
    let listed = edit::listed(text, &id).ok_or_else(|| {
        let message = format!(
            "no se puede leer la lista «lecciones = […]» de {path}; corrígela con timon check y repite la orden"
        );
        Failure::Step(message)
    })?;
    let lesson = Change {
        act: Act::Create,
        path: place(number),
        text: edit::with_line_ends_of(text, &skeleton::lesson(&reading.course, &id, title, found.role)),
        told: format!("la lección nueva, con el identificador {id}"),
    };
    let told = "la lección figura ya en su módulo".into();
    Ok(vec![lesson, Change { act: Act::Replace, path: path.into(), text: listed, told }])
}

fn question(reading: &Reading, files: &[SourceFile], lesson: &str, form: &str, title: &str) -> Result<Change, Failure> {
    let form = Form::named(form).ok_or_else(|| {
        Failure::Usage(format!("no existe la forma «{form}»; hay {}", Form::ALL.map(Form::name).join(", ")))
    })?;
    let (module, found) = lesson_of(reading, lesson)?;
    let (path, text) = page(reading, files, &PageKind::Lesson(LessonId::new(lesson)))?;
    let taken =
        |id: &str| is_item(reading, id) || reading.pages.get(path).is_some_and(|page| page.anchor(id).is_some());
    let base = format!("{}-{}", module.id, slug(title));
    let id = if taken(&base) { fresh(&format!("{base}-"), taken) } else { base };
    let written = skeleton::question(&reading.course, found, form, &id, title);
    let told = format!("la pregunta nueva, con el identificador {id}");
    Ok(Change { act: Act::Replace, path: path.into(), text: edit::inserted(text, &written), told })
}

/// Whether a lesson has this id, a file without one goes by it, or a list names it.
fn is_lesson(reading: &Reading, id: &str) -> bool {
    let kind = PageKind::Lesson(LessonId::new(id));
    reading.definitions.iter().any(|defined| defined.kind == Kind::Lesson && defined.id == id)
        || reading.pages.values().any(|page| page.kind == kind)
        || reading.lists.lessons.values().flatten().flatten().any(|listed| listed == id)
}

/// Whether a question has this id, even one that could not be read.
fn is_item(reading: &Reading, id: &str) -> bool {
    reading.definitions.iter().any(|defined| defined.kind == Kind::Item && defined.id == id)
}

fn lesson_of<'r>(reading: &'r Reading, id: &str) -> Result<(&'r Module, &'r Lesson), Failure> {
    let lessons = || reading.course.lessons();
    lessons().find(|(_, lesson)| lesson.id.as_str() == id).ok_or_else(|| {
        let known: Vec<&str> = lessons().map(|(_, lesson)| lesson.id.as_str()).collect();
        Failure::Usage(format!("no existe la lección «{id}»; hay {}", known.join(", ")))
    })
}

/// The path and the text of the file that is this page.
fn page<'f>(reading: &Reading, files: &'f [SourceFile], kind: &PageKind) -> Result<(&'f str, &'f str), Failure> {
    let path = reading.pages.iter().find(|(_, page)| page.kind == *kind).map(|(path, _)| path);
    let file = files.iter().find(|file| Some(&file.path) == path);
    let text = file.and_then(|file| Some((file.path.as_str(), file.content.text()?)));
    text.ok_or_else(|| Failure::Step("no se encuentra el archivo que hay que cambiar; revisa con: timon check".into()))
}
