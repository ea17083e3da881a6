"""Whatever the bytes, the answer is a sheet or a report, never an exception."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.load import load_bytes

SOURCES = [
    (path.suffix, path.read_text(encoding="utf-8"))
    for folder in ("sources", "tests/load/fixtures")
    for path in sorted((Path(__file__).parents[2] / folder).iterdir())
    if path.suffix in (".md", ".json", ".yaml")
]
SIGNS = "\n\n|---:::[]{}()<>!*_`#\\\"'&~^=+- \t:,0a\u00a0\u202e😀"


@given(st.sampled_from([".md", ".yaml", ".json"]), st.binary(max_size=200))
def test_any_bytes(ending: str, data: bytes) -> None:
    loaded = load_bytes(f"a{ending}", data)
    assert loaded.sheet is not None or loaded.report


@settings(deadline=None)
@given(st.sampled_from(SOURCES), st.data())
def test_a_sheet_with_pieces_exchanged(
    source: tuple[str, str], data: st.DataObject
) -> None:
    ending, text = source
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 40))
    piece = data.draw(st.text(SIGNS, max_size=12))
    changed = text[:start] + piece + text[start + length :]
    loaded = load_bytes(f"a{ending}", changed.encode())
    assert loaded.sheet is not None or any(each.is_error for each in loaded.report)
    lines = re.split("\r\n?|\n|\u2028|\u2029", changed)
    for each in loaded.report:
        assert each.location is not None
        assert 0 <= each.location.line <= len(lines) + 1
