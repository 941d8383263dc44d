//! Means, variances and correlations of lists of numbers.

/// Below this a standard deviation is what rounding leaves of 0.
const FLAT: f64 = 1e-12;

/// `None` of an empty list.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Σ(x − x̄)(y − ȳ): a covariance before it is divided.
fn products(xs: &[f64], ys: &[f64]) -> f64 {
    let (Some(x_mean), Some(y_mean)) = (mean(xs), mean(ys)) else { return 0.0 };
    xs.iter().zip(ys).map(|(x, y)| (x - x_mean) * (y - y_mean)).sum()
}

/// Of a sample (N − 1). `None` with fewer than two pairs.
pub fn covariance(xs: &[f64], ys: &[f64]) -> Option<f64> {
    (xs.len() >= 2).then(|| products(xs, ys) / (xs.len() - 1) as f64)
}

/// Of a sample (N − 1). `None` with fewer than two values.
pub fn variance(values: &[f64]) -> Option<f64> {
    covariance(values, values)
}

/// Of the people there are (N). `None` of an empty list.
pub fn population_variance(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| products(values, values) / values.len() as f64)
}

/// Pearson's r. `None` with fewer than three pairs, or when one side does not vary.
pub fn correlation(xs: &[f64], ys: &[f64]) -> Option<f64> {
    let n = xs.len() as f64;
    let deviation = |values: &[f64]| (products(values, values) / n).sqrt();
    let (x, y) = (deviation(xs), deviation(ys));
    if xs.len() < 3 || x < FLAT || y < FLAT {
        return None;
    }
    Some((products(xs, ys) / n / (x * y)).clamp(-1.0, 1.0))
}

/// The value below which a share of a sorted list lies, with linear interpolation between neighbours (Hyndman and Fan,
/// 1996, definition 7). `None` of an empty list.
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share * sorted.len().checked_sub(1)? as f64;
    let (low, high) = (place.floor() as usize, place.ceil() as usize);
    Some(sorted[low] + (sorted[high] - sorted[low]) * (place - low as f64))
}
