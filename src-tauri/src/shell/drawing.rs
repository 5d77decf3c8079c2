//! How a window's page comes onto the screen.

/// Without a graphics card WebKit's compositor runs on an OpenGL that the processor plays:
/// to begin it delays every start, and a frame then costs several times what painting the
/// page without it does.
///
/// WebKit asks its environment once, before its first window, so this comes before
/// anything else, while no other thread can be reading the environment. A reader who has
/// set it is left their way.
#[cfg(target_os = "linux")]
pub fn suit_machine() {
    if !has_graphics_card() {
        // Where this fails the window is drawn slowly, and is a window.
        let _ = glib::setenv("WEBKIT_DISABLE_COMPOSITING_MODE", "1", false);
    }
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
pub fn suit_machine() {}
