//! Distances between orders.

use timon_y_voz::assess::{footrule, footrule_maximum, footrule_mean, gpst_score, ukfp_score};

use super::file::vectors;

#[test]
fn sjt_rank5() {
    let section = vectors().sjt_rank5;
    for row in &section.rows {
        let (key, answer): (Vec<char>, Vec<char>) = (row.key.chars().collect(), row.resp.chars().collect());
        assert_eq!(ukfp_score(&key, &answer), Some(row.ukfp20), "{} for {}", row.resp, row.key);
        assert_eq!(gpst_score(&key, &answer), Some(row.gpst12), "{} for {}", row.resp, row.key);
    }
    let key = [0, 1, 2, 3, 4];
    let orders = orders(5);
    let scores = |score: fn(&[usize], &[usize]) -> Option<usize>| {
        orders.iter().map(move |order| score(&key, order).unwrap()).collect::<Vec<_>>()
    };
    let mean = |scores: &[usize]| scores.iter().sum::<usize>() as f64 / scores.len() as f64;
    assert_eq!(mean(&scores(ukfp_score)), section.mean_random_ukfp);
    assert_eq!(mean(&scores(gpst_score)), section.mean_random_gpst);
    assert_eq!(scores(ukfp_score).iter().min(), Some(&section.min_ukfp));
}

#[test]
fn footrule_over_all_orders() {
    for row in vectors().sjt_rank5.footrule {
        let key: Vec<usize> = (0..row.n).collect();
        let distances: Vec<usize> = orders(row.n).iter().map(|order| footrule(&key, order).unwrap()).collect();
        assert_eq!(distances.iter().max(), Some(&row.max));
        assert_eq!(distances.iter().sum::<usize>() as f64 / distances.len() as f64, row.mean);
        assert_eq!(footrule_maximum(row.n), row.max_formula);
        assert_eq!(footrule_mean(row.n), row.mean_formula);
    }
}

/// All orders of `0..n`, by inserting each number everywhere in the orders of the smaller ones.
fn orders(n: usize) -> Vec<Vec<usize>> {
    (0..n).fold(vec![Vec::new()], |orders, number| {
        let with_number = |order: &Vec<usize>| {
            let insert = |place| [&order[..place], &[number], &order[place..]].concat();
            (0..=order.len()).map(insert).collect::<Vec<_>>()
        };
        orders.iter().flat_map(with_number).collect()
    })
}
