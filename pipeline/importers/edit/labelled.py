"""Letterheads that name their fields: `Title: …`, `Issued by: …`.

For what databases and forms give; they are believed where a line names the title.
"""

import re
from collections.abc import Mapping

from pipeline.importers.edit.sorts import Sort

_LABELS = {
    "title": "title|titel|titre|título|titolo|titulli|tytuł|заголовок|название|العنوان|"
    "عنوان|标题|標題|제목",
    Sort.AGENCY.value: "issued by|issuer|agency|publisher|published by|institution|"
    "herausgeber|éditeur|émetteur|institución|emisor|entidade|ente|издатель|الجهة|机构",
    Sort.BUREAU.value: "bureau|office|division|unit|abteilung|service|dirección",
    Sort.KIND.value: "type|document type|kind|art|type de document|tipo|вид|النوع",
    Sort.NUMBER.value: "number|release number|reference|ref\\.?|nummer|numéro|"
    "número|номер",
}
_PATTERNS = {
    path: re.compile(rf"(?:{words})\s*[:：]\s*(?=\S)", re.IGNORECASE)
    for path, words in _LABELS.items()
}


def labelled(lines: Mapping[int, str]) -> dict[int, tuple[str, int]]:
    """Return the field that each line names, and where its value starts.

    Nothing where no line names the title: labels are words of the text as well.
    """
    found: dict[int, tuple[str, int]] = {}
    for index, line in lines.items():
        for path, pattern in _PATTERNS.items():
            named = {each for each, _ in found.values()}
            if path not in named and (label := pattern.match(line)):
                found[index] = path, label.end()
                break
    is_titled = any(path == "title" for path, _ in found.values())
    return found if is_titled else {}
