import pytest
from pydantic import BaseModel, ValidationError

from schemas.blocks import Callout, Figure, Section, Table
from schemas.factsheet import FactSheet
from schemas.richtext import LinkRun, LinkStatus, StrongRun, TextRun, canonical

WORDS = (TextRun(text="Words."),)
PARAGRAPH = {"kind": "paragraph", "text": "Words."}


def refusal(model: type[BaseModel], **data: object) -> str:
    with pytest.raises(ValidationError) as raised:
        model.model_validate(data)
    return str(raised.value.errors()[0]["msg"])


def test_neighbouring_texts_are_one() -> None:
    inner = StrongRun(runs=(TextRun(text="a"), TextRun(text=""), TextRun(text="b")))
    runs = (TextRun(text="x"), TextRun(text="y"), inner, TextRun(text=""))
    assert canonical(runs) == (
        TextRun(text="xy"),
        StrongRun(runs=(TextRun(text="ab"),)),
    )


@pytest.mark.parametrize("status", [LinkStatus.LIVE, LinkStatus.DERIVED])
def test_a_link_has_a_target(status: LinkStatus) -> None:
    assert "needs a target" in refusal(LinkRun, runs=WORDS, status=status)


def test_a_lost_link_has_none() -> None:
    target = "https://example.org/"
    assert "lost" in refusal(LinkRun, runs=WORDS, status="lost", target=target)


@pytest.mark.parametrize(
    "words", [{}, {"alt": "Costs", "decorative": True}, {"alt": "chart.png"}]
)
def test_a_figure_has_words_or_is_decorative(words: dict[str, object]) -> None:
    assert refusal(Figure, image="chart.png", **words)


@pytest.mark.parametrize("width", [0, 1, 3])
def test_rows_are_as_long_as_the_header(width: int) -> None:
    row = tuple({"text": "x"} for _ in range(width))
    header = ({"text": "a"}, {"text": "b"})
    assert "row 1 has" in refusal(Table, header=header, rows=(row,))


def test_sections_are_not_empty_and_two_levels_deep() -> None:
    assert "nothing under" in refusal(Section, heading="Costs")
    inner = {"heading": "c", "blocks": (PARAGRAPH,)}
    middle = {"heading": "b", "sections": (inner,)}
    assert "two levels" in refusal(Section, heading="a", sections=(middle,))


def test_a_callout_holds_no_table() -> None:
    assert "paragraph" in refusal(Callout, blocks=({"kind": "table"},))


def test_a_sheet_is_read_without_markdown_as_plain_words() -> None:
    sheet = FactSheet.model_validate(
        {
            "title": "Costs",
            "issuer": {"agency": "Treasury"},
            "issued": "2016-03-17",
            "standfirst": "*as is*",
            "sections": ({"blocks": (PARAGRAPH,)},),
        }
    )
    assert sheet.standfirst == (TextRun(text="*as is*"),)
    assert (sheet.kind, sheet.language, sheet.edition) == (None, "en-US", 1)
