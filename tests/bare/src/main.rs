fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!())
        .expect("a bare window opens wherever the measurement can run");
}
