"""Edits made in Word come home into the source, and nothing else of it changes."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import yaml

from pipeline.load import load
from pipeline.produce import read
from pipeline.pull import Kind, Pending, RefusedEditError
from pipeline.pull.merge import Prefer
from pipeline.pull.pulled import Pulled, pull
from pipeline.pull.sources import find_source
from pipeline.render.docx import DocxRenderer
from pipeline.renderer import RenderOptions
from pipeline.settings import load_theme

SOURCE = """\
---
# A remark that stays.
title: Rivers
kind: Data Sheet
issuer: {agency: Office of Waters}
issued: 2024-05-02
---

One paragraph that is wrapped
by hand over lines.

## Costs

- apples
- pears

A second paragraph.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "rivers.md"
    path.write_text(SOURCE, "utf-8")
    return path


def _edited(
    source: Path, *edits: tuple[str, str], options: RenderOptions | None = None
) -> Path:
    """Return a Word file of `source` whose markup was edited."""
    found = read(source)
    assert found.sheet is not None
    assert found.document is not None
    canonical = found.sheet.model_dump_json().encode()
    wanted = options or RenderOptions(source=canonical)
    data = DocxRenderer().render(found.document, load_theme("bulletin"), wanted)
    path = source.with_suffix(".docx")
    path.write_bytes(_rewritten(data, lambda markup: _replaced(markup, edits)))
    return path


def _replaced(markup: str, edits: tuple[tuple[str, str], ...]) -> str:
    for before, after in edits:
        assert before in markup
        markup = markup.replace(before, after)
    return markup


def _rewritten(data: bytes, change: Callable[[str], str]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = change(part.decode()).encode()
            new.writestr(name, part)
    return made.getvalue()


def _changed(pulled: Pulled) -> list[tuple[str, str]]:
    """Return the lines that differ, old and new."""
    before, after = pulled.before.split("\n"), pulled.after.split("\n")
    assert len(before) == len(after)
    return [(old, new) for old, new in zip(before, after, strict=True) if old != new]


def test_a_changed_word_changes_its_line_only(source: Path) -> None:
    pulled = pull(_edited(source, ("pears", "plums")), source)
    assert [each.kind for each in pulled.operations] == [Kind.CHANGED]
    assert _changed(pulled) == [("- pears", "- plums")]


def test_an_unedited_file_changes_nothing(source: Path) -> None:
    pulled = pull(_edited(source), source)
    assert pulled.operations == ()
    assert pulled.after == pulled.before
    assert pulled.diff == ""


def test_pulling_again_changes_nothing_more(source: Path) -> None:
    edited = _edited(source, ("A second paragraph", "Another paragraph"))
    source.write_text(pull(edited, source).after, "utf-8")
    again = pull(edited, source)
    assert again.after == again.before


def test_the_source_may_have_changed_elsewhere_meanwhile(source: Path) -> None:
    edited = _edited(source, ("pears", "plums"))
    source.write_text(SOURCE.replace("## Costs", "## Prices"), "utf-8")
    assert _changed(pull(edited, source)) == [("- pears", "- plums")]


def test_a_conflict_is_refused_with_both_readings(source: Path) -> None:
    edited = _edited(source, (">Costs<", ">Expenses<"))
    source.write_text(SOURCE.replace("## Costs", "## Prices"), "utf-8")
    with pytest.raises(RefusedEditError) as refused:
        pull(edited, source)
    (finding,) = refused.value.findings
    assert finding.code == "conflict"
    assert "“Prices”" in finding.message
    assert "“Expenses”" in finding.message
    assert finding.location is not None
    assert finding.location.line == SOURCE.split("\n").index("## Costs") + 1


@pytest.mark.parametrize(
    ("prefer", "heading"), [(Prefer.SOURCE, "Prices"), (Prefer.WORD, "Expenses")]
)
def test_a_choice_settles_conflicts(source: Path, prefer: Prefer, heading: str) -> None:
    edited = _edited(source, (">Costs<", ">Expenses<"))
    source.write_text(SOURCE.replace("## Costs", "## Prices"), "utf-8")
    pulled = pull(edited, source, prefer=prefer)
    assert f"## {heading}" in pulled.after
    assert len(pulled.conflicts) == 1


_TRACKED = (
    "pears</w:t></w:r>",
    'pears</w:t></w:r><w:ins w:id="90" w:author="Ann"><w:r><w:t xml:space="preserve">'
    " and figs</w:t></w:r></w:ins>",
)


def test_undecided_changes_stop_by_default(source: Path) -> None:
    with pytest.raises(RefusedEditError) as refused:
        pull(_edited(source, _TRACKED), source)
    (finding,) = refused.value.findings
    assert "and figs" in finding.message
    assert "Ann" in finding.message


def test_undecided_changes_can_be_accepted_or_rejected(source: Path) -> None:
    edited = _edited(source, _TRACKED)
    accepted = pull(edited, source, Pending.ACCEPT)
    assert _changed(accepted) == [("- pears", "- pears and figs")]
    rejected = pull(edited, source, Pending.REJECT)
    assert rejected.after == rejected.before


def test_held_changes_become_remarks(source: Path) -> None:
    held = pull(_edited(source, _TRACKED), source, Pending.HOLD)
    assert held.after == held.before
    (remark,) = held.review.remarks
    assert (remark.kind, remark.author) == ("change", "Ann")
    assert "and figs" in remark.says
    assert remark.block == "sections[1].blocks[0].items[1].text"
    assert remark.place == "under the heading “Costs”, list item 2"
    assert held.new_remarks == 1


def test_a_copy_without_the_model_finds_its_base_in_the_source(source: Path) -> None:
    sheet = load(source).sheet
    assert sheet is not None
    bare = RenderOptions(source=sheet.model_dump_json().encode(), carries_model=False)
    pulled = pull(_edited(source, ("pears", "plums"), options=bare), source)
    assert _changed(pulled) == [("- pears", "- plums")]


def test_a_copy_without_the_model_finds_its_base_in_what_was_published(
    source: Path,
) -> None:
    published = _edited(source).rename(source.with_name("published.docx"))
    sheet = load(source).sheet
    assert sheet is not None
    bare = RenderOptions(source=sheet.model_dump_json().encode(), carries_model=False)
    edited = _edited(source, ("pears", "plums"), options=bare)
    source.write_text(SOURCE.replace("## Costs", "## Prices"), "utf-8")
    with pytest.raises(RefusedEditError, match="does not hold it"):
        pull(edited, source)
    pulled = pull(edited, source, published=[published])
    assert _changed(pulled) == [("- pears", "- plums")]


def test_a_sheet_is_found_by_what_the_file_says_of_it(source: Path) -> None:
    edited = _edited(source)
    (source.parent / "other.md").write_text(SOURCE.replace("Rivers", "Lakes"), "utf-8")
    renamed = edited.rename(edited.with_name("Rivers (2) final.docx"))
    assert find_source(renamed, source.parent) == source


def test_a_sheet_whose_title_changed_is_found_by_its_name(source: Path) -> None:
    edited = _edited(source)
    source.write_text(SOURCE.replace("title: Rivers", "title: Streams"), "utf-8")
    assert find_source(edited, source.parent) == source


def _as_json(source: Path) -> dict[str, object]:
    sheet = load(source).sheet
    assert sheet is not None
    said: dict[str, object] = sheet.model_dump(mode="json", exclude_none=True)
    return said


def test_edits_come_home_into_json_too(source: Path) -> None:
    edited = _edited(source, ("pears", "plums"))
    as_json = source.with_suffix(".json")
    as_json.write_text(json.dumps(_as_json(source), indent=2) + "\n", "utf-8")
    pulled = pull(edited, as_json)
    before, after = json.loads(pulled.before), json.loads(pulled.after)
    item = after["sections"][1]["blocks"][0]["items"][1]
    assert item["text"] == "plums"
    item["text"] = [{"kind": "text", "text": "pears"}]
    assert after == before


def test_a_yaml_source_is_refused_with_what_to_do(source: Path) -> None:
    edited = _edited(source, ("pears", "plums"))
    as_yaml = source.with_suffix(".yaml")
    as_yaml.write_text(yaml.safe_dump(_as_json(source)), "utf-8")
    with pytest.raises(RefusedEditError, match="cannot be changed in place"):
        pull(edited, as_yaml)


def test_a_changed_number_is_told_whole(source: Path) -> None:
    source.write_text(SOURCE.replace("apples", "3,500 apples"), "utf-8")
    pulled = pull(_edited(source, ("3,500", "4,000")), source)
    assert "“3,500” → “4,000”" in str(pulled.operations[0])


def test_words_that_cannot_be_set_yet_are_taken_with_a_warning(source: Path) -> None:
    pulled = pull(_edited(source, ("pears", "תפוחים")), source)
    assert "- תפוחים" in pulled.after
    (warned,) = pulled.notes
    assert warned.code == "script"
    assert not warned.is_error
    assert warned.location is not None
    assert warned.location.line == SOURCE.split("\n").index("- pears") + 1


def test_a_file_of_another_sheet_is_refused_by_name(source: Path) -> None:
    other = source.with_name("other.md")
    other.write_text(
        "---\ntitle: Mountains\nissuer: {agency: Alpine Club}\n"
        "issued: 2020-01-01\n---\n\nHigh and steep, with snow on top all year.\n",
        "utf-8",
    )
    with pytest.raises(RefusedEditError, match="made from “Rivers”"):
        pull(_edited(source, ("pears", "plums")), other, prefer=Prefer.WORD)
