//! PDF documents: how many pages there are, and each as a picture when somebody looks at it. Nothing in a document is run, and
//! it is only read when it was opened by hand: a list draws none.

use std::panic::catch_unwind;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{Pdf, page::Page};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// The longer side of a page in pixels: small letters can be read when it is enlarged.
const PAGE: f32 = 1_600.0;
/// Small pages are not drawn larger than this many pixels to a point.
const CLOSEST: f32 = 4.0;

/// A page as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnPage {
    /// A PNG.
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// How many pages a document has; `None` for what cannot be read, or needs a password.
pub fn pages(bytes: Vec<u8>) -> Option<u32> {
    careful(move || {
        let count = u32::try_from(Pdf::new(bytes).ok()?.pages().len()).ok()?;
        (count > 0).then_some(count)
    })
}

/// A page, counted from 0, on white; `None` where there is no such page, or it cannot be drawn.
pub fn page(bytes: Vec<u8>, number: u32) -> Option<DrawnPage> {
    careful(move || {
        let pdf = Pdf::new(bytes).ok()?;
        draw(pdf.pages().get(usize::try_from(number).ok()?)?)
    })
}

fn draw<'a>(page: &'a Page<'a>) -> Option<DrawnPage> {
    let (width, height) = page.render_dimensions();
    let longer = width.max(height);
    if !(longer.is_finite() && width.min(height) > 0.0) {
        return None;
    }
    let scale = (PAGE / longer).min(CLOSEST);
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let (cache, settings) = (RenderCache::new(), RenderSettings::default());
    let drawn = render(page, &cache, &InterpreterSettings::default(), &settings, &size);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    Some(DrawnPage { png: drawn.into_png().ok()?, width, height })
}

/// A document that its reader did not expect is one that cannot be read.
fn careful<T>(read: impl FnOnce() -> Option<T> + std::panic::UnwindSafe) -> Option<T> {
    catch_unwind(read).ok().flatten()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    /// Two pages: an A4 page with a black square of 100 points in its lower left corner, and an empty one.
    fn two_pages() -> Vec<u8> {
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>",
            "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << >> >>",
            "<< /Type /Page /Parent 2 0 R /Resources << >> >>",
            "<< /Length 22 >>\nstream\n0 g 0 0 100 100 re f\n\nendstream",
        ];
        let mut pdf = String::from("%PDF-1.4\n");
        let mut places = Vec::new();
        for (number, object) in (1..).zip(objects) {
            places.push(pdf.len());
            write!(pdf, "{number} 0 obj\n{object}\nendobj\n").unwrap();
        }
        let table = pdf.len();
        pdf.push_str("xref\n0 6\n0000000000 65535 f \n");
        for place in places {
            writeln!(pdf, "{place:010} 00000 n ").unwrap();
        }
        write!(pdf, "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").unwrap();
        pdf.into_bytes()
    }

    #[test]
    fn a_page_is_drawn_as_it_is_described() {
        assert_eq!(pages(two_pages()), Some(2));
        let DrawnPage { png, width, height } = page(two_pages(), 0).unwrap();
        // 1600 / 842 of 595 is 1130.6; a part of a pixel at the edge is none.
        assert!(width == 1_130 && (1_599..=1_600).contains(&height), "{width} x {height}");
        let picture = image::load_from_memory(&png).unwrap().to_rgb8();
        assert_eq!(picture.get_pixel(50, 1_550).0, [0, 0, 0], "the square in the corner");
        assert_eq!(picture.get_pixel(600, 200).0, [255, 255, 255], "the paper");
        assert_eq!(page(two_pages(), 2), None, "there is no third page");
    }

    #[test]
    fn what_is_no_document_has_no_pages() {
        for bytes in [&b""[..], b"%PDF-1.7\n", &two_pages()[..60], "承認".as_bytes()] {
            assert_eq!(pages(bytes.to_vec()), None);
            assert_eq!(page(bytes.to_vec(), 0), None);
        }
    }
}
