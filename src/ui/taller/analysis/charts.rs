//! The figures of items, drawn as SVG with attributes. Each says in words what it shows, and a table beside it has the
//! same numbers. Lines differ by dash and by mark, never by colour alone.

use super::items::{attribute, label};
use crate::assess::analysis::{ItemFigures, OptionFigures};
use crate::ui::parts::escape;
use crate::ui::taller::numbers::{fixed, percent};

/// How answers are spread over the options: the key solid, the rest outlined.
pub fn shares(item: &ItemFigures) -> String {
    const WIDTH: f64 = 320.0;
    if item.options.is_empty() {
        return String::new();
    }
    let best = best(item);
    let words: Vec<String> = item
        .options
        .iter()
        .map(|option| {
            let key = if option.mark.credit == best { " (la clave)" } else { "" };
            format!("{}{key} {}", label(option), percent(option.share))
        })
        .collect();
    let mut x = 0.0;
    let mut html = String::new();
    for option in &item.options {
        let width = option.share * WIDTH;
        let class = if option.mark.credit == best { "clave" } else { "otra" };
        html.push_str(&format!(
            "<rect class=\"{class}\" x=\"{:.1}\" y=\"1\" width=\"{:.1}\" height=\"26\"/>",
            x + 1.0,
            (width - 1.0).max(0.0)
        ));
        let text = short(label(option));
        if width > 9.0 * text.chars().count() as f64 + 10.0 {
            html.push_str(&format!("<text class=\"{class}\" x=\"{:.1}\" y=\"19\">{}</text>", x + 7.0, escape(&text)));
        }
        x += width;
    }
    format!(
        "<svg class=\"reparto\" viewBox=\"0 0 {WIDTH} 28\" role=\"img\" aria-label=\"{}\">{html}</svg>",
        attribute(&words.join(", "))
    )
}

fn best(item: &ItemFigures) -> f64 {
    item.options.iter().map(|option| option.mark.credit).fold(0.0, f64::max)
}

/// The beginning of a label that is too long for a drawing.
fn short(label: &str) -> String {
    if label.chars().count() <= 12 { label.to_owned() } else { label.chars().take(11).chain(['…']).collect() }
}

const LEFT: f64 = 48.0;
const RIGHT: f64 = 250.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 176.0;

/// Who chooses each option, from those who do worst in the rest to those who do best.
pub fn curves(item: &ItemFigures) -> String {
    let groups = item.group_sizes.len();
    let used: Vec<&OptionFigures> = item.options.iter().filter(|option| option.chosen > 0).collect();
    if groups < 2 || used.is_empty() || item.group_sizes.iter().filter(|size| **size > 0).count() < 2 {
        return String::new();
    }
    let best = best(item);
    let ends = spread(used.iter().map(|option| last(option).map_or(BOTTOM, y)).collect());
    let mut html = axes(groups);
    for (place, (option, end)) in used.iter().zip(ends).enumerate() {
        let is_key = option.mark.credit == best;
        let class = if is_key { "clave".to_owned() } else { format!("trazo-{}", place % 4) };
        html.push_str(&line(option, groups, &class));
        html.push_str(&format!(
            "<text class=\"{}\" x=\"{}\" y=\"{:.1}\">{}</text>",
            if is_key { "b" } else { "" },
            RIGHT + 12.0,
            end + 4.0,
            escape(&short(label(option)))
        ));
    }
    format!(
        "<svg class=\"curvas\" viewBox=\"0 0 360 212\" role=\"img\" aria-label=\"{}\">{html}</svg>",
        attribute(&words(item, &used))
    )
}

fn words(item: &ItemFigures, used: &[&OptionFigures]) -> String {
    let change = |option: &&OptionFigures| {
        let (first, last) = (option.curve.iter().flatten().next(), last(option));
        let (first, last) = (first.copied().unwrap_or(0.0), last.unwrap_or(0.0));
        format!("{} pasa del {} al {}", label(option), percent(first), percent(last))
    };
    let changes: Vec<String> = used.iter().map(change).collect();
    format!("Opciones de {}, de quienes peor a quienes mejor responden al resto: {}", item.name, changes.join("; "))
}

fn last(option: &OptionFigures) -> Option<f64> {
    option.curve.iter().rev().flatten().next().copied()
}

fn x(group: usize, groups: usize) -> f64 {
    LEFT + (RIGHT - LEFT) * group as f64 / (groups - 1) as f64
}

fn y(share: f64) -> f64 {
    BOTTOM - (BOTTOM - TOP) * share
}

fn axes(groups: usize) -> String {
    let rule = |share: f64| {
        let y = y(share);
        format!(
            "<path class=\"guia\" d=\"M{LEFT} {y:.0}H{RIGHT}\"/><text class=\"eje fin\" x=\"{}\" y=\"{:.0}\">{}</text>",
            LEFT - 8.0,
            y + 4.0,
            percent(share)
        )
    };
    let rules: String = [0.0, 0.5, 1.0].map(rule).concat();
    let ticks: String = (0..groups)
        .map(|group| format!("<text class=\"eje medio\" x=\"{:.0}\" y=\"194\">{}</text>", x(group, groups), group + 1))
        .collect();
    format!("{rules}{ticks}<text class=\"eje medio\" x=\"149\" y=\"209\">grupos, de peor a mejor resto</text>")
}

fn line(option: &OptionFigures, groups: usize, class: &str) -> String {
    let points: Vec<(f64, f64)> =
        option.curve.iter().enumerate().filter_map(|(group, share)| Some((x(group, groups), y((*share)?)))).collect();
    let path: String = points
        .iter()
        .enumerate()
        .map(|(place, (x, y))| format!("{}{x:.1} {y:.1}", if place == 0 { "M" } else { "L" }))
        .collect();
    let marks: String = points.iter().map(|(x, y)| mark(*x, *y, class)).collect();
    format!("<path class=\"linea {class}\" d=\"{path}\"/>{marks}")
}

/// Each line has its own mark.
fn mark(x: f64, y: f64, class: &str) -> String {
    let shape = match class {
        "clave" => return format!("<circle class=\"marca clave\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\"/>"),
        "trazo-0" => format!("M{:.1} {:.1}h8v8h-8z", x - 4.0, y - 4.0),
        "trazo-1" => format!("M{x:.1} {:.1}l5 9h-10z", y - 5.0),
        "trazo-2" => format!("M{x:.1} {:.1}l5.5 5.5 -5.5 5.5 -5.5 -5.5z", y - 5.5),
        _ => format!("M{:.1} {:.1}l8 8m0 -8l-8 8", x - 4.0, y - 4.0),
    };
    format!("<path class=\"marca\" d=\"{shape}\"/>")
}

/// Heights of labels, moved apart so that none covers another, in the order given.
fn spread(wanted: Vec<f64>) -> Vec<f64> {
    const GAP: f64 = 15.0;
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut placed = wanted.clone();
    for pair in order.windows(2) {
        placed[pair[1]] = placed[pair[1]].max(placed[pair[0]] + GAP);
    }
    // What was pushed below the drawing goes back up, pushing the others.
    let mut limit = BOTTOM;
    for place in order.into_iter().rev() {
        placed[place] = placed[place].min(limit);
        limit = placed[place] - GAP;
    }
    placed
}

/// An item on the map.
struct Point {
    number: usize,
    x: f64,
    y: f64,
    is_fine: bool,
}

/// Facility against discrimination: where each item is, and which are out of the usual.
pub fn map(items: &[ItemFigures]) -> String {
    let known: Vec<(usize, f64, f64)> =
        items.iter().enumerate().filter_map(|(place, item)| Some((place, item.facility?, item.item_rest?))).collect();
    if known.len() < 3 {
        return String::new();
    }
    let lowest = known.iter().map(|(_, _, r)| *r).fold(-0.1, f64::min);
    let highest = known.iter().map(|(_, _, r)| *r).fold(0.5, f64::max);
    let x = |facility: f64| 56.0 + 560.0 * facility;
    let y = |r: f64| 24.0 + 260.0 * (highest - r) / (highest - lowest);
    let point = |(place, facility, r): &(usize, f64, f64)| Point {
        number: place + 1,
        x: x(*facility),
        y: y(*r),
        is_fine: items[*place].findings.is_empty(),
    };
    let points: Vec<Point> = known.iter().map(point).collect();
    let rule = |r: f64| {
        format!(
            "<path class=\"guia\" d=\"M56 {0:.1}H616\"/><text class=\"eje fin\" x=\"48\" y=\"{1:.1}\">{2}</text>",
            y(r),
            y(r) + 4.0,
            fixed(r, 1)
        )
    };
    let rules: String = [0.0, 0.2, 0.4].map(rule).concat();
    let tick = |facility: f64| {
        format!("<text class=\"eje medio\" x=\"{:.0}\" y=\"304\">{}</text>", x(facility), fixed(facility, 1))
    };
    let ticks: String = [0.0, 0.3, 0.5, 0.9, 1.0].map(tick).concat();
    let flagged = points.iter().filter(|point| !point.is_fine).count();
    let drawn: String = points.iter().map(|point| drawn(point, &points)).collect();
    format!(
        "<figure class=\"mapa-items\"><svg viewBox=\"0 0 640 330\" role=\"img\" aria-label=\"Facilidad y discriminación de {} preguntas; {flagged} llaman la atención. Los números están en la tabla que sigue.\">\
         {rules}{ticks}<text class=\"eje medio\" x=\"336\" y=\"324\">facilidad: a la derecha, las más fáciles</text>\
         <text class=\"eje\" x=\"56\" y=\"14\">discriminación: arriba, las que mejor distinguen</text>{drawn}</svg>\
         <figcaption class=\"meta\">Rombos con su número: las preguntas con alguna señal. Círculos: las demás.</figcaption></figure>",
        points.len()
    )
}

fn drawn(point: &Point, all: &[Point]) -> String {
    let Point { number, x, y, is_fine } = point;
    if *is_fine {
        return format!("<circle class=\"marca\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>");
    }
    // The number goes to the other side when another point stands where it would.
    let is_in_the_way = |other: &Point| (1.0..30.0).contains(&(other.x - x)) && (other.y - y).abs() < 14.0;
    let (x_of_number, class) = if all.iter().any(is_in_the_way) { (x - 10.0, "b fin") } else { (x + 10.0, "b") };
    format!(
        "<path class=\"marca clave\" d=\"M{x:.1} {:.1}l7 7 -7 7 -7 -7z\"/><text class=\"{class}\" x=\"{x_of_number:.1}\" y=\"{:.1}\">{number}</text>",
        y - 7.0,
        y + 5.0
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_do_not_cover_each_other_nor_leave_the_drawing() {
        let placed = spread(vec![170.0, 172.0, 20.0, 174.0]);
        let mut sorted = placed.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= 15.0), "{placed:?}");
        assert!(placed.iter().all(|y| (TOP..=BOTTOM).contains(y)), "{placed:?}");
        assert!(placed[0] < placed[1] && placed[1] < placed[3], "the order is kept: {placed:?}");
    }

    #[test]
    fn long_labels_are_cut_for_the_drawing() {
        assert_eq!((short("a"), short("una respuesta larga")), ("a".into(), "una respues…".into()));
    }
}
