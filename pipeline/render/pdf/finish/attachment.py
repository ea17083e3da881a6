"""The sheet's source as an associated file (ISO 32000-2, 14.13; ISO 19005-4, 6.9)."""

from hashlib import md5

from pipeline.render.pdf.finish.file import File
from pipeline.render.pdf.finish.metadata import pdf_date
from pipeline.render.pdf.syntax import text
from pipeline.tree import Meta

FILE_NAME = "factsheet.json"
# The slash of a media type, spelled as a name must: `#2F`.
SUBTYPE = "/application#2Fjson"


def write_attachment(source: bytes, meta: Meta, file: File) -> str:
    """Write `source` as an embedded file; return the catalogue's entries for it."""
    day = pdf_date(meta)
    modified = f"/ModDate({day})" if day else ""
    # ISO 32000-2, 7.11.4: the checksum is MD5; it guards against accidents only.
    checksum = md5(source, usedforsecurity=False).hexdigest()
    embedded = file.add_stream(
        f"/Type/EmbeddedFile/Subtype{SUBTYPE}"
        f"/Params<</Size {len(source)}{modified}/CheckSum<{checksum}>>>",
        source,
    )
    specification = file.add(
        f"<</Type/Filespec/F({FILE_NAME})/UF({FILE_NAME})/AFRelationship/Source"
        f"/Desc{text(f'{meta.title} (JSON)')}/EF<</F {embedded}/UF {embedded}>>>>"
    )
    names = f"/Names<</EmbeddedFiles<</Names[({FILE_NAME}){specification}]>>>>"
    return f"{names}/AF[{specification}]"
