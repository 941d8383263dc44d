//! A case as the learner meets it: the scene, the question, the options with their feedback.

use serde::{Deserialize, Serialize};

use super::{CompetencyId, Credit, Html, ItemId, OptionKey, ReviewLink, Role, SourceId, TermId};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub id: ItemId,
    pub title: String,
    pub scene: Scene,
    /// The case: 45 to 75 words that hold everything needed to decide.
    pub case: Html,
    /// Numbers on the table, shown large.
    pub facts: Vec<Fact>,
    pub stem: Html,
    /// Opened one by one, in order.
    pub hints: Vec<Html>,
    pub form: Form,
    /// What to take away, shown after answering.
    pub explanation: Option<Html>,
    pub sheet: Sheet,
    /// Glossary entries that its texts link to, each once.
    pub terms: Vec<TermId>,
}

impl Question {
    /// How many words there are to read before answering.
    pub fn words(&self) -> usize {
        let count = |html: &Html| html.plain().split_whitespace().count();
        let labels = |targets: &[Target]| targets.iter().map(|target| target.label.split_whitespace().count()).sum::<usize>();
        let form: usize = match &self.form {
            Form::Single(options) | Form::Multiple(options) => options.iter().map(|option| count(&option.text)).sum(),
            Form::Order(steps) => steps.iter().map(|step| count(&step.text)).sum(),
            Form::Match(grid) | Form::Classify(grid) => {
                grid.rows.iter().map(|row| count(&row.text)).sum::<usize>() + labels(&grid.targets)
            }
            Form::Rate(rating) => rating.rows.iter().map(|row| count(&row.text)).sum(),
        };
        count(&self.case) + count(&self.stem) + form
    }
}

/// Who decides, where and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    pub role: Role,
    pub place: Option<String>,
    pub moment: Option<String>,
    /// The name of a drawing. Which names exist is for the screens to say.
    pub set: Option<String>,
}

/// «400 €», «presupuesto al mes».
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub value: String,
    pub label: String,
}

/// The six forms a question can take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Form {
    /// One best option.
    Single(Vec<Choice>),
    /// As many options as there are recommended ones.
    Multiple(Vec<Choice>),
    /// Steps, in the right order.
    Order(Vec<Step>),
    /// Each row to one of several targets, picked from a list.
    Match(Grid),
    /// Each row to one of a few classes, picked from a row of buttons.
    Classify(Grid),
    /// Each row rated for how effective it is.
    Rate(Rating),
}

impl Form {
    /// How many options, steps or rows there are.
    pub fn len(&self) -> usize {
        match self {
            Form::Single(options) | Form::Multiple(options) => options.len(),
            Form::Order(steps) => steps.len(),
            Form::Match(grid) | Form::Classify(grid) => grid.rows.len(),
            Form::Rate(rating) => rating.rows.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The name that authors give it.
    pub fn name(&self) -> &'static str {
        match self {
            Form::Single(_) => "unica",
            Form::Multiple(_) => "multiple",
            Form::Order(_) => "ordenar",
            Form::Match(_) => "emparejar",
            Form::Classify(_) => "clasificar",
            Form::Rate(_) => "valorar",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub key: OptionKey,
    pub text: Html,
    pub credit: Credit,
    /// Marked `[x]`: what the course defends.
    pub recommended: bool,
    /// Feedback for whoever chooses it.
    pub feedback: Html,
    /// Feedback for whoever does not, where that teaches something else.
    pub not_chosen: Option<Html>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub key: OptionKey,
    pub text: Html,
    pub feedback: Html,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    pub targets: Vec<Target>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Target {
    pub key: OptionKey,
    pub label: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub key: OptionKey,
    pub text: Html,
    /// Credit of each target that earns some, 0 to 1; the right one earns 1. Targets not named earn 0.
    pub credits: Vec<(OptionKey, f64)>,
    pub feedback: Html,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rating {
    /// The scale runs from 1 to this, both included.
    pub points: u8,
    pub rows: Vec<RatedRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RatedRow {
    pub key: OptionKey,
    pub text: Html,
    /// The rating that the course defends, 1 to `points`.
    pub value: u8,
    pub feedback: Html,
}

/// The question's sheet («ficha»): what it measures and where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Weights that add up to 1.
    pub competencies: Vec<(CompetencyId, f64)>,
    pub bloom: Bloom,
    /// The estimated share of learners that will get it right, 0 to 1.
    pub difficulty: f64,
    /// The behaviour of the first competency that the question exercises.
    pub objective: Option<String>,
    pub facets: Vec<String>,
    pub sources: Vec<SourceId>,
    /// Questions of one scenario are not independent; together they weigh at most 1.5.
    pub scenario: Option<String>,
    /// The paragraph to read again after a weak answer.
    pub review: ReviewLink,
    /// Size of the organisation in the case: `una`, `equipo` or `grande`.
    pub size: Option<String>,
    pub sector: Option<String>,
}

/// Level of the revised Bloom taxonomy (Anderson and Krathwohl, 2001) that the course uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bloom {
    Understand,
    Apply,
    Analyse,
    Evaluate,
}

impl Bloom {
    pub const ALL: [Bloom; 4] = [Bloom::Understand, Bloom::Apply, Bloom::Analyse, Bloom::Evaluate];

    /// The name that authors give it.
    pub fn name(self) -> &'static str {
        match self {
            Bloom::Understand => "comprender",
            Bloom::Apply => "aplicar",
            Bloom::Analyse => "analizar",
            Bloom::Evaluate => "evaluar",
        }
    }
}
