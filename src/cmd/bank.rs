//! `timon bank`: what the examiner sees in the bank, to be read or to be handed to another program.

use std::fmt::Write;

use serde_json::{Value, json};
use timon_y_voz::check::bank::bots::{Play, Strategy};
use timon_y_voz::check::bank::keys::Keys;
use timon_y_voz::check::bank::{self, Report, TextEase, readability};
use timon_y_voz::check::blueprint;
use timon_y_voz::check::plots::{Outcome, outcomes};
use timon_y_voz::course::{Course, ItemId, Simulation};

use super::Failure;
use super::args::{CheckOptions, Format};
use super::check::{Depth, course};
use super::words::{title, with_commas};

/// How many times each bot answers the whole bank.
const RESPONDENTS: usize = 10_000;

pub fn run(options: &CheckOptions) -> Result<(), Failure> {
    let (course, _) = course(&options.content, Depth::Structure)?;
    tell!("Los trucos responden todo el banco {RESPONDENTS} veces: tarda alrededor de un minuto…");
    let report = bank::examine(&course, RESPONDENTS);
    match options.format {
        Format::Text => say!("{}", text(&course, &report).trim_end()),
        Format::Json => say!("{}", json(&course, &report)),
    }
}

/// The report as it is read in a terminal.
fn text(course: &Course, report: &Report) -> String {
    let mut out = String::new();
    plan(&mut out, course);
    keys(&mut out, &report.keys);
    bots(&mut out, &report.play);
    ease(&mut out, report);
    for simulation in &course.simulations {
        paths(&mut out, simulation);
    }
    with_commas(&out)
}

fn plan(out: &mut String, course: &Course) {
    let Some(plan) = &course.blueprint else { return };
    let items = blueprint::counted(course);
    let cells = blueprint::cells(plan, &items);
    let right = cells.iter().filter(|cell| cell.target == cell.found).count();
    title(out, "Plano");
    let _ = writeln!(
        out,
        "{} casos de lección y {} de prueba. {right} de {} casillas cuadran.",
        items.len(),
        course.exams.iter().map(|exam| exam.questions.len()).sum::<usize>(),
        cells.len()
    );
    for cell in cells.iter().filter(|cell| cell.target != cell.found) {
        let _ = writeln!(out, "  {} · {}: se piden {} y hay {}", cell.row, cell.column, cell.target, cell.found);
    }
    for share in blueprint::shares(plan, &items) {
        let _ = writeln!(
            out,
            "  {:<18} {:>5.1} %   (plano: {:.0} %)",
            share.path,
            share.found * 100.0,
            share.target * 100.0
        );
    }
    let sectors = blueprint::sectors(&items).iter().map(|(name, n)| format!("{name} {n}")).collect::<Vec<_>>();
    let _ = writeln!(out, "  Sectores: {}", sectors.join(", "));
}

fn keys(out: &mut String, keys: &Keys) {
    title(out, "Claves");
    let _ = writeln!(
        out,
        "La clave es la única más larga en {} de {} ({:.1} %; p = {:.3}).\nPuestos, del primero al último: {} (ji cuadrado {:.2}; límite {:.2}).",
        keys.longest.len(),
        keys.single,
        100.0 * keys.longest.len() as f64 / keys.single.max(1) as f64,
        keys.length_p,
        keys.positions_listed(),
        keys.position_chi,
        keys.position_limit
    );
}

fn bots(out: &mut String, play: &Play) {
    title(out, "Trucos");
    let _ = writeln!(
        out,
        "Cada uno responde {} veces. Crédito medio; entre paréntesis, lo más que da el azar.",
        play.respondents
    );
    let sets: Vec<&String> = play
        .outcomes
        .iter()
        .filter(|outcome| outcome.strategy == Strategy::Random)
        .map(|outcome| &outcome.set)
        .collect();
    let heads = sets.iter().map(|set| format!("{set:>15}")).collect::<String>();
    let _ = writeln!(out, "{:<30}{heads}", "");
    for strategy in Strategy::ALL {
        let of =
            |set: &&String| play.outcomes.iter().find(|outcome| outcome.strategy == strategy && &outcome.set == *set);
        let cell = |outcome: &bank::bots::Outcome| {
            let mark = if outcome.wins() { '!' } else { ' ' };
            format!("{:>6.3} ({:.3}){mark}", outcome.mean, outcome.bound)
        };
        let cells = sets.iter().filter_map(of).map(cell).collect::<String>();
        let _ = writeln!(out, "{:<30}{cells}", strategy.name());
    }
    let told: usize = play.consolidated.iter().map(|(_, n)| n).sum();
    let _ = writeln!(
        out,
        "Con alguna escala «consolidada»: {told}. Correlación de las dos escalas al azar: {:.3}.",
        play.axes
    );
}

fn ease(out: &mut String, report: &Report) {
    title(out, "Legibilidad (perspicuidad de Szigriszt-Pazos, escala INFLESZ)");
    for (name, texts) in [("Lecciones", &report.lessons), ("Casos", &report.questions)] {
        let Some([lowest, middle, highest]) = three(texts) else { continue };
        let _ = writeln!(
            out,
            "  {name:<10} {:.0} ({}) · mediana {:.0} · {:.0} ({}). {}",
            lowest.perspicuity,
            lowest.id,
            middle.perspicuity,
            highest.perspicuity,
            highest.id,
            spread(texts)
        );
    }
}

fn three(texts: &[TextEase]) -> Option<[&TextEase; 3]> {
    let mut sorted: Vec<&TextEase> = texts.iter().collect();
    sorted.sort_by(|a, b| a.perspicuity.total_cmp(&b.perspicuity));
    Some([sorted.first()?, sorted.get(sorted.len() / 2)?, sorted.last()?])
}

fn spread(texts: &[TextEase]) -> String {
    let bands = ["muy difícil", "algo difícil", "normal", "bastante fácil", "muy fácil"];
    let of = |band: &&str| texts.iter().filter(|text| readability::band(text.perspicuity) == *band).count();
    bands.iter().map(|band| format!("{band}: {}", of(band))).collect::<Vec<_>>().join(", ")
}

fn paths(out: &mut String, simulation: &Simulation) {
    title(out, &format!("Simulación «{}»", simulation.title));
    let Some(outcomes) = outcomes(&simulation.plot) else {
        let _ = writeln!(out, "Tiene demasiados recorridos para seguirlos uno a uno.");
        return;
    };
    let endings = simulation.plot.endings.iter().enumerate().map(|(place, ending)| {
        let n = outcomes.0.iter().filter(|outcome| outcome.ending == place).count();
        format!("{} {n}", ending.title)
    });
    let _ = writeln!(out, "{} recorridos. Finales: {}.", outcomes.0.len(), endings.collect::<Vec<_>>().join(", "));
    let Some([worst, middle, best]) = outcomes.three() else { return };
    let _ = writeln!(out, "  {:<28}{:>7}{:>9}{:>7}{:>12}", "", "peor", "mediano", "mejor", "alcanzable");
    for (id, lowest, highest) in outcomes.ranges() {
        let of = |outcome: &Outcome| outcome.credits.get(&id).map_or("–".into(), |(mean, _)| format!("{mean:.2}"));
        let _ = writeln!(
            out,
            "  {:<28}{:>7}{:>9}{:>7}   {lowest:.2}–{highest:.2}",
            id.to_string(),
            of(worst),
            of(middle),
            of(best)
        );
    }
}

fn json(course: &Course, report: &Report) -> Value {
    let items = blueprint::counted(course);
    let cells = course.blueprint.as_ref().map(|plan| blueprint::cells(plan, &items)).unwrap_or_default();
    let cell = |cell: &blueprint::Cell| json!({ "casilla": cell.path, "plano": cell.target, "hay": cell.found });
    let outcome = |outcome: &bank::bots::Outcome| {
        json!({
            "truco": outcome.strategy.name(), "conjunto": outcome.set, "media": outcome.mean,
            "azar": outcome.chance, "limite": outcome.bound, "gana": outcome.wins(),
            "acierta_en": outcome.pays.iter().map(ItemId::as_str).collect::<Vec<_>>(),
        })
    };
    let ease = |texts: &[TextEase]| {
        texts.iter().map(|text| json!({ "id": text.id, "perspicuidad": text.perspicuity })).collect::<Vec<_>>()
    };
    json!({
        "plano": cells.iter().map(cell).collect::<Vec<_>>(),
        "claves": {
            "unicas": report.keys.single, "mas_largas": report.keys.longest.iter().map(ItemId::as_str).collect::<Vec<_>>(), "p": report.keys.length_p,
            "puestos": report.keys.positions, "ji_cuadrado": report.keys.position_chi,
        },
        "trucos": {
            "veces": report.play.respondents,
            "resultados": report.play.outcomes.iter().map(outcome).collect::<Vec<_>>(),
            "consolidadas": report.play.consolidated.iter().map(|(_, n)| n).sum::<usize>(),
            "correlacion_de_escalas": report.play.axes,
        },
        "legibilidad": { "lecciones": ease(&report.lessons), "casos": ease(&report.questions) },
        "simulaciones": course.simulations.iter().map(simulation).collect::<Vec<_>>(),
    })
}

fn simulation(simulation: &Simulation) -> Value {
    let Some(outcomes) = outcomes(&simulation.plot) else { return json!({ "id": simulation.id.as_str() }) };
    let three = outcomes.three().map(|three| {
        three.map(|outcome| {
            outcome
                .credits
                .iter()
                .map(|(id, (mean, _))| (id.to_string(), json!(mean)))
                .collect::<serde_json::Map<_, _>>()
        })
    });
    json!({
        "id": simulation.id.as_str(),
        "recorridos": outcomes.0.len(),
        "peor_mediano_mejor": three,
        "alcanzable": outcomes.ranges().iter().map(|(id, low, high)| json!([id.as_str(), low, high])).collect::<Vec<_>>(),
    })
}
