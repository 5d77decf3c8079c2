//! A display without a screen: Xvfb, and pictures of what it shows.

use crate::process::Group;
use anyhow::{Context, Result, bail, ensure};
use std::collections::HashSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A running Xvfb. It ends, and every window on it, when this is dropped.
#[derive(Debug)]
pub struct Display {
    name: String,
    _server: Group,
    framebuffer: TempDir,
}

impl Display {
    /// Starts a server with one screen of this size on the first free display number.
    pub fn start(width: u32, height: u32) -> Result<Self> {
        let framebuffer = tempfile::tempdir()?;
        let mut command = Command::new("Xvfb");
        command
            .args(["-displayfd", "1", "-nolisten", "tcp", "-nocursor"])
            .args(["-screen", "0"])
            .arg(format!("{width}x{height}x24"))
            .arg("-fbdir")
            .arg(framebuffer.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = Group::spawn(command)
            .context("Xvfb could not be started; `make setup` installs it or says how")?;
        // The server writes its number when it accepts connections.
        let mut number = String::new();
        let stdout = server.child.stdout.take().context("Xvfb has no output")?;
        BufReader::new(stdout).read_line(&mut number)?;
        ensure!(!number.trim().is_empty(), "Xvfb ended before it was ready");
        Ok(Self {
            name: format!(":{}", number.trim()),
            _server: server,
            framebuffer,
        })
    }

    /// What `DISPLAY` must be for a program to appear here.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Makes the program appear here and nowhere else.
    pub fn apply(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.name)
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY");
    }

    /// What the screen shows now.
    pub fn picture(&self) -> Result<Picture> {
        Picture::from_xwd(&fs::read(self.framebuffer.path().join("Xvfb_screen0"))?)
    }

    /// What the screen shows once it has shown text or drawing, unchanged, for `calm`.
    pub fn settled_picture(&self, calm: Duration, limit: Duration) -> Result<Picture> {
        let start = Instant::now();
        let mut last = self.picture()?;
        let mut since = Instant::now();
        while start.elapsed() < limit {
            sleep(Duration::from_millis(100));
            let now = self.picture()?;
            if now != last {
                last = now;
                since = Instant::now();
            } else if since.elapsed() >= calm && last.is_drawn() {
                return Ok(last);
            }
        }
        bail!("the window showed nothing settled within {limit:?}")
    }
}

/// Pixels of the screen, three bytes each: red, green, blue.
#[derive(Debug, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

impl Picture {
    /// Reads the X window dump that Xvfb keeps of its screen: big-endian words, then a
    /// colour table, then rows of 32-bit pixels.
    fn from_xwd(dump: &[u8]) -> Result<Self> {
        let word = |index: usize| -> Result<u32> {
            let bytes = dump
                .get(index * 4..index * 4 + 4)
                .context("the screen dump is cut off")?;
            Ok(u32::from_be_bytes(bytes.try_into()?))
        };
        let (header, version) = (word(0)?, word(1)?);
        let (width, height) = (word(4)?, word(5)?);
        let (byte_order, bits_per_pixel, stride) = (word(7)?, word(11)?, word(12)?);
        let colours = word(19)?;
        ensure!(version == 7, "unknown screen dump version {version}");
        ensure!(
            bits_per_pixel == 32 && byte_order == 0,
            "the screen dump is not in 32-bit little-endian pixels"
        );
        let start = header as usize + colours as usize * 12;
        let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
        for y in 0..height as usize {
            let row = start + y * stride as usize;
            let pixels = dump
                .get(row..row + width as usize * 4)
                .context("the screen dump is cut off")?;
            for pixel in pixels.chunks_exact(4) {
                rgb.extend([pixel[2], pixel[1], pixel[0]]);
            }
        }
        Ok(Self { width, height, rgb })
    }

    /// Whether there is more than plain surfaces: smoothed text alone has dozens of
    /// colours, an empty window one or two.
    fn is_drawn(&self) -> bool {
        let mut colours = HashSet::new();
        self.rgb.chunks_exact(3).any(|pixel| {
            colours.insert([pixel[0], pixel[1], pixel[2]]);
            colours.len() > 24
        })
    }

    /// Writes a PNG file, with its folders.
    pub fn save(&self, path: &Path) -> Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let file = fs::File::create(path).with_context(|| path.display().to_string())?;
        let mut encoder = png::Encoder::new(file, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header()?.write_image_data(&self.rgb)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dump(pixels: &[[u8; 4]]) -> Vec<u8> {
        let mut words = [0_u32; 25];
        words[0] = 100;
        words[1] = 7;
        words[4] = pixels.len() as u32;
        words[5] = 1;
        words[11] = 32;
        words[12] = pixels.len() as u32 * 4;
        words[19] = 1;
        let mut bytes: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        bytes.extend([0; 12]);
        bytes.extend(pixels.iter().flatten());
        bytes
    }

    #[test]
    fn a_screen_dump_becomes_red_green_blue() {
        let picture = Picture::from_xwd(&dump(&[[3, 2, 1, 0], [6, 5, 4, 0]])).unwrap();
        assert_eq!((picture.width, picture.height), (2, 1));
        assert_eq!(picture.rgb, [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn a_cut_off_screen_dump_is_refused() {
        let whole = dump(&[[3, 2, 1, 0], [6, 5, 4, 0]]);
        for length in [0, 3, 60, 100, whole.len() - 1] {
            assert!(Picture::from_xwd(&whole[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn plain_surfaces_are_not_drawn_and_smoothed_text_is() {
        let plain = Picture::from_xwd(&dump(&[[255; 4]; 200])).unwrap();
        assert!(!plain.is_drawn());
        let greys: Vec<[u8; 4]> = (0..40).map(|grey| [grey; 4]).collect();
        assert!(Picture::from_xwd(&dump(&greys)).unwrap().is_drawn());
    }
}
