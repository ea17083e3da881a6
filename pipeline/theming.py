"""A theme's YAML file to a `Theme`: every wrong token in our words, at its line."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.diagnostics import (
    Diagnostic,
    Location,
    SettingsError,
    did_you_mean,
    error,
    nearest,
)
from pipeline.load.positions import Positioned
from pipeline.load.text import decode
from pipeline.load.yaml import read_yaml
from pipeline.wording import say
from schemas.theme import Colors, Theme

# WCAG 2.2, 1.4.3 Contrast (Minimum): 4.5:1 for text.
LEAST_CONTRAST = 4.5


def read_theme(file: Path, name: str) -> Theme:
    """Return the theme in `file`, which messages call `name`.

    Raises SettingsError with everything that is wrong with it.
    """
    text, wrong = decode(name, file.read_bytes())
    if text is None:
        raise SettingsError(*wrong)
    found = read_yaml(name, text)
    if found.data is None or found.findings:
        raise SettingsError(*found.findings)
    try:
        theme = Theme.model_validate(found.data)
    except ValidationError as failure:
        raise SettingsError(*_wrong(failure.errors(), found)) from failure
    pale = [
        _too_pale(pair, text, ground, found)
        for pair, text, ground in _pairs(theme.colors)
        if _contrast(text, ground) < LEAST_CONTRAST
    ]
    if pale:
        raise SettingsError(*pale)
    return theme


def _wrong(failures: Sequence[ErrorDetails], found: Positioned) -> list[Diagnostic]:
    """Return `failures` as findings, a misspelled key and the missing one as one."""
    meant = {
        (*each["loc"][:-1], *get_close_matches(str(each["loc"][-1]), _keys(each), n=1))
        for each in failures
        if each["type"] == "extra_forbidden"
    }
    return [
        _finding(each, found)
        for each in failures
        if each["type"] != "missing" or each["loc"] not in meant
    ]


def _finding(each: ErrorDetails, found: Positioned) -> Diagnostic:
    said = say(each)
    token = ".".join(map(str, each["loc"]))
    hint = said.hint
    if each["type"] == "extra_forbidden":
        hint = did_you_mean(str(each["loc"][-1]), _keys(each))
    line, column = nearest(token, found.origins | found.keys)
    where = Location(found.file, line, column)
    name = f"`{each['loc'][-1]}`"
    message = said.message.replace(name, f"`{token}`")
    if message == said.message:
        message = f"`{token}`: {message}"
    return error("theme", message, location=where, hint=hint, origin=token)


def _keys(each: ErrorDetails) -> list[str]:
    """Return the keys that are known where an unknown one stands."""
    model: type[BaseModel] = Theme
    for part in each["loc"][:-1]:
        inner = model.model_fields[str(part)].annotation
        assert isinstance(inner, type)
        assert issubclass(inner, BaseModel)
        model = inner
    return sorted(model.model_fields)


def _pairs(colors: Colors) -> list[tuple[str, str, str]]:
    """Return every text colour with what it stands on: name, text, ground."""
    dark = {name: getattr(colors, name) for name in ("ink", "heading", "muted", "link")}
    on_paper = [(f"{name} on paper", color, "#ffffff") for name, color in dark.items()]
    on_tint = [(f"{name} on tint", color, colors.tint) for name, color in dark.items()]
    on_band = [
        ("band_text on band", colors.band_text, colors.band),
        ("band_label on band", colors.band_label, colors.band),
    ]
    return on_paper + on_tint + on_band


def _too_pale(pair: str, text: str, ground: str, found: Positioned) -> Diagnostic:
    token = f"colors.{pair.split()[0]}"
    line, column = nearest(token, found.origins)
    return error(
        "contrast",
        f"{pair}: {text} on {ground} has a contrast of {_contrast(text, ground):.1f}:1",
        location=Location(found.file, line, column),
        hint="WCAG 2.2, 1.4.3 asks for 4.5:1; make one darker or the other lighter",
    )


def _contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2.2 defines it: 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
