"""The proof of every import catches what is lost, doubled, moved or made up."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.importers import drafting
from pipeline.importers.conserve import prove
from pipeline.importers.drafting import draft_of
from pipeline.importers.edit import Edited, edit
from pipeline.importers.manuscript import (
    LeftOut,
    Manuscript,
    Paragraph,
    Reason,
    Stretch,
    Words,
)
from schemas.blocks import Paragraph as Block
from schemas.blocks import Section
from schemas.richtext import TextRun
from tests.importers.edit.written import PROSE, manuscript

Change = Callable[[list[str]], list[str]]


def _text() -> Manuscript:
    return manuscript(
        "# Relations With Norland", "Bureau of Northern Affairs", "Share",
        "17 March 2016", f"{PROSE}[^a]", "## Trade", "- ships", "| Year | Sum",
        "| 2018 | 228", "[^a]: By law of 1905.",
    )  # fmt: skip


def _dropped(words: list[str]) -> list[str]:
    return words[:3] + words[4:]


def _doubled(words: list[str]) -> list[str]:
    return words[:3] + words[2:]


def _swapped(words: list[str]) -> list[str]:
    return [words[1], words[0], *words[2:]]


def _made_up(words: list[str]) -> list[str]:
    return [*words, "indeed"]


def _changed(found: Edited, change: Change) -> Edited:
    """Return the sheet with the words of its first paragraph changed."""
    section = found.sheet.sections[0]
    paragraph = section.blocks[0]
    assert isinstance(paragraph, Block)
    first, *rest = paragraph.text
    assert isinstance(first, TextRun)
    run = TextRun(text=" ".join(change(first.text.split(" "))))
    blocks = (Block(text=(run, *rest)), *section.blocks[1:])
    changed = Section(heading=section.heading, blocks=blocks)
    sections = (changed, *found.sheet.sections[1:])
    return replace(found, sheet=found.sheet.model_copy(update={"sections": sections}))


def test_a_text_as_it_was_edited_is_proven() -> None:
    assert prove(_text(), edit(_text())) == []


@pytest.mark.parametrize("change", [_dropped, _doubled, _swapped, _made_up])
def test_a_changed_word_in_the_body_is_caught(change: Change) -> None:
    (fault,) = prove(_text(), _changed(edit(_text()), change))
    assert "of the text" in fault


def test_a_lost_block_is_caught() -> None:
    found = edit(_text())
    sheet = found.sheet.model_copy(update={"sections": found.sheet.sections[:1]})
    assert prove(_text(), replace(found, sheet=sheet)) != []


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Relations Norland"},
        {"title": "Relations With With Norland"},
        {"kind": "Fact Sheet"},
        {"issued": None},
        {"notes": ()},
    ],
)
def test_a_changed_masthead_or_note_is_caught(changes: dict[str, object]) -> None:
    found = edit(_text())
    sheet = found.sheet.model_copy(update=changes)
    assert prove(_text(), replace(found, sheet=sheet)) != []


def test_an_account_that_is_forgotten_is_caught() -> None:
    found = edit(_text())
    assert [each.reason for each in found.left_out][:1] == [Reason.CHROME]
    assert prove(_text(), replace(found, left_out=found.left_out[1:])) != []


def test_characters_in_no_passage_are_caught() -> None:
    whole = _text()
    lost = replace(whole, passages=whole.passages[:-1])
    (fault,) = prove(lost, edit(whole))
    assert fault == "passage 9: `By law of 1905.` is lost"


def test_characters_in_two_passages_are_caught() -> None:
    whole = _text()
    twice = replace(whole, passages=(*whole.passages, whole.passages[4]))
    assert "stands in two places" in prove(twice, edit(whole))[0]


def test_characters_in_a_passage_and_an_account_beside_it_are_caught() -> None:
    whole = _text()
    half = LeftOut(Stretch(20, 30), Reason.CHROME)
    assert (
        "stands in two places"
        in prove(replace(whole, left_out=(half,)), edit(whole))[0]
    )


def test_a_passage_that_says_other_words_than_the_file_is_caught() -> None:
    whole = _text()
    start = whole.text.index("Share")
    read = Paragraph(Words((TextRun(text="share"),), Stretch(start, start + 5)))
    wrong = replace(whole, passages=(*whole.passages[:2], read, *whole.passages[3:]))
    (fault,) = prove(wrong, edit(whole))
    assert fault == "passage 3: `Share` was read as `share`"


def test_signs_that_print_nothing_may_leave_a_passage() -> None:
    runs = (TextRun(text=f"cooperation {PROSE}"),)
    text = f"coopera\xadtion {PROSE}"
    passage = Paragraph(Words(runs, Stretch(0, len(text))))
    left = LeftOut(Stretch(7, 8), Reason.CONTROL)
    written = Manuscript("a.txt", text, (passage,), left_out=(left,))
    assert prove(written, edit(written)) == []


def test_a_breach_is_a_fault_of_ours_and_gives_no_sheet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def careless(given: Manuscript) -> Edited:
        return _changed(edit(given), _dropped)

    monkeypatch.setattr(drafting, "edit", careless)
    draft = draft_of("a", _text())
    assert (draft.sheet, draft.source) == (None, "")
    assert [each.code for each in draft.report] == ["conservation"]
    assert "fault in bulletin" in (draft.report[0].hint or "")
