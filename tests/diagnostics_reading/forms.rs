use super::question;
use timon_y_voz::course::{Bloom, Credit, Form, Role, option_key};

const SINGLE: &str = "### El perfil {#m01-perfil .unica}

El primer párrafo.

> «Un mensaje.»

400 €
: al mes

½ jornada
: dedicación

**¿Qué *conviene* hacer?**

> [!TIP]
> Una pista.

> [!TIP]
> Otra [pista](../../glosario.md#tono).

- [ ] Abrirlo **hoy** `0`
  > Prisa.
- [x] Preguntar `1`
  > Datos y [tono](../../glosario.md#tono).
- [ ] Descartarlo `0.4`
  > Cierra.

  > [!CAUTION]
  > También cuesta.

> [!NOTE]
> Preguntar es [barato](../../glosario.md#alcance).";

#[test]
fn a_single_choice_with_everything() {
    let question = question(SINGLE, "");
    assert_eq!(question.id.as_str(), "m01-perfil");
    assert_eq!(question.title, "El perfil");
    assert_eq!(question.case.as_str(), "<p>El primer párrafo.</p>\n<blockquote>\n<p>«Un mensaje.»</p>\n</blockquote>");
    assert_eq!(question.stem.as_str(), "¿Qué <em>conviene</em> hacer?");
    assert_eq!(question.hints.len(), 2);
    assert_eq!(question.hints[0].as_str(), "<p>Una pista.</p>");
    let facts: Vec<_> = question.facts.iter().map(|fact| (fact.value.as_str(), fact.label.as_str())).collect();
    assert_eq!(facts, [("400 €", "al mes"), ("½ jornada", "dedicación")]);
    let terms: Vec<_> = question.terms.iter().map(|term| term.as_str()).collect();
    assert_eq!(terms, ["tono", "alcance"], "each once");
    assert!(question.explanation.unwrap().as_str().starts_with("<p>Preguntar es <button"));
}

#[test]
fn the_explanation_of_a_fact_needs_no_blank() {
    assert_eq!(question(&SINGLE.replace(": al mes", ":al mes"), "").facts, question(SINGLE, "").facts);
}

#[test]
fn options_carry_their_credit_and_both_kinds_of_feedback() {
    let Form::Single(options) = question(SINGLE, "").form else { panic!("not a single choice") };
    let credits: Vec<_> = options.iter().map(|option| (option.recommended, option.credit.clone())).collect();
    assert_eq!(credits, [(false, Credit::Same(0.0)), (true, Credit::Same(1.0)), (false, Credit::Same(0.4))]);
    assert_eq!(options[0].text.as_str(), "Abrirlo <strong>hoy</strong>");
    assert_eq!(options[0].key, option_key("abrirlo hoy"));
    assert_eq!(options[0].not_chosen, None);
    assert_eq!(options[2].feedback.as_str(), "<p>Cierra.</p>");
    assert_eq!(options[2].not_chosen.as_ref().unwrap().as_str(), "<p>También cuesta.</p>");
}

#[test]
fn the_sheet_is_read_whole() {
    let question = question(SINGLE, "sector = \"cultura\"\ntamano = \"una\"\n");
    let sheet = &question.sheet;
    let weights: Vec<_> = sheet.competencies.iter().map(|(id, weight)| (id.as_str(), *weight)).collect();
    assert_eq!(weights, [("estrategia.planificacion", 0.7), ("operacion.escucha", 0.3)]);
    assert_eq!((sheet.bloom, sheet.difficulty), (Bloom::Evaluate, 0.4));
    assert_eq!(
        (sheet.facets.as_slice(), sheet.scenario.as_deref()),
        (&["plazo", "reparto_explicito"].map(String::from)[..], Some("sala"))
    );
    assert_eq!((sheet.size.as_deref(), sheet.sector.as_deref()), (Some("una"), Some("cultura")));
    let review = &sheet.review;
    assert_eq!((review.lesson.as_str(), review.anchor.as_str(), review.title.as_str()), ("m01-l1", "idea", "La idea"));
    let scene = &question.scene;
    assert_eq!((scene.role, scene.place.as_deref()), (Role::Cm, Some("Sala")));
    assert_eq!((scene.moment.as_deref(), scene.set.as_deref()), (Some("Hoy"), Some("reloj")));
}

#[test]
fn loose_lists_read_like_tight_ones() {
    let loose =
        SINGLE.replace("\n- [", "\n\n- [").replace("\n  > ", "\n\n  > ").replace("\n\n  > También", "\n  > También");
    assert_eq!(question(&loose, "").form, question(SINGLE, "").form);
}

#[test]
fn a_multiple_choice_with_a_credit_for_each_competency() {
    let text = "### Dos {#m01-dos .multiple}\n\nCaso.\n\n**¿Cuáles?**\n\n- [x] Uno `estrategia.planificacion 1, operacion.escucha 0.5`\n  > A.\n- [x] Dos `1`\n  > B.\n- [ ] Tres `0`\n  > C.\n- [ ] Cuatro `0`\n  > D.";
    let Form::Multiple(options) = question(text, "").form else { panic!("not a multiple choice") };
    let expected = vec![("estrategia.planificacion".into(), 1.0), ("operacion.escucha".into(), 0.5)];
    assert_eq!(options[0].credit, Credit::PerCompetency(expected));
    assert_eq!(options.iter().filter(|option| option.recommended).count(), 2);
}

#[test]
fn steps_keep_the_order_of_the_file() {
    let text = "### Orden {#m01-orden .ordenar}\n\nAntes:\n\n1. esto\n2. no cuenta\n\n**¿En qué orden?**\n\n1. Uno\n   > A.\n2. Dos\n   > B.\n3. Tres\n   > C.\n4. Cuatro\n   > D.";
    let question = question(text, "");
    let Form::Order(steps) = question.form else { panic!("not an order") };
    assert_eq!(steps.iter().map(|step| step.text.plain()).collect::<Vec<_>>(), ["Uno", "Dos", "Tres", "Cuatro"]);
    assert_eq!(steps[3].feedback.as_str(), "<p>D.</p>");
    assert!(question.case.as_str().contains("<ol>"), "the list of the case stays in the case");
}

const TABLE: &str = "\n\nCaso.\n\n**¿De quién?**\n\n| Qué | Quién | Por qué |\n|---|---|---|\n| Uno | SMM | A. |\n| Dos | CM `SMM 0.5` | B. |\n| Tres | CM | *C*. |\n| Cuatro | SMM | D. |";

#[test]
fn a_classification_with_fixed_targets() {
    let text = format!("### De quién {{#m01-quien .clasificar}}{TABLE}");
    let Form::Classify(grid) = question(&text, "destinos = [\"CM\", \"SMM\", \"Ambas\"]\n").form else {
        panic!("not a grid")
    };
    assert_eq!(grid.targets.iter().map(|target| target.label.as_str()).collect::<Vec<_>>(), ["CM", "SMM", "Ambas"]);
    assert_eq!(grid.rows[1].credits, [(option_key("CM"), 1.0), (option_key("SMM"), 0.5)]);
    assert_eq!(grid.rows[2].feedback.as_str(), "<em>C</em>.");
}

#[test]
fn targets_come_in_the_order_of_the_rows() {
    let rows = TABLE.replace("| Cuatro | SMM |", "| Cuatro | Nadie |") + "\n| Cinco | CM | E. |";
    let Form::Match(grid) = question(&format!("### De quién {{#m01-quien .emparejar}}{rows}"), "").form else {
        panic!("not a grid")
    };
    assert_eq!(grid.targets.iter().map(|target| target.label.as_str()).collect::<Vec<_>>(), ["SMM", "CM", "Nadie"]);
}

#[test]
fn ratings_from_one_to_four() {
    let text = "### Cuánto {#m01-cuanto .valorar}\n\nCaso con datos:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n**¿Cuánto ayuda?**\n\n| Qué | Valor | Por qué |\n|---|---|---|\n| Uno | 4 | A. |\n| Dos | 1 | B. |\n| Tres | 3 | C. |\n| Cuatro | 2 | D. |";
    let question = question(text, "");
    let Form::Rate(rating) = question.form else { panic!("not a rating") };
    assert_eq!(rating.points, 4);
    assert_eq!(rating.rows.iter().map(|row| row.value).collect::<Vec<_>>(), [4, 1, 3, 2]);
    assert!(question.case.as_str().contains("class=\"tabla\""), "the table of the case stays in the case");
}
