//! What a case says of itself beside its button.

use leptos::prelude::*;

use super::{Decision, Stage};
use crate::ui::islands::draft::Draft;
use crate::ui::parts::format::decimal;

impl Decision {
    /// The words of the main button.
    pub fn button(self, confirm: &'static str) -> &'static str {
        match self.stage() {
            Stage::Deciding => confirm,
            Stage::Folded => "Ver mi resultado",
            Stage::Judged | Stage::Sealed => "Decisión confirmada",
        }
    }

    /// The line beside the buttons.
    pub fn notice(self) -> String {
        match self.stage() {
            Stage::Deciding => self.deciding_notice(),
            Stage::Sealed => {
                let what = if self.is_of_exam() { "la prueba" } else { "la tarea" };
                format!("Guardada. El resultado y los motivos se ven al entregar {what}.")
            }
            Stage::Folded | Stage::Judged => {
                let credit = self.judgement().map_or(0.0, |judged| judged.overall);
                format!("Respondida: {} de 1 punto.", decimal(credit))
            }
        }
    }

    fn deciding_notice(self) -> String {
        let changed = self.record.with(|record| record.changed);
        match self.draft.with(Draft::response) {
            Err(missing) if changed && self.draft_is_fresh() => {
                format!("Esta pregunta cambió: tu respuesta anterior ya no cuenta. {}", missing.message())
            }
            Err(missing) => missing.message(),
            Ok(_) if changed => "Esta pregunta cambió: tu respuesta anterior ya no cuenta.".into(),
            Ok(_) if self.record.with(|record| !record.is_open()) => self.practice_notice().into(),
            Ok(_) => "Puedes cambiarla hasta que confirmes.".into(),
        }
    }

    fn practice_notice(self) -> &'static str {
        match self.record.with(|record| record.solution_seen_before) {
            true => "Será práctica: viste la solución antes de decidir.",
            false => "Será práctica: cuenta tu primera decisión.",
        }
    }

    fn draft_is_fresh(self) -> bool {
        self.fixed.with_value(|fixed| self.draft.with(|draft| *draft == fixed.fresh))
    }
}
