"""What the person who builds chose: theme, paper, standard, folder; checked at once.

Themes are data: a packaged one goes by its name, one's own by its file.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.diagnostics import SettingsError, did_you_mean, error
from pipeline.renderer import Paper, Standard
from pipeline.theming import read_theme
from schemas.theme import Theme

THEMES = Path(__file__).parent / "themes"


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that hold for every sheet of a build."""

    out: Path
    """Folder that the files go to; made when it is missing."""
    theme: Theme
    paper: Paper
    standard: Standard = Standard.PDF17
    is_review: bool = False
    """Whether Word files are made for edits that come back."""
    carries_model: bool = True
    """Whether Word files hold the sheet, or only its sum."""


def read_settings(
    out: Path, theme: str, paper: str, standard: str = "pdf17"
) -> Settings:
    """Return the settings by their names; raise SettingsError for what is wrong."""
    return Settings(
        out, load_theme(theme), paper_named(paper), standard_named(standard)
    )


def for_editing(settings: Settings, is_review: bool, carries_model: bool) -> Settings:
    """Return the settings for Word files to edit, and for files that keep the sheet.

    Raises SettingsError where a file that carries the sheet by its standard may not.
    """
    if not carries_model and settings.standard is Standard.PDF2:
        message = "a file of the standard `pdf2` carries its sheet, as PDF/A-4f asks"
        hint = "leave out `--no-embed`, or make it with `--standard pdf17`"
        raise SettingsError(error("carries-sheet", message, hint=hint))
    return replace(settings, is_review=is_review, carries_model=carries_model)


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

    A file is looked for from the folder one stands in. Raises SettingsError.
    """
    file = _own_file(name) if name.endswith((".yaml", ".yml")) else _packaged(name)
    return read_theme(file, name)


def _packaged(name: str) -> Path:
    known = [file.stem for file in THEMES.glob("*.yaml")]
    if name not in known:
        hint = did_you_mean(name, known)
        raise SettingsError(error("unknown-theme", f"no theme `{name}`", hint=hint))
    return THEMES / f"{name}.yaml"


def _own_file(name: str) -> Path:
    file = Path(name)
    if not file.is_file():
        raise SettingsError(
            error(
                "unknown-theme",
                f"no theme file `{name}` in `{Path.cwd()}`",
                hint="name it from the folder you stand in, as in `sources/mine.yaml`",
            )
        )
    return file
