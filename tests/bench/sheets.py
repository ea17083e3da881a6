"""Sheets for measuring: the Kosovo text about other countries. Filler, not facts."""

import json
import re
from pathlib import Path

from pipeline.load import load
from schemas.blocks import Paragraph, Resources
from schemas.factsheet import FactSheet
from schemas.richtext import RichText, plain

KOSOVO = Path(__file__).parents[2] / "sources/kosovo.md"
COUNTRIES = re.findall(
    r"\w+",
    "Albania Armenia Austria Belgium Bulgaria Croatia Cyprus Denmark Estonia Finland "
    "France Georgia Germany Greece Hungary Iceland Ireland Italy Latvia Lithuania "
    "Luxembourg Malta Moldova Monaco Norway Poland Portugal Romania Serbia Slovakia",
)


def write_sheets(folder: Path, count: int) -> list[Path]:
    """Write `count` sheets, and each as JSON for the rivals; return the sheets."""
    text = KOSOVO.read_text("utf-8")
    return [_write(folder, name, text) for name in COUNTRIES[:count]]


def _write(folder: Path, country: str, text: str) -> Path:
    path = folder / f"{country.lower()}.md"
    path.write_text(text.replace("Kosovo", country), "utf-8")
    sheet = load(path).sheet
    if sheet is None:
        raise ValueError(f"the sheet about {country} does not load")
    path.with_suffix(".json").write_text(json.dumps(_for_rivals(sheet)), "utf-8")
    return path


def _for_rivals(sheet: FactSheet) -> dict[str, object]:
    return {
        "title": sheet.title,
        "agency": sheet.issuer.agency,
        "bureau": sheet.issuer.bureau,
        "kind": sheet.kind,
        "date": sheet.issued.isoformat(),
        "sections": [
            {
                "heading": plain(section.heading) if section.heading else None,
                "paragraphs": [
                    plain(block.text)
                    for block in section.blocks
                    if isinstance(block, Paragraph)
                ],
            }
            for section in sheet.sections
        ],
        "links": [plain(words) for words in _links(sheet)],
    }


def _links(sheet: FactSheet) -> list[RichText]:
    return [
        item.text
        for section in sheet.sections
        for block in section.blocks
        if isinstance(block, Resources)
        for item in block.items
    ]
