"""What the person who builds chose: theme, paper, standard, folder; checked at once.

Themes are data: a packaged one goes by its name, one's own by its file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from pipeline.diagnostics import (
    Diagnostic,
    Location,
    SettingsError,
    did_you_mean,
    error,
    place,
)
from pipeline.load.positions import Positioned
from pipeline.load.text import decode
from pipeline.load.yaml import read_yaml
from pipeline.renderer import Paper, Standard
from schemas.theme import Colors, Theme

THEMES = Path(__file__).parent / "themes"
# WCAG 2.2, 1.4.3 Contrast (Minimum): 4.5:1 for text.
LEAST_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that hold for every sheet of a build."""

    out: Path
    """Folder that the files go to; made when it is missing."""
    theme: Theme
    paper: Paper
    standard: Standard = Standard.PDF17


def read_settings(
    out: Path, theme: str, paper: str, standard: str = "pdf17"
) -> Settings:
    """Return the settings by their names; raise SettingsError for what is wrong."""
    return Settings(
        out, load_theme(theme), paper_named(paper), standard_named(standard)
    )


def paper_named(name: str) -> Paper:
    """Return the paper called `name`, such as `letter`."""
    papers = {each.name.lower(): each for each in Paper}
    if name not in papers:
        hint = did_you_mean(name, papers)
        raise SettingsError(error("unknown-paper", f"no paper `{name}`", hint=hint))
    return papers[name]


def standard_named(name: str) -> Standard:
    """Return the standard called `name`, such as `pdf2`."""
    standards = {each.value: each for each in Standard}
    if name not in standards:
        hint = did_you_mean(name, standards)
        raise SettingsError(
            error("unknown-standard", f"no standard `{name}`", hint=hint)
        )
    return standards[name]


def load_theme(name: str) -> Theme:
    """Return the packaged theme called `name`, or the one in the YAML file `name`.

    A file must lie in the folder one stands in, or below. Raises SettingsError.
    """
    file = _own_file(name) if name.endswith((".yaml", ".yml")) else _packaged(name)
    theme = _read(file, name)
    pale = [
        _too_pale(name, pair, text, ground)
        for pair, text, ground in _pairs(theme.colors)
        if _contrast(text, ground) < LEAST_CONTRAST
    ]
    if pale:
        raise SettingsError(*pale)
    return theme


def _packaged(name: str) -> Path:
    known = [file.stem for file in THEMES.glob("*.yaml")]
    if name not in known:
        hint = did_you_mean(name, known)
        raise SettingsError(error("unknown-theme", f"no theme `{name}`", hint=hint))
    return THEMES / f"{name}.yaml"


def _own_file(name: str) -> Path:
    file = Path(name).resolve()
    if not (file.is_relative_to(Path.cwd().resolve()) and file.is_file()):
        raise SettingsError(
            error(
                "unknown-theme",
                f"`{name}` is not a file in this folder or below it",
                hint="copy the theme beside your sheets and name it from there",
            )
        )
    return file


def _read(file: Path, name: str) -> Theme:
    text, wrong = decode(name, file.read_bytes())
    if text is None:
        raise SettingsError(*wrong)
    found = read_yaml(name, text)
    if found.data is None or found.findings:
        raise SettingsError(*found.findings)
    try:
        return Theme.model_validate(found.data)
    except ValidationError as failure:
        tokens = [_wrong(each["loc"], each["msg"], found) for each in failure.errors()]
        raise SettingsError(*tokens) from failure


def _wrong(path: Iterable[int | str], message: str, found: Positioned) -> Diagnostic:
    token = ".".join(map(str, path))
    finding = error("theme", f"`{token}`: {message.lower()}", origin=token)
    return place(finding, found.file, found.keys | found.origins)


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


def _too_pale(theme: str, pair: str, text: str, ground: str) -> Diagnostic:
    return error(
        "contrast",
        f"{pair}: {text} on {ground} has a contrast of {_contrast(text, ground):.1f}:1",
        location=Location(theme),
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
