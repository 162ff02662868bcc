//! Builds what goes to the browser into `site/pkg` of the target directory: compile, bind, shrink, pack.

mod bind;
mod compile;
mod pack;
mod shrink;
mod stamp;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    time::Instant,
};

/// The name leptos expects in front of `.js` and `_bg.wasm`; `output-name` in the workspace's `Cargo.toml`.
const NAME: &str = "coplan";

/// Why a step could not be done, in words for the person at the terminal.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// The tool was started somewhere else than at the root of the workspace.
    #[error("start coplan-site where frontend/Cargo.toml is, at the root of the workspace")]
    NotAtTheRoot,
    /// A program is not there or cannot be started.
    #[error("{program} cannot be started: {cause}")]
    NotStarted {
        /// What was to be run.
        program: String,
        /// What the operating system said.
        cause: io::Error,
    },
    /// A program ran and said no; its own words are above.
    #[error("{0} failed; what it said stands above")]
    SaidNo(String),
    /// Cargo was content, yet named no wasm file.
    #[error("cargo built no wasm file for coplan-frontend; is its crate-type still cdylib?")]
    NoWasm,
    /// wasm-bindgen could not write the script around the wasm.
    #[error("wasm-bindgen: {0}")]
    Bind(String),
    /// A file could not be read or written.
    #[error("{}: {cause}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the operating system said.
        cause: io::Error,
    },
}

/// Attaches the path that an I/O error does not carry itself.
fn at(path: &Path) -> impl FnOnce(io::Error) -> PageError + '_ {
    |cause| PageError::File { path: path.to_owned(), cause }
}

/// Runs a command to its end; what it prints goes to the terminal.
fn run(command: &mut Command) -> Result<(), PageError> {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(PageError::SaidNo(program)),
        Err(cause) => Err(PageError::NotStarted { program, cause }),
    }
}

fn build() -> Result<(), PageError> {
    let root = env::current_dir().map_err(at(Path::new(".")))?;
    if !root.join("frontend/Cargo.toml").exists() {
        return Err(PageError::NotAtTheRoot);
    }
    println!("site: compiling the islands to wasm");
    let raw = compile::compile(&root)?;
    // TARGET/wasm32-unknown-unknown/wasm-release/FILE; the server looks for the site in TARGET, wherever that is.
    let target = raw.ancestors().nth(3).ok_or(PageError::NoWasm)?;
    let site = target.join("site/pkg");
    let work = target.join("site-work");
    let stamp = target.join("site.stamp");

    let bytes = fs::read(&raw).map_err(at(&raw))?;
    let inputs = stamp::inputs(&bytes, &root);
    if stamp::holds(&stamp, &inputs, &site) {
        println!("site: nothing changed");
        return Ok(());
    }
    // Finished beside the site and then moved over, so that a server that embeds it never meets half a pair.
    if work.exists() {
        fs::remove_dir_all(&work).map_err(at(&work))?;
    }
    println!("site: binding {} kB of wasm to its script", pack::kilobytes(bytes.len()));
    bind::bind(bytes, &work)?;
    println!("site: shrinking the wasm");
    shrink::shrink(&root, &work.join(format!("{NAME}_bg.wasm")))?;
    println!("site: packing");
    pack::pack(&work)?;
    if site.exists() {
        fs::remove_dir_all(&site).map_err(at(&site))?;
    }
    fs::create_dir_all(target.join("site")).map_err(at(&site))?;
    fs::rename(&work, &site).map_err(at(&site))?;
    stamp::write(&stamp, &inputs)
}

fn main() -> ExitCode {
    let begun = Instant::now();
    match build() {
        Ok(()) => {
            println!("site: ready after {:.1} s", begun.elapsed().as_secs_f64());
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("site: {failure}");
            ExitCode::FAILURE
        }
    }
}
