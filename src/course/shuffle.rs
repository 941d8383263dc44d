//! Orders that anybody can reproduce from a seed.

use super::ItemId;
use super::fingerprint::fnv1a;

/// The generator of Steele, Lea and Flood (2014), as published by Vigna: small, and the same on every machine.
#[derive(Debug, Clone)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, each equally likely: draws that would favour the low ones are rejected.
    /// `n` must not be 0.
    pub fn below(&mut self, n: u64) -> u64 {
        let threshold = n.wrapping_neg() % n;
        loop {
            let draw = self.next_u64();
            if draw >= threshold {
                return draw % n;
            }
        }
    }
}

/// A permutation of `0..n` (Fisher and Yates, from the last place to the second).
pub fn shuffled(n: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    let mut random = SplitMix64::new(seed);
    for last in (1..n).rev() {
        let other = random.below(last as u64 + 1) as usize;
        order.swap(last, other);
    }
    order
}

/// The order in which the `n` steps of an item are shown before the learner moves them. It depends only on the
/// item's id, and is never the right one when there is another.
pub fn presentation_order(item: &ItemId, n: usize) -> Vec<usize> {
    let seed = fnv1a(item.as_str().as_bytes());
    let mut order = shuffled(n, seed);
    if order.is_sorted() {
        order.rotate_left(1.min(n));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_presentation_is_stable_and_never_solved() {
        for n in 2..7 {
            for name in ["m01-a", "m01-b", "m02-c", "m03-d"] {
                let order = presentation_order(&name.into(), n);
                assert_eq!(order, presentation_order(&name.into(), n));
                assert!(!order.is_sorted(), "{name} with {n} steps is shown solved");
            }
        }
    }
}
