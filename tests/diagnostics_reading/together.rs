//! Several things to mend in one file, all said in one pass and none said twice.

use super::{FOOT, HEAD, SHEET, course_with};
use timon_y_voz::course::Fingerprint;
use unicode_normalization::UnicodeNormalization;

const QUESTION: &str = "## La idea {#idea}\n\nTexto.\n\n### El perfil {#m01-perfil .unica}\n\nCaso.\n\n**¿Qué conviene hacer mañana?**\n\n- [ ] Abrirlo mañana `0`\n  > Prisa.\n- [x] Preguntar aún `1`\n  > Datos.\n- [ ] Descartarlo `0.4`\n  > Cierra.\n\n";

fn lesson() -> String {
    format!("{HEAD}{QUESTION}{SHEET}```{FOOT}")
}

/// The code of each diagnostic and the words it points at.
fn found(lesson: &str) -> Vec<(String, &str)> {
    let (_, diagnostics) = course_with(lesson);
    diagnostics.into_iter().map(|found| (found.code.to_string(), &lesson[found.span])).collect()
}

fn told(lesson: &str, expected: &[(&str, &str)]) {
    let expected: Vec<(String, &str)> = expected.iter().map(|(code, words)| (code.to_string(), *words)).collect();
    assert_eq!(found(lesson), expected, "{lesson}");
}

#[test]
fn a_question_without_form_and_sheet_is_not_prose() {
    told(&lesson(), &[]);
    let bare = format!("{HEAD}{}{FOOT}", QUESTION.replace(" .unica", ""));
    let heading = "### El perfil {#m01-perfil}";
    told(&bare, &[("E070", heading), ("E078", heading)]);
    told(&bare.replace(" `0`", "").replace(" `1`", "").replace(" `0.4`", ""), &[("E070", heading), ("E078", heading)]);
    let (course, _) = course_with(&bare);
    assert!(!format!("{course:?}").contains("Prisa"), "no feedback is printed in the lesson");
}

#[test]
fn a_list_of_things_to_do_is_prose() {
    let list = "## La idea {#idea}\n\nTexto.\n\n### Antes de publicar {#antes}\n\n- [ ] Leer\n- [x] Preguntar\n\n### Después\n\n- [ ] Leer `más`\n";
    told(&format!("{HEAD}{list}{FOOT}"), &[]);
}

#[test]
fn every_line_of_data_in_error_is_told() {
    let spoilt = lesson()
        .replace("titulo = \"L\"", "titulo = Una lección")
        .replace("minutos = 5", "minuto = 5")
        .replace("funcion = \"cm\"\nresumen", "funcion = cm\nresumen")
        .replace("revisado = 2026-11-22", "revisado = \"ayer\"");
    told(&spoilt, &[("E014", "Una lección"), ("E015", "minuto"), ("E014", "cm"), ("E022", "\"ayer\"")]);
    let sheet = lesson()
        .replace("\"estrategia.planificacion\" = 0.7", "\"estrategia.planificacion\" = 0,7")
        .replace("dificultad = 0.4", "dificultad = 0,4")
        .replace("bloom = \"evaluar\"", "bloom = \"evaluar");
    told(&sheet, &[("E021", "0,7"), ("E014", "bloom = \"evaluar"), ("E021", "0,4")]);
}

#[test]
fn a_list_left_open_is_told_once_where_it_opens() {
    let open = lesson().replace("fuentes = [\"S0-02\"]", "fuentes = [\"S0-02\"");
    told(&open, &[("E014", "fuentes = [\"S0-02\"")]);
    let table = lesson().replace("\"operacion.escucha\" = 0.3 }", "\"operacion.escucha\" = 0.3");
    let line = "competencias = { \"estrategia.planificacion\" = 0.7, \"operacion.escucha\" = 0.3";
    told(&table, &[("E014", line)]);
}

#[test]
fn signs_of_the_text_are_no_slips() {
    let right = "## La idea {#idea}\n\n#verano y #otoño.\n\n-5 grados, -- y :) o :smile: y :-D.\n\n3.º y 2.5 y 1.o\n\n\
        ¡Mira! [esto](#idea) [sic] (véase abajo) y `[a] (b.md)` y `https://a.example`.\n\n\
        ```text\n##x\n-x\nhttps://a.example\n```\n\n<https://a.example/b> y [https://a.example](https://a.example).\n\n\
        Http, https y https://.\n\n\\##x, \\[a] (b.md)\n\n---\n\nFin.";
    told(&format!("{HEAD}{right}{FOOT}"), &[]);
}

#[test]
fn slips_of_the_hand_are_told_where_they_stand() {
    let wrong = "## La idea {#idea}\n\n#Uno {#uno}\n\n###Dos\n\n> -¿Tres?\n\n-**Cuatro**\n\n\
        [cinco] (#idea) y [**seis**] (l1.md) y ![siete] (../../img/marca.svg)\n\n\
        (https://a.example/b). http://c.example";
    let expected = [
        ("E066", "#"),
        ("E066", "###"),
        ("E066", "-"),
        ("E066", "-"),
        ("E067", "] (#idea)"),
        ("E067", "] (l1.md)"),
        ("E067", "] (../../img/marca.svg)"),
        ("A069", "https://a.example/b"),
        ("A069", "http://c.example"),
    ];
    told(&format!("{HEAD}{wrong}{FOOT}"), &expected);
}

/// Some tools write accents apart from their letters when they save a file: no answer is lost for it.
#[test]
fn accents_written_apart_change_no_answer() {
    let fingerprints = |text: &str| -> Vec<Fingerprint> {
        let (course, diagnostics) = course_with(text);
        assert_eq!(diagnostics, []);
        course.items().into_iter().map(|item| item.fingerprint).collect()
    };
    let apart: String = lesson().nfd().collect();
    assert_ne!(apart, lesson());
    assert_eq!(fingerprints(&apart), fingerprints(&lesson()));
}
