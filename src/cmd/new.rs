//! `timon new`: a skeleton that already passes `timon check`, with an id that nobody has used.

mod skeleton;

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use timon_y_voz::check;
use timon_y_voz::course::{Course, Lesson, Module};
use timon_y_voz::parse::{self, Content, SourceFile};

use super::args::{NewOptions, NewThing};
use super::{Failure, folder};
use skeleton::Form;

pub fn run(options: &NewOptions) -> Result<(), Failure> {
    let files = folder::read(&options.content)?;
    let (course, _) = check::course(&files);
    let taken: Vec<String> = parse::read(&files).definitions.into_iter().map(|definition| definition.id).collect();
    let changes = match &options.what {
        NewThing::Lesson { module, title } => lesson(&course, &files, &taken, module, title)?,
        NewThing::Question { lesson, form, title } => question(&course, &files, &taken, lesson, form, title)?,
    };
    for Change { path, text, told, kind } in changes {
        let place = options.content.join(&path);
        let written = match kind {
            Kind::New => fs::File::create_new(&place).and_then(|mut file| file.write_all(text.as_bytes())),
            Kind::Edited => fs::write(&place, text),
        };
        written.map_err(Failure::file("no se puede escribir", &place))?;
        say!("{}: {told}", place.display());
    }
    say!("Escribe encima de lo que está entre corchetes angulares y revisa con: timon check");
    Ok(())
}

/// A file to write whole.
struct Change {
    path: PathBuf,
    text: String,
    told: String,
    kind: Kind,
}

/// A new file never takes the place of another.
enum Kind {
    New,
    Edited,
}

fn lesson(
    course: &Course,
    files: &[SourceFile],
    taken: &[String],
    module: &str,
    title: &str,
) -> Result<Vec<Change>, Failure> {
    let known = || course.modules.iter().map(|module| module.id.as_str()).collect::<Vec<_>>().join(", ");
    let found = course.modules.iter().find(|known| known.id.as_str() == module);
    let found = found.ok_or_else(|| Failure::Usage(format!("no existe el módulo «{module}»; hay {}", known())))?;
    let (path, text) = with_id(files, module)?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let file = |id: &str| format!("{folder}/{}.md", id.trim_start_matches(&format!("{module}-")));
    let is_free = |id: &str| !is_taken(taken, id) && !files.iter().any(|other| other.path == file(id));
    let id = fresh(&format!("{module}-l"), is_free);
    let listed = skeleton::listed(text, &id).ok_or_else(|| {
        Failure::Step(format!(
            "no se encuentra la lista «lecciones = […]» en {path}; añade ahí \"{id}\" y repite la orden"
        ))
    })?;
    Ok(vec![
        Change {
            path: file(&id).into(),
            text: skeleton::lesson(course, &id, title, found.role),
            told: format!("la lección nueva, con el identificador {id}"),
            kind: Kind::New,
        },
        Change {
            path: path.into(),
            text: listed,
            told: "la lección figura ya en su módulo".into(),
            kind: Kind::Edited,
        },
    ])
}

fn question(
    course: &Course,
    files: &[SourceFile],
    taken: &[String],
    lesson: &str,
    form: &str,
    title: &str,
) -> Result<Vec<Change>, Failure> {
    let form = Form::named(form).ok_or_else(|| {
        Failure::Usage(format!("no existe la forma «{form}»; hay {}", Form::ALL.map(Form::name).join(", ")))
    })?;
    let (module, found) = lesson_of(course, lesson)?;
    let base = format!("{}-{}", module.id, slug(title));
    let id = if is_taken(taken, &base) { fresh(&format!("{base}-"), |id| !is_taken(taken, id)) } else { base };
    let (path, text) = with_id(files, lesson)?;
    let written = skeleton::question(course, found, form, &id, title);
    Ok(vec![Change {
        path: path.into(),
        text: skeleton::inserted(text, &written),
        told: format!("la pregunta nueva, con el identificador {id}"),
        kind: Kind::Edited,
    }])
}

fn lesson_of<'c>(course: &'c Course, id: &str) -> Result<(&'c Module, &'c Lesson), Failure> {
    let found = course.lessons().find(|(_, lesson)| lesson.id.as_str() == id);
    found.ok_or_else(|| {
        let known = course.lessons().map(|(_, lesson)| lesson.id.to_string()).collect::<Vec<_>>().join(", ");
        Failure::Usage(format!("no existe la lección «{id}»; hay {known}"))
    })
}

/// The file whose front matter gives this id.
fn with_id<'f>(files: &'f [SourceFile], id: &str) -> Result<(&'f str, &'f str), Failure> {
    let declares = |line: &str| {
        let value = line.trim().strip_prefix("id").and_then(|rest| rest.trim_start().strip_prefix('='));
        value.is_some_and(|value| value.trim().trim_matches(['"', '\'']) == id)
    };
    let text = |file: &'f SourceFile| match &file.content {
        Content::Text(text) if text.lines().take_while(|line| !line.starts_with('#')).any(declares) => {
            Some((file.path.as_str(), text.as_str()))
        }
        _ => None,
    };
    let missing = || Failure::Step(format!("ningún archivo declara id = \"{id}\" en su encabezado"));
    files.iter().filter(|file| file.path.starts_with("modulos/")).find_map(text).ok_or_else(missing)
}

/// Whether anything in the course has this id, also what could not be read whole.
fn is_taken(taken: &[String], id: &str) -> bool {
    taken.iter().any(|other| other == id)
}

/// The first of `prefix1`, `prefix2`… that is free.
fn fresh(prefix: &str, is_free: impl Fn(&str) -> bool) -> String {
    let numbered = (1..).map(|n| format!("{prefix}{n}")).find(|id| is_free(id));
    numbered.unwrap_or_else(|| prefix.to_owned())
}

/// A title as an id: `La encuesta del día` becomes `la-encuesta-del-dia`.
fn slug(title: &str) -> String {
    let plain: String = title
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            c if c.is_ascii_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join("-");
    if words.is_empty() { "caso".into() } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_ids() {
        assert_eq!(slug("La encuesta del día: ¿sí o no?"), "la-encuesta-del-dia-si-o-no");
        assert_eq!(slug("¿…?"), "caso");
        assert_eq!(fresh("m02-l", |id| !["m02-l1", "m02-l2"].contains(&id)), "m02-l3");
    }
}
