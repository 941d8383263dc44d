//! The end: where it came to, the whole tree with the road taken, who decided what, and what it says about the learner.

use std::collections::BTreeMap;

use super::SimulationView;
use super::chart::chart;
use super::desk::button;
use super::gauges::gauges;
use super::words;
use crate::course::simulation::{Destination, Replay, Turn};
use crate::course::{CompetencyId, Dimension, ItemId, Role};
use crate::ui::parts::escape;
use crate::ui::parts::figures::credit_bar;
use crate::ui::parts::format::{count, quoted};
use crate::ui::parts::sign::{Sign, glyph};

/// The end of a run, as HTML. `is_first` says whether it is the one that counts.
pub fn debrief(view: &SimulationView, replay: &Replay, ending: usize, is_first: bool, hat: &Hat<'_>) -> String {
    let start = view.plot.start();
    format!(
        "<section class=\"campo n\" aria-labelledby=\"momento\"><div class=\"doce final\"><div class=\"c7 pila\">\
         <p class=\"meta\">{}: desenlace</p><h1 id=\"momento\" tabindex=\"-1\">{}</h1><div class=\"entrada\">{}</div></div>\
         <div class=\"c5\">{}</div></div></section>\
         <section class=\"hoja-interior\"><h2>Tu ruta, y lo que quedó sin recorrer</h2>\
         <div class=\"desborda\" role=\"region\" aria-label=\"Mapa de la ruta\" tabindex=\"0\">{}</div><ol class=\"ruta\">{}</ol></section>\
         {}{}{}{}{}",
        escape(&view.title),
        escape(&view.plot.endings[ending].title),
        view.endings[ending].as_str(),
        gauges(&view.plot, &replay.state, &start, "empezó en"),
        chart(view, replay),
        route(view, replay),
        part("Quién decidía", &(oversteps(view, replay) + &hats(view, replay, hat))),
        part("Momentos por los que no pasaste", &elsewhere(view, replay)),
        part(
            "Lo que dice de ti",
            &format!("<p class=\"medida\">{}</p>{}", standing_words(is_first), evidence(view, replay))
        ),
        part("Para llevarse", view.takeaways.as_str()),
        ways(view)
    )
}

/// The hat said at a node.
pub type Hat<'h> = dyn Fn(&ItemId) -> Option<Role> + 'h;

/// A part with its heading; nothing when it has nothing to say.
fn part(title: &str, contents: &str) -> String {
    if contents.is_empty() {
        return String::new();
    }
    format!("<section class=\"hoja-interior pila\"><h2>{title}</h2>{contents}</section>")
}

fn ways(view: &SimulationView) -> String {
    let link =
        |href: &str, text: &str| format!("<a class=\"boton claro\" href=\"{}\">{}</a>", escape(href), escape(text));
    let lesson = view.lesson.as_ref().map(|lesson| link(&lesson.href, &lesson.text)).unwrap_or_default();
    format!(
        "<p class=\"acciones hoja-interior\">{}{lesson}{}</p>",
        button("mesa", "boton", "Repetir o cambiar de silla"),
        link(&view.profile, "Ver tu perfil")
    )
}

fn standing_words(is_first: bool) -> &'static str {
    if is_first {
        "Es tu primer recorrido: cada decisión cuenta en tu perfil. Las de una misma simulación dependen unas de otras, así que juntas pesan como caso y medio en cada competencia. Puntúan las decisiones, no el final."
    } else {
        "Ya conocías el desenlace, así que este recorrido es práctica: en tu perfil cuenta el primero."
    }
}

/// Each decision, with the roads not taken beside it.
fn route(view: &SimulationView, replay: &Replay) -> String {
    replay.turns.iter().map(|turn| step(view, turn)).collect()
}

fn step(view: &SimulationView, turn: &Turn) -> String {
    let (node, told) = (&view.plot.nodes[turn.node], &view.nodes[turn.node]);
    let choice = &told.choices[turn.choice];
    let sign = Sign::from(node.role);
    let best = if choice.recommended { " <i class=\"propuesta\">La más defendible.</i>" } else { "" };
    let others: String = (0..node.moves.len())
        .filter(|place| *place != turn.choice)
        .filter_map(|place| Some(format!("<li>{}</li>", words::road_not_taken(view, turn, place)?)))
        .collect();
    let review = match choice.recommended {
        true => String::new(),
        false => format!(
            "<p><a href=\"{}\">Repasar {}</a></p>",
            escape(&view.reviews[turn.node]),
            escape(&quoted(&told.review.title))
        ),
    };
    format!(
        "<li><span class=\"nodo {}\">{}</span><div class=\"paso\"><p class=\"meta\"><b>{}</b>, {}</p><h3>{}{best}</h3>{}{}{review}</div>\
         <div class=\"ramas\"><h4>Lo que no elegiste</h4><ul>{others}</ul></div></li>",
        sign.field(),
        glyph(sign),
        escape(&words::moment(&node.day, node.hour.as_deref())),
        as_whom(node.role),
        choice.text.as_str(),
        choice.consequence.as_str(),
        words::changes_html(&view.plot, &turn.before, &turn.after),
    )
}

fn as_whom(role: Role) -> &'static str {
    match role {
        Role::Smm => "como SMM",
        Role::Cm => "como CM",
        Role::Both => "por las dos funciones",
    }
}

/// Where the learner took what belonged to the other function, or left to it what was theirs.
fn oversteps(view: &SimulationView, replay: &Replay) -> String {
    let made: Vec<String> = replay.turns.iter().filter_map(|turn| overstep(view, turn)).collect();
    if made.is_empty() {
        return "<p class=\"medida\">En este recorrido, cada decisión la tomó quien respondía de ella.</p>".into();
    }
    let times = if made.len() == 1 { "Una vez".into() } else { format!("{} veces", made.len()) };
    format!(
        "<p class=\"medida\">{times}, una función decidió lo que era de la otra o dejó en sus manos lo propio.</p><ul class=\"cruces\">{}</ul>",
        made.concat()
    )
}

fn overstep(view: &SimulationView, turn: &Turn) -> Option<String> {
    let (node, choice) = (&view.plot.nodes[turn.node], &view.nodes[turn.node].choices[turn.choice]);
    let overstep = choice.overstep.as_ref()?;
    let how = match (node.role, overstep.belongs) {
        (Role::Cm, Role::Smm) => "Decidiste como CM lo que correspondía a SMM",
        (Role::Smm, Role::Cm) => "Decidiste como SMM lo que correspondía a CM",
        (Role::Cm, Role::Cm) | (Role::Smm, Role::Smm) => "Dejaste en otras manos lo que te correspondía",
        (_, Role::Smm) => "Faltó el sombrero de SMM",
        (_, _) => "Faltó el sombrero de CM",
    };
    Some(format!(
        "<li>{}<div><h3>{how}</h3><p class=\"meta\">{}: {}</p>{}</div></li>",
        glyph(Sign::from(overstep.belongs)),
        escape(&words::moment(&node.day, node.hour.as_deref())),
        choice.text.as_str(),
        overstep.why.as_str()
    ))
}

/// The hats that were said, beside those that the moments called for. Empty where none is asked.
fn hats(view: &SimulationView, replay: &Replay, hat: &Hat<'_>) -> String {
    let asked: Vec<&Turn> = replay.turns.iter().filter(|turn| view.plot.nodes[turn.node].asks_hat).collect();
    if asked.is_empty() {
        return String::new();
    }
    let row = |turn: &&Turn| {
        let node = &view.plot.nodes[turn.node];
        let worn = hat(&node.id).map_or("–", words::function);
        let title = escape(&node.title);
        format!("<tr><th scope=\"row\">{title}</th><td>{worn}</td><td>{}</td></tr>", words::function(node.role))
    };
    let rows: String = asked.iter().map(row).collect();
    format!(
        "<div class=\"desborda\" role=\"region\" aria-label=\"Sombreros\" tabindex=\"0\"><table class=\"tabla\"><caption>El sombrero que dijiste y el que pedía el momento. En una organización así, la frontera es discutible.</caption>\
         <thead><tr><th scope=\"col\">Momento</th><th scope=\"col\">Dijiste</th><th scope=\"col\">Pedía</th></tr></thead><tbody>{rows}</tbody></table></div>"
    )
}

/// Nodes that the run did not meet.
fn elsewhere(view: &SimulationView, replay: &Replay) -> String {
    let start = replay.turns.first().map(|turn| turn.node);
    let met = |place: usize| replay.turns.iter().any(|turn| turn.node == place);
    let reachable = reachable(view, start);
    let node = |place: usize| {
        let node = &view.plot.nodes[place];
        let moves = node.moves.iter().zip(&view.nodes[place].choices);
        let choices: String = moves
            .map(|(_, words)| format!("<li><b>{}</b>{}</li>", words.text.as_str(), words.consequence.as_str()))
            .collect();
        format!(
            "<li><details><summary>{}: {}</summary><ul>{choices}</ul></details></li>",
            escape(&words::moment(&node.day, node.hour.as_deref())),
            escape(&node.title)
        )
    };
    let others: String =
        (0..view.plot.nodes.len()).filter(|place| reachable.contains(place) && !met(*place)).map(node).collect();
    if others.is_empty() { others } else { format!("<ul class=\"otros\">{others}</ul>") }
}

/// The nodes that some run from here could meet.
fn reachable(view: &SimulationView, start: Option<usize>) -> Vec<usize> {
    let mut found: Vec<usize> = start.into_iter().collect();
    let mut next = 0;
    while let Some(place) = found.get(next).copied() {
        next += 1;
        for the in &view.plot.nodes[place].moves {
            let to = match &the.to {
                Destination::Node(id) => view.plot.place(id),
                Destination::End => None,
            };
            found.extend(to.filter(|to| !found.contains(to)));
        }
    }
    found
}

/// The mean credit of the decisions, for each competency that the run met.
fn evidence(view: &SimulationView, replay: &Replay) -> String {
    let mut credits: BTreeMap<&CompetencyId, (f64, usize)> = BTreeMap::new();
    for turn in &replay.turns {
        for (id, credit) in &view.plot.nodes[turn.node].moves[turn.choice].credits {
            let (sum, n) = credits.entry(id).or_default();
            (*sum, *n) = (*sum + credit, *n + 1);
        }
    }
    let line = |(id, (sum, n)): (&&CompetencyId, &(f64, usize))| {
        let name = view.competencies.iter().find(|name| name.id == **id).map_or(id.as_str(), |name| name.name.as_str());
        let sign = Sign::from(Dimension::of(id).unwrap_or(Dimension::Strategy));
        format!(
            "<li><span class=\"fn\">{}<span>{}</span></span><span>{}</span><span class=\"meta\">{}</span></li>",
            glyph(sign),
            escape(name),
            credit_bar(sum / *n as f64),
            count(*n, "decisión")
        )
    };
    format!("<ul class=\"aporta-sim\">{}</ul>", credits.iter().map(line).collect::<String>())
}
