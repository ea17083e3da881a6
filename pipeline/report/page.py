"""The page for people, `index.html`: all sheets of the folder and what they promise.

One file without scripts or anything from elsewhere, in the theme's colours.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from pipeline.registry import own_version
from pipeline.report.article import Pictures, article, title
from pipeline.report.folder import Failed, Sheet, look
from pipeline.report.markup import Markup, element, joined, style, void
from pipeline.report.pictures import draw, drawn_before
from pipeline.report.words import promise, rank, summary
from pipeline.write import write_files
from schemas.theme import Theme

NAME = "index.html"
CSS = Path(__file__).with_name("page.css")
# Of more sheets the page is a list: pictures would make it slow to load and to draw.
MOST_PICTURED = 24
# Nothing but what stands in the page itself; no script, whatever a sheet says.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def write_page(folder: Path, theme: Theme, failed: Failed) -> None:
    """Write the page on what is in `folder` now; without sheets there is none.

    An `index.html` of another program is left alone. Raises OSError.
    """
    former = read_page(folder)
    sheets = look(folder, failed)
    if former is None or not sheets:
        return
    # A colour of text, so never pale.
    pictures = _pictures(folder, sheets, former, theme.colors.heading)
    write_files(folder, {NAME: page(sheets, pictures, theme).encode()})


def read_page(folder: Path) -> str | None:
    """Return the page of an earlier build, or nothing; None when it is not ours."""
    try:
        text = (folder / NAME).read_text("utf-8")
    except FileNotFoundError:
        return ""
    except (UnicodeDecodeError, IsADirectoryError):
        return None
    if _generator() in text:
        return text
    # Made by another version, whose pictures may look otherwise.
    return "" if '<meta name="generator" content="Bulletin ' in text else None


def page(sheets: Sequence[Sheet], pictures: Pictures, theme: Theme) -> str:
    """Return the page as HTML."""
    head = element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        _generator(),
        element("title", f"Finished fact sheets: {_agency(sheets)}"),
        style(_variables(theme) + CSS.read_text("utf-8")),
    )
    body = element(
        "body",
        _banner(sheets),
        element("main", *_contents(sheets, pictures)),
        element("footer", element("p", f"Made by Bulletin {own_version()}.")),
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def _generator() -> Markup:
    return void("meta", name="generator", content=f"Bulletin {own_version()}")


def _variables(theme: Theme) -> str:
    """Return the theme's colours and faces as CSS variables."""
    colors = {
        name.replace("_", "-"): value
        for name, value in theme.colors.model_dump().items()
    }
    faces = {
        "text": f"{_face(theme.faces.text)}, {_face(theme.faces.word_text)}, serif",
        "label": f"{_face(theme.faces.label)}, {_face(theme.faces.word_label)}, "
        "sans-serif",
    }
    all_ = {"paper": "#ffffff", **colors, **faces}
    lines = "".join(f" --{name}: {value};" for name, value in all_.items())
    return f":root {{ color-scheme: light;{lines} }}\n"


def _face(name: str) -> str:
    # A theme is anybody's; what could end the string or the style is left out.
    plain = re.sub(r"[^\w .-]", "", name)
    return f'"{plain}"'


def _agency(sheets: Sequence[Sheet]) -> str:
    agencies = {sheet.report.agency for sheet in sheets if sheet.report}
    only = agencies.pop() if len(agencies) == 1 else None
    return only or "Bulletin"


def _banner(sheets: Sequence[Sheet]) -> Markup:
    return element(
        "header",
        element("p", _agency(sheets)),
        element("h1", "Finished fact sheets"),
        class_="band",
    )


def _contents(sheets: Sequence[Sheet], pictures: Pictures) -> list[Markup]:
    numbered = list(enumerate(sheets, start=1))
    links = [
        element(
            "li",
            element("a", title(each), href=f"#sheet-{number}"),
            " (needs attention)" if each.needs_care else "",
        )
        for number, each in numbered
    ]
    nav = element("nav", element("ul", *links), aria_label="Fact sheets")
    return [
        element("p", summary(sheets), class_="lead"),
        nav if len(sheets) > 1 else joined(),
        *(article(each, number, pictures) for number, each in numbered),
        _promises(sheets),
    ]


def _promises(sheets: Sequence[Sheet]) -> Markup:
    claims = {
        claim for sheet in sheets for each in sheet.files for claim in each.file.claims
    }
    entries = [
        joined(element("dt", claim), element("dd", words))
        for claim in sorted(claims, key=rank)
        if (words := promise(claim))
    ]
    return element(
        "section",
        element("h2", "What was checked, and what is promised", id="promises"),
        element(
            "p",
            "Before Bulletin writes a file, it reads it back and holds it against the "
            "sheet: every word is there, in its order; headings, lists, tables, links "
            "and descriptions of pictures are what they should be. A PDF must also "
            "keep the rules of the standards that it names, as far as Bulletin tests "
            "them. A file that fails is not written.",
        ),
        element(
            "p",
            "Each file names who checked it. A tool that is not named has not looked "
            "at the file.",
        ),
        element("dl", *entries) if entries else joined(),
        class_="promises",
        aria_labelledby="promises",
    )


def _pictures(
    folder: Path, sheets: Sequence[Sheet], former: str, color: str
) -> Pictures:
    if len(sheets) > MOST_PICTURED:
        return {}
    pictures = dict(drawn_before(former))
    for sheet in sheets:
        for file in (seen.file for seen in sheet.files if seen.is_sound):
            if file.format == "pdf" and file.sha256 not in pictures:
                data = (folder / file.name).read_bytes()
                pictures[file.sha256] = draw(data, color)
    return pictures
