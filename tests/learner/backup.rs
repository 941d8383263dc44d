//! Copies: what was stored comes back verbatim, and any other text is refused with a reason.

use proptest::prelude::*;
use timon_y_voz::learner::backup::{Backup, BackupError, Restored, read};
use timon_y_voz::learner::{Timestamp, Unreadable, encode};

use crate::building::{journal, reached};
use crate::stored::any_event;

const COURSE: &str = "timon-y-voz";
const MADE: Timestamp = Timestamp(1_795_305_600_000);

fn copy(lines: &[String]) -> String {
    Backup::new(COURSE, MADE, lines.to_vec()).to_json()
}

fn lines() -> Vec<String> {
    (1..4).map(|at| encode(&reached(at, "m01-l1", "qué «mirar»"))).collect()
}

/// The lines of a copy, in two heaps, each in order.
fn lines_of(restored: &Restored) -> (Vec<&str>, Vec<&str>) {
    let events = restored.events.iter().map(|stored| stored.line.as_str()).collect();
    (events, restored.unreadable.iter().map(|unreadable| unreadable.line.as_str()).collect())
}

#[test]
fn version_1_is_frozen() {
    let text = r#"{"formato":"timon-y-voz-copia","version":1,"curso":"timon-y-voz","creada":1795305600000,"eventos":["{\"v\":1,\"id\":\"e1\",\"cuando\":1,\"que\":\"lugar\",\"leccion\":\"m01-l1\",\"ancla\":\"a\"}"]}"#;
    let event = reached(1, "m01-l1", "a");
    assert_eq!(copy(&[encode(&event)]), text);
    let restored = read(text, COURSE).unwrap();
    assert_eq!(restored.created, MADE);
    assert_eq!(restored.events[0].event, event);
}

#[test]
fn lines_that_cannot_be_read_are_kept_as_they_are() {
    let kept = [r#"{"v":9,  "nuevo":true}"#, "restos de «algo»\n", ""].map(String::from);
    let restored = read(&copy(&[lines(), kept.to_vec()].concat()), COURSE).unwrap();
    assert_eq!(
        lines_of(&restored),
        (lines().iter().map(String::as_str).collect(), kept.iter().map(String::as_str).collect())
    );
    assert_eq!(restored.unreadable[0].reason, Unreadable::Newer { version: 9 });
    assert!(matches!(restored.unreadable[1].reason, Unreadable::Malformed { .. }));
}

#[test]
fn restoring_adds_only_what_is_missing() {
    let restored = read(&copy(&lines()), COURSE).unwrap();
    let here = journal([reached(2, "m09-l9", "lo de aquí"), reached(7, "m01-l1", "a")]);
    let ids: Vec<_> = restored.missing_from(&here).iter().map(|stored| stored.event.id.to_string()).collect();
    assert_eq!(ids, ["e1", "e3"]);
}

#[test]
fn other_texts_are_refused_with_their_reason() {
    let good = copy(&lines());
    let with = |from: &str, to: &str| read(&good.replacen(from, to, 1), COURSE).unwrap_err();
    assert_eq!(read("", COURSE), Err(BackupError::Empty));
    assert_eq!(read("\u{feff} \n", COURSE), Err(BackupError::Empty));
    assert_eq!(read("Hola", COURSE), Err(BackupError::NotJson));
    assert_eq!(read("{\"nombre\":", COURSE), Err(BackupError::NotJson));
    for other in ["[]", "3", "null", "{}", r#"{"formato":"otra"}"#, r#"{"formato":1}"#] {
        assert_eq!(read(other, COURSE), Err(BackupError::NotABackup), "{other}");
    }
    assert_eq!(with("\"version\":1", "\"version\":2"), BackupError::Newer { version: 2 });
    assert_eq!(with("\"version\":1", "\"version\":0"), BackupError::Damaged);
    assert_eq!(with("\"version\":1", "\"version\":\"1\""), BackupError::Damaged);
    assert_eq!(
        with("\"curso\":\"timon-y-voz\"", "\"curso\":\"otro\""),
        BackupError::OtherCourse { found: "otro".into() }
    );
    assert_eq!(with("\"curso\":\"timon-y-voz\",", ""), BackupError::Damaged);
    assert_eq!(with("\"eventos\":[", "\"eventos\":[7,"), BackupError::Damaged);
    assert_eq!(with("\"eventos\":[", "\"eventos\":[}"), BackupError::Damaged);
    assert_eq!(read(&"[".repeat(100_000), COURSE), Err(BackupError::NotJson));
}

#[test]
fn a_newer_copy_is_newer_whatever_else_it_holds() {
    let text = r#"{"formato":"timon-y-voz-copia","version":7,"curso":{"id":"timon-y-voz"}}"#;
    assert_eq!(read(text, COURSE), Err(BackupError::Newer { version: 7 }));
}

#[test]
fn what_a_copy_does_not_need_does_not_stop_it() {
    let good = copy(&lines());
    let expected = read(&good, COURSE);
    assert!(expected.is_ok());
    assert_eq!(read(&format!("\u{feff}{good}\r\n"), COURSE), expected);
    assert_eq!(read(&good.replacen('{', r#"{"nota":["x"],"#, 1), COURSE), expected);
}

#[test]
fn no_beginning_of_a_copy_passes_for_one() {
    let good = copy(&lines());
    let marked = good.find("copia").unwrap() + "copia".len();
    for (end, _) in good.char_indices() {
        let error = read(&good[..end], COURSE).unwrap_err();
        let expected = if end == 0 {
            BackupError::Empty
        } else if end < marked {
            BackupError::NotJson
        } else {
            BackupError::Truncated
        };
        assert_eq!(error, expected, "cut at {end}");
    }
}

#[test]
fn every_message_is_a_sentence_that_says_what_to_do() {
    let errors = [
        BackupError::Empty,
        BackupError::NotJson,
        BackupError::NotABackup,
        BackupError::Truncated,
        BackupError::Damaged,
        BackupError::Newer { version: 2 },
        BackupError::OtherCourse { found: "otro".into() },
    ];
    for error in errors {
        let message = error.to_string();
        assert!(message.ends_with('.') && message.matches(". ").count() == 1, "{message}");
        assert!(
            ["Elige", "Descarga", "Descárgala", "Usa", "Recarga", "Ábrela"].iter().any(|verb| message.contains(verb))
        );
    }
}

proptest! {
    #[test]
    fn every_line_comes_back(events in prop::collection::vec(any_event(), 0..5), junk in prop::collection::vec(".*", 0..3)) {
        let lines: Vec<String> = events.iter().map(encode).collect();
        let restored = read(&copy(&[lines.clone(), junk.clone()].concat()), COURSE).unwrap();
        let (read, unread) = lines_of(&restored);
        prop_assert_eq!(read, lines);
        prop_assert_eq!(unread, junk);
    }

    #[test]
    fn no_text_breaks_the_reader(text in ".*") {
        prop_assert!(read(&text, COURSE).is_err());
    }

    /// One character changed anywhere: it is refused, or what the copy held is still told apart line by line.
    #[test]
    fn no_damage_breaks_the_reader(place in 0.0..1.0f64, c in any::<char>()) {
        let mut text: Vec<char> = copy(&lines()).chars().collect();
        let place = (text.len() as f64 * place) as usize;
        text[place] = c;
        if let Ok(restored) = read(&String::from_iter(text), COURSE) {
            prop_assert_eq!(restored.events.len() + restored.unreadable.len(), lines().len());
        }
    }
}
