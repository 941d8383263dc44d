//! The browser's names in the native build.

use super::{StorageError, UnreadableFile};
use crate::learner::Timestamp;

pub fn now() -> Timestamp {
    Timestamp(0)
}

pub fn spoken(_at: Timestamp) -> String {
    String::new()
}

pub fn moment_of(_text: &str) -> Option<Timestamp> {
    None
}

pub fn fresh_id() -> String {
    String::new()
}

pub fn course_id() -> String {
    String::new()
}

pub fn root_attribute(_name: &str) -> String {
    String::new()
}

pub fn all_checked(_name: &str) -> Vec<String> {
    Vec::new()
}

pub fn query(_name: &str) -> Option<String> {
    None
}

pub fn go_to(_address: &str) {}

pub fn keep_query(_name: &str, _value: &str) {}

pub async fn fetch_text(_address: &str) -> Option<String> {
    None
}

pub fn focus(_id: &str) {}

pub fn focus_when_shown(_id: &'static str) {}

pub fn today() -> String {
    String::new()
}

pub fn on_section_reached(_reached: impl Fn(String) + 'static) {}

pub fn is_open(_event: &leptos::ev::Event) -> bool {
    false
}

pub fn action(_event: &leptos::ev::Event) -> Option<String> {
    None
}

pub fn changed(_event: &leptos::ev::Event) -> Option<(String, String)> {
    None
}

pub fn checked(_name: &str) -> Option<String> {
    None
}

pub fn tell(_id: &str, _words: &str) {}

pub fn set_attribute(_id: &str, _name: &str, _value: &str) {}

pub fn tell_other_tabs() {}

pub fn save_file(_name: &str, _kind: &str, _text: &str) -> bool {
    false
}

pub async fn chosen_file(_input: &str) -> Option<Result<String, UnreadableFile>> {
    None
}

pub fn secret_bytes(_bytes: &mut [u8]) -> bool {
    false
}

pub fn fragment() -> String {
    String::new()
}

pub fn origin() -> String {
    String::new()
}

pub fn value_of(_id: &str) -> String {
    String::new()
}

pub fn on_fragment(_changed: impl Fn() + 'static) {}

pub fn save_bytes(_name: &str, _kind: &str, _bytes: &[u8]) -> bool {
    false
}

pub fn can_share() -> bool {
    false
}

pub async fn share_file(_name: &str, _kind: &str, _bytes: &[u8]) -> bool {
    false
}

pub async fn copy(_text: &str) -> bool {
    false
}

pub async fn chosen_files(_input: &str) -> Vec<(String, Result<Vec<u8>, UnreadableFile>)> {
    Vec::new()
}

pub fn kept(_name: &str) -> Option<String> {
    None
}

pub fn keep(_name: &str, _text: &str) -> bool {
    false
}

pub fn let_go(_name: &str) {}

pub struct Shelf;

impl Shelf {
    pub async fn lines(&self) -> Result<Vec<(String, String)>, StorageError> {
        Ok(Vec::new())
    }

    pub async fn add(&self, _lines: &[(String, String)]) -> Result<(), StorageError> {
        Ok(())
    }

    pub async fn append(&self, _lines: &[(String, String)]) -> Result<(), StorageError> {
        Ok(())
    }

    pub async fn clear(&self) -> Result<(), StorageError> {
        Ok(())
    }
}

pub fn ask_for_durable_storage() {}
