//! The words by which small sets of values are stored.

use serde_json::Value;

use crate::assess::Certainty;
use crate::course::Role;
use crate::learner::Purpose;

/// 1 to 3, the surest last.
pub fn of_certainty(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::Low => 1,
        Certainty::Middle => 2,
        Certainty::High => 3,
    }
}

pub fn certainty(value: &Value) -> Option<Certainty> {
    let stored = value.as_u64()?;
    Certainty::ALL.into_iter().find(|certainty| u64::from(of_certainty(*certainty)) == stored)
}

pub fn of_role(role: Role) -> &'static str {
    match role {
        Role::Smm => "smm",
        Role::Cm => "cm",
        Role::Both => "ambas",
    }
}

pub fn role(value: &Value) -> Option<Role> {
    let stored = value.as_str()?;
    [Role::Smm, Role::Cm, Role::Both].into_iter().find(|role| of_role(*role) == stored)
}

pub fn of_purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Practice => "practica",
        Purpose::Review => "repaso",
        Purpose::Assignment => "tarea",
    }
}

pub fn purpose(value: &Value) -> Option<Purpose> {
    let stored = value.as_str()?;
    [Purpose::Practice, Purpose::Review, Purpose::Assignment].into_iter().find(|purpose| of_purpose(*purpose) == stored)
}
