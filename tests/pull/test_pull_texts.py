"""Runs come back around edited words as they stood; new marks where Word has them."""

from pipeline.pull.dress import Dress, Span
from pipeline.pull.texts import read_runs
from schemas.richtext import (
    AbbreviationRun,
    BreakRun,
    EmphasisRun,
    ForeignRun,
    LinkRun,
    LinkStatus,
    NoteRun,
    Run,
    StrongRun,
    TextRun,
)


def t(words: str) -> TextRun:
    return TextRun(text=words)


BOLD, ITALIC = Dress(strong=True), Dress(emphasis=True)
LOST = LinkRun(runs=(t("Key Officers List"),), status=LinkStatus.LOST)
EU = AbbreviationRun(text="EU", expansion="European Union")


def test_an_unchanged_text_is_the_base_whatever_its_runs() -> None:
    both = Dress(strong=True, emphasis=True)
    base: tuple[Run, ...] = (
        EmphasisRun(runs=(StrongRun(runs=(t("a"),)),)),
        StrongRun(runs=(EmphasisRun(runs=(t("b"),)),)),
    )
    assert read_runs(base, [Span("ab", both)]) == base


def test_words_changed_inside_a_lost_link_stay_inside() -> None:
    [link] = read_runs((LOST,), [Span("Key Officials Lists")])
    assert link == LOST.model_copy(update={"runs": (t("Key Officials Lists"),)})


def test_words_before_and_behind_a_lost_link_stay_outside() -> None:
    found = read_runs((LOST,), [Span("the Key Officers List below")])
    assert found == (t("the "), LOST, t(" below"))


def test_a_lost_link_that_got_its_target_is_a_link() -> None:
    address = "https://example.org/"
    found = read_runs((LOST,), [Span("Key Officers List", Dress(target=address))])
    assert found == (LinkRun(runs=(t("Key Officers List"),), target=address),)


def test_an_abbreviation_keeps_its_expansion_while_its_letters_stay() -> None:
    base: tuple[Run, ...] = (t("The "), EU, t(" agreed."))
    assert read_runs(base, [Span("The whole EU agreed.")]) == (
        t("The whole "), EU, t(" agreed."),
    )  # fmt: skip
    assert read_runs(base, [Span("The EUs agreed.")])[1] == EU
    assert read_runs(base, [Span("The E.U. agreed.")]) == (t("The E.U. agreed."),)


def test_a_language_stays_around_words_that_change_in_it() -> None:
    base = (ForeignRun(lang="fr", runs=(t("le grand fleuve"),)),)
    [foreign] = read_runs(base, [Span("le petit fleuve")])
    assert foreign == ForeignRun(lang="fr", runs=(t("le petit fleuve"),))


def test_new_marks_stand_around_their_words() -> None:
    spans = [Span("one "), Span("two three", BOLD), Span(" four")]
    assert read_runs((t("one two three four"),), spans) == (
        t("one "), StrongRun(runs=(t("two three"),)), t(" four"),
    )  # fmt: skip


def test_a_blank_between_marked_words_is_marked_with_them() -> None:
    spans = [Span("one", BOLD), Span(" "), Span("two", BOLD)]
    found = read_runs((t("one two"),), spans)
    assert "".join(str(run.kind) for run in found) in ("strong", "strongtextstrong")


def test_marks_taken_off_leave_the_words() -> None:
    base = (t("one "), StrongRun(runs=(EmphasisRun(runs=(t("two"),)),)))
    assert read_runs(base, [Span("one "), Span("two", ITALIC)]) == (
        t("one "), EmphasisRun(runs=(t("two"),)),
    )  # fmt: skip


def test_notes_and_breaks_stay_where_they_are() -> None:
    base: tuple[Run, ...] = (t("one"), NoteRun(note="a"), BreakRun(), t("two"))
    spans = [Span("one"), Span("", note="a"), Span("\nthree")]
    assert read_runs(base, spans) == (
        t("one"), NoteRun(note="a"), BreakRun(), t("three"),
    )  # fmt: skip


def test_blanks_at_the_ends_of_edited_texts_go() -> None:
    assert read_runs((t("one two"),), [Span(" one two three ")]) == (
        t("one two three"),
    )


def test_blanks_between_new_marked_words_are_marked_like_them() -> None:
    found = read_runs((), [Span("it does "), Span("not at all", BOLD), Span(" help")])
    assert found == (
        t("it does "), StrongRun(runs=(t("not at all"),)), t(" help"),
    )  # fmt: skip
