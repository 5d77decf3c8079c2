//! Many times of one thing, and what is said of them.

use anyhow::{Context, Result};
use serde_json::Value;

/// Times in order.
#[derive(Debug)]
pub struct Quantiles(Vec<f64>);

impl Quantiles {
    pub fn of(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    /// The times that a page answered.
    pub fn of_page(times: &Value) -> Result<Self> {
        let times = times.as_array().context("the page measured nothing")?;
        Ok(Self::of(times.iter().filter_map(Value::as_f64).collect()))
    }

    fn at(&self, share: f64) -> f64 {
        let index = (self.0.len().saturating_sub(1) as f64 * share).round() as usize;
        self.0.get(index).copied().unwrap_or(f64::NAN)
    }

    pub fn median(&self) -> f64 {
        self.at(0.5)
    }

    pub fn p95(&self) -> f64 {
        self.at(0.95)
    }

    /// "580 to 730 ms": how far the times of a few starts lie apart.
    pub fn spread(&self) -> String {
        format!("{:.0} to {:.0} ms", self.at(0.0), self.at(1.0))
    }
}

impl std::fmt::Display for Quantiles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (median, p95, most) = (self.median(), self.p95(), self.at(1.0));
        write!(f, "{median:>6.1}  {p95:>6.1}  {most:>6.1}")
    }
}
