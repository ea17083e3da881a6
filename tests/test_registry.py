import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.diagnostics import SettingsError
from pipeline.registry import Plugin, find, installed, renderer

PLUGIN = """
class Plain:
    name, suffix, description = "plain", ".txt", "words only"
    def render(self, document, theme, options):
        return document.meta.title.encode()
    def verify(self, data, document):
        return []
"""


def install(folder: Path, distribution: str, name: str = "plain") -> None:
    """Lay a package into `folder` the way an installer does."""
    (folder / "plain_renderer.py").write_text(PLUGIN)
    info = folder / f"{distribution.replace('-', '_')}-1.5.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Name: {distribution}\nVersion: 1.5\n")
    entry = f"[bulletin.renderers]\n{name} = plain_renderer:Plain\n"
    (info / "entry_points.txt").write_text(entry)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_our_formats_are_declared_like_anyones() -> None:
    assert {"pdf", "docx"} <= installed().keys()
    assert find(("pdf",))[0].distribution == "bulletin"


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(SettingsError, match="did you mean `docx`"):
        find(("docs",))


def test_a_foreign_package_brings_a_format(site: Path) -> None:
    install(site, "plain-bulletin")
    (plugin,) = find(("plain",))
    assert (plugin.distribution, plugin.version) == ("plain-bulletin", "1.5")
    assert renderer(plugin).suffix == ".txt"


def test_a_name_claimed_twice_is_refused_naming_both(site: Path) -> None:
    install(site, "one")
    install(site, "two")
    with pytest.raises(SettingsError, match=r"claimed by one 1\.5 and two 1\.5"):
        find(("plain",))


def test_a_plugin_that_does_not_load_is_named() -> None:
    broken = Plugin("plain", "plain-bulletin", "1.5", "no_such_module:Plain")
    with pytest.raises(SettingsError, match=r"plain-bulletin 1\.5 does not load"):
        renderer(broken)


def test_finding_a_format_does_not_import_it() -> None:
    code = (
        "import sys; from pipeline.registry import find; find(('pdf', 'docx'));"
        "sys.exit('reportlab' in sys.modules or 'docx' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
