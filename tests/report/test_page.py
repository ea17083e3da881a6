import json
import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.report.folder import look
from pipeline.report.page import CSS, page, write_page
from pipeline.settings import load_theme
from schemas.report import Finding
from schemas.theme import Theme
from tests.report.reading import Node, read_html

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WriteSheet = Callable[..., Path]

HOSTILE = "<script>alert(1)</script> & \"'><img src=x onerror=alert(2)>"


@pytest.fixture
def folder(samples: Path, tmp_path: Path) -> Path:
    """Return a folder of finished files that a test may spoil."""
    return Path(shutil.copytree(samples / "letter", tmp_path / "output"))


@pytest.fixture
def theme() -> Theme:
    return load_theme("bulletin")


def read(folder: Path) -> Node:
    return read_html((folder / "index.html").read_text("utf-8"))


def article(root: Node, words: str) -> Node:
    """Return the article whose heading is `words`."""
    found = [each for each in root.all("article") if each.one("h2").text == words]
    (only,) = found
    return only


def spoiled(folder: Path, **changes: object) -> None:
    """Write other words into the report on the Kosovo sheet."""
    path = folder / "kosovo.report.json"
    told = json.loads(path.read_bytes())
    path.write_text(json.dumps(told | changes))


# For everyone


def test_what_a_sheet_does_not_state_has_no_entry(folder: Path, theme: Theme) -> None:
    unstated = dict.fromkeys(("kind", "agency", "bureau", "issued", "number"))
    spoiled(folder, **unstated)
    write_page(folder, theme, {})
    terms = article(read(folder), "U.S. Relations With Kosovo").all("dt")
    said = {each.text for each in terms}
    assert not said & {"Kind", "Issued", "Issued by", "Number"}
    assert {"Edition", "Language", "Source"} <= said


def test_the_page_has_a_language_a_title_and_landmarks(samples: Path) -> None:
    root = read(samples / "letter")
    assert root.one("html").attributes["lang"] == "en"
    assert root.one("title").text == "Finished fact sheets: Bulletin"
    for landmark in ("header", "main", "nav", "footer", "h1"):
        root.one(landmark)


def test_headings_go_down_one_level_at_a_time(samples: Path) -> None:
    headings = read(samples / "letter").all("h1", "h2", "h3", "h4", "h5", "h6")
    levels = [int(each.tag[1]) for each in headings]
    assert levels[0] == 1
    assert all(after <= level + 1 for level, after in pairwise(levels))


def test_every_table_has_a_caption_and_headers_with_a_scope(samples: Path) -> None:
    tables = read(samples / "letter").all("table")
    assert len(tables) == 4
    for table in tables:
        assert table.one("caption").text
        assert {each.attributes["scope"] for each in table.all("th")} == {"col", "row"}


def test_every_link_has_words_and_leads_to_something(samples: Path) -> None:
    root = read(samples / "letter")
    names = {each.attributes.get("id") for each in root.all("h2")}
    for link in root.all("a"):
        assert link.text.strip()
        file, _, name = link.attributes["href"].partition("#")
        assert (samples / "letter" / file).is_file() if file else name in names


def test_nothing_comes_from_elsewhere_and_nothing_runs(samples: Path) -> None:
    root = read(samples / "letter")
    assert root.all("script", "link", "iframe", "object", "base") == []
    sources = [each.attributes["src"] for each in root.all("img")]
    assert all(each.startswith("data:image/png;base64,") for each in sources)
    css = root.one("style").text
    assert "url(" not in css
    assert "@import" not in css


def test_every_id_is_the_only_one(samples: Path) -> None:
    text = (samples / "letter/index.html").read_text("utf-8")
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_colour_of_text_stands_out_from_its_ground(theme: Theme) -> None:
    css = CSS.read_text("utf-8")
    # Text stands on paper or tint, in the letterhead on its band.
    texts = set(re.findall(r"([^{}]+)\{[^}]*(?<![-\w])color: var\(--([\w-]+)\)", css))
    assert len(texts) > 8
    for selector, name in texts:
        color = getattr(theme.colors, name.replace("-", "_"))
        is_band = ".band" in selector
        grounds = [theme.colors.band] if is_band else ["#ffffff", theme.colors.tint]
        for ground in grounds:
            light, dark = sorted(map(luminance, (color, ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, selector


# What it says


def test_a_file_is_told_with_its_use_its_size_its_promises_and_its_check(
    samples: Path,
) -> None:
    kosovo = article(read(samples / "letter"), "U.S. Relations With Kosovo")
    card = kosovo.all("li")[2]
    assert card.one("a").attributes["href"] == "kosovo.pdf"
    assert re.search(r"PDF, \d pages, \d+ kB. To read, print", card.one("p").text)
    promises, checked = (each.text for each in card.all("dd"))
    assert promises == "PDF/UA-1 (accessible), PDF/A-2a (archival)"
    assert checked == "bulletin 0.1.0, before it was written"


def test_checksums_are_told(samples: Path) -> None:
    kosovo = article(read(samples / "letter"), "U.S. Relations With Kosovo")
    report = json.loads((samples / "letter/kosovo.report.json").read_bytes())
    sums = {each["sha256"] for each in [*report["files"], report["source"]]}
    assert {each.text for each in kosovo.one("table").all("td")} == sums


def test_no_check_is_told_that_was_not_made(samples: Path) -> None:
    text = read(samples / "letter").text.lower()
    assert "verapdf" not in text
    assert "open xml" not in text


def test_words_of_a_sheet_are_words_on_the_page(folder: Path, theme: Theme) -> None:
    finding = Finding(
        severity="warning", code="c", message=HOSTILE, hint=HOSTILE,
        file=HOSTILE.replace("/", ""), line=3, column=1,
    )  # fmt: skip
    words = dict.fromkeys(("title", "kind", "agency", "bureau", "number"), HOSTILE)
    spoiled(folder, **words, language='"><b>', findings=[finding.model_dump()])
    write_page(folder, theme, {"a<b>.md": (finding,)})
    root = read(folder)
    assert root.all("script", "b") == []
    assert all("onerror" not in each.attributes for each in root.all("img"))
    told = article(root, HOSTILE)
    assert HOSTILE in told.one("section").text
    assert HOSTILE in article(root, "a<b>.md").text


def test_a_theme_cannot_break_out_of_the_style(folder: Path, theme: Theme) -> None:
    faces = theme.faces.model_copy(update={"text": '"; } </style><script>'})
    evil = theme.model_copy(update={"faces": faces})
    root = read_html(page(look(folder, {}), {}, evil))
    assert root.all("script") == []
    assert '--text: "  stylescript", "Cambria", serif;' in root.one("style").text


# What is amiss


def test_a_sheet_that_failed_is_shown_with_its_mistakes_and_its_old_files(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md")
    write_sheet("b.md", "Benefits")
    bulletin("build", "--to", "plain")
    write_sheet("a.md", "Unset")
    bulletin("build", "--to", "plain", "sources/a.md")
    told = article(read(place / "output"), "Costs").text
    assert "Out of date. The last build of the sheet found 1 mistake" in told
    assert "Mistake in line 7, column 1: no font has U+1F600" in told
    assert "a.txt" in told


def test_a_failure_is_still_shown_after_a_build_of_another_sheet(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md")
    write_sheet("b.md", "Benefits")
    bulletin("build", "--to", "plain")
    write_sheet("a.md", "Unset")
    bulletin("build", "--to", "plain")
    bulletin("build", "--to", "plain", "sources/b.md")
    root = read(place / "output")
    assert "Out of date" in article(root, "Costs").text
    assert "Out of date" not in article(root, "Benefits").text
    write_sheet("a.md")
    bulletin("build", "--to", "plain", "sources/a.md")
    assert "Out of date" not in read(place / "output").text


def test_a_sheet_that_was_never_built_is_shown(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md")
    write_sheet("b.md", "Unset")
    bulletin("build", "--to", "plain")
    root = read(place / "output")
    assert "Not built. The sheet has 1 mistake" in article(root, "b.md").text
    assert "1 sheet needs your attention" in root.one("main").text


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.write_bytes(b"edited"), "was changed after it was made"),
        (lambda path: path.unlink(), "is no longer in the folder"),
    ],
)
def test_a_file_that_is_not_the_checked_one_promises_nothing(
    folder: Path, theme: Theme, spoil: Callable[[Path], object], words: str
) -> None:
    spoil(folder / "kosovo.pdf")
    write_page(folder, theme, {})
    kosovo = article(read(folder), "U.S. Relations With Kosovo")
    assert words in kosovo.text
    assert "PDF/UA-1" not in kosovo.text
    assert kosovo.all("img") == []


def test_a_file_of_an_earlier_state_of_the_sheet_is_shown_as_older(
    folder: Path, theme: Theme
) -> None:
    report = json.loads((folder / "kosovo.report.json").read_bytes())
    report["files"][0]["source_sha256"] = "0" * 64
    spoiled(folder, files=report["files"])
    write_page(folder, theme, {})
    (amiss,) = (each for each in read(folder).all("p") if "class" in each.attributes
                and each.attributes["class"] == "amiss")  # fmt: skip
    assert amiss.text.startswith("This file is older")


# The file itself


def test_the_page_is_the_same_when_it_is_made_again(folder: Path, theme: Theme) -> None:
    before = (folder / "index.html").read_bytes()
    write_page(folder, theme, {})
    assert (folder / "index.html").read_bytes() == before
    (folder / "index.html").unlink()
    write_page(folder, theme, {})
    assert (folder / "index.html").read_bytes() == before


def test_the_page_of_another_program_is_left_alone(folder: Path, theme: Theme) -> None:
    (folder / "index.html").write_text("<h1>My site</h1>")
    write_page(folder, theme, {})
    assert (folder / "index.html").read_text() == "<h1>My site</h1>"


def test_a_folder_without_sheets_gets_no_page(tmp_path: Path, theme: Theme) -> None:
    write_page(tmp_path, theme, {})
    assert list(tmp_path.iterdir()) == []


def test_the_page_of_all_samples_is_small(samples: Path) -> None:
    assert (samples / "letter/index.html").stat().st_size < 200_000
