from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.styles import Adjust, Family, TextStyle
from pipeline.tree import (
    Emphasis,
    Inline,
    LineBreak,
    NoteReference,
    Strong,
    Text,
    plain_text,
)
from pipeline.typeset.itemise import Itemiser
from pipeline.typeset.paragraph import SetLine, natural_widths, set_lines
from schemas.theme import Faces

BODY = TextStyle(Family.TEXT, 10.5, 13.25, "#000000")
JUSTIFIED = replace(BODY, adjust=Adjust.BOTH, hyphenates=True)
FACES = Faces(
    text="Source Serif 4", label="Source Sans 3", word_text="x", word_label="y"
)
PROSE = (
    "The committee met in spring and agreed that river levels would be read each day "
    "at nine well-known stations, that the readings would be published before noon, "
    "and that any station without power would report by telephone until its line was "
    "restored by the responsible municipal authority."
)


@cache
def itemiser() -> Itemiser:
    return Itemiser(FACES, "#0000ff")


def lines_of(
    *content: Inline | str,
    measure: float = 200.0,
    style: TextStyle = BODY,
    lang: str = "en-US",
) -> tuple[SetLine, ...]:
    inlines = tuple(Text(each) if isinstance(each, str) else each for each in content)
    return set_lines(itemiser(), inlines, style, measure, lang)


def texts(lines: tuple[SetLine, ...]) -> list[str]:
    return [
        "".join(word.text for part in line.fragments for word in part.words)
        for line in lines
    ]


@pytest.mark.parametrize("style", [BODY, JUSTIFIED], ids=["ragged", "justified"])
@given(
    text=st.text(st.sampled_from("aeilmnorst AN-–—.,/\u00a0\u00ad\u200b"), min_size=1),
    measure=st.floats(30, 400),
)
def test_no_line_exceeds_its_measure(
    style: TextStyle, text: str, measure: float
) -> None:
    lines = lines_of(text, measure=measure, style=style)
    assert all(line.width <= measure + 0.01 for line in lines)


@pytest.mark.parametrize("style", [BODY, JUSTIFIED], ids=["ragged", "justified"])
@given(measure=st.floats(40, 500))
def test_lines_read_through_as_written(style: TextStyle, measure: float) -> None:
    lines = lines_of(PROSE, measure=measure, style=style)
    assert "".join(texts(lines)).replace("\u00ad", "") == PROSE


def test_line_keeps_its_last_space_but_the_pen_goes_back_over_it() -> None:
    first = lines_of(PROSE)[0]
    part = first.fragments[-1]
    drawn = sum(word.advance for word in part.words) * BODY.size / 1000
    assert part.words[-1].text.endswith(" ")
    assert part.gaps[-1] < 0
    assert part.x + drawn + sum(part.gaps) == pytest.approx(first.width)


def test_justified_lines_but_the_last_end_at_the_measure() -> None:
    lines = lines_of(PROSE, style=JUSTIFIED)
    assert [line.width for line in lines[:-1]] == [pytest.approx(200)] * (
        len(lines) - 1
    )
    assert lines[-1].width < 200


def test_words_divide_only_where_the_style_says_so() -> None:
    divided = texts(lines_of(PROSE, measure=90, style=JUSTIFIED))
    assert any(text.endswith("\u00ad") for text in divided)
    assert "\u00ad" not in "".join(texts(lines_of(PROSE, measure=90)))


def test_soft_hyphen_shows_only_where_the_line_ends() -> None:
    word = "unter\u00adneh\u00admen"
    assert texts(lines_of(word)) == ["unternehmen"]
    assert texts(lines_of(word, measure=45)) == ["unter\u00ad", "nehmen"]


def test_zero_width_space_breaks_without_a_mark() -> None:
    assert texts(lines_of("unter\u200bnehmen", measure=45)) == ["unter", "nehmen"]


@pytest.mark.parametrize("glue", ["\u00a0", "\u202f", "\u2011"])
def test_glued_words_stay_on_one_line(glue: str) -> None:
    pair = f"12345{glue}67890"
    for measure in range(80, 160, 5):
        lines = texts(lines_of(f"aaa bbb {pair} ccc ddd", measure=measure))
        assert any(pair in line for line in lines)


def test_word_joiner_forbids_the_break_at_a_hyphen() -> None:
    for measure in range(80, 140, 5):
        lines = texts(lines_of("aaa bbb well-\u2060known ccc", measure=measure))
        assert any("well-known" in line for line in lines)


def test_telephone_number_stays_on_one_line() -> None:
    for measure in range(70, 200, 5):
        lines = texts(lines_of("(tel. 202-380-3581) call us", measure=measure))
        assert any("202-380-3581" in line for line in lines)


def test_long_address_breaks_behind_its_signs() -> None:
    address = "https://example.org/" + "data/reports/2024?level=high&" * 100
    lines = texts(lines_of(address, measure=120))
    assert "".join(lines) == address
    assert all(line[-1] in "/._?&=#-" for line in lines[:-1])


def test_word_wider_than_the_measure_breaks_between_letters_with_a_hyphen() -> None:
    lines = lines_of("m" * 100, measure=50)
    assert all(text.endswith("\u00ad") for text in texts(lines)[:-1])
    assert "".join(texts(lines)).replace("\u00ad", "") == "m" * 100
    assert all(line.width <= 50 for line in lines)


def test_word_wider_than_the_measure_breaks_where_its_language_divides_it() -> None:
    lines = lines_of("Donaudampfschifffahrtselektrizität", measure=110, lang="de")
    first, second = texts(lines)
    assert first + second in (
        "Donaudampfschiff\u00adfahrtselektrizität",
        "Donaudampfschifffahrts\u00adelektrizität",
    )


def test_number_wider_than_the_measure_breaks_without_a_hyphen() -> None:
    assert "\u00ad" not in "".join(texts(lines_of("1234567890" * 5, measure=50)))


def test_forced_line_end_breaks_and_reads_as_a_space() -> None:
    content = (Text("one"), LineBreak(), Text("two"))
    assert texts(lines_of(*content)) == ["one ", "two"]
    assert plain_text(content) == "one two"


def test_bar_between_words_ends_a_line_rather_than_starting_one() -> None:
    for measure in range(90, 200, 5):
        lines = texts(lines_of("Travel Information | state.gov", measure=measure))
        assert not any(line.startswith("|") for line in lines)


def test_last_line_holds_more_than_one_short_word() -> None:
    for measure in range(250, 400, 5):
        assert len(texts(lines_of(PROSE, measure=measure))[-1].split()) > 1


def test_note_call_is_set_in_superior_figures_and_reported() -> None:
    (line,) = lines_of("word", NoteReference("n", "12"), ".")
    call = line.fragments[1]
    assert line.notes == ("n",)
    assert "sups" in call.voice.cut.features
    assert call.words[0].text == "12"


def test_note_call_without_superior_forms_is_raised() -> None:
    call = lines_of("word", NoteReference("n", "§"))[0].fragments[1].voice
    assert call.size < BODY.size
    assert call.rise > 0


def test_emphasis_within_italics_stands_upright() -> None:
    emphasis = Emphasis((Text("not"),))
    parts = lines_of("is ", emphasis, style=replace(BODY, italic=True))[0].fragments
    assert [part.face.italic for part in parts] == [True, False]


def test_strong_words_are_bold_and_know_their_inline() -> None:
    parts = lines_of("a ", Strong((Text("b"), Text("c"))))[0].fragments
    assert [part.face.weight for part in parts] == [400, 700, 700]
    assert [part.voice.path for part in parts] == [(0,), (1, 0), (1, 1)]


def test_small_capitals_leave_the_text_as_written() -> None:
    capitals = replace(BODY, family=Family.LABEL, small_caps=True)
    assert texts(lines_of("U.S. State", style=capitals)) == ["U.S. State"]
    plain = lines_of("State", style=replace(capitals, small_caps=False))[0]
    small = lines_of("State", style=capitals)[0]
    assert small.fragments[0].words[0].glyphs != plain.fragments[0].words[0].glyphs


def test_tracking_widens_every_letter_but_the_last() -> None:
    plain, wide = lines_of("abcd"), lines_of("abcd", style=replace(BODY, tracking=0.1))
    assert wide[0].width - plain[0].width == pytest.approx(3 * 0.1 * BODY.size)


@pytest.mark.parametrize(("adjust", "share"), [(Adjust.END, 1), (Adjust.CENTER, 0.5)])
def test_other_adjustments_shift_the_line(adjust: Adjust, share: float) -> None:
    (line,) = lines_of("12.5", style=replace(BODY, adjust=adjust))
    assert line.x == pytest.approx((200 - line.width) * share)


def test_natural_widths_are_the_widest_word_and_the_longest_line() -> None:
    least, longest = natural_widths(
        itemiser(), (Text("a bbbb cc"), LineBreak(), Text("d")), BODY, "en"
    )
    assert least == pytest.approx(lines_of("bbbb")[0].width)
    assert longest == pytest.approx(lines_of("a bbbb cc")[0].width)
