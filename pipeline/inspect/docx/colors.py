"""Colours as Word mixes them, and how well one is read on another (WCAG 2.2, 1.4.3)."""

import colorsys
from dataclasses import dataclass
from functools import cache

from lxml import etree

from pipeline.inspect.docx.names import DRAWING_NAME, VAL, w

AUTOMATIC = "auto"
PAPER = "FFFFFF"
_INK = "000000"
# ECMA-376 Part 1, 17.18.97: what documents call the colours of a scheme.
_SCHEME = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_MAPPED = {
    "text1": ("t1", "dark1"), "background1": ("bg1", "light1"),
    "text2": ("t2", "dark2"), "background2": ("bg2", "light2"),
}  # fmt: skip
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00",
    "magenta": "FF00FF", "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


# Two digits of base 16 as a share of one; what else a file may say is no tone.
_BYTES = {f"{n:02{form}}": n / 255 for n in range(256) for form in "xX"}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by the names that documents use."""

    colors: dict[str, str]

    def color(self, element: etree._Element | None) -> str | None:
        """Return what a `w:color` says: six digits, `auto`, or None for nothing."""
        return self._mixed(element, VAL, "theme")

    def fill(self, shading: etree._Element | None) -> str | None:
        """Return what a `w:shd` shows: six digits, or None where it is clear."""
        if shading is None or shading.get(VAL) == "nil":
            return None
        ground = self._mixed(shading, w("fill"), "themeFill")
        ground = None if ground == AUTOMATIC else ground
        pattern = shading.get(VAL, "clear")
        if pattern != "solid" and not pattern.startswith("pct"):
            return ground
        ink = self._mixed(shading, w("color"), "theme")
        share = 100 if pattern == "solid" else _percent(pattern)
        return _blended(_INK if ink in (None, AUTOMATIC) else ink, ground, share)

    def _mixed(
        self, element: etree._Element | None, own: str, theme: str
    ) -> str | None:
        if element is None:
            return None
        named = self.colors.get(element.get(w(f"{theme}Color"), "")) or (
            self.colors.get(element.get(w(theme), ""))
        )
        if named is None:
            said = element.get(own, AUTOMATIC)
            return said.upper() if _is_color(said) else AUTOMATIC
        tint, shade = element.get(w(f"{theme}Tint")), element.get(w(f"{theme}Shade"))
        return _toned(named, tint, shade)


def highlight(name: str | None) -> str | None:
    """Return the colour of a highlighter."""
    return _HIGHLIGHTS.get(name or "")


def read_theme(theme: etree._Element, settings: etree._Element) -> Theme:
    """Return the colour scheme, mapped as the settings say."""
    scheme = theme.find(f".//{DRAWING_NAME}clrScheme")
    named = {
        etree.QName(each).localname: each[0].get("lastClr", each[0].get("val", ""))
        for each in (() if scheme is None else scheme)
        if len(each)
    }
    colors = {name: named.get(key, "") for name, key in _SCHEME.items()}
    colors |= {f"accent{n}": named.get(f"accent{n}", "") for n in range(1, 7)}
    mapping = settings.find(w("clrSchemeMapping"))
    for name, (key, usual) in _MAPPED.items():
        mapped = usual if mapping is None else mapping.get(w(key), usual)
        colors[name] = colors.get(mapped, "")
    return Theme({name: color for name, color in colors.items() if _is_color(color)})


@cache
def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours: 1 to 21, not rounded."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _is_color(text: str) -> bool:
    return len(text) == 6 and set(text) <= set("0123456789abcdefABCDEF")


def _parts(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _written(*parts: float) -> str:
    return "".join(f"{round(part * 255):02X}" for part in parts)


@cache
def _toned(color: str, tint: str | None, shade: str | None) -> str:
    """Return a theme colour made lighter or darker: ECMA-376 Part 1, 17.3.2.6."""
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(color))
    if tint is not None and tint in _BYTES:
        light = light * _BYTES[tint] + 1 - _BYTES[tint]
    if shade is not None and shade in _BYTES:
        light *= _BYTES[shade]
    return _written(*colorsys.hls_to_rgb(hue, light, saturation))


def _percent(pattern: str) -> int:
    """Return how much of the ground the dots of a pattern such as `pct25` cover."""
    share = pattern[3:]
    return min(int(share), 100) if share.isdecimal() else 0


def _blended(ink: str | None, ground: str | None, share: int) -> str:
    pairs = zip(_parts(ink or _INK), _parts(ground or PAPER), strict=True)
    return _written(*((a * share + b * (100 - share)) / 100 for a, b in pairs))
