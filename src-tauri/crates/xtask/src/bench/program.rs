//! Programs that measure by themselves, or are measured as a whole.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::HashMap;
use std::process::{Command, Stdio};
use std::time::Instant;

/// What a program writes on its output.
pub fn answer(mut command: Command) -> Result<Vec<u8>> {
    let name = command.get_program().display().to_string();
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{name} could not be started"))?;
    ensure!(output.status.success(), "{name}: {}", output.status);
    Ok(output.stdout)
}

/// Seconds until a program has ended.
pub fn seconds(command: Command) -> Result<f64> {
    let start = Instant::now();
    answer(command)?;
    Ok(start.elapsed().as_secs_f64())
}

/// The figures of a program that writes one as JSON on each line, by their names.
#[derive(Debug)]
pub struct Told(HashMap<String, f64>);

impl Told {
    pub fn by(command: Command) -> Result<Self> {
        Self::read(&String::from_utf8(answer(command)?)?)
    }

    fn read(lines: &str) -> Result<Self> {
        let figure = |line: &str| -> Result<(String, f64)> {
            let mut line: Value = serde_json::from_str(line)?;
            let value = line["value"].as_f64().context("a figure without a value")?;
            match line["name"].take() {
                Value::String(name) => Ok((name, value)),
                _ => anyhow::bail!("a figure without a name"),
            }
        };
        lines.lines().map(figure).collect::<Result<_>>().map(Self)
    }

    pub fn get(&self, name: &str) -> Result<f64> {
        let value = self.0.get(name).copied();
        value.with_context(|| format!("nobody measured \"{name}\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_by_name() {
        let told = Told::read("{\"name\": \"opening\", \"value\": 1.5, \"unit\": \"ms\"}\n");
        assert_eq!(told.unwrap().get("opening").unwrap(), 1.5);
        assert!(Told::read("opening 1.5 ms").is_err());
    }
}
