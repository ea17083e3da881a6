"""Names inside a Word file: of bookmarks, which Word limits to 40 characters."""

import pytest

from pipeline.render.docx.identity import bookmark_name


@pytest.mark.parametrize("length", range(1, 61))
@pytest.mark.parametrize("start", ["a", "1976-"])
def test_no_bookmark_has_a_name_of_more_than_40_characters(
    start: str, length: int
) -> None:
    name = bookmark_name((start + "b" * 60)[:length])
    assert len(name) <= 40
    assert name[0].isalpha()


def test_long_names_that_begin_alike_stay_apart() -> None:
    first, second = (bookmark_name("a" * 50 + ending) for ending in "xy")
    assert first != second
