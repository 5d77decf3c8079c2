//! How a window's page comes onto the screen.

use tauri::{Runtime, WebviewWindow};

/// Without a graphics card WebKit's compositor runs on an OpenGL that the processor plays,
/// and a frame costs several times what painting the page without it does.
#[cfg(target_os = "linux")]
pub fn suit_machine<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    if has_graphics_card() {
        return Ok(());
    }
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Whether anything but the processor can draw: the kernel names a device for it, or the
/// driver of a maker who goes past the kernel does.
#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    let renders = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
    };
    std::fs::read_dir("/dev/dri").is_ok_and(|mut devices| devices.any(renders))
        || std::path::Path::new("/dev/nvidiactl").exists()
}

/// Elsewhere the system's own web view knows.
#[cfg(not(target_os = "linux"))]
pub fn suit_machine<R: Runtime>(_: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}
