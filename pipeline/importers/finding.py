"""Which importer reads a file: the one declared for its ending."""

from functools import cache

from pipeline.importers.importer import Importer
from pipeline.registry import IMPORTERS, find, installed, load


def endings() -> tuple[str, ...]:
    """Return the file endings that can be imported, such as `.txt`, sorted."""
    return tuple(f".{name}" for name in installed(IMPORTERS))


@cache
def importer_for(ending: str) -> Importer:
    """Return the importer of files with this ending, one of `endings`.

    Raises SettingsError for one that cannot be loaded, or that two packages bring.
    """
    (plugin,) = find((ending.removeprefix("."),), IMPORTERS)
    importer: Importer = load(plugin)
    return importer
