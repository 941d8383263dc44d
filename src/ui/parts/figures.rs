//! Numbers drawn: inline SVG with attributes, because the page's policy refuses `style`.

use super::format::decimal;

/// A credit from 0 to 1, as HTML: a bar and the number. The bar adds nothing that the number does not say.
pub fn credit_bar(credit: f64) -> String {
    let width = (credit.clamp(0.0, 1.0) * 96.0).round() as u32;
    format!(
        "<span class=\"credito\"><svg viewBox=\"0 0 96 12\" aria-hidden=\"true\" focusable=\"false\">\
         <rect class=\"credito-lleno\" width=\"{width}\" height=\"12\"/>\
         <rect class=\"credito-marco\" x=\".75\" y=\".75\" width=\"94.5\" height=\"10.5\"/></svg>\
         <span>{}</span></span>",
        decimal(credit)
    )
}

/// Where an 80 % interval and its median fall on a scale from 0 to 1; `None` draws the empty frame.
pub fn interval_shape(interval: Option<(f64, f64, f64)>, height: u32) -> String {
    let Some((low, median, high)) = interval else {
        return format!(
            r#"<rect class="hueco" x="0" y="0" width="1000" height="{height}" vector-effect="non-scaling-stroke"/>"#
        );
    };
    let (x, width) = (thousandths(low), (thousandths(high) - thousandths(low)).max(2));
    let line = thousandths(median);
    format!(
        r#"<rect class="banda" x="{x}" y="0" width="{width}" height="{height}"/><path class="centro" d="M{line} 0V{height}" vector-effect="non-scaling-stroke"/>"#
    )
}

fn thousandths(value: f64) -> i64 {
    (value.clamp(0.0, 1.0) * 1000.0).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_spans_its_interval_and_nothing_is_drawn_without_evidence() {
        let shape = interval_shape(Some((0.53, 0.62, 0.71)), 40);
        assert!(shape.contains(r#"x="530" y="0" width="180""#), "{shape}");
        assert!(shape.contains("M620 0V40"), "{shape}");
        assert!(!interval_shape(None, 40).contains("banda"));
    }
}
