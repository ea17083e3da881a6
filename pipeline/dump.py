"""The tree as indented text, one block a line: for `bulletin show` and for goldens."""

from pipeline.tree import (
    Abbreviation,
    Block,
    Content,
    Definitions,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Group,
    Heading,
    LineBreak,
    Link,
    List,
    NoteReference,
    Paragraph,
    Strong,
    Table,
    Text,
)


def dump(document: Document) -> str:
    """Return the tree as indented text: one block a line, for people and goldens."""
    lines = [f"document {document.meta.lang} {document.meta.title!r}"]
    for block in document.blocks:
        lines += _dump_block(block, 1)
    for note in document.notes:
        lines.append(f"  note {note.label} {note.id}: {marked_text(note.text.content)}")
    return "\n".join(lines) + "\n"


def _dump_block(block: Block, depth: int) -> list[str]:
    pad = "  " * depth
    match block:
        case Heading():
            mark = f"h{block.level} {block.role.value} #{block.anchor}"
            return [f"{pad}{mark}: {marked_text(block.content)}"]
        case Paragraph():
            return [f"{pad}p {block.role.value}: {marked_text(block.content)}"]
        case List():
            lines = [f"{pad}{'ol' if block.ordered else 'ul'} {block.role.value}"]
            for item in block.items:
                lines.append(f"{pad}  {item.label}")
                for inner in item.blocks:
                    lines += _dump_block(inner, depth + 2)
            return lines
        case Table():
            return _dump_table(block, depth)
        case Figure():
            size = f"{block.picture.width_px}x{block.picture.height_px}"
            lines = [f"{pad}figure {size}: {block.alt or '(decorative)'}"]
            return lines + (
                _dump_block(block.caption, depth + 1) if block.caption else []
            )
        case Definitions():
            lines = [f"{pad}dl {block.role.value}"]
            for definition in block.items:
                lines += _dump_block(definition.term, depth + 1)
                for detail in definition.details:
                    lines += _dump_block(detail, depth + 2)
            return lines
        case Group():
            lines = [f"{pad}{block.role.value} [{block.origin}]"]
            for part in block.blocks:
                lines += _dump_block(part, depth + 1)
            return lines


def _dump_table(table: Table, depth: int) -> list[str]:
    pad = "  " * depth
    lines = [f"{pad}table {' '.join(align.value for align in table.aligns)}"]
    if table.caption:
        lines += _dump_block(table.caption, depth + 1)
    for name, row in [("head", table.header)] + [("row", row) for row in table.rows]:
        cells = " | ".join(
            f"{'*' if cell.scope else ''}{marked_text(cell.text.content)}"
            for cell in row
        )
        lines.append(f"{pad}  {name}: {cells}")
    for note in table.notes:
        lines += _dump_block(note, depth + 1)
    return lines


def marked_text(content: Content) -> str:
    """Return `content` with its marks spelled out, such as `<link …>words</>`."""
    parts = []
    for inline in content:
        match inline:
            case Text():
                parts.append(inline.text)
            case Strong():
                parts.append(f"<strong>{marked_text(inline.content)}</>")
            case Emphasis():
                parts.append(f"<em>{marked_text(inline.content)}</>")
            case Link():
                parts.append(f"<link {inline.target}>{marked_text(inline.content)}</>")
            case Foreign():
                parts.append(f"<lang {inline.lang}>{marked_text(inline.content)}</>")
            case Abbreviation():
                parts.append(f"<abbr {inline.expansion!r}>{inline.text}</>")
            case NoteReference():
                parts.append(f"<note {inline.note}>{inline.label}</>")
            case LineBreak():
                parts.append("<br>")
    return "".join(parts)
