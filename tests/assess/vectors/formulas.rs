//! Agreement of raters and certainty-based marks.

use timon_y_voz::assess::{Certainty, within_group_agreement};

use super::close;
use super::file::vectors;

#[test]
fn agreement() {
    for row in vectors().rwg {
        close("r_wg", within_group_agreement(&row.ratings, row.points).unwrap(), row.rwg);
        let variance_at_random = (f64::from(row.points).powi(2) - 1.0) / 12.0;
        let variance = (1.0 - within_group_agreement(&row.ratings, row.points).unwrap()) * variance_at_random;
        close("s²", variance, row.var_n1);
    }
}

#[test]
fn certainty_based_marks() {
    let section = vectors().cbm;
    let marks = |right: bool| Certainty::ALL.map(|certainty| certainty.mark(right));
    assert_eq!(marks(true).as_slice(), section.correct);
    assert_eq!(marks(false).as_slice(), section.wrong);
    for row in section.expected {
        for (certainty, expected) in Certainty::ALL.into_iter().zip(row.e) {
            close("expected mark", certainty.expected_mark(row.p), expected);
        }
    }
    for (pair, p) in Certainty::ALL.windows(2).zip(section.breakeven) {
        close("break-even", pair[0].expected_mark(p), pair[1].expected_mark(p));
    }
}
