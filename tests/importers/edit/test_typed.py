"""Bullets that somebody typed make lists of paragraphs; a lone one makes none."""

from tests.importers.edit.written import PROSE, left_out, outline, sheet_of

TITLE = "# Relations With Norland"


def test_paragraphs_that_start_by_a_typed_bullet_are_a_list() -> None:
    lines = (TITLE, PROSE, "• Trade", "• Travel")
    assert outline(sheet_of(*lines))[-1] == "bullets"
    assert left_out(*lines) == [("MARKER", "•"), ("MARKER", "•")]


def test_one_sign_alone_is_no_list() -> None:
    assert outline(sheet_of(TITLE, PROSE, "★ Note"))[-1] == "paragraph ★ Note"
