//! An answer in the making.

use crate::course::{Form, ItemId, OptionKey, Response, presentation_order};

/// What is marked so far. For steps it is always complete: they start in the order in which they are shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Draft {
    Single(Option<OptionKey>),
    Multiple { chosen: Vec<OptionKey>, choose: usize },
    Order(Vec<OptionKey>),
    Sort(Vec<(OptionKey, Option<OptionKey>)>),
    Rate(Vec<(OptionKey, Option<u8>)>),
}

impl Draft {
    /// Nothing marked yet.
    pub fn new(form: &Form, item: &ItemId) -> Self {
        match form {
            Form::Single(_) => Draft::Single(None),
            Form::Multiple(options) => Draft::Multiple {
                chosen: Vec::new(),
                choose: options.iter().filter(|option| option.recommended).count(),
            },
            Form::Order(steps) => {
                let shown = presentation_order(item, steps.len());
                Draft::Order(shown.into_iter().filter_map(|place| Some(steps.get(place)?.key.clone())).collect())
            }
            Form::Match(grid) | Form::Classify(grid) => {
                Draft::Sort(grid.rows.iter().map(|row| (row.key.clone(), None)).collect())
            }
            Form::Rate(rating) => Draft::Rate(rating.rows.iter().map(|row| (row.key.clone(), None)).collect()),
        }
    }

    /// What a given answer looks like on the form.
    pub fn of(response: &Response) -> Self {
        match response {
            Response::Single(key) => Draft::Single(Some(key.clone())),
            Response::Multiple(keys) => Draft::Multiple { chosen: keys.clone(), choose: keys.len() },
            Response::Order(keys) => Draft::Order(keys.clone()),
            Response::Sort(rows) => {
                Draft::Sort(rows.iter().map(|(row, target)| (row.clone(), Some(target.clone()))).collect())
            }
            Response::Rate(rows) => Draft::Rate(rows.iter().map(|(row, value)| (row.clone(), Some(*value))).collect()),
        }
    }

    /// The answer, when nothing is missing; otherwise what is.
    pub fn response(&self) -> Result<Response, Missing> {
        match self {
            Draft::Single(chosen) => chosen.clone().map(Response::Single).ok_or(Missing::Choice),
            Draft::Multiple { chosen, choose } if chosen.len() == *choose => Ok(Response::Multiple(chosen.clone())),
            Draft::Multiple { chosen, choose } => Err(Missing::Choices { marked: chosen.len(), choose: *choose }),
            Draft::Order(keys) => Ok(Response::Order(keys.clone())),
            Draft::Sort(rows) => complete(rows).map(Response::Sort),
            Draft::Rate(rows) => complete(rows).map(Response::Rate),
        }
    }

    /// Marks an option, or takes the mark off where several can be marked.
    pub fn toggle(&mut self, key: &OptionKey, on: bool) {
        match self {
            Draft::Single(chosen) if on => *chosen = Some(key.clone()),
            Draft::Multiple { chosen, .. } => {
                chosen.retain(|other| other != key);
                if on {
                    chosen.push(key.clone());
                }
            }
            _ => {}
        }
    }

    /// Sends a row to a target.
    pub fn sort(&mut self, row: &OptionKey, target: Option<OptionKey>) {
        if let Draft::Sort(rows) = self
            && let Some(found) = rows.iter_mut().find(|(key, _)| key == row)
        {
            found.1 = target;
        }
    }

    /// Rates a row.
    pub fn rate(&mut self, row: &OptionKey, value: u8) {
        if let Draft::Rate(rows) = self
            && let Some(found) = rows.iter_mut().find(|(key, _)| key == row)
        {
            found.1 = Some(value);
        }
    }

    /// Moves the step at a place up or down. `None` when it is already at the end.
    pub fn shift(&mut self, place: usize, down: bool) -> Option<usize> {
        let Draft::Order(keys) = self else { return None };
        let other = if down { place.checked_add(1)? } else { place.checked_sub(1)? };
        (place < keys.len() && other < keys.len()).then(|| {
            keys.swap(place, other);
            other
        })
    }

    pub fn is_marked(&self, key: &OptionKey) -> bool {
        match self {
            Draft::Single(chosen) => chosen.as_ref() == Some(key),
            Draft::Multiple { chosen, .. } => chosen.contains(key),
            _ => false,
        }
    }

    /// Where a row has been sent.
    pub fn target(&self, row: &OptionKey) -> Option<&OptionKey> {
        let Draft::Sort(rows) = self else { return None };
        rows.iter().find(|(key, _)| key == row)?.1.as_ref()
    }

    /// How a row has been rated.
    pub fn rating(&self, row: &OptionKey) -> Option<u8> {
        let Draft::Rate(rows) = self else { return None };
        rows.iter().find(|(key, _)| key == row)?.1
    }

    /// The step at a place.
    pub fn step(&self, place: usize) -> Option<&OptionKey> {
        let Draft::Order(keys) = self else { return None };
        keys.get(place)
    }

    /// The place of a step.
    pub fn place(&self, step: &OptionKey) -> Option<usize> {
        let Draft::Order(keys) = self else { return None };
        keys.iter().position(|key| key == step)
    }
}

fn complete<T: Clone>(rows: &[(OptionKey, Option<T>)]) -> Result<Vec<(OptionKey, T)>, Missing> {
    let done: Vec<_> = rows.iter().filter_map(|(row, value)| Some((row.clone(), value.clone()?))).collect();
    if done.len() == rows.len() {
        Ok(done)
    } else {
        Err(Missing::Rows { left: rows.len() - done.len(), of: rows.len() })
    }
}

/// What an answer still lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Choice,
    Choices { marked: usize, choose: usize },
    Rows { left: usize, of: usize },
}

impl Missing {
    pub fn message(self) -> String {
        match self {
            Missing::Choice => "Elige una opción.".into(),
            Missing::Choices { marked, choose } if marked > choose => {
                format!("Hay {marked} marcadas: quita {} para dejar {choose}.", marked - choose)
            }
            Missing::Choices { marked, choose } => format!("Llevas {marked} de {choose}."),
            Missing::Rows { left, of } => format!("Falta{} {left} de {of}.", if left == 1 { "" } else { "n" }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::option_key;

    fn keys(names: &[&str]) -> Vec<OptionKey> {
        names.iter().map(|name| option_key(name)).collect()
    }

    #[test]
    fn several_choices_must_be_as_many_as_asked() {
        let mut draft = Draft::Multiple { chosen: vec![], choose: 2 };
        for (name, left) in
            [("a", Some("Llevas 1 de 2.")), ("b", None), ("c", Some("Hay 3 marcadas: quita 1 para dejar 2."))]
        {
            draft.toggle(&option_key(name), true);
            assert_eq!(draft.response().err().map(Missing::message).as_deref(), left);
        }
        draft.toggle(&option_key("a"), false);
        assert_eq!(draft.response(), Ok(Response::Multiple(keys(&["b", "c"]))));
    }

    #[test]
    fn a_step_moves_one_place_and_stops_at_the_ends() {
        let mut draft = Draft::Order(keys(&["a", "b", "c"]));
        assert_eq!(draft.shift(0, false), None);
        assert_eq!(draft.shift(0, true), Some(1));
        assert_eq!(draft, Draft::Order(keys(&["b", "a", "c"])));
        assert_eq!(draft.shift(2, true), None);
        assert_eq!(draft.shift(7, false), None);
    }

    #[test]
    fn a_grid_says_how_many_rows_are_left() {
        let mut draft = Draft::Sort(keys(&["r", "s"]).into_iter().map(|row| (row, None)).collect());
        draft.sort(&option_key("r"), Some(option_key("SMM")));
        assert_eq!(draft.response().unwrap_err().message(), "Falta 1 de 2.");
        draft.sort(&option_key("s"), Some(option_key("CM")));
        assert_eq!(Draft::of(&draft.response().unwrap()), draft);
    }
}
