//! What can be asked on the command line.

use crate::changing::ChangeCommand;
use crate::events::EventCommand;
use crate::records::RecordCommand;
use clap::builder::PossibleValue;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use docketline_casebook::ImportFormat;
use docketline_casebook::view::{
    Arrangement, Clocks, ExportFormat, ExportOptions, GroupBy, PictureOptions, PicturePage,
    PictureScale, PictureSpan,
};
use std::path::PathBuf;

/// Explore legal timelines from the command line.
#[derive(Debug, Parser)]
#[command(name = "docketline-cli", version, about, propagate_version = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// Answer in JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Who signs the changes; the user of the system if it is not said.
    #[arg(long, global = true, value_name = "NAME")]
    pub author: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new casebook.
    New {
        out: PathBuf,
        /// Fill it with the Microsoft Ireland case.
        #[arg(long)]
        sample: bool,
        /// What it is called; the file's name if it is not said.
        #[arg(long, conflicts_with = "sample")]
        title: Option<String>,
    },
    /// Say what a casebook holds.
    Info { casebook: PathBuf },
    /// List events in date order.
    Events {
        casebook: PathBuf,
        #[command(flatten)]
        filter: FilterArguments,
    },
    /// Show everything of one event.
    Event { casebook: PathBuf, id: String },
    /// Write a note on an event.
    Note {
        casebook: PathBuf,
        #[arg(long)]
        event: String,
        /// Markdown.
        #[arg(long)]
        text: String,
    },
    /// Add an event. A lane that is not there yet is made.
    AddEvent {
        casebook: PathBuf,
        #[arg(long)]
        id: String,
        /// EDTF, or as people write dates.
        #[arg(long, allow_hyphen_values = true)]
        date: String,
        #[arg(long)]
        title: String,
        #[arg(long)]
        kind: String,
        #[arg(long)]
        lane: String,
        /// When it became public, if not on its own date.
        #[arg(long, allow_hyphen_values = true)]
        public_from: Option<String>,
    },
    /// Relate two events.
    Relate {
        casebook: PathBuf,
        from: String,
        /// affirms, reverses, vacates, quashes, stays, lifts-stay, appeals-from …
        #[arg(value_name = "TYPE")]
        relation: String,
        to: String,
        /// The day it takes effect, if not on the date of FROM.
        #[arg(long, allow_hyphen_values = true)]
        effective: Option<String>,
        /// The part of TO it acts on, if not the whole.
        #[arg(long)]
        part: Option<String>,
    },
    /// Read a JSON or CSV file into a casebook.
    Import {
        casebook: PathBuf,
        input: PathBuf,
        /// What the file is, if its name does not tell.
        #[arg(long)]
        format: Option<InputFormat>,
        /// Only say what would happen.
        #[arg(long)]
        dry_run: bool,
    },
    /// Write a casebook to a file for others.
    Export {
        casebook: PathBuf,
        #[arg(long)]
        format: OutputFormat,
        #[arg(long)]
        out: PathBuf,
        /// Replace what stands there.
        #[arg(long)]
        force: bool,
        #[command(flatten)]
        picture: PictureArguments,
        #[command(flatten)]
        clocks: ClockArguments,
    },
    /// Say what stood on a day, and by which acts.
    Standing {
        casebook: PathBuf,
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        on: String,
        /// Leave out what was not public on this day.
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        known_on: Option<String>,
        #[arg(long)]
        event: Option<String>,
    },
    /// Say how much time lies between two events, exactly or as a range.
    Interval {
        casebook: PathBuf,
        from: String,
        to: String,
    },
    /// Say how dates are understood: those given, or one a line on standard input.
    Date {
        /// Accept EDTF alone.
        #[arg(long)]
        edtf: bool,
        #[arg(allow_hyphen_values = true)]
        texts: Vec<String>,
    },
    /// Look for damage, contradictions and gaps; exits with 1 when the file is damaged.
    Check {
        casebook: PathBuf,
        /// Exit with 1 as well when a finding is open.
        #[arg(long)]
        strict: bool,
    },
    /// Let a finding of the check stand, for a reason that is kept.
    Accept {
        casebook: PathBuf,
        /// As the check names it.
        finding: String,
        #[arg(long)]
        reason: String,
    },
    /// Take back that a finding was accepted.
    Withdraw { casebook: PathBuf, finding: String },
    #[command(flatten)]
    Change(ChangeCommand),
    #[command(flatten)]
    ChangeEvents(EventCommand),
    #[command(flatten)]
    Record(RecordCommand),
}

#[derive(Debug, Args)]
pub struct FilterArguments {
    /// The identifier or name of a lane.
    #[arg(long)]
    pub lane: Option<String>,
    #[arg(long)]
    pub kind: Option<String>,
    /// Events that have, or may have, a day on or after this date.
    #[arg(long, allow_hyphen_values = true)]
    pub from: Option<String>,
    /// Events that have, or may have, a day on or before this date.
    #[arg(long, allow_hyphen_values = true)]
    pub to: Option<String>,
    /// Only events of which it is certain that they have a day in that span.
    #[arg(long)]
    pub certainly: bool,
    /// Words in titles, summaries, people, sources and notes.
    #[arg(long, allow_hyphen_values = true)]
    pub search: Option<String>,
    #[command(flatten)]
    pub clocks: ClockArguments,
}

#[derive(Debug, Args)]
pub struct ClockArguments {
    /// Leave out what cannot have happened by the end of this day.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub as_of: Option<String>,
    /// Leave out what cannot have been public by the end of this day.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub known_on: Option<String>,
}

impl ClockArguments {
    pub fn clocks(&self) -> Clocks {
        Clocks {
            as_of: self.as_of.clone(),
            known_on: self.known_on.clone(),
        }
    }
}

/// Of svg, png and pdf. Without them the picture is the whole timeline.
#[derive(Debug, Args)]
#[command(next_help_heading = "Pictures (svg, png, pdf)")]
pub struct PictureArguments {
    /// Begin with the first day of this date.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    from: Option<String>,
    /// End with the last day of this date.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    to: Option<String>,
    /// Width of the timeline in pixels; as wide as all its events need, if it is not said.
    #[arg(long, value_name = "PIXELS")]
    width: Option<f64>,
    /// Of a png: pixels for each pixel of the width, 1 to 4; 2 if it is not said.
    #[arg(long, value_name = "TIMES", value_parser = scale)]
    scale: Option<PictureScale>,
    /// What the lanes are; the lanes of the casebook, if it is not said.
    #[arg(long, value_name = "WHAT")]
    by: Option<LanesBy>,
    /// Of a pdf: the pages that it is cut to; one long sheet, if it is not said.
    #[arg(long, value_name = "PAPER")]
    page: Option<PageSize>,
}

impl PictureArguments {
    /// The argument that a format has no use for.
    fn idle(&self, format: OutputFormat) -> Option<&'static str> {
        let is_picture = matches!(
            format,
            OutputFormat::Svg | OutputFormat::Png | OutputFormat::Pdf
        );
        [
            ("--from", self.from.is_some(), is_picture),
            ("--to", self.to.is_some(), is_picture),
            ("--width", self.width.is_some(), is_picture),
            ("--by", self.by.is_some(), is_picture),
            (
                "--scale",
                self.scale.is_some(),
                matches!(format, OutputFormat::Png),
            ),
            (
                "--page",
                self.page.is_some(),
                matches!(format, OutputFormat::Pdf),
            ),
        ]
        .into_iter()
        .find(|(_, given, of_use)| *given && !of_use)
        .map(|(name, ..)| name)
    }
}

impl Arguments {
    /// The command line, or the way out with what is wrong about it.
    pub fn checked() -> Self {
        let arguments = Self::parse();
        if let Command::Export {
            format, picture, ..
        } = &arguments.command
            && let Some(name) = picture.idle(*format)
        {
            let format = format.to_possible_value();
            let format = format
                .as_ref()
                .map_or("this format", PossibleValue::get_name);
            Self::command()
                .error(
                    ErrorKind::ArgumentConflict,
                    format!("{name} cannot be used with --format {format}"),
                )
                .exit();
        }
        arguments
    }
}

fn scale(text: &str) -> Result<PictureScale, String> {
    let times: u8 = text.parse().map_err(|_| "a scale is 1, 2, 3 or 4")?;
    PictureScale::try_from(times)
}

impl PictureArguments {
    pub fn options(&self, clocks: Clocks) -> ExportOptions {
        let arguments = self;
        let (from, to) = (arguments.from.clone(), arguments.to.clone());
        let span = match (&from, &to) {
            (None, None) => PictureSpan::Whole,
            _ => PictureSpan::Between { from, to },
        };
        ExportOptions {
            clocks,
            picture: PictureOptions {
                span,
                lanes: Arrangement {
                    by: arguments.by.map_or_else(GroupBy::default, Into::into),
                    ..Arrangement::default()
                },
                width: arguments.width,
                scale: arguments.scale.unwrap_or_default(),
                page: arguments.page.map_or(PicturePage::Sheet, Into::into),
            },
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum LanesBy {
    Lane,
    Court,
    Jurisdiction,
    Kind,
    Actor,
    Principle,
    Source,
}

impl From<LanesBy> for GroupBy {
    fn from(by: LanesBy) -> Self {
        match by {
            LanesBy::Lane => Self::Lane,
            LanesBy::Court => Self::Court,
            LanesBy::Jurisdiction => Self::Jurisdiction,
            LanesBy::Kind => Self::Kind,
            LanesBy::Actor => Self::Actor,
            LanesBy::Principle => Self::Principle,
            LanesBy::Source => Self::Source,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum PageSize {
    #[value(alias = "A4")]
    A4,
    #[value(alias = "A3")]
    A3,
    #[value(alias = "Letter")]
    Letter,
}

impl From<PageSize> for PicturePage {
    fn from(size: PageSize) -> Self {
        match size {
            PageSize::A4 => Self::A4,
            PageSize::A3 => Self::A3,
            PageSize::Letter => Self::Letter,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum InputFormat {
    Json,
    Csv,
}

impl From<InputFormat> for ImportFormat {
    fn from(format: InputFormat) -> Self {
        match format {
            InputFormat::Json => Self::Json,
            InputFormat::Csv => Self::Csv,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum OutputFormat {
    Json,
    Csv,
    Html,
    Svg,
    Png,
    Pdf,
}

impl From<OutputFormat> for ExportFormat {
    fn from(format: OutputFormat) -> Self {
        match format {
            OutputFormat::Json => Self::Json,
            OutputFormat::Csv => Self::Csv,
            OutputFormat::Html => Self::Html,
            OutputFormat::Svg => Self::Svg,
            OutputFormat::Png => Self::Png,
            OutputFormat::Pdf => Self::Pdf,
        }
    }
}
