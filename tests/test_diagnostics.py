"""Findings: order, places, hints, and forms for people and machines."""

import json

from pipeline.diagnostics import (
    SHOWN_PER_FILE,
    Location,
    as_github,
    as_json,
    as_sarif,
    did_you_mean,
    error,
    human,
    nearest,
    place,
    printable,
    short,
    warning,
)

HERE = Location("a.md", 14, 9)


def test_short_form_names_place_severity_code_and_fact():
    found = error("table-cells", "row 3 has 4 cells, the header has 5", location=HERE)
    assert short(found) == (
        "a.md:14:9: error[table-cells]: row 3 has 4 cells, the header has 5"
    )


def test_human_form_sorts_by_place_and_shows_each_finding_once():
    late = error("b", "late", location=Location("a.md", 20, 1))
    early = warning("a", "early", location=Location("a.md", 3, 1), hint="mend it")
    assert human([late, early, late]).splitlines() == [
        "a.md:3:1: warning[a]: early",
        "  hint: mend it",
        "a.md:20:1: error[b]: late",
    ]


def test_findings_beyond_the_limit_are_counted_per_file():
    many = [error("x", "m", location=Location("a.md", n + 1)) for n in range(52)]
    assert human(many).splitlines()[-1] == f"a.md: and {52 - SHOWN_PER_FILE} more"


def test_an_origin_without_position_takes_that_of_what_contains_it():
    origins = {"": (1, 1), "sections[2].blocks[0]": (30, 3)}
    assert nearest("sections[2].blocks[0].items[4].text", origins) == (30, 3)
    assert nearest("title", origins) == (1, 1)


def test_placing_keeps_a_known_location():
    found = error("x", "m", location=HERE, origin="title")
    assert place(found, "b.md", {"title": (2, 1)}) is found


def test_a_misspelt_word_gets_the_nearest_known_one():
    assert did_you_mean("titel", ["title", "kind"]) == "did you mean `title`?"


def test_a_strange_word_gets_all_known_ones():
    assert did_you_mean("zzz", ["title", "kind"]) == "use one of: kind, title"


def test_terminal_controls_and_bidi_marks_are_escaped():
    assert printable("a\x1b[2J\u202eb") == "a\\x1b[2J\\u202eb"


def test_json_form_carries_every_field():
    [item] = json.loads(as_json([error("x", "m", location=HERE, hint="h")]))
    assert item == {
        "code": "x",
        "severity": "error",
        "file": "a.md",
        "line": 14,
        "column": 9,
        "message": "m",
        "hint": "h",
    }


def test_github_form_does_not_let_text_start_a_command():
    found = error("x", "50%\n::set-env::", location=Location("a,b:c.md", 1, 2))
    assert as_github([found]) == (
        "::error file=a%2Cb%3Ac.md,line=1,col=2,title=x::50%25%0A::set-env::"
    )


def test_sarif_form_points_at_line_and_column():
    log = json.loads(as_sarif([error("x", "m", location=HERE)], "1.0"))
    [result] = log["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert log["version"] == "2.1.0"
    assert region == {"startLine": 14, "startColumn": 9}
