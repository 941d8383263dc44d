//! How far an order is from the right one.

/// Spearman's footrule: the sum, over the elements, of how many places each is away from where the key has it.
///
/// From 0 (the same order) to [`footrule_maximum`]. `None` unless `answer` holds every element of `key` once.
/// Source: Diaconis and Graham (1977), «Spearman's footrule as a measure of disarray».
pub fn footrule<T: PartialEq>(key: &[T], answer: &[T]) -> Option<usize> {
    if answer.len() != key.len() {
        return None;
    }
    let distance = |(place, element): (usize, &T)| {
        let right_place = answer.iter().position(|other| other == element)?;
        Some(place.abs_diff(right_place))
    };
    key.iter().enumerate().map(distance).sum()
}

/// The footrule of the reversed order, the largest there is: ⌊n²/2⌋.
pub fn footrule_maximum(n: usize) -> usize {
    n * n / 2
}

/// The mean footrule over all orders of `n` elements: (n² − 1)/3.
pub fn footrule_mean(n: usize) -> f64 {
    let n = n as f64;
    ((n * n - 1.0) / 3.0).max(0.0)
}

/// Points of the UK Foundation Programme's situational judgement test for an order of five: 20 less one per place,
/// 8 to 20. `None` when the answer is not an order of the key or has not five elements.
pub fn ukfp_score<T: PartialEq>(key: &[T], answer: &[T]) -> Option<usize> {
    rank_of_five(key, answer).map(|distance| 20 - distance)
}

/// Points of the UK general practice (GPST) selection test for an order of five: 12 less one per place, 0 to 12.
/// `None` when the answer is not an order of the key or has not five elements.
pub fn gpst_score<T: PartialEq>(key: &[T], answer: &[T]) -> Option<usize> {
    rank_of_five(key, answer).map(|distance| footrule_maximum(5) - distance)
}

fn rank_of_five<T: PartialEq>(key: &[T], answer: &[T]) -> Option<usize> {
    if key.len() == 5 { footrule(key, answer) } else { None }
}
