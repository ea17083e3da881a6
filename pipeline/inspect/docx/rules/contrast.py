"""Ink on its ground: MS:07."""

from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, warning
from pipeline.inspect.docx.appearance import Appearance, Look
from pipeline.inspect.docx.colors import PAPER, read_theme
from pipeline.inspect.docx.names import RUN, w
from pipeline.inspect.docx.reading import is_deleted, paragraphs, shortened, words
from pipeline.inspect.docx.stylesheet import style_of
from pipeline.inspect.docx.wordfile import Story, WordFile, value


def text_stands_out(file: WordFile) -> Iterator[Diagnostic]:
    """MS:07: text has a contrast of 4.5 to 1 with its ground, large text 3 to 1.

    Text is judged where it stands; a style that no text uses, by what it names itself.
    Text in shapes is left out: what is painted below it is not in the styles.
    """
    appearance = Appearance(file.styles, read_theme(file.theme, file.settings))
    used = set[str | None]()
    for story in file.texts:
        yield from _story(story, appearance, used)
    for key, style in file.styles.styles.items():
        if key not in used and style.kind in ("paragraph", "character", "table"):
            look = appearance.of_style(key, style.kind)
            if _margin(look) < 1:
                yield _pale(f"the style `{style.name}`", look)


def _story(
    story: Story, appearance: Appearance, used: set[str | None]
) -> Iterator[Diagnostic]:
    told = set[tuple[str | None, str | None]]()
    used |= {value(each) for each in story.root.iter(w("tblStyle"))}
    for paragraph in paragraphs(story.root):
        used.add(style_of(paragraph))
        if next(paragraph.iterancestors(w("txbxContent")), None) is not None:
            continue
        block = appearance.of_paragraph(paragraph)
        for run in paragraph.iter(RUN):
            used.add(value(run, "rPr", "rStyle"))
            look = appearance.of_run(run, block)
            pair = (look.ink, look.on)
            if _margin(look) < 1 and pair not in told and _says_something(run):
                told.add(pair)
                text = shortened(words(run))
                yield _pale(f"`{text}` in `{story.part}`", look)


def _says_something(run: etree._Element) -> bool:
    return bool(words(run).strip()) and not is_deleted(run)


def _margin(look: Look) -> float:
    return look.contrast() / look.least


def _pale(what: str, look: Look) -> Diagnostic:
    message = (
        f"{what} has a contrast of {look.contrast():.2f}:1 "
        f"({look.ink} on {look.on or PAPER}; {look.least:.1f}:1 is needed)"
    )
    return warning("MS:07", message, hint="choose a darker or a lighter colour")
