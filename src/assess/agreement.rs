//! Whether the experts who rated an option agree about it.

/// r_wg = 1 − s²/σ², with s² the variance of the ratings (n − 1) and σ² = (A² − 1)/12 that of ratings given at random on
/// a scale of A points (James, Demaree and Wolf, 1984).
///
/// 1 is full agreement; 0, as much as chance; below 0, less than chance. An option is usually kept from .7 up. `None`
/// with fewer than two ratings or fewer than two points.
pub fn within_group_agreement(ratings: &[u8], points: u8) -> Option<f64> {
    if ratings.len() < 2 || points < 2 {
        return None;
    }
    let n = ratings.len() as f64;
    let mean = ratings.iter().map(|rating| f64::from(*rating)).sum::<f64>() / n;
    let variance = ratings.iter().map(|rating| (f64::from(*rating) - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let variance_at_random = (f64::from(points).powi(2) - 1.0) / 12.0;
    Some(1.0 - variance / variance_at_random)
}
