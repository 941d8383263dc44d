//! How long something is remembered, so that it is asked again before it is forgotten: FSRS-6.
//!
//! A memory has a stability S and a difficulty D. After t days it is recalled with probability R = (1 + F·t/S)^−w₂₀;
//! F makes it .9 at t = S. Each review gives the next S and D, by how it went and by R just before.
//!
//! Source: Open Spaced Repetition, «The Algorithm» (wiki of fsrs4anki), FSRS-6, with the default weights of the crate
//! `fsrs` 6.6.2. They were fitted on flashcards, not on scenarios, so this says when to ask again and nothing else: R
//! is not competence and is not to be shown as such. Learning steps, rounding and chance are left out.

/// The recall at which the course asks again. A convention of the course, and the default of FSRS.
pub const RETENTION: f64 = 0.9;
/// Days after which the course asks again however stable the memory is. A convention of the course.
pub const LONGEST_INTERVAL: f64 = 180.0;

// The weights of FSRS. w₀ to w₂ are in `Memory::first`; w₃ and w₁₆ are missing, because only Easy uses them.
const FIRST_DIFFICULTY: f64 = 6.4133; // w₄: after Again
const FIRST_EASE: f64 = 0.8334; // w₅: how much less after better ratings
const DIFFICULTY_STEP: f64 = 3.0194; // w₆
const DIFFICULTY_REVERSION: f64 = 0.001; // w₇
const GROWTH: f64 = 1.8722; // w₈
const GROWTH_SATURATION: f64 = 0.1666; // w₉: the more stable, the less is gained
const GROWTH_SPACING: f64 = 0.796; // w₁₀: the nearer to forgotten, the more is gained
const LAPSE: f64 = 1.4835; // w₁₁
const LAPSE_DIFFICULTY: f64 = 0.0614; // w₁₂
const LAPSE_STABILITY: f64 = 0.2629; // w₁₃
const LAPSE_SPACING: f64 = 1.6483; // w₁₄
const HARD_GROWTH: f64 = 0.6014; // w₁₅
const SAME_DAY: f64 = 0.5425; // w₁₇
const SAME_DAY_SHIFT: f64 = 0.0912; // w₁₈
const SAME_DAY_SATURATION: f64 = 0.0658; // w₁₉
const DECAY: f64 = 0.1542; // w₂₀

/// How a review went, with its number in the formulas. FSRS has a fourth, Easy, for what took no effort; it does not
/// exist here, because nothing in an answer tells it from Good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rating {
    /// Wrong.
    Again = 1,
    /// Right after a doubt.
    Hard = 2,
    /// Right.
    Good = 3,
}

/// What is left of something learnt, as of its last review.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// Days until recall falls to 90 %: .001 to 36 500. Another value counts as the nearest of these; NaN, as .001.
    pub stability: f64,
    /// 1 to 10, the hardest. Another value counts as the nearest of these; NaN, as 1.
    pub difficulty: f64,
}

impl Memory {
    /// The memory after the first review.
    pub fn first(rating: Rating) -> Self {
        let stability = match rating {
            Rating::Again => 0.212, // w₀
            Rating::Hard => 1.2931, // w₁
            Rating::Good => 2.3065, // w₂
        };
        Self { stability, difficulty: first_difficulty(rating as u8) }
    }

    /// The memory after another review, `elapsed_days` after the last one. FSRS counts whole days: less than one is the
    /// same day, when R plays no part. Less than 0 and NaN count as 0.
    pub fn after(self, rating: Rating, elapsed_days: f64) -> Self {
        let last = self.in_range();
        let forgotten = 1.0 - last.recall(elapsed_days);
        let stability = match rating {
            _ if elapsed_days.max(0.0) < 1.0 => last.stability_on_the_same_day(rating),
            Rating::Again => last.stability_after_lapse(forgotten),
            Rating::Hard => last.stability * (1.0 + HARD_GROWTH * last.growth(forgotten)),
            Rating::Good => last.stability * (1.0 + last.growth(forgotten)),
        };
        Self { stability, difficulty: last.next_difficulty(rating) }.in_range()
    }

    /// The probability, 0 to 1, of recalling it `elapsed_days` after the last review. Less than 0 and NaN count as 0.
    pub fn recall(self, elapsed_days: f64) -> f64 {
        (1.0 + factor() * elapsed_days.max(0.0) / self.in_range().stability).powf(-DECAY)
    }

    /// Days until recall falls to `retention`, neither rounded nor cut to [`LONGEST_INTERVAL`]. Infinite for 0, which
    /// is never reached; 0 for 1 and for what is no probability.
    pub fn interval(self, retention: f64) -> f64 {
        (self.in_range().stability / factor() * (retention.powf(-1.0 / DECAY) - 1.0)).max(0.0)
    }

    fn in_range(self) -> Self {
        // Not `clamp`, which keeps NaN.
        let within = |x: f64, least: f64, most: f64| x.max(least).min(most);
        Self { stability: within(self.stability, 0.001, 36_500.0), difficulty: within(self.difficulty, 1.0, 10.0) }
    }

    /// What is gained by recalling it, as a share of the stability.
    fn growth(self, forgotten: f64) -> f64 {
        let saturation = self.stability.powf(-GROWTH_SATURATION);
        GROWTH.exp() * (11.0 - self.difficulty) * saturation * (GROWTH_SPACING * forgotten).exp_m1()
    }

    /// At most S/e^(w₁₇·w₁₈), so that a lapse never adds.
    fn stability_after_lapse(self, forgotten: f64) -> f64 {
        let left = (self.stability + 1.0).powf(LAPSE_STABILITY) - 1.0;
        let left = LAPSE * self.difficulty.powf(-LAPSE_DIFFICULTY) * left * (LAPSE_SPACING * forgotten).exp();
        left.min(self.stability / (SAME_DAY * SAME_DAY_SHIFT).exp())
    }

    fn stability_on_the_same_day(self, rating: Rating) -> f64 {
        let shift = (SAME_DAY * (f64::from(rating as u8) - 3.0 + SAME_DAY_SHIFT)).exp();
        let factor = shift * self.stability.powf(-SAME_DAY_SATURATION);
        self.stability * if rating == Rating::Again { factor } else { factor.max(1.0) }
    }

    /// A step by the rating, smaller the nearer to 10, and then a hair towards what is easy at first.
    fn next_difficulty(self, rating: Rating) -> f64 {
        let step = DIFFICULTY_STEP * (3.0 - f64::from(rating as u8)) * (10.0 - self.difficulty) / 9.0;
        self.difficulty + step + DIFFICULTY_REVERSION * (first_difficulty(4) - self.difficulty - step)
    }
}

/// By the number of the rating. Easy, 4, is out of range: there it is only something to tend to.
fn first_difficulty(rating: u8) -> f64 {
    FIRST_DIFFICULTY - (FIRST_EASE * (f64::from(rating) - 1.0)).exp() + 1.0
}

/// F. Its .9 belongs to what stability means, whatever the retention wanted.
fn factor() -> f64 {
    0.9f64.powf(-1.0 / DECAY) - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATINGS: [Rating; 3] = [Rating::Again, Rating::Hard, Rating::Good];
    const ODD: [f64; 9] =
        [f64::NAN, f64::NEG_INFINITY, f64::INFINITY, f64::MIN, f64::MAX, -1.0, -0.0, f64::MIN_POSITIVE, 0.5];

    fn is_sound(memory: Memory) -> bool {
        (0.001..=36_500.0).contains(&memory.stability) && (1.0..=10.0).contains(&memory.difficulty)
    }

    #[test]
    fn nothing_odd_leaves_the_ranges() {
        for (stability, difficulty) in ODD.iter().flat_map(|s| ODD.map(|d| (*s, d))) {
            let memory = Memory { stability, difficulty };
            for odd in ODD {
                assert!((0.0..=1.0).contains(&memory.recall(odd)), "{memory:?} after {odd} days");
                assert!(memory.interval(odd) >= 0.0, "{memory:?} to {odd}");
                for rating in RATINGS {
                    assert!(is_sound(memory.after(rating, odd)), "{memory:?}, {rating:?} after {odd} days");
                }
            }
        }
    }

    #[test]
    fn odd_days_and_retentions_count_as_documented() {
        let memory = Memory::first(Rating::Good);
        for none in [f64::NAN, f64::NEG_INFINITY, -3.0, 0.0] {
            assert_eq!(memory.recall(none), 1.0);
            assert_eq!(memory.after(Rating::Again, none), memory.after(Rating::Again, 0.99));
        }
        assert_eq!(memory.recall(f64::INFINITY), 0.0);
        assert_eq!(memory.interval(0.0), f64::INFINITY);
        for at_once in [1.0, 1.5, f64::INFINITY, -0.5, f64::NEG_INFINITY, f64::NAN] {
            assert_eq!(memory.interval(at_once), 0.0, "{at_once}");
        }
    }

    #[test]
    fn stability_is_the_interval_to_ninety_percent_and_intervals_undo_recall() {
        for memory in RATINGS.map(Memory::first) {
            assert!((memory.interval(0.9) - memory.stability).abs() < 1e-12);
            for retention in [0.5, 0.8, RETENTION, 0.97] {
                assert!((memory.recall(memory.interval(retention)) - retention).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn recalling_never_takes_and_a_lapse_never_adds() {
        for stability in [0.001, 0.2, 1.0, 7.0, 180.0, 36_500.0] {
            for (difficulty, days) in [1.0, 5.5, 10.0].iter().flat_map(|d| [0.0, 1.0, 30.0, 4_000.0].map(|t| (*d, t))) {
                let memory = Memory { stability, difficulty };
                let [again, hard, good] = RATINGS.map(|rating| memory.after(rating, days));
                assert!(again.stability <= stability && stability <= hard.stability, "{memory:?} after {days} days");
                assert!(hard.stability <= good.stability, "{memory:?} after {days} days");
                assert!(good.difficulty <= hard.difficulty && hard.difficulty <= again.difficulty);
            }
        }
    }
}
