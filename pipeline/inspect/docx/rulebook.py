"""All rules that a Word file is judged by, in the order of their codes."""

from collections.abc import Callable, Iterator

from pipeline.diagnostics import Diagnostic
from pipeline.inspect.docx.rules import (
    contrast,
    controls,
    fields,
    foreign,
    headings,
    ids,
    pictures,
    relations,
    styling,
    tables,
    wording,
)
from pipeline.inspect.docx.wordfile import WordFile

Rule = Callable[[WordFile], Iterator[Diagnostic]]
"""Yields what breaks the rule; its docstring is the code and what it demands."""

RULES: dict[str, Rule] = {
    "MS:01": pictures.pictures_have_words,
    "MS:02": tables.tables_have_header_rows,
    "MS:03": headings.text_has_headings,
    "MS:04": headings.headings_skip_no_level,
    "MS:05": headings.document_is_open,
    "MS:06": tables.tables_are_simple,
    "MS:07": contrast.text_stands_out,
    "MS:08": pictures.objects_stand_in_line,
    "MS:09": wording.links_say_where_they_lead,
    "MS:10": wording.spacing_is_not_typed,
    "MS:11": controls.controls_have_titles,
    "MS:12": pictures.nothing_stands_behind,
    "MS:13": headings.document_has_a_title,
    "BL:13.D": headings.lists_are_lists,
    "BL:15.A": headings.document_has_a_language,
    "OX:01": fields.first_pages_differ,
    "OX:02": fields.fields_are_whole,
    "OX:03": styling.text_keeps_together,
    "OX:04": styling.styles_are_defined,
    "OX:05": styling.looks_come_from_styles,
    "OX:06": ids.picture_ids_are_unique,
    "OX:07": relations.links_lead_to_the_web,
    "OX:08": fields.references_find_bookmarks,
    "OX:10": relations.parts_have_types,
    "OX:11": relations.relationships_hold,
    "OX:12": ids.paragraph_ids_are_unique,
    "OX:13": ids.bookmarks_are_whole,
    "OX:14": ids.what_is_called_exists,
    "OX:17": tables.rows_fill_the_grid,
    "OX:18": foreign.nothing_is_embedded,
    "OX:21": foreign.nothing_runs,
    "OX:22": relations.nothing_else_is_outside,
    "OX:23": fields.fields_fetch_nothing,
    "OX:24": ids.change_ids_are_unique,
    "OX:25": controls.control_ids_are_unique,
    "OX:26": controls.controls_have_content,
    "OX:27": controls.control_tags_are_short,
    "OX:28": foreign.dates_are_dates,
    "OX:29": foreign.changes_are_accepted,
}
