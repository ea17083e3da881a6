"""The body of a fact sheet: sections under headings, footnotes set apart."""

from dataclasses import dataclass, field

from pipeline.markdown.attributes import attributes_at_end, unknown_attributes
from pipeline.markdown.blocks import STAND_IN, read_block
from pipeline.markdown.containers import read_container
from pipeline.markdown.nodes import Node, nest
from pipeline.markdown.reading import Data, Reading
from pipeline.markdown.runs import read_runs, read_title
from pipeline.markdown.syntax import block_tokens
from schemas.values import has_words


@dataclass(slots=True)
class _Section:
    """A section while blocks are added to it."""

    origin: str
    heading: Data
    blocks: list[Data] = field(default_factory=list)
    inner: "list[_Section]" = field(default_factory=list)

    def data(self) -> Data:
        """Return the section in the shape of the model."""
        inner = tuple(section.data() for section in self.inner)
        return {**self.heading, "blocks": tuple(self.blocks), "sections": inner}


def read_body(reading: Reading, first_line: int) -> tuple[Data, ...]:
    """Return the sections below the 0-based `first_line`; notes gather in `reading`."""
    text = "\n" * first_line + "\n".join(reading.lines[first_line:])
    sections: list[_Section] = []
    for node in nest(block_tokens(text)):
        match node.kind:
            case "heading":
                _open_heading(node, sections, reading)
            case "hr":
                _open(sections, {}, node, reading)
            case "note":
                _read_note(node, reading)
            case "code_block" if node.previous and node.previous.kind == "note":
                message = "a footnote is one paragraph, and this is a second"
                hint = "add it to the paragraph above"
                reading.refuse(node.line, "note", message, hint)
            case _:
                _add(node, sections, reading)
    _drop_empty(sections)
    return tuple(section.data() for section in sections)


def _open(
    sections: list[_Section], heading: Data, node: Node, reading: Reading
) -> None:
    _drop_empty(sections)
    origin = f"sections[{len(sections)}]"
    reading.note_place(origin, node.line)
    sections.append(_Section(origin, heading))


def _drop_empty(sections: list[_Section]) -> None:
    """Forget a break that nothing follows: a `---` above a heading says nothing."""
    if sections and not sections[-1].heading and not sections[-1].blocks:
        sections.pop()


def _open_heading(node: Node, sections: list[_Section], reading: Reading) -> None:
    level = int(node.token.tag[1:])
    if not _is_heading(node, level, reading):
        return
    heading = _heading(node, reading)
    if level == 3 and sections and sections[-1].heading:
        outer = sections[-1]
        origin = f"{outer.origin}.sections[{len(outer.inner)}]"
        reading.note_place(origin, node.line)
        outer.inner.append(_Section(origin, heading))
        return
    if level == 3:
        message = "`###` stands under no `##` heading"
        hint = "write `##`, or add a `##` heading above"
        reading.refuse(node.line, "heading-level", message, hint)
    _open(sections, heading, node, reading)


def _is_heading(node: Node, level: int, reading: Reading) -> bool:
    if node.token.type == "heading_open" and node.token.markup in ("=", "-"):
        message = "a line of `-` or `=` directly below text makes it a heading"
        hint = "write `## ` before a heading; leave a blank line above `---`"
    elif level == 1:
        message = "`#` is for the title, which stands in the front matter"
        hint = "write `##`"
    elif level > 3:
        message = f"`{'#' * level}` is deeper than headings go"
        hint = "use `##` and `###`"
    elif not has_words(attributes_at_end(node.text)[0]):
        message, hint = "this heading has no words", "write them after `##`"
    else:
        return True
    reading.refuse(node.line, "heading", message, hint)
    return False


def _heading(node: Node, reading: Reading) -> Data:
    words, attributes, offset = attributes_at_end(node.text)
    for finding in unknown_attributes(attributes, ("#",), offset):
        reading.report(finding, node.text, node.line)
    heading: Data = {"heading": read_title(words, node.line, reading)}
    if "#" in attributes:
        heading["name"] = attributes["#"]
    return heading


def _read_note(node: Node, reading: Reading) -> None:
    origin = f"notes[{len(reading.notes)}]"
    reading.note_place(origin, node.line)
    start = reading.lines[node.line].find("]:") + 2
    text = read_runs(node.token.content, node.line, reading, start)
    reading.notes.append({"name": node.token.meta["name"], "text": text})


def _add(node: Node, sections: list[_Section], reading: Reading) -> None:
    if not sections:
        _open(sections, {}, node, reading)
    section = sections[-1].inner[-1] if sections[-1].inner else sections[-1]
    place = f"{section.origin}.blocks[{len(section.blocks)}]"
    read = read_container if node.kind == "container" else read_block
    section.blocks.append(read(node, place, reading) or STAND_IN)
