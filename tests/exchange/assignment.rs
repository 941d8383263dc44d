//! Links of assignments: they come back as they went, and any other is refused with its reason.

use proptest::prelude::*;
use timon_y_voz::exchange::assignment::{LinkError, Received, from_link, to_link};
use timon_y_voz::exchange::{Author, KeyFileError, TeacherKey};
use timon_y_voz::learner::{Assignment, AssignmentId, Draw, Feedback, Filter, Order, Piece, Timestamp};

use crate::age::random;

fn whole() -> Assignment {
    Assignment {
        id: AssignmentId::new("0123456789abcdef"),
        title: "Crisis, segunda semana".into(),
        message: "Antes del jueves, por favor: ñ, á y «comillas».".into(),
        alias: "nombre y apellidos".into(),
        pieces: vec![
            Piece::Module("m08".into()),
            Piece::Lesson("m02-l1".into()),
            Piece::Exam("diagnostico".into()),
            Piece::Simulation("tormenta".into()),
            Piece::Items(vec!["m02-tallas".into(), "m02-bodega".into()]),
            Piece::Drawn(Draw {
                filter: Filter {
                    competencies: vec!["estrategia.crisis".into()],
                    forms: vec!["unica".into()],
                    modules: vec!["m08".into()],
                    facets: vec!["crisis".into()],
                },
                difficulty: (0.25, 0.8),
                count: 12,
                seed: u64::MAX,
                is_own: true,
            }),
        ],
        order: Order::Own,
        attempts: Some(2),
        opens: Some(Timestamp(1_790_000_000_000)),
        closes: Some(Timestamp(1_790_600_000_000)),
        feedback: Feedback::AtEnd,
        threshold: 0.7,
    }
}

fn plain() -> Assignment {
    Assignment {
        pieces: vec![Piece::Module("m02".into())],
        message: String::new(),
        order: Order::Fixed,
        attempts: None,
        opens: None,
        closes: None,
        feedback: Feedback::AtOnce,
        ..whole()
    }
}

fn key() -> TeacherKey {
    TeacherKey::fresh(&mut random(5))
}

#[test]
fn what_is_asked_comes_back_with_its_key_and_its_author() {
    for assignment in [whole(), plain()] {
        let link = to_link(&assignment, "timon-y-voz", &key());
        let received = from_link(&link, "timon-y-voz").unwrap();
        assert_eq!(received, Received { assignment, recipient: key().recipient(), author: key().author() });
        assert!(link.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
    }
}

/// What links already sent say must be read for ever: this one was made with the first version.
#[test]
fn a_link_of_the_first_version_is_read() {
    let link = include_str!("vectors/tarea-v1.txt").trim();
    assert_eq!(from_link(link, "timon-y-voz").unwrap().assignment, whole());
}

#[test]
fn a_module_fits_in_a_short_link() {
    let length = to_link(&plain(), "timon-y-voz", &key()).len();
    assert!(length < 450, "{length} characters");
}

#[test]
fn each_refusal_has_its_reason() {
    let link = to_link(&whole(), "timon-y-voz", &key());
    let refused = |link: &str| from_link(link, "timon-y-voz").unwrap_err();
    assert_eq!(refused(""), LinkError::Incomplete);
    assert_eq!(refused(&link[..60]), LinkError::Incomplete);
    assert_eq!(refused(&link[..link.len() - 40]), LinkError::Incomplete);
    assert_eq!(refused("¿qué?"), LinkError::Incomplete);
    // The version is the first byte.
    assert_eq!(refused(&format!("Ag{}", &link[2..])), LinkError::Newer);
    assert_eq!(refused(&"A".repeat(30_000)), LinkError::Changed);
    assert_eq!(from_link(&link, "otro"), Err(LinkError::AnotherCourse("timon-y-voz".into())));
    let of = |change: fn(&mut Assignment)| {
        let mut assignment = whole();
        change(&mut assignment);
        refused(&to_link(&assignment, "timon-y-voz", &key()))
    };
    assert_eq!(of(|a| a.pieces.clear()), LinkError::Unreadable("no pide nada, o pide demasiadas partes"));
    assert_eq!(of(|a| a.threshold = 1.5), LinkError::Unreadable("el umbral está fuera de lo posible"));
    assert_eq!(of(|a| a.attempts = Some(0)), LinkError::Unreadable("no permite ningún intento"));
    assert_eq!(of(|a| a.closes = a.opens), LinkError::Unreadable("se cierra antes de abrirse"));
    assert_eq!(of(|a| a.title = "x".repeat(5_000)), LinkError::Unreadable("tiene un texto demasiado largo"));
}

proptest! {
    /// One character changed anywhere is noticed.
    #[test]
    fn a_link_that_was_touched_is_refused(place: prop::sample::Index, other in "[A-Za-z0-9_-]") {
        let link = to_link(&whole(), "timon-y-voz", &key());
        let place = place.index(link.len());
        prop_assume!(link[place..=place] != other);
        let touched = format!("{}{other}{}", &link[..place], &link[place + 1..]);
        prop_assert!(from_link(&touched, "timon-y-voz").is_err());
    }

    #[test]
    fn any_text_is_refused_without_panic(text in "\\PC{0,200}", packed in "[A-Za-z0-9_-]{0,400}") {
        prop_assert!(from_link(&text, "timon-y-voz").is_err());
        prop_assert!(from_link(&packed, "timon-y-voz").is_err());
    }
}

#[test]
fn a_key_file_opens_with_its_passphrase_alone() {
    let file = key().to_file("cuatro palabras al azar", "2026-11-25", &mut random(6)).unwrap();
    assert_eq!(TeacherKey::from_file(file.as_bytes(), "cuatro palabras al azar"), Ok(key()));
    assert_eq!(TeacherKey::from_file(file.as_bytes(), "otras palabras al azar"), Err(KeyFileError::WrongPassphrase));
    assert_eq!(TeacherKey::from_file(&file.as_bytes()[..200], "x"), Err(KeyFileError::NotAKeyFile));
    assert_eq!(TeacherKey::from_file(b"<html>", "x"), Err(KeyFileError::NotAKeyFile));
    assert_eq!(key().to_file("corta", "2026-11-25", &mut random(6)), Err(KeyFileError::PassphraseTooShort));
}

#[test]
fn the_digits_of_two_keys_differ() {
    let other = TeacherKey::fresh(&mut random(8));
    assert_ne!(key().author().digits(), other.author().digits());
    assert_eq!(key().author().digits().len(), 19);
    assert!(!Author([9; 32]).has_signed(b"x", &[0; 64]));
}
