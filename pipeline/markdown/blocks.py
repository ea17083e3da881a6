"""Blocks of the body to data in the shape of `schemas.blocks`.

A block with an error gives None: its place in the sheet is taken by a stand-in, so that
one mistake is reported once.
"""

import re

from pipeline.markdown.attributes import Attributes, unknown_attributes
from pipeline.markdown.inline import runs_of
from pipeline.markdown.lists import check_indents, check_numbers
from pipeline.markdown.nodes import Node
from pipeline.markdown.reading import Data, Reading
from pipeline.markdown.refusals import check_text
from pipeline.markdown.runs import read_runs
from pipeline.markdown.syntax import MAX_LEVELS, inline_tokens
from pipeline.markdown.tables import read_table
from schemas.richtext import Run, TextRun

STAND_IN: Data = {"kind": "paragraph", "text": (TextRun(text="…"),)}

_TASK = re.compile(r"\[[ xX]\]\s")


def read_block(node: Node, origin: str, reading: Reading) -> Data | None:
    """Return the data of a block that needs no container, or None."""
    reading.note_place(origin, node.line)
    match node.kind:
        case "paragraph":
            return read_paragraph(node, origin, reading)
        case "bullet_list" | "ordered_list":
            return read_list(node, origin, reading)
        case "blockquote":
            return _read_quote(node, origin, reading)
        case "pipe-table":
            return read_table(node, origin, reading)
        case _:
            refuse_block(node, reading)
            return None


def read_text(node: Node, origin: str, reading: Reading) -> tuple[Run, ...]:
    """Return the runs of a paragraph that holds words only."""
    reading.note_place(origin, node.line)
    return read_runs(node.text, node.line, reading)


def read_paragraph(node: Node, origin: str, reading: Reading) -> Data | None:
    """Return a paragraph, or a figure where a picture stands alone in it."""
    if node.text.startswith("!["):
        figure = read_picture(node, origin, reading)
        if figure is not None:
            return figure
    return {"kind": "paragraph", "text": read_runs(node.text, node.line, reading)}


def read_picture(node: Node, origin: str, reading: Reading) -> Data | None:
    """Return the figure of a paragraph that holds one picture and nothing else."""
    if any(check_text(node.text)):
        return None
    tokens = inline_tokens(node.text)
    if not tokens or tokens[0].type != "image" or len(tokens) > 2:
        return None
    if len(tokens) == 2 and tokens[1].type != "attributes":
        return None
    attributes: Attributes = tokens[1].meta["attributes"] if len(tokens) == 2 else {}
    for finding in unknown_attributes(attributes, ("decorative",), 0):
        reading.report(finding, node.text, node.line)
    image = tokens[0]
    figure: Data = {"kind": "figure", "image": str(image.attrs["src"])}
    words = runs_of(image.children or [], "")
    alt = "".join(run.text for run in words.runs if isinstance(run, TextRun))
    if alt:
        figure["alt"] = alt
    if "decorative" in attributes:
        figure["decorative"] = attributes["decorative"] or "yes"
    if "title" in image.attrs:
        title = str(image.attrs["title"])
        figure["caption"] = read_runs(title, node.line, reading)
    reading.note_place(f"{origin}.image", node.line)
    return figure


def read_list(node: Node, origin: str, reading: Reading) -> Data:
    """Return a bulleted or numbered list with what is nested in it."""
    if node.kind == "ordered_list":
        check_numbers(node, reading)
    check_indents(node, reading)
    items = tuple(
        _read_item(child, f"{origin}.items[{index}]", reading)
        for index, child in enumerate(node.children)
    )
    if node.kind == "bullet_list":
        return {"kind": "bullets", "items": items}
    return {
        "kind": "numbers",
        "start": node.token.attrs.get("start", 1),
        "items": items,
    }


def _read_item(node: Node, origin: str, reading: Reading) -> Data:
    reading.note_place(origin, node.line)
    if not node.children or node.children[0].kind != "paragraph":
        reading.refuse(
            node.line, "list-item", "a list item starts without words",
            "write its words on the line of its mark",
        )  # fmt: skip
        return {"text": (TextRun(text="…"),)}
    first, *rest = node.children
    if _TASK.match(first.text):
        reading.refuse(
            node.line, "task-list", "boxes to tick are not used here",
            "remove the brackets at the start of the item",
        )  # fmt: skip
    text = read_text(first, f"{origin}.text", reading)
    return {"text": text, "blocks": read_prose(rest, origin, reading, "a list item")}


def read_prose(
    nodes: list[Node], origin: str, reading: Reading, where: str
) -> tuple[Data, ...]:
    """Return paragraphs and lists; anything else may not stand in `where`."""
    blocks: list[Data] = []
    for index, node in enumerate(nodes):
        place = f"{origin}.blocks[{index}]"
        reading.note_place(place, node.line)
        match node.kind:
            case "paragraph":
                text = read_text(node, place, reading)
                blocks.append({"kind": "paragraph", "text": text})
            case "bullet_list" | "ordered_list":
                blocks.append(read_list(node, place, reading))
            case _:
                refuse_inside(node, where, reading)
                blocks.append(STAND_IN)
    return tuple(blocks)


def _read_quote(node: Node, origin: str, reading: Reading) -> Data | None:
    if any(child.kind != "paragraph" for child in node.children):
        for child in node.children:
            if child.kind != "paragraph":
                refuse_inside(child, "a quote", reading)
        return None
    quote: Data = {"kind": "quote"}
    texts = [(child.text, child.line) for child in node.children]
    if texts:
        words, _, last = texts[-1][0].rpartition("\n")
        if last.lstrip().startswith("— "):
            line = texts[-1][1] + texts[-1][0].count("\n")
            name = last.lstrip()[2:].strip()
            quote["attribution"] = read_runs(name, line, reading)
            texts[-1:] = [(words, texts[-1][1])] if words else []
    if not texts:
        message = "the quote has no words"
        if "attribution" in quote:
            message += " before the name of its speaker"
        hint = "write `> ` before each of its lines, and the name last"
        reading.refuse(node.line, "quote", message, hint)
        return None
    quote["paragraphs"] = tuple(read_runs(text, line, reading) for text, line in texts)
    return quote


def refuse_inside(node: Node, where: str, reading: Reading) -> None:
    """Say that the block may not stand in `where`, or not anywhere."""
    if node.kind in _NAMES:
        message = f"{_NAMES[node.kind]} stands in {where}"
        hint = "give it a place of its own, without indent"
        reading.refuse(node.line, "misplaced", message, hint)
    else:
        refuse_block(node, reading)


def refuse_block(node: Node, reading: Reading) -> None:
    """Say that the block has no place in a fact sheet."""
    unknown = ("markdown", f"`{node.kind}` is not used here", None)
    code, message, hint = _NOT_USED.get(node.kind, unknown)
    reading.refuse(node.line, code, message, hint)


_NAMES = {
    "blockquote": "a quote",
    "pipe-table": "a table",
    "container": "a container",
    "hr": "a line of `---`",
    "heading": "a heading",
    "note": "a footnote",
    "paragraph": "a paragraph",
    "bullet_list": "a list",
    "ordered_list": "a list",
}
_NOT_USED = {
    "html_block": ("html", "HTML is not used here", "remove it, or write Markdown"),
    "code_block": (
        "code",
        "a line indented by four blanks is code, which is not used here",
        "remove the indent",
    ),
    "fence": ("code", "code is not used here", "remove the lines of backquotes"),
    "too-deep": (
        "nesting",
        f"lists and quotes stand more than {MAX_LEVELS} deep in one another",
        "use fewer levels",
    ),
}
