import pytest

from pipeline.importers.links import linked
from schemas.richtext import LinkRun, LinkStatus, plain


def targets(text: str) -> list[tuple[str, str | None]]:
    return [
        (plain(run.runs), run.target)
        for run in linked(text)
        if isinstance(run, LinkRun)
    ]


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("see https://a.org/b.", "https://a.org/b", "https://a.org/b"),
        ("Visas | travel.state.gov", "travel.state.gov", "https://travel.state.gov/"),
        ("at //x.gov/r/bgn/.", "//x.gov/r/bgn/", "https://x.gov/r/bgn/"),
        ("www.selectusa.gov", "www.selectusa.gov", "https://www.selectusa.gov/"),
        ("write to a.b@c.gov.uk!", "a.b@c.gov.uk", "mailto:a.b@c.gov.uk"),
        ("请致函vote@gsa.gov，谢谢", "vote@gsa.gov", "mailto:vote@gsa.gov"),
        ("(https://a.org/x_(y))", "https://a.org/x_(y)", "https://a.org/x_(y)"),
        ("http://a.org/b과 같다", "http://a.org/b", "http://a.org/b"),
    ],
)
def test_an_address_written_out_leads_to_itself(
    text: str, words: str, target: str
) -> None:
    assert targets(text) == [(words, target)]


@pytest.mark.parametrize(
    "text",
    [
        "U.S.-Albania, e.g. in D.C.",
        "see README.md and PRMEI_ENG.pdf",
        "on 10.11.2021 at 9.30 a.m.to",
        "an https:// means that",
        "Ministry of Education,National Heritage",
        "the account @LandReg.Gallwch",
    ],
)
def test_words_that_only_resemble_an_address_stay_words(text: str) -> None:
    assert targets(text) == []


@pytest.mark.parametrize(
    "text", ["https://a.gov.uk….", "http://a.org/x...", "https://a.org/مصر"]
)
def test_an_address_that_does_not_stand_whole_leads_nowhere(text: str) -> None:
    assert targets(text) == []


def test_no_word_is_lost_around_addresses() -> None:
    text = "At https://a.org/, b@c.org; d.gov and e."
    assert plain(linked(text)) == text


def test_a_target_worked_out_from_words_says_so() -> None:
    (link,) = linked("travel.state.gov")
    assert isinstance(link, LinkRun)
    assert link.status is LinkStatus.DERIVED
