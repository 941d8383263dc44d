//! The figures for another program, with all their digits. What cannot be known is `null`.

use serde_json::{Value, json};
use timon_y_voz::assess::Certainty;
use timon_y_voz::assess::analysis::{Analysis, Finding, ItemFigures, OptionFigures, ScaleFigures, SetFigures, Spread};
use timon_y_voz::exchange::{Blank, sentences};

pub fn report(analysis: &Analysis, blank: Blank) -> Value {
    let blank = if blank == Blank::Wrong { "mal" } else { "fuera" };
    json!({
        "blancos": blank,
        "personas": analysis.people,
        "items": analysis.items.len(),
        "completas": analysis.complete,
        "conjunto": set(&analysis.set),
        "por_item": analysis.items.iter().map(item).collect::<Vec<_>>(),
        "escalas": analysis.scales.iter().map(scale).collect::<Vec<_>>(),
    })
}

fn set(set: &SetFigures) -> Value {
    json!({
        "media": set.mean,
        "varianza": set.variance,
        "desviacion": set.variance.map(f64::sqrt),
        "alfa": set.alpha,
        "alfa_intervalo": set.alpha_interval.map(|(low, high)| [low, high]),
        "alfa_estandarizada": set.standardised_alpha,
        "lambda2": set.lambda_2,
        "lambda2_estandarizada": set.standardised_lambda_2,
        "kr21": set.kr_21,
        "error_de_medida": set.measurement_error,
    })
}

fn item(item: &ItemFigures) -> Value {
    json!({
        "item": item.name,
        "escala": item.scale,
        "personas": item.people,
        "facilidad": item.facility,
        "error_tipico": item.standard_error,
        "r_total": item.item_total,
        "r_resto": item.item_rest,
        "alfa_sin_el": item.alpha_without,
        "grupos": item.group_sizes,
        "opciones": item.options.iter().map(option).collect::<Vec<_>>(),
        "segundos": item.seconds.map(spread),
        "certeza": item.certainty.iter().map(certainty).collect::<Vec<_>>(),
        "senales": item.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn option(option: &OptionFigures) -> Value {
    json!({
        "opcion": option.mark.label,
        "credito": option.mark.credit,
        "n": option.chosen,
        "proporcion": option.share,
        "media_resto": option.rest_mean,
        "r_resto": option.rest_correlation,
        "curva": option.curve,
    })
}

fn spread(spread: Spread) -> Value {
    json!({ "cuartil_1": spread.low, "mediana": spread.median, "cuartil_3": spread.high })
}

fn certainty((level, people, credit): &(Certainty, usize, f64)) -> Value {
    let level = match level {
        Certainty::Low => "baja",
        Certainty::Middle => "media",
        Certainty::High => "alta",
    };
    json!({ "nivel": level, "n": people, "credito_medio": credit })
}

fn finding(finding: &Finding) -> Value {
    let (code, options): (&str, &[String]) = match finding {
        Finding::Miskeyed { option } => ("clave_equivocada", std::slice::from_ref(option)),
        Finding::Ambiguous { option } => ("ambigua", std::slice::from_ref(option)),
        Finding::Tempting { option } => ("distractor_atractivo", std::slice::from_ref(option)),
        Finding::Negative => ("discriminacion_negativa", &[]),
        Finding::Poor => ("discriminacion_baja", &[]),
        Finding::Constant => ("sin_varianza", &[]),
        Finding::Unused { options } => ("distractor_sin_uso", options),
        Finding::Hard => ("dificil", &[]),
        Finding::Easy => ("facil", &[]),
    };
    json!({ "senal": code, "opciones": options, "texto": sentences::finding(finding) })
}

fn scale(scale: &ScaleFigures) -> Value {
    json!({
        "escala": scale.name,
        "items": scale.items,
        "alfa": scale.alpha,
        "prmse_escala": scale.prmse_scale,
        "prmse_total": scale.prmse_total,
        "aporta": scale.adds_value,
    })
}
