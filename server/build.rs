//! Puts the style sheets together and says where the site's files are, so that the binary can carry both.

use std::{env, fs, io::Write, path::Path};

fn main() {
    let here = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let out = env::var("OUT_DIR").unwrap_or_default();
    let style = Path::new(&here).join("../style");
    println!("cargo:rerun-if-changed={}", style.display());
    for (from, to) in [("main.css", "coplan.css"), ("rooms.css", "rooms.css")] {
        let sheet = gathered(&style, from);
        write(&Path::new(&out).join(to), sheet.as_bytes());
        write(&Path::new(&out).join(format!("{to}.br")), &packed(sheet.as_bytes()));
    }

    // OUT_DIR is TARGET/PROFILE/build/NAME/out; the site is built into TARGET/site. cargo-leptos builds one of its own,
    // with another name for the wasm, into the folder that Cargo.toml gives it.
    println!("cargo:rerun-if-env-changed=LEPTOS_SITE_ROOT");
    let (site, wasm) = match env::var("LEPTOS_SITE_ROOT") {
        Ok(root) => (Path::new(&here).join("..").join(root).join("pkg"), "coplan.wasm"),
        Err(_) => (Path::new(&out).ancestors().nth(4).unwrap_or(Path::new("target")).join("site/pkg"), "coplan_bg.wasm"),
    };
    println!("cargo:rustc-env=COPLAN_SITE={}", site.display());
    println!("cargo:rustc-env=COPLAN_WASM={wasm}");
    println!("cargo:rerun-if-changed={}", site.display());
}

/// A sheet with each `@import "FILE" layer(NAME);` replaced by the file, without its comments.
fn gathered(style: &Path, name: &str) -> String {
    let main = read(&style.join(name));
    let mut sheet = String::new();
    for line in without_comments(&main).lines() {
        match imported(line) {
            Some((file, layer)) => {
                let text = read(&style.join(file));
                sheet.extend(["@layer ", layer, " {\n", &without_comments(&text), "}\n"]);
            }
            None if line.trim().is_empty() => {}
            None => {
                sheet.push_str(line);
                sheet.push('\n');
            }
        }
    }
    sheet
}

fn imported(line: &str) -> Option<(&str, &str)> {
    let rest = line.trim().strip_prefix("@import \"")?;
    let (file, rest) = rest.split_once('"')?;
    let layer = rest.trim().strip_prefix("layer(")?.strip_suffix(");")?;
    Some((file, layer))
}

fn without_comments(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).fold(String::new(), |mut all, line| {
        all.push_str(line.trim_start());
        all.push('\n');
        all
    })
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    if let Err(error) = writer.write_all(bytes) {
        println!("cargo:warning=the style sheet cannot be compressed: {error}");
    }
    drop(writer);
    packed
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| {
        println!("cargo:warning={}: {error}", path.display());
        String::new()
    })
}

fn write(path: &Path, bytes: &[u8]) {
    if let Err(error) = fs::write(path, bytes) {
        println!("cargo:warning={}: {error}", path.display());
    }
}
