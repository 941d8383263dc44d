//! What `new` writes, laid over a small course and checked.

use std::path::Path;

use proptest::prelude::*;
use timon_y_voz::check;
use timon_y_voz::parse::Content;

use super::*;

fn small_course() -> Vec<SourceFile> {
    folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/base")).unwrap().files
}

fn text_of(files: &mut [SourceFile], path: &str) -> String {
    files.iter().find(|file| file.path == path).unwrap().content.text().unwrap().to_owned()
}

fn set(files: &mut Vec<SourceFile>, path: &str, text: String) {
    files.retain(|file| file.path != path);
    files.push(SourceFile { path: path.into(), content: Content::Text(text) });
}

fn edited(files: &mut Vec<SourceFile>, path: &str, from: &str, to: &str) {
    let text = text_of(files, path);
    assert!(text.contains(from), "{path} has {from}");
    set(files, path, text.replace(from, to));
}

fn new_lesson(title: &str) -> NewThing {
    NewThing::Lesson { module: "m01".into(), title: title.into() }
}

fn new_question(title: &str) -> NewThing {
    NewThing::Question { lesson: "m01-l1".into(), form: "unica".into(), title: title.into() }
}

/// The course after the changes; a file that should be new must be so.
fn apply(files: &mut Vec<SourceFile>, what: &NewThing) -> Vec<Change> {
    let changes = changes(files, what).unwrap();
    for change in &changes {
        let there = files.iter().any(|file| file.path == change.path);
        assert_eq!(there, change.act == Act::Replace, "{}", change.path);
        set(files, &change.path, change.text.clone());
    }
    changes
}

fn titles() -> impl Strategy<Value = String> {
    let signs = r"[ \\\[\](){}<>#.:!?^`*_~|&;+='\x22$%@/,a-zñ0-9-]{1,24}";
    let words = prop::sample::select(vec![
        "Uso de <b>",
        r"Ruta C:\datos",
        "La \"encuesta\"",
        "[^1]",
        "[!NOTE]",
        "{#id .unica}",
        "&amp;",
        "<!-- x -->",
        "**",
        "[a][b]",
        "[a] (b.md)",
        "![a](b)",
        "http://a.es",
        "`x",
        "| a",
        "+++",
        "```ficha",
        "- [x] uno",
        ": dos",
        "#",
    ]);
    prop_oneof!["\\PC{1,24}", signs, (words, "\\PC{0,4}").prop_map(|(word, rest)| format!("{word}{rest}"))]
        .prop_filter("a title says something", |title| !spaced(title).is_empty())
}

proptest! {
    #[test]
    fn any_title_gives_a_skeleton_that_passes_the_check(title in titles()) {
        for what in [new_lesson(&title), new_question(&title)] {
            let mut files = small_course();
            apply(&mut files, &what);
            prop_assert_eq!(check::course(&files).1, []);
        }
    }

    #[test]
    fn a_lesson_shows_the_title_that_was_asked_for(title in titles()) {
        let mut files = small_course();
        apply(&mut files, &new_lesson(&title));
        let (course, _) = check::course(&files);
        let (_, lesson) = course.lessons().last().unwrap();
        prop_assert_eq!(&lesson.title, &spaced(&title));
    }

    #[test]
    fn a_question_shows_the_words_of_its_title(title in titles()) {
        let mut files = small_course();
        apply(&mut files, &new_question(&title));
        let page = &parse::read(&files).pages["modulos/m01/l1.md"];
        let shown = &page.anchors.iter().find(|anchor| anchor.id == format!("m01-{}", slug(&title))).unwrap().title;
        prop_assert_eq!(shown.replace("{ ", "{"), spaced(&title).replace("{ ", "{"));
    }
}

#[test]
fn a_lesson_out_of_its_list_is_not_written_over() {
    let mut files = small_course();
    edited(&mut files, "modulos/m01/modulo.md", ", \"m01-l6\"", "");
    assert_eq!(apply(&mut files, &new_lesson("Séptima"))[0].path, "modulos/m01/l7.md");
}

#[test]
fn neither_the_id_nor_the_file_of_another_lesson_is_taken() {
    let mut files = small_course();
    edited(&mut files, "modulos/m01/l5.md", "id = \"m01-l5\"", "id = \"m01-l7\"");
    set(&mut files, "modulos/m01/L8.md", "Sin cabecera.".into());
    edited(&mut files, "modulos/m01/modulo.md", "\"m01-l6\"]", "\"m01-l6\", \"m01-l9\"]");
    edited(&mut files, "modulos/m01/l1.md", "{#m01-perfil ", "{#m01-l10-caso ");
    let changes = apply(&mut files, &new_lesson("Otra"));
    assert_eq!(changes[0].path, "modulos/m01/l11.md");
    assert!(changes[0].text.contains("id = \"m01-l11\""));
}

#[test]
fn the_id_of_a_question_that_cannot_be_read_is_taken() {
    let mut files = small_course();
    edited(&mut files, "modulos/m01/l1.md", "bloom = \"analizar\"", "bloom = ");
    let told = &apply(&mut files, &new_question("Perfil"))[0].told;
    assert!(told.ends_with("m01-perfil-1"), "{told}");
}

#[test]
fn an_id_may_be_written_in_any_way_toml_allows() {
    let mut files = small_course();
    edited(&mut files, "modulos/m01/l1.md", "id = \"m01-l1\"", "id='m01-l1'");
    assert_eq!(apply(&mut files, &new_question("Otra"))[0].path, "modulos/m01/l1.md");
}

#[test]
fn files_of_windows_stay_so_and_pass_the_check() {
    let mut files = small_course();
    for path in ["modulos/m01/modulo.md", "modulos/m01/l1.md"] {
        let text = text_of(&mut files, path);
        set(&mut files, path, text.replace('\n', "\r\n"));
    }
    for what in [new_lesson("Otra"), new_question("Otra")] {
        for change in apply(&mut files, &what) {
            assert_eq!(change.text.matches('\n').count(), change.text.matches("\r\n").count(), "{}", change.path);
        }
    }
    assert_eq!(check::course(&files).1, []);
}

#[test]
fn a_title_without_words_is_refused() {
    assert!(matches!(changes(&small_course(), &new_lesson(" \t\n")), Err(Failure::Usage(_))));
}

#[test]
fn what_appeared_meanwhile_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("l7.md");
    fs::write(&place, "de otra persona").unwrap();
    let change = apply(&mut small_course(), &new_lesson("Otra")).remove(0);
    assert_eq!(change.write(&place).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read_to_string(&place).unwrap(), "de otra persona");
}
