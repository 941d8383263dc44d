//! A form of the test: questions kept out of the lessons, to see what was gained.

use super::{ExamId, Question, Section, TermId};

/// One of two parallel forms: the same number of items of each competency, matched in form and difficulty.
#[derive(Debug, Clone, PartialEq)]
pub struct Exam {
    pub id: ExamId,
    pub occasion: Occasion,
    pub title: String,
    pub minutes: u32,
    /// One sentence for lists.
    pub summary: String,
    /// What it is for, and how it is answered.
    pub opening: Vec<Section>,
    pub questions: Vec<Question>,
    /// Glossary entries that its texts link to, each once.
    pub terms: Vec<TermId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// Before the course: «diagnóstico inicial».
    Before,
    /// After it: «prueba final».
    After,
}
