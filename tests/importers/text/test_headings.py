import pytest

from tests.importers.text.reading import lines, read

PROSE = "The ministry answers all letters within ten days of their arrival there."


def heads(text: str) -> list[str]:
    return [line for line in lines(text) if line.startswith("h")]


@pytest.mark.parametrize(
    "line",
    [
        "ECONOMIC RELATIONS",
        "Economic Relations",
        "Economic relations ",
        "Industry Associations: ",
        "What do we do?",
        "Отношения двух стран",
        "我们的标准",
        "معايير الوصول",
        "विषयसूची",
    ],
)
def test_a_short_line_between_paragraphs_is_a_heading(line: str) -> None:
    text = f"{PROSE}\n\n{line}\n\n{PROSE}"
    assert heads(text) == [f"h2 {line.strip()}"]


@pytest.mark.parametrize(
    "line",
    [
        "It rained that day.",
        "我们的标准。",
        "March 17, 2016",
        "10.11.2021",
        "۱۱ آوریل ۲۰۲۳",
        "1,234,567",
        "press@ministry.gov",
        "the following were named",
        "Lesen Sie dazu auch:",
        "Map of the Provinces",
        "Telephone: 020 7946 0000",
    ],
)
def test_other_short_lines_are_none(line: str) -> None:
    assert heads(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_nothing_is_headed_at_the_end_of_a_document() -> None:
    assert heads(f"{PROSE}\n\nDownload This Page") == []


def test_headings_need_no_empty_lines_in_a_document_without_them() -> None:
    text = f"{PROSE}\nEconomic Relations\n{PROSE}\nTreaties\n{PROSE}\n{PROSE}"
    assert heads(text) == ["h2 Economic Relations", "h2 Treaties"]


def test_a_heading_may_stand_directly_above_its_paragraph() -> None:
    text = f"{PROSE}\n\nBackground:\n{PROSE}\n\nTreaties\n{PROSE} {PROSE}"
    assert heads(text) == ["h2 Background:", "h2 Treaties"]


def test_a_label_before_its_paragraph_stays_in_it() -> None:
    assert lines(f"{PROSE}\n\nEarly History: {PROSE}")[1] == f"p Early History: {PROSE}"


def test_the_first_line_alone_is_the_title() -> None:
    assert heads(f"Relations With Our Neighbours\n\n{PROSE}") == [
        "h1 Relations With Our Neighbours"
    ]


def test_below_lines_of_a_page_the_title_stands_above_the_dateline() -> None:
    text = (
        f"printable banner\n\nDiplomacy in Action\n\nOur Relations\n\n"
        f"Bureau of Affairs\nMay 3, 2014\n\n{PROSE}"
    )
    assert heads(text) == ["h1 Our Relations"]


def test_capitals_stand_above_titles_where_they_do_so_once() -> None:
    text = f"{PROSE}\n\nPROFILE\n\nGeography\nLocation: Far away.\nArea: 5 sq. km.\n"
    assert heads(text) == ["h2 PROFILE", "h3 Geography"]


def test_one_line_of_capitals_among_titles_is_their_equal() -> None:
    text = f"{PROSE}\n\nTHE TWO COUNTRIES\n\n{PROSE}\n\nTrade Relations\n\n{PROSE}"
    assert heads(text) == ["h2 THE TWO COUNTRIES", "h2 Trade Relations"]


def test_lines_of_labels_and_values_stay_lines_below_their_heading() -> None:
    text = f"{PROSE}\n\nPeople\nPopulation (2011 est.): 668,225.\nLanguage: Spanish.\n"
    assert lines(text)[1:] == [
        "h2 People",
        "p Population (2011 est.): 668,225.",
        "p Language: Spanish.",
    ]


def test_subheadings_that_end_in_a_date_stand_below_sections() -> None:
    text = (
        f"{PROSE}\n\nModern Flag of Monaco\n\nRecognition\n\n"
        f"Mutual Recognition, 1922.\n\n{PROSE}\n\n"
        f"Relations Ended and Reestablished, 1939-45.\n\n{PROSE}"
    )
    assert heads(text) == [
        "h2 Recognition",
        "h3 Mutual Recognition, 1922.",
        "h3 Relations Ended and Reestablished, 1939-45.",
    ]


def test_a_label_and_its_sum_head_the_list_below() -> None:
    text = f"{PROSE}\n\nGrants by State:\n\nOhio: Over $34 million\n\n• A: $1\n• B: $2"
    assert heads(text) == ["h2 Grants by State:", "h3 Ohio: Over $34 million"]


def test_a_list_without_bullets_holds_no_headings() -> None:
    names = "\n\n".join(["Coal Council", "Wind Energy Board", "Hydropower Union"] * 2)
    assert heads(f"{PROSE}\n\nIndustry Associations:\n\n{names}") == [
        "h2 Industry Associations:"
    ]


def test_marked_headings_have_the_levels_of_their_marks() -> None:
    assert heads(f"# Title\n\n## One\n\n{PROSE}\n\n#### Two\n\n{PROSE}") == [
        "h1 Title",
        "h2 One",
        "h3 Two",
    ]


def test_underlined_lines_are_headings() -> None:
    assert heads(f"Title\n=====\n\nOne\n---\n{PROSE}\n\nTwo\n---\n{PROSE}") == [
        "h1 Title",
        "h2 One",
        "h2 Two",
    ]


def test_a_mark_that_lost_its_line_end_starts_a_line() -> None:
    assert lines(f"{PROSE}   ##Offices abroad\n\n{PROSE}") == [
        f"p {PROSE}",
        "h2 Offices abroad",
        f"p {PROSE}",
    ]


@pytest.mark.parametrize(
    "line",
    [".. question:: Who pays? :open: true", "Who pays? ## {#who}", "## Who pays? ##"],
)
def test_marks_around_a_heading_are_not_its_words(line: str) -> None:
    assert heads(f"{PROSE}\n\n{line}\n\n{PROSE}\n") == ["h2 Who pays?"]


@pytest.mark.parametrize(
    ("numbers", "level"),
    [(("1.", "2."), 2), (("0.1", "0.2"), 2), (("I.", "II."), 2), (("一、", "二、"), 2)],
)
def test_numbered_lines_that_stand_alone_head_sections(
    numbers: tuple[str, str], level: int
) -> None:
    one, two = numbers
    text = f"{PROSE}\n\n{one} Trade\n\n{PROSE}\n\n{two} Taxes\n\n{PROSE}"
    assert heads(text) == [f"h{level} {one} Trade", f"h{level} {two} Taxes"]


def test_headings_found_by_form_are_guesses() -> None:
    manuscript = read(f"{PROSE}\n\nTrade Relations\n\n{PROSE}")
    assert [(each.what, each.value) for each in manuscript.guesses] == [
        ("heading", "2")
    ]


def test_lines_that_a_sentence_announces_are_no_headings_though_apart() -> None:
    intro = "More information is available from the ministry and others, listed here:"
    names = ["Country Page", "Trade Reports", "Embassy: Norland", "Travel Advice"]
    text = "\n\n".join([PROSE, intro, *names])
    assert heads(text) == []


def test_the_last_of_announced_lines_may_head_the_prose_below() -> None:
    intro = "The following bodies of the ministry have a part in this work and report:"
    text = "\n\n".join([PROSE, intro, "Forests", "Rivers", "Lakes", "Next Year", PROSE])
    assert heads(text) == ["h2 Next Year"]


def test_a_line_above_a_sentence_that_announces_a_list_is_a_heading() -> None:
    text = (
        f"{PROSE}\n\nTrade\nThe countries trade in goods of many kinds:\n- wood\n- tin"
    )
    assert heads(text) == ["h2 Trade"]


def test_headings_are_found_where_no_empty_line_is_left() -> None:
    long = f"{PROSE} {PROSE} {PROSE}"
    text = "\n".join([
        "Relations With Norland", "Written by Ann Other", "Summary", long,
        "Recognition", "Mutual Recognition, 1922.", long, "Treaties", long, long,
    ])  # fmt: skip
    assert heads(text) == [
        "h1 Relations With Norland", "h2 Summary", "h2 Recognition",
        "h3 Mutual Recognition, 1922.", "h2 Treaties",
    ]  # fmt: skip
