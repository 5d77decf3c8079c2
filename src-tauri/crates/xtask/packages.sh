#!/bin/sh
# Installs the system packages that a task needs and that are missing, and checks for
# Rust, Node and npm. It stands before cargo because cargo cannot link without a C
# compiler; everything after it is Rust.
#
#   packages.sh build    what compiling needs
#   packages.sh run      the same, and a virtual display when there is none
#   packages.sh test     the same, what drives the window and a browser, and
#                        what reads pictures
#   packages.sh bench    the same, and what an import is measured beside
set -eu

build='build-essential pkg-config ca-certificates libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev'
display='xvfb xauth dbus dbus-x11 at-spi2-core'
drivers='webkit2gtk-driver xdotool chromium'
# What disturbs a session of edits.
disturbers='strace'
# What opens the pictures that the tests write.
readers='poppler-utils qpdf pngcheck librsvg2-bin'
# What the benchmark compares an import with.
peers='sqlite3'

has_display() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

case "${1:-}" in
    build) wanted=$build ;;
    run) if has_display; then wanted=$build; else wanted="$build $display"; fi ;;
    test) wanted="$build $display $drivers $disturbers $readers" ;;
    bench) wanted="$build $display $drivers $disturbers $readers $peers" ;;
    *) echo "usage: packages.sh build|run|test|bench" >&2; exit 2 ;;
esac

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Debian and what descends from it: install.
install_debian() {
    missing=
    for package in $wanted; do
        case "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" in
            *' installed') ;;
            *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        fail "Docketline needs these Debian packages. As root, run:" "" \
            "    apt-get install --no-install-recommends$missing" ""
    fi
    echo "Installing$missing"
    as_root apt-get update -qq
    # The list is words on purpose.
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# Elsewhere: say the exact line, unless what compiling needs is already there.
explain_elsewhere() {
    if [ "$(uname -s)" = Darwin ]; then
        command -v cc >/dev/null && return 0
        fail "Docketline needs Apple's compiler. Run:" "" "    xcode-select --install" ""
    fi
    if command -v cc >/dev/null && command -v pkg-config >/dev/null &&
        pkg-config --exists webkit2gtk-4.1 gtk+-3.0 librsvg-2.0; then
        return 0
    fi
    distribution=
    [ -r /etc/os-release ] && distribution=$(. /etc/os-release && echo "${ID:-} ${ID_LIKE:-}")
    case " $distribution " in
        *' fedora '* | *' rhel '*)
            line='sudo dnf install gcc make pkgconf-pkg-config webkit2gtk4.1-devel gtk3-devel librsvg2-devel xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon at-spi2-core xdotool chromium poppler-utils qpdf pngcheck librsvg2-tools' ;;
        *' arch '*)
            line='sudo pacman -S --needed base-devel webkit2gtk-4.1 gtk3 librsvg xorg-server-xvfb xorg-xauth dbus at-spi2-core xdotool chromium poppler qpdf pngcheck' ;;
        *' opensuse '* | *' suse '*)
            line='sudo zypper install gcc make pkgconf webkit2gtk3-devel gtk3-devel librsvg-devel xorg-x11-server-Xvfb xauth dbus-1 at-spi2-core xdotool chromium poppler-tools qpdf pngcheck rsvg-convert' ;;
        *)
            fail "Docketline needs a C compiler, make, pkg-config and the development files of" \
                "WebKitGTK 4.1, GTK 3 and librsvg 2; without a display also Xvfb and D-Bus." \
                "Install them with this system's package tool and start again." ;;
    esac
    fail "Docketline needs some system packages. Run:" "" "    $line" ""
}

# The first number of "v20.20.2", "10.9" or "rustc 1.95.0 (…)".
major() {
    printf '%s' "$1" | sed 's/^[^0-9]*\([0-9]*\).*/\1/'
}

check_tools() {
    command -v cargo >/dev/null ||
        fail "Rust is missing. Install it from https://rustup.rs and start again."
    command -v node >/dev/null && command -v npm >/dev/null ||
        fail "Node 20 or newer with npm is missing. Install it from https://nodejs.org and start again."
    [ "$(major "$(node --version)")" -ge 20 ] ||
        fail "Node $(node --version) is too old; Docketline needs 20 or newer."
}

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    install_debian
else
    explain_elsewhere
fi
check_tools
