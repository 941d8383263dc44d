//! The class panel: everything is marked again, each with what there is to look at.

use timon_y_voz::assess::analysis::analyse;
use timon_y_voz::course::{Fingerprint, Item, Key};
use timon_y_voz::exchange::class::{CaseState, Class, Flag, gradebook};
use timon_y_voz::exchange::submission::{Given, Submission, encode};
use timon_y_voz::exchange::to_csv;
use timon_y_voz::learner::{Assignment, AssignmentId, Feedback, Observations, Order, Piece, Scale, Timestamp};

use crate::submission::{bank, response};

fn assignment(order: Order) -> Assignment {
    Assignment {
        id: AssignmentId::new("0123456789abcdef"),
        title: String::new(),
        message: String::new(),
        alias: String::new(),
        pieces: (0..10).map(|n| Piece::Module(format!("m{n:02}").as_str().into())).collect(),
        order,
        attempts: None,
        opens: Some(Timestamp(1_000)),
        closes: Some(Timestamp(9_000_000)),
        feedback: Feedback::AtEnd,
        threshold: 0.7,
    }
}

/// What somebody hands in, answering by a seed.
fn handed(alias: &str, seed: u64, bank: &[Item]) -> Submission {
    let asked = assignment(Order::Own);
    let token = format!("ficha-{alias}");
    let given = |id: timon_y_voz::course::ItemId| {
        let item = bank.iter().find(|item| item.id == id).unwrap();
        Given {
            code: encode(&item.key, &response(&item.key, seed + item.id.as_str().len() as u64 * 7 + seed * 13)),
            fingerprint: item.fingerprint.as_str()[..6].to_owned(),
            seconds: Some(60),
            certainty: None,
            seen_before: false,
            item: id,
        }
    };
    Submission {
        course: "timon-y-voz".into(),
        assignment: asked.id.clone(),
        alias: alias.into(),
        attempt: 1,
        bank: timon_y_voz::course::bank_fingerprint(bank),
        began: Timestamp(2_000),
        handed: Timestamp(5_000_000),
        answers: asked.items(bank, &token, 1).into_iter().map(given).collect(),
        runs: Vec::new(),
        token,
    }
}

fn class(submissions: Vec<Submission>, bank: &[Item]) -> Class {
    Class::new(submissions, bank, Some(&assignment(Order::Own)))
}

fn flags_of(submission: Submission, bank: &[Item]) -> Vec<Flag> {
    class(vec![submission], bank).rows.remove(0).flags
}

#[test]
fn an_honest_submission_has_no_flags_and_is_marked() {
    let bank = bank(20);
    let class = class(vec![handed("Ana", 1, &bank), handed("Luis", 2, &bank)], &bank);
    assert_eq!(class.rows.iter().map(|row| row.flags.len()).collect::<Vec<_>>(), [0, 0]);
    for case in class.rows.iter().flat_map(|row| &row.marked.cases) {
        assert_eq!(case.state, CaseState::Same);
        assert!(case.credits.as_ref().is_some_and(|credits| (0.0..=1.0).contains(&credits[0].1)));
    }
}

#[test]
fn each_flag_has_its_cause() {
    let bank = bank(20);
    let ana = || handed("Ana", 1, &bank);
    let with = |change: &dyn Fn(&mut Submission)| {
        let mut submission = ana();
        change(&mut submission);
        flags_of(submission, &bank)
    };
    assert_eq!(with(&|s| s.bank = "otro".into()), [Flag::OtherBank]);
    assert_eq!(with(&|s| s.answers.swap(0, 1)), [Flag::ImpossibleOrder]);
    assert_eq!(with(&|s| drop(s.answers.pop())), [Flag::ImpossibleOrder]);
    assert_eq!(with(&|s| s.token = "otra".into()), [Flag::ImpossibleOrder]);
    assert_eq!(with(&|s| s.handed = Timestamp(9_000_001)), [Flag::OutOfTerm]);
    assert_eq!(with(&|s| s.began = Timestamp(999)), [Flag::OutOfTerm]);
    assert_eq!(with(&|s| s.answers[..3].iter_mut().for_each(|a| a.seconds = Some(2))), [Flag::TooFast { cases: 3 }]);
    assert_eq!(with(&|s| s.answers[..2].iter_mut().for_each(|a| a.seconds = Some(2))), []);
    assert_eq!(with(&|s| s.answers[0].seen_before = true), [Flag::SeenBefore { cases: 1 }]);
    assert_eq!(with(&|s| s.answers[0].fingerprint = "ffffff".into()), [Flag::Changed { marked: 1, lost: 0 }]);
    assert_eq!(with(&|s| s.answers[0].code = "zz".into()), [Flag::Changed { marked: 0, lost: 1 }]);
}

#[test]
fn two_with_the_same_answers_or_the_same_token_point_at_each_other() {
    let bank = bank(20);
    let ana = handed("Ana", 1, &bank);
    let mut luis = handed("Luis", 1, &bank);
    let copied = class(vec![ana.clone(), luis.clone()], &bank);
    assert_eq!(copied.rows[0].flags, [Flag::SameAnswers { others: vec!["Luis".into()] }]);
    assert_eq!(copied.rows[1].flags, [Flag::SameAnswers { others: vec!["Ana".into()] }]);
    luis.token = ana.token.clone();
    let shared = class(vec![ana, luis], &bank);
    assert!(shared.rows[1].flags.contains(&Flag::SameToken { others: vec!["Ana".into()] }));
    assert!(shared.rows.iter().all(|row| row.counts), "two names at one browser are two learners");
}

#[test]
fn the_same_file_twice_is_one_and_only_the_first_attempt_counts() {
    let bank = bank(20);
    let ana = handed("Ana", 1, &bank);
    let again = Submission { handed: Timestamp(6_000_000), ..ana.clone() };
    let class = class(vec![again, ana.clone(), ana], &bank);
    assert_eq!(class.rows.len(), 2);
    assert_eq!(class.rows.iter().map(|row| row.counts).collect::<Vec<_>>(), [true, false]);
    assert_eq!(class.counted().next().unwrap().marked.submission.handed, Timestamp(5_000_000));
    assert_eq!(class.rows[1].flags, [Flag::Repeated { attempt: 1 }]);
}

/// A corrected key marks again what was answered with the old one, and an option that went away takes its answers with it.
#[test]
fn an_edited_bank_marks_again_what_it_can() {
    let old = bank(20);
    let submission = handed("Ana", 3, &old);
    let mut new = old.clone();
    let Key::Single(options) = &mut new[0].key else { panic!("item 0 has one best option") };
    options.reverse();
    let credits: Vec<_> = options.iter().map(|(_, credit)| credit.clone()).rev().collect();
    options.iter_mut().zip(credits).for_each(|((_, credit), other)| *credit = other);
    new[0].fingerprint = Fingerprint::of(&new[0].key);
    let row = &class(vec![submission.clone()], &new).rows[0];
    assert_eq!(row.marked.case(&new[0]).unwrap().state, CaseState::KeyChanged);
    assert!(row.marked.case(&new[0]).unwrap().credits.is_some());
    assert!(row.flags.contains(&Flag::OtherBank) && row.flags.contains(&Flag::Changed { marked: 1, lost: 0 }));
    let gone = class(vec![submission], &old[1..]);
    assert!(gone.rows[0].marked.cases.iter().any(|case| case.state == CaseState::Unknown));
}

/// The panel's estimate is the one that the learner's own profile makes from the same answers.
#[test]
fn estimates_come_from_first_answers_alone() {
    let bank = bank(20);
    let mut ana = handed("Ana", 1, &bank);
    ana.answers[0].seen_before = true;
    let class = class(vec![ana], &bank);
    let journal = class.rows[0].marked.journal(&bank);
    let observations = Observations::of(&bank, &journal);
    let estimate = observations.estimate(&Scale::Competency("estrategia.plan".into()), 0.7);
    assert_eq!(estimate.posterior.items(), 19, "the one seen before is no evidence");
}

#[test]
fn the_analysis_is_of_first_answers_and_keeps_versions_apart() {
    let bank = bank(20);
    let mut all: Vec<Submission> = (0..40).map(|n| handed(&format!("p{n:02}"), n, &bank)).collect();
    all[0].answers.iter_mut().filter(|a| a.item == bank[0].id).for_each(|a| a.fingerprint = "ffffff".into());
    all[1].answers.iter_mut().filter(|a| a.item == bank[1].id).for_each(|a| a.seen_before = true);
    all[2].answers.iter_mut().filter(|a| a.item == bank[2].id).for_each(|a| a.code = String::new());
    let label = |item: &Item, key: &timon_y_voz::course::OptionKey| format!("{}-{key}", item.id);
    let answers = class(all, &bank).answers(&bank, label);
    assert_eq!((answers.people, answers.columns.len()), (40, 21));
    let given = |place: usize| answers.columns[place].cells.iter().flatten().count();
    assert_eq!((given(0), given(1)), (39, 1), "two versions of the first item");
    assert!(answers.columns[1].name.contains("versión anterior"), "{}", answers.columns[1].name);
    assert_eq!(given(2), 39, "one had seen it before");
    let blank = answers.columns[3].marks.last().unwrap();
    assert_eq!((blank.label.as_str(), given(3)), ("", 40));
    let found = analyse(&answers);
    for item in &found.items {
        let marked: usize = item.options.iter().map(|option| option.chosen).sum();
        assert!(marked >= item.people, "{}: every answer marks something", item.name);
        let credit: f64 = item.facility.unwrap();
        assert!((0.0..=1.0).contains(&credit));
    }
}

#[test]
fn the_gradebook_has_a_row_for_each_and_no_formula_in_it() {
    let bank = bank(20);
    let mut ana = handed("=HYPERLINK(1)", 1, &bank);
    ana.answers[0].code = String::new();
    let rows = gradebook(&class(vec![ana, handed("Luis", 2, &bank)], &bank), &bank, 0.7);
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    assert_eq!(rows[0][..3], ["alias", "intento", "cuenta"]);
    assert_eq!(rows[0][17], "m00-caso-0");
    let csv = to_csv(&rows);
    assert!(csv.contains("\n'=HYPERLINK(1),1,sí,1970-01-01T01:23:20Z,19,20,"), "{csv}");
}
