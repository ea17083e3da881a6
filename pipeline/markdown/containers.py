"""`::: name Title {attributes}` … `:::` to typed blocks."""

from pipeline.diagnostics import did_you_mean
from pipeline.markdown.attributes import (
    Attributes,
    attributes_at_end,
    unknown_attributes,
)
from pipeline.markdown.blocks import (
    read_picture,
    read_prose,
    read_text,
    refuse_inside,
)
from pipeline.markdown.definitions import read_definitions
from pipeline.markdown.nodes import Node
from pipeline.markdown.reading import Data, Reading
from pipeline.markdown.runs import read_title
from pipeline.markdown.tables import read_table

CONTAINERS: dict[str, tuple[bool, tuple[str, ...]]] = {
    "table": (True, ("row-headers",)),
    "figure": (True, ()),
    "callout": (True, ()),
    "timeline": (False, ()),
    "memberships": (False, ()),
    "officials": (False, ("as-of",)),
    "missions": (False, ()),
    "resources": (False, ()),
}
"""Name of a container to whether words may follow it, and the attributes it takes."""


def read_container(node: Node, origin: str, reading: Reading) -> Data | None:
    """Return the block that the container says, or None."""
    reading.note_place(origin, node.line)
    opening, attributes, offset = attributes_at_end(node.token.info)
    name, _, title = opening.strip().partition(" ")
    if not _is_known(node, name, title.strip(), reading):
        return None
    for finding in unknown_attributes(attributes, CONTAINERS[name][1], offset):
        reading.report(finding, node.token.info, node.line)
    match name:
        case "table":
            block = _table(node, origin, attributes, reading)
        case "figure":
            block = _figure(node, origin, reading)
        case "callout":
            block = _callout(node, origin, reading)
        case "resources":
            block = _resources(node, origin, reading)
        case "officials":
            block = _officials(node, origin, attributes, reading)
        case _:
            block = read_definitions(node, name, origin, reading)
    if block is not None and title and CONTAINERS[name][0]:
        key = "title" if name == "callout" else "caption"
        block[key] = read_title(title.strip(), node.line, reading)
    return block


def _is_known(node: Node, name: str, title: str, reading: Reading) -> bool:
    if name not in CONTAINERS:
        if name:
            message, hint = (
                f"unknown container `{name}`",
                did_you_mean(name, CONTAINERS),
            )
        else:
            message, hint = "this `:::` closes nothing", "remove it"
        reading.refuse(node.line, "container", message, hint)
        return False
    inner = node.token.meta["inner"]
    if inner is not None:
        message = f"a container stands inside `::: {name}`"
        hint = f"containers do not nest: close `::: {name}` with `:::` above this line"
        reading.refuse(inner, "container", message, hint)
        return False
    if not node.token.meta["closed"]:
        message = f"`::: {name}` is not closed"
        reading.refuse(node.line, "container", message, "add a line `:::` at its end")
        return False
    if title and not CONTAINERS[name][0]:
        message = f"words stand after `::: {name}`: `{title[:60]}`"
        hint = "put them in a paragraph above it"
        reading.refuse(node.line, "container", message, hint)
    return True


def _callout(node: Node, origin: str, reading: Reading) -> Data | None:
    if not node.children:
        message = "`::: callout` holds no words"
        hint = "write paragraphs or lists between it and `:::`"
        reading.refuse(node.line, "empty", message, hint)
        return None
    blocks = read_prose(node.children, origin, reading, "a callout")
    return {"kind": "callout", "blocks": blocks}


def _officials(
    node: Node, origin: str, attributes: Attributes, reading: Reading
) -> Data | None:
    block = read_definitions(node, "officials", origin, reading)
    if block is None:
        return None
    if attributes.get("as-of"):
        return {**block, "as_of": attributes["as-of"]}
    message = "`as-of` is missing: who holds an office changes"
    hint = "add `{as-of=2016-03-17}` after `::: officials`"
    reading.refuse(node.line, "missing", message, hint)
    return None


def _table(
    node: Node, origin: str, attributes: Attributes, reading: Reading
) -> Data | None:
    if not node.children or node.children[0].kind != "pipe-table":
        message = "`::: table` does not start with a table"
        reading.refuse(node.line, "container", message, "start each row with `|`")
        return None
    table = read_table(node.children[0], origin, reading)
    notes = []
    for index, child in enumerate(node.children[1:]):
        if child.kind == "paragraph":
            notes.append(read_text(child, f"{origin}.notes[{index}]", reading))
        else:
            refuse_inside(child, "the notes of a table", reading)
    if table is None:
        return None
    if "row-headers" in attributes:
        table["row_headers"] = attributes["row-headers"] or "yes"
    return {**table, "notes": tuple(notes)}


def _figure(node: Node, origin: str, reading: Reading) -> Data | None:
    children = node.children
    if len(children) == 1 and children[0].kind == "paragraph":
        figure = read_picture(children[0], origin, reading)
        if figure is not None:
            return figure
    message = "`::: figure` holds something else than one picture"
    hint = "write ![what it shows](file.png) in it, and the caption after `::: figure`"
    reading.refuse(node.line, "container", message, hint)
    return None


def _resources(node: Node, origin: str, reading: Reading) -> Data | None:
    kinds = [child.kind for child in node.children]
    if kinds not in (["bullet_list"], ["paragraph", "bullet_list"]):
        message = "`::: resources` holds something else than a list"
        hint = "write one paragraph, if you like, then a list of `- ` lines"
        reading.refuse(node.line, "container", message, hint)
        return None
    block: Data = {"kind": "resources"}
    if len(kinds) == 2:
        block["intro"] = read_text(node.children[0], f"{origin}.intro", reading)
    items: list[Data] = []
    for index, item in enumerate(node.children[-1].children):
        place = f"{origin}.items[{index}]"
        reading.note_place(place, item.line)
        if [child.kind for child in item.children] == ["paragraph"]:
            items.append({"text": read_text(item.children[0], place, reading)})
        else:
            message = "a resource is one line of words"
            reading.refuse(item.line, "list-item", message, "make it one paragraph")
    return {**block, "items": tuple(items)} if items else None
