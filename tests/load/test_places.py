"""Late findings stand at the very words that they quote."""

from pathlib import Path

import pytest

from pipeline.produce import check

HEAD = "---\ntitle: Costs\nissuer: {agency: Treasury}\nissued: 2016-03-17\n---\n"


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ("Some words and [here](https://example.org).\n", 6, 17),
        ("| a | b |\n|---|---|\n| c | [here](https://example.org) |\n", 8, 8),
        ("Words.[^a]\n\n[^a]: See [here](https://example.org).\n", 8, 12),
    ],
)
def test_a_doubtful_link_is_found_at_its_words(
    tmp_path: Path, body: str, line: int, column: int
) -> None:
    source = tmp_path / "a.md"
    source.write_text(HEAD + body, "utf-8")
    (found,) = check(source).report
    assert found.code == "link-text"
    assert found.location is not None
    assert (found.location.line, found.location.column) == (line, column)
