//! The time.

use js_sys::Date;

use crate::learner::Timestamp;

pub fn now() -> Timestamp {
    Timestamp(Date::now() as i64)
}

/// The date where the learner is, `2026-11-22`, for names of files.
pub fn today() -> String {
    let date = Date::new_0();
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}
