//! Turns the list of commands into the one permission that the windows are granted, and
//! hands the configuration to Tauri.

use std::path::Path;
use std::{env, fs};

include!("src/commands/list.rs");

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    assert!(
        Path::new("ui/dist/index.html").exists(),
        "the interface is not built yet: run `make setup` first"
    );

    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    let permissions = Path::new(&out).join("permissions");
    fs::create_dir_all(&permissions).expect("OUT_DIR can be written");
    let file = format!(
        "[[permission]]\n\
         identifier = \"allow-casebook-commands\"\n\
         description = \"What a casebook's window asks of the program\"\n\
         commands.allow = {COMMANDS:?}\n"
    );
    fs::write(permissions.join("commands.toml"), file).expect("OUT_DIR can be written");

    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/*.json")
        .app_manifest(
            tauri_build::AppManifest::new()
                // Kept for the length of this process, which ends below.
                .permissions_path_pattern(format!("{}/*.toml", permissions.display()).leak()),
        );
    tauri_build::try_build(attributes).expect("the configuration of the app is sound");
}
