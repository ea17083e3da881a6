"""Tables: a header row that repeats, a fixed grid inside the text, cells by style."""

from pipeline.render.docx import roles
from pipeline.render.docx.columns import Grid
from pipeline.render.docx.inlines import write_content
from pipeline.render.docx.markup import quoted, twips
from pipeline.render.docx.story import Story
from pipeline.tree import Cell, Table, plain_text

# 17.4.55 tblLook: the first row is special, bands are not; 0x80 adds the first column.
_FIRST_ROW = 0x0620
_FIRST_COLUMN = 0x0080


def write_table(table: Table, grid: Grid, story: Story) -> str:
    """Return `w:tbl`."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.widths)
    rows = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_row(row, table, grid, story)}</w:tr>"
        for row in table.rows
    )
    inset = 0 if grid.is_wide else twips(story.measures.indent)
    return (
        f"<w:tbl>{_properties(table, grid, inset)}"
        f"<w:tblGrid>{columns}</w:tblGrid>"
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        f"{_row(table.header, table, grid, story)}</w:tr>{rows}</w:tbl>"
    )


def _properties(table: Table, grid: Grid, inset: int) -> str:
    style = roles.style_id(roles.CLOSE_TABLE if grid.is_close else roles.TABLE)
    heads = "; ".join(filter(None, (plain_text(c.text.content) for c in table.header)))
    caption = plain_text(table.caption.content) if table.caption else heads
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{inset}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_look(table)}'
        f'<w:tblCaption w:val="{quoted(caption)}"/>'
        f'<w:tblDescription w:val="{quoted(heads)}"/></w:tblPr>'
    )


def _look(table: Table) -> str:
    has_row_heads = any(row[0].scope == "row" for row in table.rows)
    value = _FIRST_ROW + (_FIRST_COLUMN if has_row_heads else 0)
    return (
        f'<w:tblLook w:val="{value:04X}" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="{int(has_row_heads)}" w:lastColumn="0" w:noHBand="1" '
        'w:noVBand="1"/>'
    )


def _row(row: tuple[Cell, ...], table: Table, grid: Grid, story: Story) -> str:
    return "".join(
        _cell(
            cell,
            roles.cell_style(cell.scope, align, is_close=grid.is_close),
            width,
            story,
        )
        for cell, align, width in zip(row, table.aligns, grid.widths, strict=True)
    )


def _cell(cell: Cell, style: str, width: int, story: Story) -> str:
    inner = write_content(cell.text.content, story)
    properties = f'<w:pStyle w:val="{roles.style_id(style)}"/>'
    paragraph = story.paragraph(cell.text.origin, properties, inner)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'
    )
