//! PNG: pixels, without transparency, with the resolution and the title written in.

use super::{PictureError, read};
use crate::svg::SheetSize;
use ::png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter, PixelDimensions, Unit};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use std::io::Write;

/// Pixels that a picture may have: 400 MB while it is drawn.
pub const MOST_PIXELS: u64 = 100_000_000;
/// What many programs that show pictures can take in one direction.
const LONGEST: u64 = 65_500;
/// The sample is 4 % longer than at the usual level 6, and packed in two thirds of the time.
const PACKING: DeflateCompression = DeflateCompression::Level(4);
/// Packed bytes that stand together in the file.
const CHUNK: usize = 1 << 16;
/// CSS pixels of a metre.
const PER_METRE: f64 = 96.0 / 0.0254;

/// Whether a drawing of this size can be a PNG with `scale` pixels for each of its own.
pub fn fits_png(size: SheetSize, scale: f64) -> bool {
    // A drawing says its size rounded, perhaps up.
    let [width, height] = [size.width, size.height].map(|length| pixels(length, scale) + 1);
    is_possible(width, height)
}

fn pixels(length: f64, scale: f64) -> u64 {
    (length * scale).ceil().max(1.0) as u64
}

fn is_possible(width: u64, height: u64) -> bool {
    width.saturating_mul(height) <= MOST_PIXELS && width.max(height) <= LONGEST
}

/// A drawing with `scale` pixels for each of its own, on white.
pub fn png(svg: &str, scale: f64, title: &str) -> Result<Vec<u8>, PictureError> {
    let tree = read(svg)?;
    let [width, height] =
        [tree.size().width(), tree.size().height()].map(|length| pixels(length.into(), scale));
    let too_large = PictureError::TooLarge { width, height };
    if !is_possible(width, height) {
        return Err(too_large);
    }
    let mut canvas = Pixmap::new(width as u32, height as u32).ok_or(too_large)?;
    canvas.fill(Color::WHITE);
    resvg::render(
        &tree,
        Transform::from_scale(scale as f32, scale as f32),
        &mut canvas.as_mut(),
    );
    encode(&canvas, scale, title).map_err(|error| PictureError::Undrawable(error.to_string()))
}

fn encode(canvas: &Pixmap, scale: f64, title: &str) -> Result<Vec<u8>, ::png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, canvas.width(), canvas.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(PACKING);
    // Drawings have flat colours, which filters for photographs only make longer.
    encoder.set_filter(Filter::NoFilter);
    encoder.set_source_srgb(::png::SrgbRenderingIntent::Perceptual);
    let per_metre = (PER_METRE * scale).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: Unit::Meter,
    }));
    encoder.add_itxt_chunk("Title".to_owned(), title.to_owned())?;
    let mut writer = encoder.write_header()?;
    // Row by row, so that the pixels are not in memory twice.
    let mut rows = writer.stream_writer_with_size(CHUNK)?;
    let width = canvas.width() as usize;
    let mut colours = vec![[0; 3]; width];
    for row in canvas.data().as_chunks().0.chunks_exact(width) {
        // White lies under everything, so every pixel is opaque.
        for (to, [red, green, blue, _]) in colours.iter_mut().zip(row) {
            *to = [*red, *green, *blue];
        }
        rows.write_all(colours.as_flattened())?;
    }
    rows.finish()?;
    writer.finish()?;
    Ok(file)
}
