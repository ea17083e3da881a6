"""One sheet on the page: what it is, its files, what was found, sums and versions."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from urllib.parse import quote

from pipeline.diagnostics import SHOWN_PER_FILE
from pipeline.labels import day
from pipeline.report import words
from pipeline.report.folder import Seen, Sheet, State
from pipeline.report.markup import Markup, element, joined, void
from pipeline.report.pictures import Picture
from pipeline.report.sheet import ENDING
from schemas.report import Finding, Report

Pictures = Mapping[str, Sequence[Picture]]
"""The pictures of each PDF, by its sum."""


def article(sheet: Sheet, number: int, pictures: Pictures) -> Markup:
    """Return all about one sheet, the `number`th of the page."""
    name = f"sheet-{number}"
    parts = [element("h2", title(sheet), id=name)]
    if sheet.mistakes:
        parts.append(_alert(sheet))
    if sheet.report:
        parts.append(
            element(
                "div",
                _facts(sheet.report),
                element("div", *_made(sheet, sheet.report, pictures)),
                class_="columns",
            )
        )
    return element("article", *parts, aria_labelledby=name)


def title(sheet: Sheet) -> Markup:
    """Return the title in its own language; the file's name where there is none."""
    if sheet.report is None:
        return element("span", sheet.source)
    return element("span", sheet.report.title, lang=sheet.report.language, dir="auto")


def _alert(sheet: Sheet) -> Markup:
    return element(
        "div",
        element("p", words.outcome(sheet)),
        _findings(sheet.mistakes, sheet.source),
        class_="alert",
    )


def _facts(report: Report) -> Markup:
    issuer = ", ".join(filter(None, [report.agency, report.bureau]))
    entries = {
        "Kind": _own_words(report.kind, report),
        "Issued": day(report.issued, "en-US") if report.issued else None,
        "Issued by": _own_words(issuer, report),
        "Number": report.number,
        "Edition": str(report.edition),
        "Language": words.language(report.language),
        "Source": report.source.name,
    }
    given = [
        joined(element("dt", label), element("dd", value))
        for label, value in entries.items()
        if value
    ]
    return element("dl", *given, class_="facts")


def _own_words(words: str | None, report: Report) -> Markup | None:
    return element("span", words, lang=report.language) if words else None


def _made(sheet: Sheet, report: Report, pictures: Pictures) -> list[Markup]:
    files = sorted(sheet.files, key=_rank)
    cards = [element("li", *_card(each)) for each in files]
    parts = [
        *(_pages(each, report, pictures) for each in files),
        element("ul", *cards, class_="files"),
    ]
    if report.findings:
        heading = element("h3", "Worth a look")
        parts.append(
            element("section", heading, _findings(report.findings, sheet.source))
        )
    return [*parts, _details(sheet, report)]


def _rank(seen: Seen) -> tuple[int, str]:
    known = words.ORDER
    form = seen.file.format
    return known.index(form) if form in known else len(known), seen.file.name


def _pages(seen: Seen, report: Report, pictures: Pictures) -> Markup:
    drawn = pictures.get(seen.file.sha256, ())
    if not drawn or not seen.is_sound:
        return joined()
    items = [
        element("li", _page(seen, report, number, picture))
        for number, picture in enumerate(drawn, start=1)
    ]
    return element("ol", *items, class_="pages", aria_label="Pages of the PDF")


def _page(seen: Seen, report: Report, number: int, picture: Picture) -> Markup:
    image = void(
        "img",
        alt=report.title,
        lang=report.language,
        # These four in this order: by them a picture is found again.
        data_of=seen.file.sha256,
        width=picture.width,
        height=picture.height,
        src=picture.address,
    )
    target = f"{quote(seen.file.name)}#page={number}"
    return element("a", image, f" Page {number}", href=target)


def _card(seen: Seen) -> list[Markup]:
    file = seen.file
    is_there = seen.state is not State.MISSING
    name = element("a", file.name, href=quote(file.name)) if is_there else file.name
    facts = f"{words.format_name(file)}, {words.measure(file)}. {words.purpose(file)}"
    parts = [element("h3", name), element("p", facts)]
    amiss = words.state(seen)
    if amiss:
        parts.append(element("p", amiss, class_="amiss"))
    if not seen.is_sound:
        return parts
    entries = {"Promises": words.promises(file), "Checked by": words.checked_by(file)}
    given = [
        joined(element("dt", label), element("dd", value))
        for label, value in entries.items()
        if value
    ]
    return [*parts, element("dl", *given)]


def _findings(found: Sequence[Finding], source: str) -> Markup:
    items = [_finding(each, source) for each in found[:SHOWN_PER_FILE]]
    if len(found) > SHOWN_PER_FILE:
        items.append(element("li", f"and {len(found) - SHOWN_PER_FILE} more"))
    return element("ul", *items, class_="findings")


def _finding(found: Finding, source: str) -> Markup:
    label = element("strong", f"{words.label(found, source)}:")
    hint = element("span", _quoted(found.hint), class_="hint") if found.hint else ""
    return element("li", label, " ", _quoted(found.message), " ", hint)


def _quoted(text: str) -> Markup:
    """Return a message whose words in backquotes are code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:  # one of them is the sheet's own
        return joined(text)
    return joined(
        *(element("code", part) if at % 2 else part for at, part in enumerate(parts))
    )


def _details(sheet: Sheet, report: Report) -> Markup:
    sums = {report.source.name: report.source.sha256}
    sums |= {
        each.file.name: each.file.sha256 for each in sorted(sheet.files, key=_rank)
    }
    rows = [
        element("tr", element("th", name, scope="row"), element("td", digest))
        for name, digest in sums.items()
    ]
    names = [element("th", each, scope="col") for each in ("File", "SHA-256")]
    table = element(
        "table",
        element("caption", "Sums by which a file can be told to be unchanged"),
        element("thead", element("tr", *names)),
        element("tbody", *rows),
    )
    beside = PurePath(report.source.name).stem + ENDING
    link = element("a", beside, href=quote(beside))
    return element(
        "details",
        element("summary", "Checksums and versions"),
        table,
        *_versions(sheet),
        element("p", "For programs: ", link),
    )


def _versions(sheet: Sheet) -> list[Markup]:
    """Return what each file was made with, files of the same making together."""
    makings: dict[str, list[str]] = {}
    for each in sorted(sheet.files, key=_rank):
        made = each.file.made_with.items()
        versions = ", ".join(f"{name} {version}" for name, version in made)
        makings.setdefault(versions, []).append(each.file.name)
    return [
        element("p", f"{' and '.join(names)}: made with {versions}.")
        for versions, names in makings.items()
    ]
