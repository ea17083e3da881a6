"""Real texts become files that say every word of theirs, told by other programs."""

import json
import subprocess

import pytest

from pipeline.compose import compose
from pipeline.importers.draft import Draft, Left
from pipeline.words import note_passages, passages
from tests.importers.conserving import (
    additions,
    difference,
    kept,
    signs,
    words,
    words_of_docx,
    words_of_pdf,
)
from tests.importers.importing import Imported, by_text


def test_texts_are_built_or_stop_at_their_script(corpus: list[Imported]) -> None:
    def stopped(each: Imported) -> list[str]:
        codes = {one.code for one in each.built.report if one.is_error}
        if each.text.expected.unset:
            codes -= {"script"}
        return sorted(codes)

    assert by_text(corpus, stopped) == {}
    settable = [each for each in corpus if not each.text.expected.unset]
    assert [each.text.name for each in settable if len(each.files) != 2] == []


def test_what_is_left_out_stands_where_the_report_says(corpus: list[Imported]) -> None:
    nowhere = by_text(
        corpus,
        lambda each: [f"{left.place}: {left.words[:40]}" for left in _kept(each)[1]],
    )
    assert nowhere == {}


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_every_word_of_a_text_is_printed_or_reported(
    corpus: list[Imported], suffix: str
) -> None:
    read = words_of_pdf if suffix == ".pdf" else words_of_docx

    def unequal(each: Imported) -> list[str]:
        if suffix not in each.files:
            return []
        wanted, _ = _kept(each)
        found = difference(wanted, additions(each.draft), read(each.files[suffix]))
        moved = found.displaced - _may_move(each)
        return [
            *(f"lost {word}" for word in found.lost),
            *(f"added {word}" for word in found.added),
            *([f"{moved} words out of order"] if moved > 0 else []),
        ]

    assert by_text(corpus, unequal) == {}


def test_texts_that_cannot_be_set_lose_no_word_before(corpus: list[Imported]) -> None:
    def unequal(each: Imported) -> list[str]:
        if each.files or each.draft.sheet is None:
            return []
        wanted, _ = _kept(each)
        told = difference(wanted, additions(each.draft), _words_of_tree(each.draft))
        return [*told.lost, *told.added]

    assert by_text(corpus, unequal) == {}


def _words_of_tree(draft: Draft) -> str:
    """Return what would be printed; the day in the draft's words, as its language is.

    A language without fixed words of its own cannot be composed, and none are needed.
    """
    assert draft.sheet is not None
    spoken = {"language": "en-US", "issued": None}
    document = compose(draft.sheet.model_copy(update=spoken), {})
    told = [*passages(document), *note_passages(document)]
    days = [guess.value for guess in draft.guesses if guess.what == "issued"]
    return "\n".join([*days, *(passage.text for passage in told)])


def _kept(each: Imported) -> tuple[str, list[Left]]:
    text = each.text
    return kept(text.seen, each.draft.left_out, text.expected.is_markup)


def _may_move(each: Imported) -> int:
    """Return how many words the form of a sheet moves: its masthead and notes."""
    sheet = each.draft.sheet
    if sheet is None:
        return 0
    issuer = sheet.issuer
    head = [sheet.title, sheet.kind or "", issuer.agency or "", issuer.bureau or ""]
    notes = [note.model_dump_json() for note in sheet.notes]
    return len(words(" ".join([*head, *notes]))) + 4


def test_every_sign_of_a_text_is_printed_or_reported(corpus: list[Imported]) -> None:
    def unequal(each: Imported) -> list[str]:
        if ".docx" not in each.files:
            return []
        wanted, _ = _kept(each)
        first = signs(wanted + additions(each.draft))
        second = signs(words_of_docx(each.files[".docx"]))
        return [f"lost {(first - second)} added {(second - first)}"] * (first != second)

    assert by_text(corpus, unequal) == {}


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_nothing_in_imported_sheets(
    corpus: list[Imported], verapdf: list[str], flavour: str
) -> None:
    files = [each.files[".pdf"] for each in corpus if ".pdf" in each.files]
    command = [*verapdf, "-f", flavour, *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False)
    jobs = json.loads(done.stdout)["report"]["jobs"]
    assert len(jobs) == len(files) > 0
    assert [job["itemDetails"]["name"] for job in jobs if not _passes(job)] == []


def _passes(job: dict[str, object]) -> bool:
    results = job.get("validationResult")
    if not isinstance(results, list) or "taskException" in job:
        return False
    return results[0]["compliant"] and not results[0]["details"]["ruleSummaries"]
