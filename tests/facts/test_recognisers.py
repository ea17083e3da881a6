"""What each pattern of language finds, and what it leaves alone."""

import pytest

from pipeline.facts import Kind
from tests.facts.spoken import events, found, members


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Washington, March 17, 2016", "en-US", "2016-03-17"),
        ("17 March 2016", "en-GB", "2016-03-17"),
        ("on the 3rd of May, 2014", "en", "2014-05-03"),
        ("MARCH 17, 2016", "en", "2016-03-17"),
        ("Sept. 8, 2009", "en", "2009-09-08"),
        ("le 1er février 2020", "fr", "2020-02-01"),
        ("5 de octubre de 2018", "es", "2018-10-05"),
        ("am 9. November 2021", "de", "2021-11-09"),
        ("17 марта 2016 года", "ru", "2016-03-17"),
        ("ngày 2 tháng 9 năm 2023", "vi", "2023-09-02"),
        ("۱۱ آوریل ۲۰۲۳", "fa", "2023-04-11"),
        ("issued 2016-03-17", "en", "2016-03-17"),
        ("in September 2012", "en", "2012-09"),
    ],
)
def test_a_date_is_read_in_its_language(
    text: str, language: str, expected: str
) -> None:
    assert [each.value for each in found(text, Kind.DATE, language)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "February 30, 2016",
        "it may 5 times",
        "March 17",
        "17 March 1066",
        "no. 2016-13-40",
    ],
)
def test_what_is_no_day_of_a_year_is_no_date(text: str) -> None:
    assert found(text, Kind.DATE) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In 1984, a revised Concordat was signed.", "1984"),
        ("The post closed on June 5, 1939.", "1939-06-05"),
        ("In late 1998, the army began a campaign.", "1998"),
        ("Since 2000, Andorra has participated in the program.", "2000/.."),
        ("From 1870 to 1984, the two had no relations.", "1870/1984"),
        ("Since its start in 2008, the mission also trained judges.", "2008/.."),
    ],
)
def test_a_sentence_with_its_time_is_an_event(text: str, date: str) -> None:
    assert events(text) == [(date, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Albania is expected to become a member in 2009.",
        "The next meeting is held in October 2030 if all agree.",
        "In 2015, two-way trade totaled $2 billion.",
        "In 2015, exports were 12 percent of all trade.",
        "France renegotiated the 1918 treaty.",
        "The agreement, signed in 2006 with others, guides the work they started.",
        "After recognizing Mexico in 1822, the two went to war.",
        "Relations, first established in 1922, were interrupted.",
        "Was the treaty signed in 1999?",
        "By 2020 the road was to be finished.",
    ],
)
def test_plans_statistics_and_dates_of_something_else_are_no_events(text: str) -> None:
    assert events(text) == []


def test_each_of_two_clauses_has_its_own_date() -> None:
    text = "Tuvalu became independent in 1978, and in 1979 it signed a treaty."
    assert events(text) == [
        ("1978", "Tuvalu became independent in 1978"),
        ("1979", "in 1979 it signed a treaty."),
    ]


def test_a_list_is_not_cut_at_its_last_comma() -> None:
    text = (
        "In 1958 both signed a Treaty of Amity, Relations, and Consular Rights, "
        "and the two countries established relations in 1972."
    )
    assert events(text)[0][1].endswith("and Consular Rights")


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    text = "The U.S. Embassy was opened by Amb. John B. Jackson on May 4, 1905."
    assert events(text) == [("1905-05-04", text)]


def test_years_belong_to_the_lists_before_them() -> None:
    text = (
        "Monaco joined the United Nations and the World Health Organization in 1993, "
        "and the Council of Europe in 2004."
    )
    assert members(text) == [
        ("United Nations", "1993", True),
        ("World Health Organization", "1993", True),
        ("Council of Europe", "2004", True),
    ]


def test_names_that_hold_and_stay_whole() -> None:
    text = (
        "Oman and the United States belong to a number of the same international "
        "organizations, including the Organization for Security and Cooperation in "
        "Europe, Food and Agriculture Organization, World Bank, and WTO."
    )
    assert [name for name, _, _ in members(text)] == [
        "Organization for Security and Cooperation in Europe",
        "Food and Agriculture Organization",
        "World Bank",
        "WTO",
    ]


def test_only_the_country_that_most_is_said_of_is_a_member() -> None:
    assert members(
        "In 2008, the United States became a member of the Steering Group.",
        "Kosovo joined the World Bank in 2009.",
        "It is not a member of the United Nations. It has many missions.",
    ) == [("World Bank", "2009", True), ("United Nations", None, False)]


@pytest.mark.parametrize(
    "text",
    [
        "It joined the World Bank in 2009.",
        "Andorra joined the coalition in 2003.",
        "Kosovo joined hands with its neighbors in 2009.",
    ],
)
def test_what_names_no_member_or_no_body_is_no_membership(text: str) -> None:
    assert members(text) == []


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("The U.S. Ambassador to Kosovo is Greg Delawie; others are listed.",
         "Greg Delawie", "U.S. Ambassador to Kosovo"),
        ("The U.S. Consul General in Florence is Sarah J. Morrison.",
         "Sarah J. Morrison", "U.S. Consul General in Florence"),
        ("The U.S. Ambassador to Italy, John Phillips, is also accredited here.",
         "John Phillips", "U.S. Ambassador to Italy"),
        ("Ambassador--Alberto Fernandez", "Alberto Fernandez", "Ambassador"),
    ],
)  # fmt: skip
def test_an_official_is_read_with_the_office(text: str, name: str, office: str) -> None:
    [fact] = found(text, Kind.OFFICIAL)
    assert (fact.value.name, fact.value.office) == (name, office)


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Ambassador to Italy is also accredited to San Marino.",
        "The Ambassador to Spain is responsible for Andorra.",
        "The U.S. Minister to Mexico, Wilson Shannon, on March 28, 1845, left.",
        "The President of the Republic is Head of State.",
    ],
)
def test_an_office_without_a_name_or_of_the_past_is_no_official(text: str) -> None:
    assert found(text, Kind.OFFICIAL) == []


def test_a_mission_has_address_and_ways_to_reach_it() -> None:
    [fact] = found(
        "The Holy See maintains an embassy in the United States at 3339 Massachusetts "
        "Ave. NW, Washington, DC 20008 (tel. 202-333-7121; e-mail: "
        "info@nuncio.example; website https://nuncio.example/).",
        Kind.MISSION,
    )
    assert fact.value.model_dump() == {
        "name": "Embassy of the Holy See",
        "address": ("3339 Massachusetts Ave. NW", "Washington, DC 20008"),
        "phone": "202-333-7121",
        "email": "info@nuncio.example",
        "web": "https://nuncio.example/",
    }


@pytest.mark.parametrize(
    "text",
    [
        "It maintains an embassy in the United States at 1 K Street, Washington.",
        "Andorra maintains an embassy in the United States.",
        "Oman has an embassy at which visas are issued.",
    ],
)
def test_a_mission_without_owner_or_address_is_none(text: str) -> None:
    assert found(text, Kind.MISSION) == []


@pytest.mark.parametrize(
    ("text", "language", "phone"),
    [
        ("tel. 202-223-2418", "en-US", "202-223-2418"),
        ("Telephone: 020 3080 6826", "en-GB", "020 3080 6826"),
        ("call +31 70 346 7299 now", "en", "+31 70 346 7299"),
        ("Tél. 01 42 34 56 78", "fr-FR", "01 42 34 56 78"),
    ],
)
def test_a_phone_number_stands_as_written(text: str, language: str, phone: str) -> None:
    assert [each.value for each in found(text, Kind.PHONE, language)] == [phone]


@pytest.mark.parametrize(
    "text",
    ["fax 202-223-2418", "2024-04-04 12:30", "in 2008-2009 and 2010", "No. 2020123456"],
)
def test_other_numbers_are_no_phones(text: str) -> None:
    assert found(text, Kind.PHONE) == []


def test_a_number_without_country_or_region_is_not_guessed() -> None:
    assert found("tel. 202-223-2418", Kind.PHONE, "en") == []
