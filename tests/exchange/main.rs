//! What goes in and out: the age format, links, submissions.

mod age;
mod assignment;
mod class;
mod submission;
