//! A question, from its heading to its sheet.
//!
//! 1. Its parts are told apart by their place and kind (`parts`).
//! 2. The sheet is read, then the answers in the form that the heading names, then the case around them.
//! 3. What credits and options say together is checked (`scoring`).

use std::ops::Range;

use super::findings::{Kind, Scored};
use super::headings::Heading;
use super::html::Prose;
use super::markdown::Node;
use super::options::{self, ChoiceRead};
use super::parts::{self, Parts};
use super::sheet::{self, SheetRead};
use super::toml_fields::Located;
use super::{broken, fences, grid, ids, scoring};
use crate::course::{Fact, Form, Html, ItemId, Key, LessonId, Question};
use crate::diagnostics::Code;

/// The part of a lesson that makes one question.
pub struct Region<'e, 't> {
    pub heading: Heading<'e, 't>,
    /// What stands between the heading and the sheet.
    pub body: Vec<Node<'e, 't>>,
    pub sheet: Option<Node<'e, 't>>,
}

/// Reads a question. `None` when too little of it can be understood to show it; its id is registered all the same.
pub fn read<'t>(prose: &mut Prose<'_, 't>, lesson: &LessonId, region: &Region<'_, 't>) -> Option<Question> {
    let errors_before = prose.log.errors();
    let _ = prose.take_terms();
    let id = define(prose, &region.heading);
    if broken::report(&mut prose.log, region) {
        if region.sheet.is_some() {
            let _ = sheet(prose, lesson, region);
        }
        return None;
    }
    let sheet = sheet(prose, lesson, region);
    let form = form(prose, region)?;
    let parts = parts::tell_apart(prose, region, form);
    let case = case(prose, &region.heading, &parts);
    let stem = parts.stem.map(|stem| prose.inline(&parts::bold_words(&stem)));
    let facts = facts(prose, &parts);
    let hints = parts.hints.iter().map(|hint| prose.quote(hint)).collect();
    let answers = answers(prose, form, &parts, sheet.as_ref());
    let explanation = parts.explanation.map(|note| prose.quote(&note));
    let title = prose.inline(region.heading.title).plain();
    let terms = prose.take_terms();
    let (sheet, answers) = (sheet?, answers?);
    let sound = prose.log.errors() == errors_before;
    let weights_place = prose.log.place(sheet.weights_span.clone());
    let (id, key, weights) = (id?, Key::of(&answers), sheet.sheet.competencies.clone());
    prose.log.found.scored.push(Scored { id: id.clone(), key, weights, weights_place, sound });
    let SheetRead { sheet, scene, .. } = sheet;
    Some(Question { id, title, scene, case, facts, stem: stem?, hints, form: answers, explanation, sheet, terms })
}

fn define(prose: &mut Prose<'_, '_>, heading: &Heading<'_, '_>) -> Option<ItemId> {
    let span = heading.id_span(prose.log.text);
    match &heading.id {
        Some(id) => {
            ids::define(&mut prose.log, Kind::Item, id, span);
            Some(ItemId::new(id.as_str()))
        }
        None => {
            let help = "añade al final del encabezado un id que no cambie nunca, como {#m02-canal .unica}";
            prose.log.report(Code::IdMissing, span, "a esta pregunta le falta el id", "sin id", help);
            None
        }
    }
}

fn sheet<'t>(prose: &mut Prose<'_, 't>, lesson: &LessonId, region: &Region<'_, 't>) -> Option<SheetRead> {
    let Some(node) = region.sheet else {
        let help = "termina la pregunta con un bloque ```ficha con sus competencias, bloom, dificultad, fuentes, repasa y funcion";
        prose.log.report(
            Code::SheetMissing,
            region.heading.span.clone(),
            "a esta pregunta le falta la ficha",
            "pregunta sin ficha",
            help,
        );
        return None;
    };
    let whole = node.tag().is_none_or(|tag| fences::check(&mut prose.log, tag, node.span()));
    if !whole {
        return None;
    }
    sheet::read(&mut prose.log, prose.site, lesson, node.span())
}

/// The form the heading names, or the one its misspelt class probably meant.
fn form(prose: &mut Prose<'_, '_>, region: &Region<'_, '_>) -> Option<&'static str> {
    let named = region.heading.forms();
    let known = super::headings::FORMS.into_iter().find(|form| named.first() == Some(form));
    let form = known.or_else(|| region.heading.form_meant());
    if form.is_none() && !region.heading.has_unknown_class() {
        let help = "cada pregunta empieza con su encabezado «###», un id y una forma: .unica, .multiple, .ordenar, .emparejar, .clasificar o .valorar";
        prose.log.report(
            Code::FormMissing,
            region.heading.span.clone(),
            "esta pregunta no dice su forma",
            "falta la forma",
            help,
        );
    }
    form
}

fn case<'t>(prose: &mut Prose<'_, 't>, heading: &Heading<'_, 't>, parts: &Parts<'_, 't>) -> Html {
    let case = prose.nodes(&parts.case);
    if case.is_empty() {
        let help = "cuenta la situación entre el encabezado y la pregunta en negrita";
        prose.log.report(Code::CaseMissing, heading.span.clone(), "a esta pregunta le falta el caso", "sin caso", help);
    }
    if parts.stem.is_none() {
        let help = "escribe la pregunta en un párrafo propio, todo en negrita, justo antes de las opciones: **¿Qué conviene hacer?**";
        prose.log.report(Code::StemMissing, heading.span.clone(), "falta la pregunta en negrita", "sin pregunta", help);
    }
    case
}

/// Facts on the table: each value with one label, at most four.
fn facts<'t>(prose: &mut Prose<'_, 't>, parts: &Parts<'_, 't>) -> Vec<Fact> {
    let mut facts: Vec<(Fact, usize, Range<usize>)> = Vec::new();
    for node in parts.facts.iter().flat_map(Node::children) {
        let text = prose.inline(node.inner()).plain();
        match node.tag() {
            Some(pulldown_cmark::Tag::DefinitionListTitle) => {
                facts.push((Fact { value: text, label: String::new() }, 0, node.span()));
            }
            _ => {
                if let Some((fact, labels, _)) = facts.last_mut() {
                    *labels += 1;
                    fact.label = text;
                }
            }
        }
    }
    for (fact, labels, span) in &facts {
        if *labels != 1 || fact.label.is_empty() {
            let help = "escribe el dato en una línea y, en la siguiente, «: » y qué es";
            prose.log.report(
                Code::FactIncomplete,
                span.clone(),
                format!("el dato «{}» necesita una explicación, y solo una", fact.value),
                "dato",
                help,
            );
        }
    }
    if let Some((_, _, fifth)) = facts.get(4) {
        let help = "deja los cuatro que hacen falta para decidir; los demás, en el texto";
        prose.log.report(
            Code::FactsTooMany,
            fifth.clone(),
            format!("hay {} datos sobre la mesa y caben 4", facts.len()),
            "dato de más",
            help,
        );
    }
    facts.into_iter().map(|(fact, ..)| fact).collect()
}

fn answers<'t>(
    prose: &mut Prose<'_, 't>,
    form: &str,
    parts: &Parts<'_, 't>,
    sheet: Option<&SheetRead>,
) -> Option<Form> {
    let fixed = targets(prose, form, sheet);
    match form {
        "unica" | "multiple" => {
            let choices = (!parts.items.is_empty()).then(|| options::choices(prose, &parts.items))?;
            scoring::check_choices(&mut prose.log, form, &choices, sheet);
            let choices = choices.into_iter().map(|ChoiceRead { choice, .. }| choice).collect();
            Some(if form == "unica" { Form::Single(choices) } else { Form::Multiple(choices) })
        }
        "ordenar" => {
            let steps = (!parts.items.is_empty()).then(|| options::steps(prose, &parts.items))?;
            scoring::check_steps(&mut prose.log, &steps);
            Some(Form::Order(steps.into_iter().map(|(step, _)| step).collect()))
        }
        "valorar" => {
            let read = grid::rate(prose, parts.table.as_ref()?)?;
            scoring::check_rating(&mut prose.log, &read);
            Some(Form::Rate(read.value))
        }
        _ => {
            let read = grid::sort(prose, parts.table.as_ref()?, fixed)?;
            scoring::check_grid(&mut prose.log, form, &read);
            Some(if form == "emparejar" { Form::Match(read.value) } else { Form::Classify(read.value) })
        }
    }
}

/// `destinos`, which only two forms have.
fn targets<'s>(
    prose: &mut Prose<'_, '_>,
    form: &str,
    sheet: Option<&'s SheetRead>,
) -> Option<&'s Located<Vec<Located<String>>>> {
    let fixed = sheet.and_then(|sheet| sheet.targets.as_ref());
    if let Some(fixed) = fixed.filter(|_| form != "emparejar" && form != "clasificar") {
        let help = "quita esta línea, o usa .emparejar o .clasificar";
        prose.log.report(
            Code::KeyMisplaced,
            fixed.span.clone(),
            format!("«destinos» no sirve en una pregunta .{form}"),
            "sobra aquí",
            help,
        );
    }
    fixed
}
