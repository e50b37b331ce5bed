"""The unpacked npm package @fontsource-variable/newsreader -> static/fonts/*.woff2 and OFL.txt.

Run by hand, when the font is renewed; the build itself never needs it:

    npm pack @fontsource-variable/newsreader@5.3.0 && tar xzf fontsource-variable-newsreader-5.3.0.tgz
    pip install fonttools==4.68.0 brotli
    python -m dateline.data.make.fonts package static/fonts

The same package and the same fonttools give the same bytes. The OFL has the licence stand beside the
fonts; Newsreader reserves no font name, so that a subset may keep the family's own.
"""

# fontTools ships no types, and who checks the types need not have it
# mypy: disable-error-code="import-untyped, import-not-found"

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from msgspec import Struct

WEIGHTS = (400, 700)  # body text to headlines; the package's 200-800 costs a fifth more
FEATURES = ["ccmp", "kern", "liga", "locl", "pnum", "rvrn", "tnum"]
# News that went through a word processor holds both; the package maps neither, and a hyphen of another
# font inside a headline shows.
HYPHENS = {0x2010: "hyphen", 0x2011: "hyphen"}


class Face(Struct, frozen=True):
    """One file of the family: where its glyphs come from and which characters it keeps."""

    name: str
    origin: str  # relative to the package
    keep: tuple[range, ...]  # Unicode code points; those without a glyph are left out


def _span(first: int, last: int | None = None) -> range:
    return range(first, (last or first) + 1)


FACES = (
    Face(
        "newsreader-latin.woff2",
        "files/newsreader-latin-wght-normal.woff2",
        # Latin-1, dotless i, oe, apostrophe letter, spacing accents, punctuation, euro, trade mark, minus
        (
            _span(0x20, 0x7E),
            _span(0xA0, 0xFF),
            _span(0x131),
            _span(0x152, 0x153),
            _span(0x2BB, 0x2BC),
            _span(0x2C6),
            _span(0x2DA),
            _span(0x2DC),
            _span(0x2000, 0x206F),
            _span(0x20AC),
            _span(0x2122),
            _span(0x2212),
        ),
    ),
    Face(
        "newsreader-latin-ext.woff2",
        "files/newsreader-latin-ext-wght-normal.woff2",
        # Latin Extended-A but for what the first file has, Azerbaijani schwa, Romanian commas, Welsh
        # w and y, capital sharp s, dagger, currencies
        (
            _span(0x100, 0x130),
            _span(0x132, 0x151),
            _span(0x154, 0x17F),
            _span(0x18F),
            _span(0x192),
            _span(0x1E6, 0x1E7),
            _span(0x218, 0x21B),
            _span(0x259),
            _span(0x2C7),
            _span(0x1E80, 0x1E85),
            _span(0x1E9E),
            _span(0x1EF2, 0x1EF3),
            _span(0x2020),
            _span(0x20A0, 0x20AB),
            _span(0x20AD, 0x20BF),
        ),
    ),
)


def subset(source: Path, keep: tuple[range, ...]) -> TTFont:
    """The font of `source` with the characters of `keep`, the weights of WEIGHTS, kerning and figures."""
    font = TTFont(source, recalcTimestamp=False)
    for table in font["cmap"].tables:
        table.cmap.update({code: name for code, name in HYPHENS.items() if name in table.cmap.values()})
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 5, 6, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for span in keep for code in span])
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"wght": WEIGHTS})
    font.flavor = "woff2"
    return font


def unicode_range(codes: set[int]) -> str:
    """The CSS descriptor for these code points: `U+20-7E,U+A0-FF,U+131`."""
    spans: list[list[int]] = []
    for code in sorted(codes):
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return ",".join(f"U+{low:X}" if low == high else f"U+{low:X}-{high:X}" for low, high in spans)


def main() -> None:
    """Write both files and the licence; print what the stylesheet needs to know."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path, help="the unpacked package")
    parser.add_argument("target", type=Path, help="static/fonts")
    given = parser.parse_args()
    given.target.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        font = subset(given.package / face.origin, face.keep)
        path = given.target / face.name
        font.save(path)
        print(f"{face.name}: {path.stat().st_size} bytes")
        print(f"  unicode-range: {unicode_range(set(font.getBestCmap()))}")
    shutil.copyfile(given.package / "LICENSE", given.target / "OFL.txt")


if __name__ == "__main__":
    main()
