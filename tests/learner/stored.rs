//! The stored form. The lines of version 1 are frozen: they are on people's devices.

use proptest::prelude::*;
use timon_y_voz::assess::Certainty;
use timon_y_voz::course::{Fingerprint, OptionKey, Response, Role};
use timon_y_voz::learner::{AssignmentId, Event, EventId, Purpose, Timestamp, Unreadable, What, decode, encode};

fn answered(response: Response) -> What {
    What::Answered {
        item: "m02-canal".into(),
        fingerprint: Fingerprint::new("0123456789abcdef"),
        response,
        certainty: None,
        seconds: None,
    }
}

fn sure(certainty: Certainty) -> What {
    let (item, fingerprint) = ("m02-canal".into(), Fingerprint::new("0123456789abcdef"));
    What::Answered {
        item,
        fingerprint,
        response: Response::Single("a".into()),
        certainty: Some(certainty),
        seconds: None,
    }
}

fn decided(hat: Option<Role>) -> What {
    What::Decided {
        run: EventId::new("r1"),
        item: "tormenta-video".into(),
        fingerprint: Fingerprint::new("0123456789abcdef"),
        option: "a".into(),
        hat,
    }
}

/// Every variant, in the order of the lines that version 1 writes for them.
fn variants() -> [What; 26] {
    let [a, b]: [OptionKey; 2] = ["a", "b"].map(OptionKey::from);
    let fingerprint = Fingerprint::new("0123456789abcdef");
    [
        answered(Response::Single(a.clone())),
        answered(Response::Multiple(vec![a.clone(), b.clone()])),
        answered(Response::Order(vec![b.clone(), a.clone()])),
        answered(Response::Sort(vec![(a.clone(), "smm".into()), (b.clone(), "cm".into())])),
        answered(Response::Rate(vec![(a, 4), (b, 1)])),
        What::SolutionSeen { item: "m02-canal".into(), fingerprint: fingerprint.clone() },
        What::HintOpened { item: "m02-canal".into(), fingerprint, hint: 1 },
        What::Reached { lesson: "m02-l1".into(), anchor: "qué-mirar".into() },
        sure(Certainty::Low),
        sure(Certainty::Middle),
        sure(Certainty::High),
        What::Begun {
            simulation: "tormenta".into(),
            run: EventId::new("r1"),
            seat: "tormenta-video".into(),
            plot: Fingerprint::new("fedcba9876543210"),
            kept: None,
        },
        decided(None),
        decided(Some(Role::Cm)),
        What::Debriefed { simulation: "tormenta".into(), run: EventId::new("r1") },
        What::HandedIn { exam: "diagnostico".into() },
        What::Drawn {
            session: EventId::new("s1"),
            purpose: Purpose::Review,
            seed: u64::MAX,
            items: vec!["m02-canal".into(), "m03-foto".into()],
        },
        What::Rated { lesson: "m10-l5".into(), criterion: "c".into(), level: 3 },
        What::Begun {
            simulation: "tormenta".into(),
            run: EventId::new("r1"),
            seat: "tormenta-video".into(),
            plot: Fingerprint::new("fedcba9876543210"),
            kept: Some(2),
        },
        decided(Some(Role::Smm)),
        decided(Some(Role::Both)),
        What::Drawn {
            session: EventId::new("s1"),
            purpose: Purpose::Practice,
            seed: 7,
            items: vec!["m02-canal".into()],
        },
        What::Answered {
            item: "m02-canal".into(),
            fingerprint: Fingerprint::new("0123456789abcdef"),
            response: Response::Single("a".into()),
            certainty: None,
            seconds: Some(48),
        },
        What::Drawn {
            session: EventId::new("s1"),
            purpose: Purpose::Assignment,
            seed: 7,
            items: vec!["m02-canal".into()],
        },
        What::Assigned {
            session: EventId::new("s1"),
            assignment: AssignmentId::new("0011223344556677"),
            attempt: 1,
            sealed: true,
            token: "8899aabbccddeeff".into(),
            link: "AQ".into(),
        },
        What::Submitted { session: EventId::new("s1") },
    ]
}

fn frozen() -> Vec<(What, &'static str)> {
    let lines: Vec<&str> = include_str!("events_v1.jsonl").lines().collect();
    assert_eq!(lines.len(), variants().len());
    variants().into_iter().zip(lines).collect()
}

fn event(what: What) -> Event {
    Event { id: EventId::new("d1-7"), at: Timestamp(1_795_305_600_123), what }
}

#[test]
fn version_1_is_frozen() {
    for (what, line) in frozen() {
        assert_eq!(encode(&event(what.clone())), line);
        assert_eq!(decode(line), Ok(event(what)));
    }
}

#[test]
fn fields_that_are_not_known_are_passed_over() {
    for (what, line) in frozen() {
        let more = line.replacen('{', r#"{"duracion":12,"origen":{"pagina":["a"]},"#, 1);
        assert_eq!(decode(&more), Ok(event(what)));
    }
}

#[test]
fn another_version_or_kind_is_newer() {
    let newer =
        |line: &str| assert!(matches!(decode(line), Err(Unreadable::Newer { .. })), "{line}: {:?}", decode(line));
    newer(r#"{"v":2}"#);
    newer(r#"{"v":2,"id":7,"forma":"otra"}"#);
    newer(r#"{"v":1,"id":"a","cuando":1,"que":"debate","nodo":"n1","efectos":[1,{"a":2}]}"#);
    newer(
        r#"{"v":1,"id":"a","cuando":1,"que":"respuesta","item":"i","huella":"h","respuesta":{"forma":"abierta","texto":"x"}}"#,
    );
    assert_eq!(decode(r#"{"v":3,"x":1}"#), Err(Unreadable::Newer { version: 3 }));
}

#[test]
fn what_is_not_a_line_is_malformed() {
    for line in [
        "",
        "{",
        "hola",
        "[]",
        "{}",
        r#"{"v":0}"#,
        r#"{"v":-1}"#,
        r#"{"v":"1"}"#,
        r#"{"v":1}"#,
        r#"{"v":1,"id":"a","cuando":"ayer","que":"lugar","leccion":"l","ancla":""}"#,
        r#"{"v":1,"id":"a","cuando":1,"que":"lugar","leccion":"l"}"#,
        r#"{"v":1,"id":"a","cuando":1,"que":"simulacion","simulacion":"s","recorrido":"r"}"#,
        r#"{"v":1,"id":"a","cuando":1,"que":"decision","recorrido":"r","item":"i","huella":"h","opcion":"o","sombrero":"boina"}"#,
        r#"{"v":1,"id":"a","cuando":1,"que":"sesion","sesion":"s","para":"examen","semilla":"1","items":[]}"#,
        r#"{"v":1,"id":"a","cuando":1,"que":"sesion","sesion":"s","para":"repaso","semilla":"muchas","items":[]}"#,
        r#"{"v":1,"id":"a","cuando":1,"que":"rubrica","leccion":"l","criterio":"c","nivel":300}"#,
        r#"{"v":1,"id":"a","cuando":1,"que":"respuesta","item":"i","huella":"h","respuesta":{"forma":"unica","opcion":"a"},"certeza":4}"#,
        r#"{"v":1,"id":"a","cuando":1,"que":"respuesta","item":"i","huella":"h","respuesta":{"forma":"valorar","filas":[["a",256]]}}"#,
    ] {
        assert!(matches!(decode(line), Err(Unreadable::Malformed { .. })), "{line}: {:?}", decode(line));
    }
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..12).prop_map(String::from_iter)
}

fn option() -> impl Strategy<Value = OptionKey> {
    text().prop_map(OptionKey::new)
}

fn response() -> impl Strategy<Value = Response> {
    prop_oneof![
        option().prop_map(Response::Single),
        prop::collection::vec(option(), 0..4).prop_map(Response::Multiple),
        prop::collection::vec(option(), 0..4).prop_map(Response::Order),
        prop::collection::vec((option(), option()), 0..4).prop_map(Response::Sort),
        prop::collection::vec((option(), any::<u8>()), 0..4).prop_map(Response::Rate),
    ]
}

/// Any event at all, with any characters in its texts.
pub fn any_event() -> impl Strategy<Value = Event> {
    let what =
        (text(), text(), response(), any::<u32>(), 0..11).prop_map(|(name, fingerprint, response, hint, kind)| {
            let (item, fingerprint) = (name.as_str().into(), Fingerprint::new(fingerprint));
            match kind {
                0 => What::Answered { item, fingerprint, response, certainty: None, seconds: None },
                4 => What::Answered {
                    item,
                    fingerprint,
                    response,
                    certainty: Some(Certainty::Middle),
                    seconds: Some(90),
                },
                5 => What::Begun {
                    simulation: name.as_str().into(),
                    run: EventId::new(name),
                    seat: item,
                    plot: fingerprint,
                    kept: (hint % 2 == 0).then_some(hint as usize),
                },
                6 => What::Decided {
                    run: EventId::new(name),
                    item,
                    fingerprint,
                    option: "ó".into(),
                    hat: Some(Role::Both),
                },
                7 => What::Drawn {
                    session: EventId::new(name),
                    purpose: Purpose::Practice,
                    seed: u64::from(hint) << 31,
                    items: vec![item],
                },
                8 => What::Rated { lesson: name.as_str().into(), criterion: OptionKey::new(name), level: hint as u8 },
                9 => What::Debriefed { simulation: name.as_str().into(), run: EventId::new(name) },
                10 => What::HandedIn { exam: name.as_str().into() },
                1 => What::SolutionSeen { item, fingerprint },
                2 => What::HintOpened { item, fingerprint, hint: hint as usize },
                _ => What::Reached { lesson: name.as_str().into(), anchor: fingerprint.to_string() },
            }
        });
    (text(), any::<i64>(), what).prop_map(|(id, at, what)| Event { id: EventId::new(id), at: Timestamp(at), what })
}

proptest! {
    #[test]
    fn any_event_survives_storage_on_one_line(event in any_event()) {
        let line = encode(&event);
        prop_assert!(!line.contains(['\n', '\r']));
        prop_assert_eq!(decode(&line), Ok(event));
    }

    #[test]
    fn no_text_breaks_the_reader(text in text()) {
        prop_assert!(decode(&text).is_err());
    }

    #[test]
    fn no_cut_line_is_read(event in any_event(), cut in 0.0..1.0f64) {
        let line = encode(&event);
        let end = line.char_indices().map(|(i, _)| i).nth((line.chars().count() as f64 * cut) as usize).unwrap();
        prop_assert!(decode(&line[..end]).is_err());
    }
}
