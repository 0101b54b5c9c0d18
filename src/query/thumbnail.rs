//! A small picture of a picture. Refuses what would need too much memory to open, before opening it.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, Rgb, RgbImage};

use crate::model::limit::{THUMBNAIL_EDGE, THUMBNAIL_MEMORY_MAX, THUMBNAIL_PIXELS_MAX};

const QUALITY: u8 = 78;

/// A JPEG of at most `THUMBNAIL_EDGE` on its longer side, upright, on white; `None` when it cannot be made.
pub fn make(picture: &[u8]) -> Option<Vec<u8>> {
    let (width, height) = reader(picture)?.into_dimensions().ok()?;
    if u64::from(width) * u64::from(height) > THUMBNAIL_PIXELS_MAX {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(THUMBNAIL_MEMORY_MAX);
    let mut reader = reader(picture)?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut small = DynamicImage::from_decoder(decoder).ok()?.thumbnail(THUMBNAIL_EDGE, THUMBNAIL_EDGE);
    small.apply_orientation(orientation);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&on_white(&small)).ok()?;
    Some(jpeg)
}

fn reader(picture: &[u8]) -> Option<ImageReader<Cursor<&[u8]>>> {
    ImageReader::new(Cursor::new(picture)).with_guessed_format().ok()
}

fn on_white(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0;
        let over = |colour: u8| {
            let (colour, alpha) = (u16::from(colour), u16::from(alpha));
            u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).expect("a mean of bytes is a byte")
        };
        Rgb([over(red), over(green), over(blue)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgba, RgbaImage};

    fn png(width: u32, height: u32, colour: [u8; 4]) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        RgbaImage::from_pixel(width, height, Rgba(colour)).write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn it_fits_and_what_was_transparent_is_white() {
        let small = image::load_from_memory(&make(&png(1_000, 500, [0, 0, 0, 0])).unwrap()).unwrap().to_rgb8();
        assert_eq!((small.width(), small.height()), (THUMBNAIL_EDGE, THUMBNAIL_EDGE / 2));
        assert!(small.pixels().all(|pixel| pixel.0.iter().all(|colour| *colour > 250)));
    }

    #[test]
    fn a_bomb_is_not_opened() {
        // A header that announces far more pixels than the file has.
        let mut bomb = png(1, 1, [1, 2, 3, 255]);
        bomb[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        assert_eq!(make(&bomb), None);
        assert_eq!(make(b"\xff\xd8\xff nothing"), None);
    }
}
