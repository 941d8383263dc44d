//! What the search knows of the course.

use crate::course::{Block, Course, Form, Lesson, Module, Question, Simulation, Term};
use crate::search::{Document, Index, Kind, build};

/// The index of a course whose addresses are below `base`. Exams stay out of it, and so does what happens in simulations.
pub fn search_index(course: &Course, base: &str) -> Index {
    let mut documents = Vec::new();
    for (module, lesson) in course.lessons() {
        documents.push(of_lesson(course, module, lesson));
        documents.extend(lesson.questions().map(|question| of_case(lesson, question)));
    }
    documents.extend(course.glossary.iter().map(of_term));
    documents.extend(course.simulations.iter().map(of_simulation));
    for document in &mut documents {
        document.href = format!("{base}{}", document.href);
    }
    build(&documents)
}

fn of_lesson(course: &Course, module: &Module, lesson: &Lesson) -> Document {
    let number = course.modules.iter().position(|other| other.id == module.id).map_or(0, |at| at + 1);
    let section = |block: &Block| match block {
        Block::Section(section) => Some(format!("{} {}", section.title.plain(), section.body.plain())),
        Block::Question(_) => None,
    };
    Document {
        title: lesson.title.clone(),
        place: format!("Módulo {number}: {}", module.title),
        kind: Kind::Lesson,
        href: format!("lecciones/{}/", lesson.id),
        text: std::iter::once(lesson.summary.clone())
            .chain(lesson.blocks.iter().filter_map(section))
            .collect::<Vec<_>>()
            .join(" "),
        extract: lesson.summary.clone(),
    }
}

fn of_case(lesson: &Lesson, question: &Question) -> Document {
    let options: Vec<String> = match &question.form {
        Form::Single(options) | Form::Multiple(options) => options.iter().map(|option| option.text.plain()).collect(),
        Form::Order(steps) => steps.iter().map(|step| step.text.plain()).collect(),
        Form::Match(grid) | Form::Classify(grid) => grid.rows.iter().map(|row| row.text.plain()).collect(),
        Form::Rate(rating) => rating.rows.iter().map(|row| row.text.plain()).collect(),
    };
    let place = question.scene.place.clone().unwrap_or_default();
    Document {
        title: question.title.clone(),
        place: lesson.title.clone(),
        kind: Kind::Case,
        href: format!("lecciones/{}/#{}", lesson.id, question.id),
        text: format!("{} {place} {} {}", question.case.plain(), question.stem.plain(), options.join(" ")),
        extract: question.case.plain(),
    }
}

fn of_term(term: &Term) -> Document {
    let aliases = term.aliases.as_ref().map(|names| format!(" También: {names}.")).unwrap_or_default();
    let text = term.definition.plain() + &aliases;
    Document {
        title: term.name.clone(),
        place: "Glosario".into(),
        kind: Kind::Term,
        href: format!("glosario/#{}", term.id),
        extract: text.clone(),
        text,
    }
}

fn of_simulation(simulation: &Simulation) -> Document {
    let opening: String = simulation.opening.iter().map(|section| section.body.plain()).collect::<Vec<_>>().join(" ");
    Document {
        title: simulation.title.clone(),
        place: "Simulaciones".into(),
        kind: Kind::Simulation,
        href: format!("simulaciones/{}/", simulation.id),
        text: format!("{} {opening}", simulation.summary),
        extract: simulation.summary.clone(),
    }
}
