//! What happens in a simulation, without its words.

use serde::{Deserialize, Serialize};

use super::Condition;
use crate::course::fingerprint::fnv1a;
use crate::course::{
    CompetencyId, Credit, Fingerprint, Home, Item, ItemId, Key, OptionKey, ReviewLink, Role, SimulationId,
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plot {
    pub id: SimulationId,
    pub variables: Vec<Variable>,
    /// How many facts can be noted.
    pub facts: usize,
    /// Where it begins. The first seat is the one everybody starts from; the others live the same from elsewhere.
    pub seats: Vec<Seat>,
    pub nodes: Vec<Node>,
    /// In the order in which they are looked at: the first whose condition holds is reached.
    pub endings: Vec<Ending>,
}

/// Something that decisions move: confidence, wear, money.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Variable {
    pub id: String,
    pub name: String,
    pub start: i32,
    pub lowest: i32,
    pub highest: i32,
    /// `€`, `h`; none for indices from 0 to 100.
    pub unit: Option<String>,
    pub better: Better,
    /// Effects beyond the limits stop at them. Otherwise no path may go there.
    pub stops: bool,
}

/// Which end of a variable is the good one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Better {
    High,
    Low,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Seat {
    pub start: ItemId,
    pub title: String,
    pub summary: String,
}

/// A moment at which something is decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Node {
    pub id: ItemId,
    pub title: String,
    pub role: Role,
    /// «Día 1», «Semana 2».
    pub day: String,
    /// «09:10», where hours matter.
    pub hour: Option<String>,
    /// The learner says first from which function they decide.
    pub asks_hat: bool,
    /// When each passage is shown; `None`, in every case.
    pub passages: Vec<Option<Condition>>,
    pub moves: Vec<Move>,
}

/// A choice and what it brings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Move {
    pub key: OptionKey,
    /// 0 to 1 for each competency of the node: the same ones in all its moves.
    pub credits: Vec<(CompetencyId, f64)>,
    pub effects: Vec<Effect>,
    /// What has to be so for it to be chosen.
    pub needs: Option<Condition>,
    pub to: Destination,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    Change { variable: usize, by: i32 },
    Remember { fact: usize },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Destination {
    Node(ItemId),
    /// The first ending whose condition holds.
    End,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ending {
    pub id: String,
    pub title: String,
    /// `None` for the one that is reached when no other is.
    pub when: Option<Condition>,
}

impl Plot {
    pub fn node(&self, id: &ItemId) -> Option<&Node> {
        self.nodes.iter().find(|node| &node.id == id)
    }

    pub fn place(&self, id: &ItemId) -> Option<usize> {
        self.nodes.iter().position(|node| &node.id == id)
    }

    /// Changes with anything that could make another story of the same decisions; not with words alone. It is of how the
    /// values are written by `Debug`: another name for a field or a variant makes every plot another one.
    pub fn fingerprint(&self) -> Fingerprint {
        let variables: Vec<_> = self.variables.iter().map(|v| (&v.id, v.start, v.lowest, v.highest, v.stops)).collect();
        let story = (variables, &self.seats.iter().map(|seat| &seat.start).collect::<Vec<_>>());
        let nodes: Vec<_> = self.nodes.iter().map(|node| (&node.id, &node.moves)).collect();
        let endings: Vec<_> = self.endings.iter().map(|ending| (&ending.id, &ending.when)).collect();
        let told = format!("{story:?}{nodes:?}{endings:?}");
        Fingerprint::new(format!("{:016x}", fnv1a(told.as_bytes())))
    }

    /// The nodes as items. `reviews` has the paragraph to read again of each, in their order.
    pub fn items(&self, reviews: impl IntoIterator<Item = ReviewLink>) -> Vec<Item> {
        self.nodes.iter().zip(reviews).map(|(node, review)| self.item(node, review)).collect()
    }

    fn item(&self, node: &Node, review: ReviewLink) -> Item {
        let key = node.key();
        Item {
            id: node.id.clone(),
            title: node.title.clone(),
            home: Home::Simulation(self.id.clone()),
            form: "nodo".to_owned(),
            fingerprint: Fingerprint::of(&key),
            competencies: node.competencies(),
            objective: None,
            difficulty: None,
            words: 0,
            facets: Vec::new(),
            scenario: Some(self.id.to_string()),
            review,
            key,
        }
    }
}

impl Node {
    /// What it measures, in equal parts.
    pub fn competencies(&self) -> Vec<(CompetencyId, f64)> {
        let Some(first) = self.moves.first() else { return Vec::new() };
        let share = 1.0 / first.credits.len().max(1) as f64;
        first.credits.iter().map(|(id, _)| (id.clone(), share)).collect()
    }

    /// What each of its moves is worth.
    pub fn key(&self) -> Key {
        let credit = |the: &Move| (the.key.clone(), Credit::PerCompetency(the.credits.clone()));
        Key::Single(self.moves.iter().map(credit).collect())
    }

    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.key())
    }
}
