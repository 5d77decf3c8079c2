"""Turns the woff2 files of @fontsource into the static TTF files beside this script.

    npm pack @fontsource/inter@5.3.0 @fontsource/source-serif-4@5.3.1
    for f in fontsource-*.tgz; do mkdir "${f%.tgz}" && tar xzf "$f" -C "${f%.tgz}"; done
    pip install fonttools==4.68.0 brotli==1.2.1
    python make.py DIRECTORY-WITH-BOTH-PACKAGES

The packages cut each face into files by script. A file that holds several scripts is
needed here, because the renderers take one file for each face; outlines, advances,
kerning and features stay as they are.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SCRIPTS = ["latin", "latin-ext", "greek", "cyrillic"]

# package directory, file prefix, weight, style, family, name of the face
FACES = [
    ("fontsource-inter-5.3.0", "inter", 400, "normal", "Inter", "Regular"),
    ("fontsource-inter-5.3.0", "inter", 600, "normal", "Inter", "SemiBold"),
    ("fontsource-source-serif-4-5.3.1", "source-serif-4", 400, "normal", "Source Serif 4", "Regular"),
    ("fontsource-source-serif-4-5.3.1", "source-serif-4", 600, "normal", "Source Serif 4", "SemiBold"),
    ("fontsource-source-serif-4-5.3.1", "source-serif-4", 400, "italic", "Source Serif 4", "Italic"),
]


def part(path, known):
    """The face in `path` without the characters in `known`, uncompressed."""
    font = TTFont(path)
    font.flavor = None
    characters = set(font.getBestCmap()) - known
    if known:
        options = Options()
        options.layout_features = ["*"]
        options.glyph_names = True
        options.hinting = False
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=characters)
        subsetter.subset(font)
    # Axis names and hinting cannot be merged, and a static, unhinted face needs neither.
    for table in ("STAT", "BASE", "prep", "gasp"):
        if table in font:
            del font[table]
    return font, characters


def rename(font, weight, style, family, face):
    """Static names: a renderer finds the face by family, weight and style."""
    name = font["name"]
    full = f"{family} {face}"
    plain = face in ("Regular", "Italic")
    postscript = f"{family.replace(' ', '')}-{face}"
    for name_id, value in [
        (1, family if plain else full),
        (2, "Italic" if style == "italic" else "Regular"),
        (3, postscript),
        (4, full),
        (6, postscript),
        (16, family),
        (17, face),
    ]:
        name.setName(value, name_id, 3, 1, 0x409)
    italic = style == "italic"
    font["OS/2"].usWeightClass = weight
    font["head"].macStyle = 2 if italic else 0
    regular = 64 if weight == 400 and not italic else 0
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b110_0001) | regular | int(italic)


def main(packages):
    for package, prefix, weight, style, family, face in FACES:
        known = set()
        with tempfile.TemporaryDirectory() as scratch:
            paths, created = [], None
            for script in SCRIPTS:
                source = packages / package / "package/files" / f"{prefix}-{script}-{weight}-{style}.woff2"
                font, characters = part(source, known)
                known |= characters
                created = created or font["head"].created
                paths.append(f"{scratch}/{script}.ttf")
                font.save(paths[-1])
            merged = Merger().merge(paths)
        rename(merged, weight, style, family, face)
        # The same bytes every time.
        merged.recalcTimestamp = False
        merged["head"].created = merged["head"].modified = created
        merged.save(Path(__file__).parent / f"{family.replace(' ', '')}-{face}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
