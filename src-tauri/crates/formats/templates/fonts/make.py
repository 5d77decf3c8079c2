"""Cuts the faces of assets/fonts down to Latin, as woff2, for the exported page.

    pip install fonttools==4.68.0 brotli==1.2.1
    python make.py

A page carries its faces inside it, so that it looks the same on every machine and the
labels of its picture are as wide as they were measured. Latin and Latin Extended-A are
98 kB together; letters of other scripts are drawn in the reader's own faces.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FACES = HERE / "../../../../../assets/fonts"
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
# Dashes, quotation marks, daggers, primes, currency, arrows and a few signs.
SIGNS = (
    "\u2002\u2003\u2009\u2010\u2011‒–—‘’‚“”„†‡•…\u202f′″‹›€№™←↑→↓−≈≠≤≥�"
)

for face in sorted(FACES.glob("*.ttf")):
    options = Options()
    options.layout_features = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum", "onum"]
    options.hinting = False
    options.notdef_outline = True
    # Family, face and their licence.
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14, 16, 17]
    font = TTFont(face, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*LETTERS, *map(ord, SIGNS)])
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(HERE / f"{face.stem}.woff2")
