//! What is true of every page.

use std::collections::BTreeSet;

use timon_y_voz::course::{Form, plain};

use crate::course::{page, pages, small, written};

#[test]
fn every_address_is_below_the_base() {
    for (path, html) in written() {
        for attribute in ["href=\"/", "src=\"/"] {
            for (at, _) in html.match_indices(attribute) {
                let address = &html[at + attribute.len() - 1..];
                assert!(address.starts_with("/curso/"), "{path}: {}", &address[..40]);
            }
        }
    }
}

#[test]
fn nothing_is_inline() {
    for (path, html) in written() {
        assert!(!html.contains(" style=\""), "{path} has a style attribute");
        assert!(!html.contains("<style"), "{path} has a style element");
        assert!(!html.contains(" onclick=") && !html.contains("javascript:"), "{path} has inline code");
        for (at, _) in html.match_indices("<script") {
            assert!(html[at..].lines().next().unwrap().contains("src=\""), "{path} has an inline script");
        }
    }
}

#[test]
fn titles_and_files_are_unique() {
    let pages = pages();
    let titles: BTreeSet<_> = pages.iter().map(|page| &page.title).collect();
    let files: BTreeSet<_> = pages.iter().map(|page| page.file()).collect();
    for title in &titles {
        let n = pages.iter().filter(|page| page.title == **title).count();
        assert_eq!(n, 1, "«{title}» is the title of {n} pages");
    }
    assert_eq!((titles.len(), files.len()), (pages.len(), pages.len()));
    assert!(files.contains("index.html") && files.contains("404.html"));
}

#[test]
fn no_place_of_the_shell_is_left_to_fill() {
    for (path, html) in written() {
        assert!(!html.contains("{{"), "{path}");
        assert!(html.contains("<html lang=\"es\" data-curso=\"curso-de-prueba\""), "{path}");
    }
}

#[test]
fn without_scripts_every_case_is_complete() {
    let course = small();
    for (lesson, question) in course.questions() {
        let html = page(&format!("/lecciones/{}/", lesson.id)).body;
        // Props travel escaped in an attribute: what is asked for must stand outside them.
        let shown = plain(&without_props(&html));
        let mut words = vec![plain(question.case.as_str()), plain(question.stem.as_str())];
        match &question.form {
            Form::Single(options) | Form::Multiple(options) => {
                words.extend(options.iter().flat_map(|option| [option.text.plain(), option.feedback.plain()]));
            }
            Form::Order(steps) => {
                words.extend(steps.iter().flat_map(|step| [step.text.plain(), step.feedback.plain()]))
            }
            Form::Match(grid) | Form::Classify(grid) => {
                words.extend(grid.rows.iter().flat_map(|row| [row.text.plain(), row.feedback.plain()]));
            }
            Form::Rate(rating) => {
                words.extend(rating.rows.iter().flat_map(|row| [row.text.plain(), row.feedback.plain()]));
            }
        }
        for text in words {
            assert!(shown.contains(&text), "{}: «{text}» is not in the page", question.id);
        }
    }
}

#[test]
fn steps_are_not_shown_in_their_order() {
    let course = small();
    let (lesson, question) = course.questions().find(|(_, q)| matches!(q.form, Form::Order(_))).unwrap();
    let Form::Order(steps) = &question.form else { unreachable!() };
    let html = without_props(&page(&format!("/lecciones/{}/", lesson.id)).body);
    let list = &html[html.find("class=\"orden\"").unwrap()..html.find("class=\"cierre\"").unwrap()];
    let places: Vec<usize> = steps.iter().map(|step| list.find(step.text.as_str()).unwrap()).collect();
    assert!(!places.is_sorted(), "the steps are shown solved");
}

fn without_props(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some(at) = rest.find("data-props=\"") {
        let (before, after) = rest.split_at(at);
        kept.push_str(before);
        let value = &after["data-props=\"".len()..];
        rest = &value[value.find('"').unwrap()..];
    }
    kept + rest
}
