//! Every figure, against those that an independent program in Python gives for the same files (`referencia.py` beside
//! them). LSAT6 has, besides, the figures published of it.

use serde_json::Value;
use timon_y_voz::assess::analysis::{Analysis, ItemFigures, OptionFigures, ScaleFigures};
use timon_y_voz::exchange::Blank;

use super::{analysis, vector};

const SETS: [&str; 8] = ["lsat6", "opciones", "clave-corta", "huecos", "pequena", "escalas", "un-item", "credito"];

#[test]
fn every_figure_is_that_of_the_reference() {
    for set in SETS {
        let expected = expected(set);
        let blank = if expected["blancos"] == "fuera" { Blank::Missing } else { Blank::Wrong };
        let found = analysis(set, blank);
        assert_eq!(expected["personas"], found.people, "{set}");
        assert_eq!(expected["completas"], found.complete, "{set}");
        check_set(set, &expected["conjunto"], &found);
        let items = expected["por_item"].as_array().unwrap();
        assert_eq!(items.len(), found.items.len(), "{set}");
        for (expected, found) in items.iter().zip(&found.items) {
            check_item(set, expected, found);
        }
        let scales = expected["escalas"].as_array().unwrap();
        assert_eq!(scales.len(), found.scales.len(), "{set}");
        for (expected, found) in scales.iter().zip(&found.scales) {
            check_scale(set, expected, found);
        }
    }
}

fn expected(set: &str) -> Value {
    let text = std::fs::read_to_string(vector(&format!("{set}.esperado.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn check_set(name: &str, expected: &Value, found: &Analysis) {
    let set = &found.set;
    for (key, value) in [
        ("media", set.mean),
        ("varianza", set.variance),
        ("alfa", set.alpha),
        ("alfa_estandarizada", set.standardised_alpha),
        ("lambda2", set.lambda_2),
        ("kr21", set.kr_21),
        ("error_de_medida", set.measurement_error),
    ] {
        same(&format!("{name} {key}"), &expected[key], value);
    }
    let interval = &expected["alfa_intervalo"];
    same(&format!("{name} low"), &interval[0], set.alpha_interval.map(|(low, _)| low));
    same(&format!("{name} high"), &interval[1], set.alpha_interval.map(|(_, high)| high));
}

fn check_item(set: &str, expected: &Value, found: &ItemFigures) {
    let name = format!("{set} {}", found.name);
    assert_eq!(expected["item"], found.name.as_str(), "{set}");
    assert_eq!(expected["personas"], found.people, "{name}");
    for (key, value) in [
        ("facilidad", found.facility),
        ("error_tipico", found.standard_error),
        ("r_total", found.item_total),
        ("r_resto", found.item_rest),
        ("alfa_sin_el", found.alpha_without),
    ] {
        same(&format!("{name} {key}"), &expected[key], value);
    }
    let options = expected["opciones"].as_array().unwrap();
    assert_eq!(options.len(), found.options.len(), "{name}");
    for (expected, found) in options.iter().zip(&found.options) {
        check_option(&name, expected, found);
    }
}

fn check_option(item: &str, expected: &Value, found: &OptionFigures) {
    let name = format!("{item} «{}»", found.mark.label);
    assert_eq!(expected["opcion"], found.mark.label.as_str(), "{item}");
    assert_eq!(expected["n"], found.chosen, "{name}");
    for (key, value) in [
        ("credito", Some(found.mark.credit)),
        ("proporcion", Some(found.share)),
        ("media_resto", found.rest_mean),
        ("r_resto", found.rest_correlation),
    ] {
        same(&format!("{name} {key}"), &expected[key], value);
    }
}

fn check_scale(set: &str, expected: &Value, found: &ScaleFigures) {
    let name = format!("{set} {}", found.name);
    assert_eq!(expected["escala"], found.name.as_str(), "{set}");
    assert_eq!(expected["items"], found.items, "{name}");
    same(&format!("{name} alfa"), &expected["alfa"], found.alpha);
    same(&format!("{name} prmse"), &expected["prmse_escala"], found.prmse_scale);
    same(&format!("{name} total"), &expected["prmse_total"], found.prmse_total);
    assert_eq!(expected["aporta"].as_bool(), found.adds_value, "{name}");
}

/// To 1e-9, or both unknown.
fn same(what: &str, expected: &Value, found: Option<f64>) {
    match (expected.as_f64(), found) {
        (Some(expected), Some(found)) => assert!((expected - found).abs() < 1e-9, "{what}: {expected} and {found}"),
        (None, None) => {}
        (expected, found) => panic!("{what}: {expected:?} and {found:?}"),
    }
}

/// The figures published of LSAT6, with the digits they were published with.
#[test]
fn lsat6_is_as_published() {
    let lsat6 = analysis("lsat6", Blank::Wrong);
    let published = |found: Option<f64>, published: f64, digits: i32| {
        let found = found.unwrap();
        assert!((found - published).abs() <= 0.5 * 10f64.powi(-digits), "{found} and {published}");
    };
    let set = &lsat6.set;
    published(set.mean, 3.819, 10);
    published(set.variance, 1.07131031, 8);
    published(set.alpha, 0.2949971922, 10);
    published(set.kr_21, 0.1964411687, 10);
    published(set.standardised_alpha, 0.2930283, 7);
    published(set.standardised_lambda_2, 0.2969991, 7);
    published(set.measurement_error, 0.869067, 6);
    published(set.alpha_interval.map(|(low, _)| low), 0.223474, 6);
    // Published as .361802, and it is .36180253: rounded in its last digit to the wrong side.
    published(set.alpha_interval.map(|(_, high)| high), 0.36180, 5);
    let items = [
        (0.924, 0.36201, 0.112833, 0.275356),
        (0.709, 0.56677, 0.153178, 0.237584),
        (0.553, 0.61844, 0.172779, 0.216799),
        (0.763, 0.53442, 0.144428, 0.245933),
        (0.870, 0.43537, 0.121596, 0.266294),
    ];
    for (found, (facility, total, rest, without)) in lsat6.items.iter().zip(items) {
        published(found.facility, facility, 10);
        published(found.item_total, total, 5);
        published(found.item_rest, rest, 6);
        published(found.alpha_without, without, 6);
    }
}
