//! The markup of each kind of page.

use insta::assert_snapshot;

use crate::course::page;

/// The contents of `main`, one element a line, without the props of islands.
fn main_of(path: &str) -> String {
    let body = page(path).body;
    let start = body.find("<main").unwrap();
    let end = body.find("</main>").unwrap();
    let main = &body[start..end];
    let mut shown = String::new();
    let mut rest = main;
    while let Some(at) = rest.find(" data-props=\"") {
        shown.push_str(&rest[..at]);
        let value = &rest[at + " data-props=\"".len()..];
        rest = &value[value.find('"').unwrap() + 1..];
    }
    shown.push_str(rest);
    // The number in the name of an island depends on the path of the compiler's input.
    let lines = shown.replace('<', "\n<").replace("\n</", "</");
    lines.lines().map(|line| line.split(" data-component=").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

#[test]
fn home() {
    assert_snapshot!(main_of("/"));
}

#[test]
fn module() {
    assert_snapshot!(main_of("/modulos/m01/"));
}

#[test]
fn lesson_with_a_single_choice() {
    assert_snapshot!(main_of("/lecciones/m01-l1/"));
}

#[test]
fn lesson_with_steps_to_order() {
    assert_snapshot!(main_of("/lecciones/m01-l3/"));
}

#[test]
fn simulation() {
    assert_snapshot!(main_of("/simulaciones/queja/"));
}

#[test]
fn script_of_a_simulation() {
    assert_snapshot!(main_of("/simulaciones/queja/guion/"));
}

#[test]
fn case_alone() {
    assert_snapshot!(main_of("/casos/m01-queja/"));
}

#[test]
fn practice() {
    assert_snapshot!(main_of("/practica/"));
}

#[test]
fn profile() {
    assert_snapshot!(main_of("/perfil/"));
}

#[test]
fn not_found() {
    assert_snapshot!(main_of("/404.html"));
}
