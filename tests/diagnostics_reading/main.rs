//! What is read, beyond whether it is right: the values of each form and the HTML of prose.
#![cfg(feature = "parse")]

mod forms;
mod prose;
mod together;

use timon_y_voz::check;
use timon_y_voz::course::{Course, Lesson, Question};
use timon_y_voz::diagnostics::Diagnostic;
use timon_y_voz::parse::{Content, SourceFile};

/// The files around a lesson: enough of a course for it to have no diagnostics of its own.
fn course_with(lesson: &str) -> (Course, Vec<Diagnostic>) {
    let base = |path: &str, text: &str| SourceFile { path: path.to_string(), content: Content::Text(text.to_string()) };
    check::course(&[
        base("curso.toml", include_str!("../diagnostics/base/curso.toml")),
        base("competencias.md", include_str!("../diagnostics/base/competencias.md")),
        base("glosario.md", include_str!("../diagnostics/base/glosario.md")),
        base("fuentes.md", include_str!("../diagnostics/base/fuentes.md")),
        base("acerca.md", include_str!("../diagnostics/base/acerca.md")),
        base("img/marca.svg", include_str!("../diagnostics/base/img/marca.svg")),
        base(
            "modulos/m01/modulo.md",
            "+++\nid = \"m01\"\ntitulo = \"M\"\nfuncion = \"ambas\"\nlecciones = [\"m01-l1\"]\nobjetivos = [\"O\"]\n+++\n\nTexto.\n",
        ),
        base("modulos/m01/l1.md", lesson),
    ])
}

const HEAD: &str = "+++\nid = \"m01-l1\"\ntitulo = \"L\"\nminutos = 5\nfuncion = \"cm\"\nresumen = \"R.\"\nfuentes = [\"S0-01\"]\nrevisado = 2026-11-22\n+++\n\n## Sala · hoy {.escena .cm}\n\nHola.\n\n";
const FOOT: &str = "\n\n## Para llevarse {#para-llevarse .llevarse}\n\n- Fin.\n";
const SHEET: &str = "```ficha\ncompetencias = { \"estrategia.planificacion\" = 0.7, \"operacion.escucha\" = 0.3 }\nbloom = \"evaluar\"\ndificultad = 0.4\nfuentes = [\"S0-02\"]\nrepasa = \"#idea\"\nfuncion = \"cm\"\nlugar = \"Sala\"\nmomento = \"Hoy\"\ndecorado = \"reloj\"\nfacetas = [\"plazo\", \"reparto_explicito\"]\nescenario = \"sala\"\n";

/// Reads a lesson whose middle is given; it must have no diagnostics.
fn lesson(middle: &str) -> Lesson {
    let (mut course, diagnostics) = course_with(&format!("{HEAD}{middle}{FOOT}"));
    assert_eq!(diagnostics, []);
    course.modules.remove(0).lessons.remove(0)
}

/// Reads one question, given from its heading to its answers, with more keys for its sheet.
fn question(text: &str, keys: &str) -> Question {
    let lesson =
        lesson(&format!("## La idea {{#idea}}\n\nTexto.\n\n## Práctica {{#practica}}\n\n{text}\n\n{SHEET}{keys}```\n"));
    lesson.questions().next().unwrap().clone()
}
