//! The shape of `vectores.json`. A field that is not named here, or that no test reads, is an error.
#![deny(dead_code)]

use serde::Deserialize;

pub fn vectors() -> Vectors {
    serde_json::from_str(include_str!("../../vectors/vectores.json")).unwrap()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vectors {
    pub beta_posterior: Vec<BetaRow>,
    pub p_greater: Vec<GreaterRow>,
    pub sjt_rank5: RankSection,
    pub hmac_sha256_rfc4231: Vec<HmacRow>,
    pub splitmix64: SplitMixSection,
    pub fisher_yates_splitmix64: ShuffleSection,
    pub rwg: Vec<AgreementRow>,
    pub cbm: CertaintySection,
    pub min_items_all_correct: PlanningSection,
    pub grid_posterior: Vec<GridRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BetaRow {
    pub k: usize,
    pub n: usize,
    pub a0: f64,
    pub b0: f64,
    pub mean: f64,
    pub median: f64,
    pub lo95: f64,
    pub hi95: f64,
    pub lo80: f64,
    pub hi80: f64,
    pub p_ge_0_8: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GreaterRow {
    pub a: usize,
    pub b: usize,
    pub c: usize,
    pub d: usize,
    pub p: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankSection {
    pub rows: Vec<RankRow>,
    pub mean_random_ukfp: f64,
    pub mean_random_gpst: f64,
    pub min_ukfp: usize,
    pub footrule: Vec<FootruleRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankRow {
    pub key: String,
    pub resp: String,
    pub ukfp20: usize,
    pub gpst12: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootruleRow {
    pub n: usize,
    pub max: usize,
    pub mean: f64,
    pub mean_formula: f64,
    pub max_formula: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HmacRow {
    pub key: String,
    pub data: String,
    pub mac: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SplitMixSection {
    pub seed: u64,
    pub first5: Vec<String>,
    pub note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShuffleSection {
    pub algo: String,
    pub rows: Vec<ShuffleRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShuffleRow {
    pub n: usize,
    pub seed: u64,
    pub perm: Vec<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementRow {
    pub ratings: Vec<u8>,
    pub points: u8,
    pub var_n1: f64,
    pub rwg: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertaintySection {
    pub correct: Vec<i32>,
    pub wrong: Vec<i32>,
    pub breakeven: Vec<f64>,
    pub expected: Vec<ExpectedRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedRow {
    pub p: f64,
    pub e: Vec<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanningSection {
    pub columns: Vec<String>,
    pub all_correct: Vec<Vec<f64>>,
    pub one_miss: Vec<Vec<f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridRow {
    pub items: Vec<(f64, f64, f64)>,
    pub a0: f64,
    pub b0: f64,
    pub mean: f64,
    pub sd: f64,
    pub median: f64,
    pub lo80: f64,
    pub hi80: f64,
    pub lo95: f64,
    pub hi95: f64,
    pub p_ge_thr: f64,
    pub thr: f64,
}
