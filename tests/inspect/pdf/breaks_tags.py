"""What breaks each rule of the structure tree and of tables."""

from pikepdf import Array, Dictionary, Name, Pdf

from tests.inspect.pdf.changes import (
    Breaks,
    drop,
    element,
    grown,
    put,
    put_in,
    table,
    table_attributes,
    tag,
)
from tests.render.pdf.breaking import elements


def _role(pdf: Pdf, kind: str) -> None:
    """Map a type to itself and one to Part, and use one of them."""
    mapped = Dictionary(Story=Name.Story, Tale=Name.Part)
    put(pdf.Root.StructTreeRoot, RoleMap=mapped)
    grown(pdf, kind)


def _captioned(pdf: Pdf, kind: str, item: str, caption_at: int) -> None:
    """Make a list of two items with a caption at a place."""
    made = grown(pdf, kind)
    kinds = [item, item]
    kinds.insert(caption_at, "Caption")
    for each in kinds:
        put_in(pdf, made, each)


def _spanned(pdf: Pdf, rows: tuple[str, ...], **spans: int) -> None:
    """Make a table whose first cell spans."""
    cells = table(pdf, *rows)
    table_attributes(cells[0][0], **spans)


def _overlap(pdf: Pdf) -> None:
    cells = table(pdf, "DDD", "DD")
    table_attributes(cells[0][1], RowSpan=2)
    table_attributes(cells[1][0], ColSpan=2)


def _headed(pdf: Pdf, **attributes: object) -> None:
    cells = table(pdf, "HH", "HD")
    put(cells[0][1], ID="amount")
    table_attributes(cells[1][1], **attributes)


def _two_notes(pdf: Pdf, *names: str) -> None:
    for name in names:
        put(grown(pdf, "Note"), ID=name)


BREAKS: Breaks = {
    "types_are_standard": lambda pdf: grown(pdf, "Story"),
    "roles_do_not_circle": lambda pdf: _role(pdf, "Story"),
    "own_types_do_not_circle": lambda pdf: _role(pdf, "Story"),
    "standard_types_stay": lambda pdf: put(
        pdf.Root.StructTreeRoot, RoleMap=Dictionary(H2=Name.P)),
    "elements_have_parents": lambda pdf: drop(grown(pdf, "Sect"), "P"),
    "items_stand_in_lists": lambda pdf: grown(pdf, "LI"),
    "bodies_stand_in_items": lambda pdf: grown(pdf, "LBody"),
    "lists_hold_items": lambda pdf: grown(pdf, "L", "P"),
    "items_hold_label_and_body": lambda pdf: grown(pdf, "L", "LI", "P"),
    "contents_items_stand_in_contents": lambda pdf: grown(pdf, "TOCI"),
    "contents_hold_items": lambda pdf: grown(pdf, "TOC", "P"),
    "contents_caption_is_first": lambda pdf: _captioned(pdf, "TOC", "TOCI", 1),
    "list_caption_is_first": lambda pdf: _captioned(pdf, "L", "LI", 2),
    "figures_have_words": lambda pdf: put(element(pdf, "Figure"), Alt=""),
    "formulas_have_words": lambda pdf: grown(pdf, "Formula"),
    "headings_descend_by_one": lambda pdf: put(element(pdf, "H2"), S=Name.H4),
    "nodes_have_one_heading": lambda pdf: put_in(
        pdf, grown(pdf, "Sect", "H").P, "H"),
    "plain_headings_stand_alone": lambda pdf: grown(pdf, "H"),
    "numbered_headings_stand_alone": lambda pdf: grown(pdf, "H"),
    "notes_have_ids": lambda pdf: drop(element(pdf, "Note"), "ID"),
    "note_ids_differ": lambda pdf: _two_notes(pdf, "one", "one"),
    "tables_hold_rows": lambda pdf: grown(pdf, "Table", "P"),
    "rows_stand_in_tables": lambda pdf: grown(pdf, "TR"),
    "heads_stand_in_tables": lambda pdf: grown(pdf, "THead"),
    "bodies_stand_in_tables": lambda pdf: grown(pdf, "TBody"),
    "feet_stand_in_tables": lambda pdf: grown(pdf, "TFoot"),
    "header_cells_stand_in_rows": lambda pdf: grown(pdf, "Table", "TH"),
    "cells_stand_in_rows": lambda pdf: grown(pdf, "Table", "TD"),
    "rows_hold_cells": lambda pdf: grown(pdf, "Table", "TR", "P"),
    "tables_have_one_head": lambda pdf: put_in(
        pdf, grown(pdf, "Table", "THead").P, "THead"),
    "tables_have_one_foot": lambda pdf: put_in(
        pdf, grown(pdf, "Table", "TFoot").P, "TFoot"),
    "tables_have_one_caption": lambda pdf: put_in(
        pdf, grown(pdf, "Table", "Caption").P, "Caption"),
    "foot_goes_with_body": lambda pdf: grown(pdf, "Table", "TFoot"),
    "head_goes_with_body": lambda pdf: grown(pdf, "Table", "THead"),
    "table_caption_is_at_an_end": lambda pdf: _captioned(pdf, "Table", "TR", 1),
    "heads_hold_rows": lambda pdf: grown(pdf, "Table", "THead", "P"),
    "bodies_hold_rows": lambda pdf: grown(pdf, "Table", "TBody", "P"),
    "feet_hold_rows": lambda pdf: grown(pdf, "Table", "TFoot", "P"),
    "cells_do_not_overlap": _overlap,
    "columns_are_equally_long": lambda pdf: _spanned(pdf, ("DD", "D"), RowSpan=3),
    "rows_do_not_overflow": lambda pdf: table(pdf, "DD", "DDD"),
    "rows_are_filled": lambda pdf: table(pdf, "DD", "D"),
    "cells_have_headers": lambda pdf: table(pdf, "HH", "HD"),
    "named_headers_exist": lambda pdf: _headed(pdf, Headers=Array(["sum"])),
    "root_holds_document": lambda pdf: put_in(pdf, pdf.Root.StructTreeRoot, "Sect"),
    "headings_are_numbered": lambda pdf: grown(pdf, "H"),
    "notes_are_of_pdf_2": lambda pdf: grown(pdf, "Note"),
    "items_hold_no_content": lambda pdf: tag(pdf, "", "LI"),
    "labelled_lists_are_numbered": lambda pdf: grown(pdf, "L", "LI", "Lbl"),
    "captions_stand_at_an_end": lambda pdf: _captioned(pdf, "Sect", "P", 1),
    "contents_items_refer": lambda pdf: grown(pdf, "TOC", "TOCI"),
}  # fmt: skip

SOUND: Breaks = {
    "types_are_standard": lambda pdf: _role(pdf, "Tale"),
    "roles_do_not_circle": lambda pdf: _role(pdf, "Tale"),
    "own_types_do_not_circle": lambda pdf: _role(pdf, "Tale"),
    "standard_types_stay": lambda pdf: put(
        pdf.Root.StructTreeRoot, RoleMap=Dictionary(Tale=Name.Part)),
    "contents_items_stand_in_contents": lambda pdf: grown(pdf, "TOC", "TOCI"),
    "contents_hold_items": lambda pdf: grown(pdf, "TOC", "TOC", "TOCI"),
    "contents_caption_is_first": lambda pdf: _captioned(pdf, "TOC", "TOCI", 0),
    "list_caption_is_first": lambda pdf: _captioned(pdf, "L", "LI", 0),
    "formulas_have_words": lambda pdf: put(grown(pdf, "Formula"), Alt="a squared"),
    "nodes_have_one_heading": lambda pdf: grown(pdf, "Sect", "H"),
    "plain_headings_stand_alone": lambda pdf: [
        put(each, S=Name.H) for kind in ("/H1", "/H2") for each in elements(pdf, kind)],
    "numbered_headings_stand_alone": lambda pdf: [
        put(each, S=Name.H) for kind in ("/H1", "/H2") for each in elements(pdf, kind)],
    "note_ids_differ": lambda pdf: _two_notes(pdf, "one", "two"),
    "feet_stand_in_tables": lambda pdf: grown(pdf, "Table", "TFoot"),
    "tables_have_one_foot": lambda pdf: grown(pdf, "Table", "TFoot"),
    "foot_goes_with_body": lambda pdf: put_in(
        pdf, grown(pdf, "Table", "TFoot").P, "TBody"),
    "table_caption_is_at_an_end": lambda pdf: _captioned(pdf, "Table", "TR", 2),
    "feet_hold_rows": lambda pdf: grown(pdf, "Table", "TFoot", "TR"),
    "cells_do_not_overlap": lambda pdf: _spanned(pdf, ("DD", "D"), RowSpan=2),
    "columns_are_equally_long": lambda pdf: _spanned(pdf, ("DD", "D"), RowSpan=2),
    "rows_do_not_overflow": lambda pdf: _spanned(pdf, ("D", "DD"), ColSpan=2),
    "rows_are_filled": lambda pdf: _spanned(pdf, ("DD", "D"), RowSpan=2),
    "named_headers_exist": lambda pdf: _headed(pdf, Headers=Array(["amount"])),
    "contents_items_refer": lambda pdf: put(
        grown(pdf, "TOC", "TOCI"), Ref=Array([element(pdf, "H1")])),
}  # fmt: skip
