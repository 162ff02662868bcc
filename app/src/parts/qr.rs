//! A text as a QR code, drawn in the page.

use leptos::prelude::*;
use qrcode::{Color, QrCode};
use std::fmt::Write;

/// Free modules around the code, without which cameras do not find it (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code; none where the text is too long for one.
#[must_use]
pub fn draw(text: &str, label: String) -> Option<AnyView> {
    let code = QrCode::new(text).ok()?;
    let width = code.width();
    let size = width + 2 * QUIET;
    let path = path(&code.to_colors(), width);
    Some(
        view! {
            <div class="qr">
                <svg viewBox=format!("0 0 {size} {size}") role="img" aria-label=label shape-rendering="crispEdges"><path d=path/></svg>
            </div>
        }
        .into_any(),
    )
}

/// The code as a drawing of its own, dark on white in both schemes, or cameras fail; none where the text is too long for
/// one.
#[must_use]
pub fn svg(text: &str) -> Option<String> {
    let code = QrCode::new(text).ok()?;
    let width = code.width();
    let size = width + 2 * QUIET;
    let path = path(&code.to_colors(), width);
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path d=\"{path}\"/></svg>"
    ))
}

/// Each run of dark modules in a row as one bar.
fn path(modules: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, other| one == other) {
            if run[0] == Color::Dark {
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, run.len(), run.len());
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_modules_in_a_row_are_one_bar() {
        use Color::{Dark, Light};
        assert_eq!(path(&[Dark, Dark, Light, Light, Light, Dark, Light, Light, Light], 3), "M4 4h2v1h-2zM6 5h1v1h-1z");
    }

    #[test]
    fn what_does_not_fit_is_not_drawn() {
        assert!(draw("otpauth://totp/Northline", "QR".to_owned()).is_some());
        assert!(draw(&"x".repeat(5000), "QR".to_owned()).is_none());
        assert!(svg("BCD").is_some_and(|svg| svg.starts_with("<svg ") && svg.ends_with("</svg>")));
        assert!(svg(&"x".repeat(5000)).is_none());
    }
}
