"""Which files are fact sheets, and what their output is called.

A sheet's files carry its name: `kosovo.md` gives `kosovo.pdf`. So the name must be one
that every system takes, and no two sheets of a build may share it.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, SettingsError, error

SUFFIXES = (".md", ".yaml", ".yml", ".json")
MAX_NAME = 80
_TOP_KEY = re.compile(r"^([a-z_]+)[ \t]*:", re.MULTILINE)
# Device names that Windows takes for itself, with any ending.
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)\d")


def find_sheets(named: Sequence[Path]) -> list[Path]:
    """Return the sheets among the files and folders `named`, folders in name order.

    Raises SettingsError when there is none, or when two would write the same files.
    """
    sheets = [sheet for path in named for sheet in sheets_in(path)]
    if not sheets:
        where = ", ".join(f"`{path}`" for path in named)
        raise SettingsError(
            error(
                "no-sheets",
                f"no fact sheet in {where}",
                hint="`bulletin new NAME` starts one",
            )
        )
    unique = list(dict.fromkeys(sheets))
    twins = list(_twins(unique))
    if twins:
        raise SettingsError(*twins)
    return unique


def sheets_in(path: Path) -> list[Path]:
    """Return the sheets in a folder in name order; of a file, the file."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if _is_sheet(file))


def _is_sheet(file: Path) -> bool:
    # A README tells of the folder; hidden and `_underscored` files are set aside.
    is_aside = file.name.startswith((".", "_")) or file.stem.upper() == "README"
    is_named = file.suffix.lower() in SUFFIXES and not is_aside and file.is_file()
    return is_named and not _is_theme(file)


def _is_theme(file: Path) -> bool:
    """Say whether `file` is a theme, which may lie beside the sheets it is made for."""
    if file.suffix.lower() not in (".yaml", ".yml"):
        return False
    try:
        text = file.read_text("utf-8", errors="replace")
    except OSError:
        # Whoever reads it as a sheet will tell why it cannot be read.
        return False
    keys = set(_TOP_KEY.findall(text))
    return keys >= {"colors", "faces"} and not keys & {"title", "issuer"}


def _twins(sheets: Iterable[Path]) -> Iterable[Diagnostic]:
    first: dict[str, Path] = {}
    for sheet in sheets:
        # Case is folded because some file systems fold it.
        other = first.setdefault(sheet.stem.casefold(), sheet)
        if other is not sheet:
            yield error(
                "output-name",
                f"`{other}` and `{sheet}` would both write `{sheet.stem}`",
                hint="rename one of them",
            )


def misnamed(source: Path) -> Diagnostic | None:
    """Return what is wrong with the name of `source`, or None."""
    stem = source.stem
    is_plain = re.fullmatch(r"[a-z0-9][a-z0-9-]*", stem) and len(stem) <= MAX_NAME
    if is_plain and not _DEVICE.fullmatch(stem):
        return None
    return error(
        "file-name",
        f"`{source.name}` cannot name its output files",
        location=Location(str(source)),
        hint=f"rename it to `{plain_name(stem)}{source.suffix}`: lower-case letters "
        f"a to z, digits and hyphens, at most {MAX_NAME}",
    )


def plain_name(words: str) -> str:
    """Return the name nearest to `words` that a sheet may have."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:MAX_NAME].strip("-")
    return f"sheet-{name}".rstrip("-") if not name or _DEVICE.fullmatch(name) else name
