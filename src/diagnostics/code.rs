//! The stable names of diagnostics. `content/GUIA.md` explains each; a test holds both lists together.

use std::fmt;

/// Whether the course can be built in spite of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something would be lost or wrong: the course is not built.
    Error,
    /// Worth a look; the course is built.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What kind of thing is to be mended. Codes that begin with `E` are errors; with `A`, warnings («avisos»).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every code, in the order of the guide.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// `E012`. It never changes its meaning.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Code::$name => $text,)*
                }
            }
        }
    };
}

codes! {
    // Files.
    /// A file that belongs to nothing.
    FileUnknown = "E001",
    FileNotUtf8 = "E002",
    /// `curso.toml`, `competencias.md`, `fuentes.md` or the `modulo.md` of a folder.
    FileMissing = "E003",
    ModuleEmpty = "E004",
    LessonEmpty = "E005",
    ModuleUnlisted = "E006",
    LessonUnlisted = "E007",
    /// Width and height cannot be read.
    ImageUnreadable = "E008",
    /// An SVG that carries a script, an event attribute or something from outside.
    ImageUnsafe = "E009",
    // Front matter and every other TOML.
    FrontMatterMissing = "E010",
    FrontMatterNotFirst = "E011",
    FrontMatterTwice = "E012",
    FrontMatterUnclosed = "E013",
    TomlMalformed = "E014",
    KeyUnknown = "E015",
    KeyMissing = "E016",
    KeyMisplaced = "E017",
    ValueType = "E018",
    ValueUnknown = "E019",
    ValueRange = "E020",
    DecimalComma = "E021",
    DateInvalid = "E022",
    /// A module that requires itself, directly or through others.
    RequirementCycle = "E023",
    // Ids and the names that refer to them.
    IdMissing = "E030",
    IdMalformed = "E031",
    IdDuplicate = "E032",
    AnchorDuplicate = "E033",
    CompetencyUnknown = "E034",
    SourceUnknown = "E035",
    ModuleUnknown = "E036",
    LessonUnknown = "E037",
    DrawingUnknown = "E038",
    ListedTwice = "E039",
    // Prose.
    HeadingLevel = "E040",
    HeadingSkipped = "A041",
    HeadingClassUnknown = "E042",
    HeadingAttributes = "E043",
    HeadingMisplaced = "E044",
    HtmlRaw = "E045",
    LinkUnsafe = "E046",
    LinkBroken = "E047",
    LinkUndefined = "E048",
    TermUnknown = "E049",
    ImageBroken = "E050",
    AltMissing = "E051",
    AlertUnknown = "E052",
    NoteUndefined = "E053",
    NoteUnused = "A054",
    NoteDuplicate = "E055",
    FenceUnknown = "E056",
    FenceUnclosed = "E057",
    CodeIndented = "E058",
    TableCells = "E059",
    TextIgnored = "A060",
    SceneRole = "E061",
    LessonWithoutScene = "A062",
    LessonWithoutTakeaways = "A063",
    ModuleWithoutSummary = "A064",
    SectionEmpty = "A065",
    /// A mark at the beginning of a line, without the blank that makes it one.
    MarkGlued = "E066",
    /// A link or a picture whose parts stand apart.
    LinkApart = "E067",
    /// Text over a line of `-` or `=`.
    HeadingUnderlined = "E068",
    /// An address in the text that is not a link.
    LinkBare = "A069",
    // A question as a whole.
    FormMissing = "E070",
    FormTwice = "E071",
    CaseMissing = "E072",
    StemMissing = "E073",
    FactsTooMany = "E074",
    FactIncomplete = "E075",
    AnswersWrong = "E076",
    TextMisplaced = "E077",
    SheetMissing = "E078",
    SheetTwice = "E079",
    SheetOrphan = "E080",
    ExplanationTwice = "E081",
    QuoteEmpty = "E082",
    // Options and steps.
    FeedbackOutside = "E090",
    FeedbackMissing = "E091",
    FeedbackTwice = "E092",
    OptionContent = "E093",
    OptionSplit = "E094",
    OptionCount = "E095",
    OptionDuplicate = "E096",
    OptionLink = "E097",
    MarkerAlmost = "E098",
    MarkerMissing = "E099",
    CreditMissing = "E100",
    CreditNotLast = "E101",
    CreditMalformed = "E102",
    CreditNotListed = "E103",
    CreditCompetencyOutside = "E104",
    CreditCompetencyMissing = "E105",
    CreditUnexpected = "E106",
    CreditsEqual = "E107",
    RecommendedMissing = "E108",
    RecommendedTwice = "E109",
    RecommendedOnly = "E110",
    RecommendedNotBest = "E111",
    // Tables that are answered.
    ColumnCount = "E120",
    RowCount = "E121",
    TargetCount = "E122",
    TargetUnknown = "E123",
    TargetOmitted = "E124",
    RatingInvalid = "E125",
    RatingsInOrder = "A126",
    // The sheet.
    WeightSum = "E130",
    WeightInvalid = "E131",
    FloorTooHigh = "E132",
    ReviewBroken = "E133",
    // Competencies, glossary and sources.
    CompetencyPrefix = "E140",
    CompetencyIncomplete = "E141",
    TermIncomplete = "E142",
    SourceIncomplete = "E143",
    TensionIncomplete = "E144",
    ObjectiveUnknown = "E145",
    TensionUnknown = "E146",
    SimulationUnknown = "E147",
    RubricMalformed = "E148",
    // A simulation as it is written.
    PlotEmpty = "E150",
    StartUnknown = "E151",
    NextMissing = "E152",
    NextUnknown = "E153",
    EffectMalformed = "E154",
    ConditionMalformed = "E155",
    NameUnknown = "E156",
    VariableLimits = "E157",
    CreditsDiffer = "E158",
    MessageMalformed = "E159",
    OverstepMalformed = "E160",
    BlockMalformed = "E161",
    // A simulation as it can be lived.
    NodeUnreachable = "E170",
    PlotLoop = "E171",
    DeadEnd = "E172",
    EndingMissing = "E173",
    EndingUnreachable = "E174",
    VariableOut = "E175",
    OptionNeverFree = "E176",
    PlotFlat = "E177",
    PlotTooLarge = "E178",
    FactIdle = "A179",
    // What the course as a whole has to hold.
    BlueprintCell = "E180",
    BlueprintShare = "E181",
    ExamUnlike = "E182",
    ClaimUncited = "E183",
    ClaimCritical = "E184",
    TensionUntaught = "E185",
    TensionUnfair = "E186",
    WordsUnreachable = "E187",
    LegalOld = "A188",
    // The quality of the bank.
    StemNegative = "E200",
    OptionCatchAll = "E201",
    GrammarCue = "E202",
    OptionNear = "E203",
    FeedbackRepeats = "E204",
    CompetencyFixed = "E205",
    SplitMissing = "E206",
    CaseNear = "E207",
    LengthBias = "E208",
    PositionBias = "E209",
    AxesTogether = "E210",
    BotWins = "E211",
    BotConsolidated = "E212",
    HardToRead = "A213",
}

impl Code {
    pub fn severity(self) -> Severity {
        if self.as_str().starts_with('A') { Severity::Warning } else { Severity::Error }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_codes_share_a_number() {
        let numbers: HashSet<&str> = Code::ALL.iter().map(|code| &code.as_str()[1..]).collect();
        assert_eq!(numbers.len(), Code::ALL.len());
    }
}
