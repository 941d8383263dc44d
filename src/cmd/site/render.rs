//! Every page of the course, poured into the one shell.

use std::fs;

use timon_y_voz::course::Course;
use timon_y_voz::parse::{Content, SourceFile};
use timon_y_voz::ui::{self, Place};

use super::{Site, source_folder};
use crate::cmd::Failure;

/// Adds the pages and the course's pictures to the site.
pub fn add(site: &mut Site, course: &Course, files: &[SourceFile], place: &Place) -> Result<(), Failure> {
    let path = source_folder().join("index.html");
    let shell = fs::read_to_string(&path).map_err(Failure::file("no se puede leer", path))?;
    for page in ui::pages(course, place) {
        site.insert(page.file(), page.poured_into(&shell, place).into_bytes());
    }
    for image in &course.images {
        if let Some(file) = files.iter().find(|file| &file.path == image) {
            site.insert(image.clone(), bytes(&file.content).to_vec());
        }
    }
    Ok(())
}

fn bytes(content: &Content) -> &[u8] {
    match content {
        Content::Text(text) => text.as_bytes(),
        Content::Binary(bytes) => bytes,
    }
}
