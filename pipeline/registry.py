"""Which plugins are installed: entry points, ours declared like anyone's.

A plugin is found without being imported; its module loads when it is used.
"""

from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points, version
from typing import TYPE_CHECKING, Any

from pipeline.diagnostics import SettingsError, did_you_mean, error

if TYPE_CHECKING:
    # It brings the models of themes, which most commands have no use for.
    from pipeline.renderer import Renderer

RENDERERS, IMPORTERS = "bulletin.renderers", "bulletin.importers"


@dataclass(frozen=True, slots=True)
class Plugin:
    """An installed plugin: its name, the package that brings it, where it lives."""

    name: str
    distribution: str
    version: str
    target: str
    """Import path of its class, such as `pipeline.render.pdf:PdfRenderer`."""
    group: str = RENDERERS


def renderer(plugin: Plugin) -> "Renderer":
    """Import and return the renderer; raise SettingsError when it cannot be loaded."""
    made: Renderer = load(plugin)
    return made


def load(plugin: Plugin) -> Any:
    """Import and return what the plugin makes; raise SettingsError when it cannot."""
    try:
        return EntryPoint(plugin.name, plugin.target, plugin.group).load()()
    except (ImportError, AttributeError, TypeError) as failure:
        raise SettingsError(
            error(
                "plugin",
                f"`{plugin.name}` of {plugin.distribution} {plugin.version} "
                f"does not load: {failure}",
                hint=f"install {plugin.distribution} again, or remove it",
            )
        ) from failure


def find(names: tuple[str, ...], group: str = RENDERERS) -> tuple[Plugin, ...]:
    """Return the plugins called `names`, each once.

    Raises SettingsError for a name that no package brings, and for one that two claim:
    which of them runs must not depend on the order of folders.
    """
    known = installed(group)
    return tuple(_the_one(name, known) for name in dict.fromkeys(names))


def _the_one(name: str, known: dict[str, tuple[Plugin, ...]]) -> Plugin:
    match known.get(name, ()):
        case (plugin,):
            return plugin
        case ():
            raise SettingsError(
                error(
                    "unknown-format",
                    f"there is no format `{name}`",
                    hint=did_you_mean(name, known)
                    if known
                    else "no format is installed: install the `bulletin` package",
                )
            )
        case claims:
            owners = " and ".join(
                f"{each.distribution} {each.version}" for each in claims
            )
            raise SettingsError(
                error(
                    "plugin-conflict",
                    f"the format `{name}` is claimed by {owners}",
                    hint="remove one of the two packages",
                )
            )


def installed(group: str = RENDERERS) -> dict[str, tuple[Plugin, ...]]:
    """Return who claims each name of `group`, sorted; more than one is a conflict."""
    claims: dict[str, tuple[Plugin, ...]] = {}
    for plugin in sorted(map(_plugin, entry_points(group=group)), key=_order):
        claims[plugin.name] = (*claims.get(plugin.name, ()), plugin)
    return claims


def _plugin(entry: EntryPoint) -> Plugin:
    owner = entry.dist
    if owner is None:
        return Plugin(entry.name, "an unnamed package", "", entry.value, entry.group)
    return Plugin(entry.name, owner.name, owner.version, entry.value, entry.group)


def _order(plugin: Plugin) -> tuple[str, str]:
    return plugin.name, plugin.distribution


def own_version() -> str:
    """Return the version of bulletin itself."""
    return version("bulletin")
