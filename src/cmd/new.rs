//! `timon new`: a skeleton that already passes `timon check`, with an id that nobody has used.

mod skeleton;

use std::fs;
use std::path::PathBuf;

use timon_y_voz::check;
use timon_y_voz::course::{Course, Lesson, Module};
use timon_y_voz::parse::{Content, SourceFile};

use super::args::{NewOptions, NewThing};
use super::{Failure, folder};
use skeleton::Form;

pub fn run(options: &NewOptions) -> Result<(), Failure> {
    let files = folder::read(&options.content)?;
    let (course, _) = check::course(&files);
    let changes = match &options.what {
        NewThing::Lesson { module, title } => lesson(&course, &files, module, title)?,
        NewThing::Question { lesson, form, title } => question(&course, &files, lesson, form, title)?,
    };
    for Change { path, text, told } in changes {
        let place = options.content.join(&path);
        fs::write(&place, text).map_err(Failure::file("no se puede escribir", &place))?;
        println!("{}: {told}", place.display());
    }
    println!("Escribe encima de lo que está entre corchetes angulares y revisa con: timon check");
    Ok(())
}

/// A file to write whole.
struct Change {
    path: PathBuf,
    text: String,
    told: String,
}

fn lesson(course: &Course, files: &[SourceFile], module: &str, title: &str) -> Result<Vec<Change>, Failure> {
    let known = || course.modules.iter().map(|module| module.id.as_str()).collect::<Vec<_>>().join(", ");
    let found = course.modules.iter().find(|known| known.id.as_str() == module);
    let found = found.ok_or_else(|| Failure::Usage(format!("no existe el módulo «{module}»; hay {}", known())))?;
    let id = fresh(&format!("{module}-l"), course.lessons().map(|(_, lesson)| lesson.id.as_str()));
    let (path, text) = with_id(files, module)?;
    let listed = skeleton::listed(text, &id).ok_or_else(|| {
        Failure::Step(format!(
            "no se encuentra la lista «lecciones = […]» en {path}; añade ahí \"{id}\" y repite la orden"
        ))
    })?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let file = format!("{folder}/{}.md", id.trim_start_matches(&format!("{module}-")));
    Ok(vec![
        Change {
            path: file.into(),
            text: skeleton::lesson(course, &id, title, found.role),
            told: format!("la lección nueva, con el identificador {id}"),
        },
        Change { path: path.into(), text: listed, told: "la lección figura ya en su módulo".into() },
    ])
}

fn question(
    course: &Course,
    files: &[SourceFile],
    lesson: &str,
    form: &str,
    title: &str,
) -> Result<Vec<Change>, Failure> {
    let form = Form::named(form).ok_or_else(|| {
        Failure::Usage(format!("no existe la forma «{form}»; hay {}", Form::ALL.map(Form::name).join(", ")))
    })?;
    let (module, found) = lesson_of(course, lesson)?;
    let taken: Vec<&str> = course.questions().map(|(_, question)| question.id.as_str()).collect();
    let base = format!("{}-{}", module.id, slug(title));
    let id = if taken.contains(&base.as_str()) { fresh(&format!("{base}-"), taken.into_iter()) } else { base };
    let (path, text) = with_id(files, lesson)?;
    let written = skeleton::question(course, found, form, &id, title);
    Ok(vec![Change {
        path: path.into(),
        text: skeleton::inserted(text, &written),
        told: format!("la pregunta nueva, con el identificador {id}"),
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
    let line = format!("id = \"{id}\"");
    let text = |file: &'f SourceFile| match &file.content {
        Content::Text(text)
            if text.lines().take_while(|other| !other.starts_with('#')).any(|other| other.trim() == line) =>
        {
            Some((file.path.as_str(), text.as_str()))
        }
        _ => None,
    };
    let missing = || Failure::Step(format!("ningún archivo declara {line} en su encabezado"));
    files.iter().filter(|file| file.path.starts_with("modulos/")).find_map(text).ok_or_else(missing)
}

/// The first of `prefix1`, `prefix2`… that nobody has.
fn fresh<'a>(prefix: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let taken: Vec<&str> = taken.collect();
    let numbered = (1..).map(|n| format!("{prefix}{n}")).find(|id| !taken.contains(&id.as_str()));
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
        assert_eq!(fresh("m02-l", ["m02-l1", "m02-l2"].into_iter()), "m02-l3");
    }
}
