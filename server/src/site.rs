//! The files that go to the browser: named by their content, so that a browser may keep them for ever.

use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use coplan_app::{http::context::Site, layout, links};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::{borrow::Cow, fmt::Write, io::Write as _, sync::LazyLock};

const STYLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/coplan.css"));
const STYLE_BR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/coplan.css.br"));
const ROOMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rooms.css"));
const ROOMS_BR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rooms.css.br"));

/// The sign in the browser's tab.
const ICON: &[u8] = include_bytes!("../../style/icon.svg");

/// What the site's build has made: the script, the wasm, and each of them compressed (`.br`).
#[derive(RustEmbed)]
#[folder = "$COPLAN_SITE"]
#[allow_missing = true]
struct Built;

const SCRIPT: &str = "coplan.js";
const SCRIPT_TYPE: &str = "text/javascript; charset=utf-8";
const WASM: &str = env!("COPLAN_WASM");

/// The addresses under which the files are served now.
pub static SITE: LazyLock<Site> = LazyLock::new(site);

/// What a plan loads, which loads the others.
static START: LazyLock<String> = LazyLock::new(|| built().as_deref().map(layout::start).unwrap_or_default());
/// The same, packed.
static START_BR: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut packed = Vec::new();
    // Writing to memory never fails.
    let _ = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22).write_all(START.as_bytes());
    packed
});

/// The name of what the site's build has made.
fn built() -> Option<String> {
    Built::get(SCRIPT).zip(Built::get(WASM)).map(|(script, wasm)| {
        // One name for both, of both contents: the script and the wasm it loads always fit each other.
        format!("coplan.{}", hash(&[&script.data, &wasm.data]))
    })
}

fn site() -> Site {
    let script = built();
    let start = script.as_ref().map(|_| links::site::file(&format!("start.{}.js", hash(&[START.as_bytes()]))));
    Site {
        stylesheet: links::site::file(&format!("coplan.{}.css", hash(&[STYLE]))),
        rooms: links::site::file(&format!("rooms.{}.css", hash(&[ROOMS]))),
        icon: links::site::file(&format!("icon.{}.svg", hash(&[ICON]))),
        script,
        start,
        reload: option_env!("LEPTOS_WATCH").map(|_| "ws://127.0.0.1:3001"),
    }
}

fn hash(contents: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for content in contents {
        hasher.update(content);
    }
    hasher.finalize().iter().take(6).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Whether this is the name that a file has now.
fn is_present(name: &str) -> bool {
    let Site { stylesheet, rooms, icon, script, start, .. } = &*SITE;
    let wasm = WASM.strip_prefix("coplan");
    let built = |script: &String| name.strip_prefix(script.as_str()).is_some_and(|rest| rest == ".js" || Some(rest) == wasm);
    [Some(stylesheet), Some(rooms), Some(icon), start.as_ref()]
        .into_iter()
        .flatten()
        .any(|address| *address == links::site::file(name))
        || script.as_ref().is_some_and(built)
}

/// `GET /pkg/NAME`: the file in the shape the browser takes. An old page that asks for an old script gets the present
/// one rather than none; but not to keep under that name, which may be a newer one's where another process serves the
/// pages.
pub async fn get(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let keep = if is_present(&name) { "public, max-age=31536000, immutable" } else { "no-store" };
    let file = match name.rsplit_once('.') {
        Some((sheet, "css")) => {
            let (plain, packed) = if sheet.starts_with("rooms") { (ROOMS, ROOMS_BR) } else { (STYLE, STYLE_BR) };
            return served(Cow::Borrowed(plain), Some(Cow::Borrowed(packed)), "text/css; charset=utf-8", keep, &headers);
        }
        Some((_, "svg")) => return served(Cow::Borrowed(ICON), None, "image/svg+xml", keep, &headers),
        Some((start, "js")) if start.starts_with("start.") => {
            let packed = Cow::Borrowed(START_BR.as_slice());
            return served(Cow::Borrowed(START.as_bytes()), Some(packed), SCRIPT_TYPE, keep, &headers);
        }
        Some((_, "js")) => SCRIPT,
        Some((_, "wasm")) => WASM,
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let kind = if file == WASM { "application/wasm" } else { SCRIPT_TYPE };
    match Built::get(file) {
        Some(found) => served(found.data, Built::get(&format!("{file}.br")).map(|packed| packed.data), kind, keep, &headers),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn served(
    plain: Cow<'static, [u8]>,
    packed: Option<Cow<'static, [u8]>>,
    kind: &'static str,
    keep: &'static str,
    headers: &HeaderMap,
) -> Response {
    let takes =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains("br"));
    let common = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep), (header::VARY, "accept-encoding")];
    match packed.filter(|_| takes) {
        Some(packed) => (common, [(header::CONTENT_ENCODING, "br")], packed).into_response(),
        None => (common, plain).into_response(),
    }
}

/// `GET /favicon.ico`: what browsers ask for where no page told them of the icon.
pub async fn icon() -> Response {
    ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")], ICON).into_response()
}
