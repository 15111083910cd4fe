//! Pictures. How many pixels one claims to have is read before any memory is taken for them: a file of a few kilobytes may
//! claim billions.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{
    DynamicImage, ExtendedColorType, ImageEncoder as _, ImageError, ImageReader, Limits, Rgb, RgbImage,
};
use thiserror::Error;

/// Neither side may have more pixels.
const LARGEST_SIDE: u32 = 20_000;
/// All together: a screen of 8K twice over.
const MOST_PIXELS: u64 = 64_000_000;
/// Memory for one picture, with what its format needs on the way.
const MOST_MEMORY: u64 = 320 << 20;
/// The longer side of a small picture, for a screen of double density.
const SMALL: u32 = 256;
/// How closely a small picture follows the large one, of 100.
const SMALL_QUALITY: u8 = 80;

/// How many pixels a picture has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// Why bytes are not shown as a picture.
#[derive(Debug, Error)]
pub enum NotAPicture {
    /// It claims more pixels than are sensible.
    #[error("{} x {} pixels", .0.width, .0.height)]
    Huge(Size),
    /// It cannot be read as one.
    #[error(transparent)]
    Unreadable(#[from] ImageError),
}

/// The size of a picture, read from its beginning alone.
pub fn size(bytes: &[u8]) -> Result<Size, NotAPicture> {
    let (width, height) = reader(bytes)?.into_dimensions()?;
    let size = Size { width, height };
    let is_sensible = width <= LARGEST_SIDE
        && height <= LARGEST_SIDE
        && u64::from(width) * u64::from(height) <= MOST_PIXELS;
    if is_sensible { Ok(size) } else { Err(NotAPicture::Huge(size)) }
}

/// A small JPEG of a picture, on white where it is transparent.
pub fn thumbnail(bytes: &[u8]) -> Result<Vec<u8>, NotAPicture> {
    size(bytes)?;
    let small = reader(bytes)?.decode()?.thumbnail(SMALL, SMALL);
    let mut jpeg = Vec::new();
    on_white(&small).write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, SMALL_QUALITY))?;
    Ok(jpeg)
}

/// Pixels as a PNG: four bytes each, red, green, blue and opacity, line by line from the top.
pub fn as_png(width: u32, height: u32, rgba: &[u8]) -> Result<Vec<u8>, NotAPicture> {
    let mut png = Vec::new();
    PngEncoder::new(&mut png).write_image(rgba, width, height, ExtendedColorType::Rgba8)?;
    Ok(png)
}

fn reader(bytes: &[u8]) -> Result<ImageReader<Cursor<&[u8]>>, NotAPicture> {
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(ImageError::IoError)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    Ok(reader)
}

fn on_white(picture: &DynamicImage) -> RgbImage {
    let rgba = picture.to_rgba8();
    let (width, height) = rgba.dimensions();
    RgbImage::from_fn(width, height, |x, y| {
        let [red, green, blue, opacity] = rgba.get_pixel(x, y).0;
        let over = |ink: u8| blend(ink, opacity);
        Rgb([over(red), over(green), over(blue)])
    })
}

/// Ink of some opacity on white paper.
fn blend(ink: u8, opacity: u8) -> u8 {
    let (ink, opacity) = (u32::from(ink), u32::from(opacity));
    u8::try_from((ink * opacity + 255 * (255 - opacity)) / 255).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, pixel: [u8; 4]) -> Vec<u8> {
        as_png(width, height, &pixel.repeat((width * height) as usize)).unwrap()
    }

    /// A PNG that claims so many pixels and has none: its header alone, with the right check sum.
    fn claiming(width: u32, height: u32) -> Vec<u8> {
        let mut header = b"IHDR".to_vec();
        header.extend([width.to_be_bytes(), height.to_be_bytes()].concat());
        header.extend([8, 6, 0, 0, 0]);
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
        png.extend(&header);
        png.extend(crc(&header).to_be_bytes());
        // An empty IDAT, at which a reader of sizes stops.
        png.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
        png
    }

    /// The check sum of PNG, bit by bit as its standard describes it.
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
        })
    }

    #[test]
    fn a_small_picture_keeps_its_shape_and_is_no_longer_than_256_pixels() {
        let small = thumbnail(&png(1024, 512, [10, 120, 200, 255])).unwrap();
        let Size { width, height } = size(&small).unwrap();
        assert_eq!((width, height), (256, 128));
        assert!(small.len() < 20_000, "a list of a thousand files must not carry their pictures");
    }

    #[test]
    fn what_is_transparent_is_white_in_the_small_picture() {
        assert_eq!((blend(0, 0), blend(0, 255), blend(200, 255), blend(0, 128)), (255, 0, 200, 127));
        let small = image::load_from_memory(&thumbnail(&png(64, 64, [0, 0, 0, 0])).unwrap()).unwrap();
        assert_eq!(small.to_rgb8().get_pixel(32, 32).0, [255, 255, 255]);
    }

    #[test]
    fn a_picture_that_claims_absurd_sizes_is_refused_by_its_header_alone() {
        for (width, height) in [(50_000, 50_000), (20_001, 1), (1, 20_001), (16_000, 16_000)] {
            let refused = thumbnail(&claiming(width, height));
            assert!(
                matches!(refused, Err(NotAPicture::Huge(size)) if (size.width, size.height) == (width, height)),
                "{width} x {height}: {refused:?}"
            );
        }
        assert!(size(&claiming(8_000, 8_000)).is_ok(), "64 million pixels are still shown");
    }

    #[test]
    fn bytes_that_are_no_picture_are_refused() {
        for bytes in [&b""[..], b"\x89PNG\r\n\x1a\n", "承認".as_bytes(), &png(64, 64, [1; 4])[..60]] {
            assert!(matches!(thumbnail(bytes), Err(NotAPicture::Unreadable(_))), "{bytes:?}");
        }
    }
}
