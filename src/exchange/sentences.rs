//! What the figures of an analysis mean, in the words that the terminal and the class panel share.

use super::class::Flag;
use crate::assess::analysis::{Analysis, ENOUGH_PEOPLE, Finding, ScaleFigures};

/// What to look at in an item.
pub fn finding(finding: &Finding) -> String {
    match finding {
        Finding::Miskeyed { option } => format!(
            "Posible clave equivocada: quienes mejor responden al resto eligen «{option}» más que la clave."
        ),
        Finding::Ambiguous { option } => format!(
            "Ambigua: quienes mejor responden al resto eligen «{option}» tanto como la clave; puede haber dos lecturas defendibles."
        ),
        Finding::Tempting { option } => format!(
            "La opción «{option}» también atrae a quienes mejor responden al resto, aunque menos que la clave."
        ),
        Finding::Negative => "Discriminación negativa: quien la acierta suele responder peor al resto.".into(),
        Finding::Poor => "Discriminación baja: apenas distingue a quien responde mejor al resto.".into(),
        Finding::Constant => "Todas las personas obtienen el mismo crédito: no distingue a nadie.".into(),
        Finding::Unused { options } => match &options[..] {
            [option] => format!("La opción «{option}» casi no se elige."),
            options => format!("Las opciones {} casi no se eligen.", quoted(options)),
        },
        Finding::Hard => "Difícil: la facilidad queda por debajo de 0,30.".into(),
        Finding::Easy => "Fácil: la facilidad pasa de 0,90.".into(),
    }
}

fn quoted(options: &[String]) -> String {
    let quoted: Vec<String> = options.iter().map(|option| format!("«{option}»")).collect();
    match &quoted[..] {
        [first @ .., last] if !first.is_empty() => format!("{} y {last}", first.join(", ")),
        _ => quoted.concat(),
    }
}

/// Whether a part of the set is worth reporting.
pub fn scale(scale: &ScaleFigures) -> String {
    match scale.adds_value {
        Some(true) => "Su puntuación dice algo que el total no dice: vale la pena mostrarla.".into(),
        Some(false) => "El total la predice mejor que ella misma: conviene mostrar solo el total.".into(),
        None => "Sus preguntas son poco consistentes entre sí: no se puede saber si dice algo más que el total.".into(),
    }
}

/// What the number of people allows to say.
pub fn sample(analysis: &Analysis) -> String {
    let people = analysis.people;
    if people < ENOUGH_PEOPLE {
        let answers = if people == 1 { "respuesta" } else { "respuestas" };
        return format!(
            "Con {people} {answers}, menos de {ENOUGH_PEOPLE}, las cifras describen a este grupo y nada más: otro grupo daría otras."
        );
    }
    if people < 200 {
        return format!("Con {people} respuestas, toma las señales como preguntas y no como veredictos.");
    }
    format!("Con {people} respuestas, las facilidades y las discriminaciones son bastante estables.")
}

/// What a flag says, and what it does not.
pub fn flag(flag: &Flag) -> String {
    let several = |n: usize, one: &str, many: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {many}") };
    match flag {
        Flag::OtherBank => {
            "Se respondió con otra versión del curso: los resultados son los de la versión de este panel.".into()
        }
        Flag::Changed { marked, lost: 0 } => {
            format!("En {} la clave ha cambiado desde entonces; se puntúan con la actual.", several(*marked, "caso", "casos"))
        }
        Flag::Changed { lost, .. } => {
            format!("{} no se pueden puntuar: sus opciones ya no están en el curso.", several(*lost, "respuesta", "respuestas"))
        }
        Flag::ImpossibleOrder => {
            "Los casos o su orden no son los que le tocaban: la entrega puede haberse preparado a mano.".into()
        }
        Flag::SameToken { others } => {
            format!("Sale del mismo navegador que {}: puede ser un equipo compartido.", quoted(others))
        }
        Flag::SameAnswers { others } => {
            format!("Todas sus respuestas coinciden con las de {}. Conviene hablar antes de concluir nada.", quoted(others))
        }
        Flag::TooFast { cases } => {
            format!("{cases} casos se respondieron antes de lo que se tarda en leerlos.")
        }
        Flag::Repeated { attempt: 1 } => "No es su primera entrega de este intento: cuenta la primera.".into(),
        Flag::Repeated { attempt } => format!("Es el intento {attempt}: cuenta el primero."),
        Flag::OutOfTerm => "Según el reloj de su equipo, está fuera de plazo.".into(),
        Flag::SeenBefore { cases } => {
            format!("Había visto antes {}: no cuentan como evidencia.", several(*cases, "caso", "casos"))
        }
    }
}
