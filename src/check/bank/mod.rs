//! The examiner of the bank: what an editor of tests would look for, done by a program.
//!
//! 1. [`items`]: each question by itself, and beside the others.
//! 2. [`keys`]: whether the keys, all together, can be told by their length or their place.
//! 3. [`bots`]: whether answering by a trick pays.
//! 4. [`readability`]: how hard each text is to read.
//!
//! [`examine`] gives the whole report; `check` keeps what is wrong.

pub mod bots;
mod items;
pub mod keys;
pub mod readability;
mod words;

use self::bots::{Outcome, Play, Strategy};
use self::keys::Keys;
use super::exams::place_of_item;
use super::{about_file, at, start_of};
use crate::course::{Block, Course, Item, ItemId, Lesson, Question};
use crate::diagnostics::{Code, Diagnostic};
use crate::parse::{Kind, Reading};

/// How alike two axes may go when everybody answers at random.
pub const MOST_ALIKE: f64 = 0.3;
/// The perspicuity under which a text is called very hard.
pub const HARD: f64 = 40.0;
/// How many times each bot answers when the course is checked.
const CHECKED: usize = 500;
/// How many cases a diagnostic names.
const SHOWN: usize = 6;

/// How hard a text is to read, by the id of its lesson or of its question.
#[derive(Debug, Clone, PartialEq)]
pub struct TextEase {
    pub id: String,
    pub perspicuity: f64,
}

/// Everything that is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub keys: Keys,
    pub play: Play,
    pub lessons: Vec<TextEase>,
    pub questions: Vec<TextEase>,
}

/// Examines a bank, with each bot answering `respondents` times.
pub fn examine(course: &Course, respondents: usize) -> Report {
    let questions = questions(course);
    let plain: Vec<&Question> = questions.iter().map(|(question, _)| *question).collect();
    Report {
        keys: keys::keys(&plain),
        play: bots::play(&questions, course.threshold, respondents),
        lessons: course.lessons().filter_map(|(_, lesson)| of_lesson(lesson)).collect(),
        questions: plain.iter().filter_map(|question| of_question(question)).collect(),
    }
}

/// Every question with its item: those of lessons, and those of exams.
fn questions(course: &Course) -> Vec<(&Question, Item)> {
    let items = course.items();
    let item = |id: &ItemId| items.iter().find(|item| &item.id == id).cloned();
    course.all_questions().filter_map(|question| Some((question, item(&question.id)?))).collect()
}

fn of_lesson(lesson: &Lesson) -> Option<TextEase> {
    let prose = lesson.blocks.iter().filter_map(|block| match block {
        Block::Section(section) => Some(section.body.plain()),
        Block::Question(_) => None,
    });
    let text = prose.collect::<Vec<_>>().join("\n");
    Some(TextEase { id: lesson.id.to_string(), perspicuity: readability::perspicuity(&text)? })
}

fn of_question(question: &Question) -> Option<TextEase> {
    let text = format!("{}\n{}", question.case.plain(), question.stem.plain());
    Some(TextEase { id: question.id.to_string(), perspicuity: readability::perspicuity(&text)? })
}

/// What is wrong with the bank, without the bots.
pub fn check(reading: &Reading, diagnostics: &mut Vec<Diagnostic>) {
    let course = &reading.course;
    let questions: Vec<&Question> = course.all_questions().collect();
    items::check(reading, &questions, diagnostics);
    if course.blueprint.is_none() {
        return;
    }
    keys_check(reading, &keys::keys(&questions), diagnostics);
    let hard = |text: &TextEase| text.perspicuity < HARD;
    for text in course.lessons().filter_map(|(_, lesson)| of_lesson(lesson)).filter(hard) {
        hard_to_read(reading, Kind::Lesson, &text, diagnostics);
    }
    for text in questions.iter().filter_map(|question| of_question(question)).filter(hard) {
        hard_to_read(reading, Kind::Item, &text, diagnostics);
    }
}

fn hard_to_read(reading: &Reading, kind: Kind, text: &TextEase, diagnostics: &mut Vec<Diagnostic>) {
    let place = super::exams::place_of(reading, kind, &text.id);
    let message = format!("este texto es muy difícil de leer: perspicuidad {:.0}, y conviene {HARD} o más", text.perspicuity);
    let help = "parte las frases largas y cambia las palabras largas por otras corrientes";
    diagnostics.push(at(&place, Code::HardToRead, message, "difícil de leer", help));
}

const PLAN: &str = "plano.toml";

fn keys_check(reading: &Reading, keys: &Keys, diagnostics: &mut Vec<Diagnostic>) {
    if let Some(first) = keys.longest.first().filter(|_| keys.length_p < 0.05) {
        let message = format!(
            "la clave es la única opción más larga en {} de {} preguntas, más de lo que explica el azar (p = {:.3})",
            keys.longest.len(),
            keys.single,
            keys.length_p
        );
        let help = format!("quien elija la más larga acertaría de más: acorta claves o alarga otras opciones. Son: {}", listed(&keys.longest));
        diagnostics.push(at(&place_of_item(reading, first), Code::LengthBias, message, "una de ellas", help));
    }
    if keys.position_chi > keys.position_limit {
        let message = format!("las claves se reparten mal entre los puestos: {} (ji cuadrado {:.1})", keys.positions_listed(), keys.position_chi);
        let help = "cambia el orden de las opciones hasta que las claves se repartan por igual";
        diagnostics.push(about_file(PLAN, Code::PositionBias, message, help));
    }
}

/// What the bots show. It takes about a second, so it is asked for apart.
pub fn bots_check(reading: &Reading) -> Vec<Diagnostic> {
    let course = &reading.course;
    if course.blueprint.is_none() {
        return Vec::new();
    }
    let play = bots::play(&questions(course), course.threshold, CHECKED);
    let told = |strategy: Strategy| play.consolidated.iter().any(|(other, n)| *other == strategy && *n > 0);
    let mut diagnostics = Vec::new();
    for outcome in &play.outcomes {
        // What is told «consolidada» wins as well, and that is the worse of the two.
        match told(outcome.strategy) {
            true if outcome.set == bots::WHOLE => diagnostics.push(consolidated(reading, outcome, &play)),
            false if outcome.wins() => diagnostics.push(winner(reading, outcome)),
            _ => {}
        }
    }
    if play.axes.abs() > MOST_ALIKE {
        let message = format!("respondiendo al azar, las dos escalas se mueven juntas (r = {:.2})", play.axes);
        let help = "en los casos .unica y .multiple que miden las dos dimensiones, da créditos distintos por competencia; \
                    si no hay, añade casos de una sola dimensión";
        diagnostics.push(about_file(PLAN, Code::AxesTogether, message, help));
    }
    diagnostics
}

fn consolidated(reading: &Reading, outcome: &Outcome, play: &Play) -> Diagnostic {
    let n = play.consolidated.iter().find(|(strategy, _)| *strategy == outcome.strategy).map_or(0, |(_, n)| *n);
    let message =
        format!("quien responde «{}» obtiene «consolidada» en alguna escala {n} de {} veces", outcome.strategy.name(), play.respondents);
    about_trick(reading, Code::BotConsolidated, outcome, message)
}

fn winner(reading: &Reading, outcome: &Outcome) -> Diagnostic {
    let set = if outcome.set == bots::WHOLE { "todo el banco".to_string() } else { format!("«{}»", outcome.set) };
    let message = format!(
        "quien responde «{}» gana en {set}: {:.3} de media, y el azar llega a {:.3}",
        outcome.strategy.name(),
        outcome.mean,
        outcome.bound
    );
    about_trick(reading, Code::BotWins, outcome, message)
}

/// The place is that of the case where the trick pays most.
fn about_trick(reading: &Reading, code: Code, outcome: &Outcome, message: String) -> Diagnostic {
    let place = outcome.pays.first().map_or_else(|| start_of(PLAN), |item| place_of_item(reading, item));
    let help = match outcome.pays.is_empty() {
        true => "también pasa respondiendo al azar: añade opciones, o baja los créditos de las que no son la mejor".into(),
        false => format!("cambia las opciones o los créditos de los casos en que más acierta: {}", listed(&outcome.pays)),
    };
    at(&place, code, message, "aquí acierta más", help)
}

/// The first few, by name.
fn listed(items: &[ItemId]) -> String {
    let shown = items.iter().take(SHOWN).map(ItemId::as_str).collect::<Vec<_>>().join(", ");
    if items.len() > SHOWN { format!("{shown}…") } else { shown }
}
