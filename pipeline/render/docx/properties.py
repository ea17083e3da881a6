"""Document properties: core, extended and custom. Dates come from the sheet."""

import hashlib
from datetime import date

from pipeline.render.docx.markup import DECLARATION, escaped
from pipeline.tree import Meta

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
# The format id of user-defined properties, [MS-OSHARED] 2.3.3.2.3.
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def core_properties(meta: Meta) -> str:
    """Return `core.xml`: Dublin Core of the sheet, as catalogues read it."""
    values = {
        "dc:title": meta.title,
        "dc:subject": meta.summary,
        "dc:creator": meta.agency or meta.bureau,
        "cp:keywords": ", ".join(meta.keywords),
        "dc:description": meta.summary,
        "cp:lastModifiedBy": meta.agency or meta.bureau,
        "cp:revision": str(meta.edition),
        "cp:category": meta.kind,
        "dc:identifier": meta.id,
        "dc:language": meta.lang,
        "cp:version": str(meta.edition),
    }
    body = "".join(
        f"<{name}>{escaped(value)}</{name}>" for name, value in values.items() if value
    )
    if meta.issued:
        body += _moment("created", meta.issued) + _moment("modified", meta.issued)
    return f"{DECLARATION}<cp:coreProperties {_CORE}>{body}</cp:coreProperties>"


def _moment(name: str, day: date) -> str:
    moment = f"{day.isoformat()}T00:00:00Z"
    return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'


def extended_properties(meta: Meta) -> str:
    """Return `app.xml`: what made the file, and for whom."""
    company = f"<Company>{escaped(meta.agency)}</Company>" if meta.agency else ""
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
        f"<Application>Bulletin</Application><DocSecurity>0</DocSecurity>"
        f"{company}</Properties>"
    )


def custom_properties(meta: Meta, source: bytes) -> str:
    """Return `custom.xml`: what core properties have no name for."""
    values = {
        "Agency": meta.agency,
        "Bureau": meta.bureau,
        "Kind": meta.kind,
        "Number": meta.number,
        "Issued": meta.issued.isoformat() if meta.issued else None,
        "Rights": meta.rights,
        "Supersedes": meta.supersedes,
        "BulletinId": meta.id,
        "BulletinEdition": str(meta.edition),
        "BulletinSourceSha256": hashlib.sha256(source).hexdigest() if source else None,
    }
    given = [(name, value) for name, value in values.items() if value]
    # Property ids begin at 2: ECMA-376 Part 1, 22.3.2.2.
    body = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(given, start=2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{body}</Properties>'
    )
