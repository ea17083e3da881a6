"""Which importer reads a file: by its ending, among those that are installed."""

from functools import cache

from pipeline.importers.importer import Importer
from pipeline.registry import IMPORTERS, find, installed, load


@cache
def importers() -> dict[str, Importer]:
    """Return the installed importers by the file endings that they read.

    Raises SettingsError for one that cannot be loaded, or that two packages bring.
    """
    found: dict[str, Importer] = {}
    for plugin in find(tuple(installed(IMPORTERS)), IMPORTERS):
        importer: Importer = load(plugin)
        found |= dict.fromkeys(importer.suffixes, importer)
    return found
