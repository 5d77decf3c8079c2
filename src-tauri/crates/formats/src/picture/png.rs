//! PNG: pixels, without transparency, with the resolution and the title written in.

use super::{PictureError, read};
use ::png::{BitDepth, ColorType, Compression, Encoder, Filter, PixelDimensions, Unit};
use resvg::tiny_skia::{Color, Pixmap, Transform};

/// Pixels that a picture may have: 400 MB while it is drawn.
pub const MOST_PIXELS: u64 = 100_000_000;
/// What many programs that show pictures can take in one direction.
const LONGEST: u64 = 65_500;
/// CSS pixels of a metre.
const PER_METRE: f64 = 96.0 / 0.0254;

/// A drawing with `scale` pixels for each of its own, on white.
pub fn png(svg: &str, scale: f64, title: &str) -> Result<Vec<u8>, PictureError> {
    let tree = read(svg)?;
    let pixels = |length: f32| (f64::from(length) * scale).ceil().max(1.0) as u64;
    let (width, height) = (pixels(tree.size().width()), pixels(tree.size().height()));
    let too_large = PictureError::TooLarge { width, height };
    if width.saturating_mul(height) > MOST_PIXELS || width.max(height) > LONGEST {
        return Err(too_large);
    }
    let mut canvas = Pixmap::new(width as u32, height as u32).ok_or(too_large)?;
    canvas.fill(Color::WHITE);
    resvg::render(
        &tree,
        Transform::from_scale(scale as f32, scale as f32),
        &mut canvas.as_mut(),
    );
    // White lies under everything, so every pixel is opaque.
    let mut colours = vec![0; canvas.data().len() / 4 * 3];
    for (to, from) in colours
        .chunks_exact_mut(3)
        .zip(canvas.data().chunks_exact(4))
    {
        to.copy_from_slice(&from[..3]);
    }
    encode(&colours, (width as u32, height as u32), scale, title)
        .map_err(|error| PictureError::Undrawable(error.to_string()))
}

fn encode(
    colours: &[u8],
    (width, height): (u32, u32),
    scale: f64,
    title: &str,
) -> Result<Vec<u8>, ::png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
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
    writer.write_image_data(colours)?;
    writer.finish()?;
    Ok(file)
}
