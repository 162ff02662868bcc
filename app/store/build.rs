//! Compiles again when a migration is added: they are carried in the binary.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
