"""The editors' page names everything there is, and its examples work."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from pipeline.labels import LANGUAGES
from pipeline.load import load_bytes
from pipeline.load.frontmatter import MAX_FRONT_MATTER
from pipeline.load.images import MAX_PIXELS
from pipeline.load.pictures import MAX_BYTES
from pipeline.load.text import MAX_SOURCE
from pipeline.markdown import CONTAINERS, MAX_LEVELS
from pipeline.markdown.inline import LINK_ATTRIBUTES, SPAN_ATTRIBUTES, parse_inline
from pipeline.markdown.refusals import MAX_TEXT, MAX_WORD
from pipeline.markdown.syntax import MAX_MARKS
from schemas.blocks import MAX_COLUMNS, MAX_ROWS
from schemas.factsheet import FactSheet
from schemas.richtext import LinkStatus, Run

GUIDE = (Path(__file__).parents[2] / "sources/README.md").read_text(encoding="utf-8")
MASTHEAD = "---\ntitle: Costs\nissuer: {agency: Treasury}\nissued: 2016-03-17\n---\n"


def models(annotation: object, seen: set[object]) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation in seen:
            return
        seen.add(annotation)
        yield annotation
        for field in annotation.model_fields.values():
            yield from models(field.annotation, seen)
    for inner in get_args(annotation):
        yield from models(inner, seen)


MODELS = list(models(FactSheet, set())) + list(models(Run, set()))
KEYS = {key for model in MODELS for key in model.model_fields}
KINDS = {
    model.model_fields["kind"].default
    for model in MODELS
    if "kind" in model.model_fields and model is not FactSheet
}


@pytest.mark.parametrize(
    "word", sorted(KEYS | KINDS | set(CONTAINERS) | set(LinkStatus))
)
def test_every_key_kind_and_container_is_explained(word: str) -> None:
    assert re.search(rf"`[^`\n]*\b{word}\b[^`\n]*`", GUIDE), word


@pytest.mark.parametrize("name", [*SPAN_ATTRIBUTES, *LINK_ATTRIBUTES])
def test_every_attribute_is_shown(name: str) -> None:
    assert re.search(rf"\]\{{{name}|\)\{{{name}", GUIDE), name


@pytest.mark.parametrize("name", sorted(CONTAINERS))
def test_every_container_is_shown(name: str) -> None:
    assert f"\n::: {name}" in GUIDE


def blocks_of(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, flags=re.DOTALL)


@pytest.mark.parametrize("example", blocks_of("markdown"))
def test_every_markdown_example_is_read(example: str) -> None:
    source = example if example.startswith("---") else MASTHEAD + example
    codes = {found.code for found in load_bytes("a.md", source.encode()).report}
    # The guide's picture is not there.
    assert codes <= {"picture-path"}


def test_the_yaml_example_is_read() -> None:
    (example,) = blocks_of("yaml")
    source = MASTHEAD.replace("---\n", "") + example
    assert load_bytes("a.yaml", source.encode()).report == ()


def test_every_language_and_no_other_is_listed() -> None:
    listed = re.findall(r"`([\w-]+)`", GUIDE.split("Known are")[1].split("|")[0])
    assert listed == list(LANGUAGES)


def test_every_plain_text_of_the_front_matter_is_listed() -> None:
    paragraph = next(part for part in GUIDE.split("\n") if "**plain texts**" in part)
    plain = {
        key
        for key, field in FactSheet.model_fields.items()
        if "_checked_line" in f"{field.metadata}{field.annotation}"
        or key in ("issuer", "subjects", "keywords")
    }
    assert plain <= set(re.findall(r"`(\w+)`", paragraph.split(":")[0]))


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (MAX_LEVELS, "go nine levels"),
        (MAX_MARKS, "marks twelve"),
        (MAX_COLUMNS, "30 columns"),
        (MAX_ROWS, "20,000 rows"),
        (MAX_TEXT, "100,000 characters"),
        (MAX_WORD, "a word 4,000"),
        (MAX_FRONT_MATTER, "front matter 256,000"),
        (MAX_SOURCE, "a file 5 MB"),
        (MAX_BYTES, "at most 30 MB"),
        (MAX_PIXELS, "40 million pixels"),
    ],
)
def test_every_limit_is_told(limit: int, words: str) -> None:
    numerals = {9: "nine", 12: "twelve", 5_000_000: "5 MB", 30_000_000: "30 MB"}
    numerals[40_000_000] = "40 million"
    assert numerals.get(limit, f"{limit:,}") in words
    assert words in GUIDE


def inline_examples() -> list[str]:
    table = GUIDE.split("### Inside a paragraph")[1].split("Quotation marks")[0]
    cells = re.findall(r"(?m)^\| `(.+?)` \|", table)
    return [cell for cell in cells if not cell.startswith(("\\", "&"))]


@pytest.mark.parametrize("example", inline_examples())
def test_every_inline_example_is_read_as_a_mark(example: str) -> None:
    read = parse_inline(example)
    assert read.findings == ()
    assert {run.kind for run in read.runs} != {"text"}
