"""Finished files of any maker judged by rules: PDF, and Word.

Stands apart from building: knows no sheet, no theme and no renderer. `pdf/` and `docx/`
read the bytes themselves; `verapdf` and `openxmlsdk` ask the reference validators.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, error

__all__ = ["VALIDATORS", "inspect_bytes", "inspect_file"]

VALIDATORS = ("verapdf", "openxmlsdk")
"""The reference validators that can be asked as well."""

_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
# ISO 32000-1, Annex H.3: readers look for the header among the first 1024 bytes.
_HEAD = 1024


def inspect_file(
    path: Path, standards: Sequence[str] = (), validators: Sequence[str] = ()
) -> list[Diagnostic]:
    """Return what is wrong with a file, by our rules and by the validators named.

    Raises OSError when it cannot be read, SettingsError for a validator not installed.
    """
    data = path.read_bytes()
    found = [*inspect_bytes(data, standards)]
    if "verapdf" in validators and _PDF in data[:_HEAD]:
        found += _by_verapdf(path, data, standards)
    if "openxmlsdk" in validators and data.startswith(_ZIP):
        from pipeline.inspect.openxmlsdk import judge_with_openxml_sdk

        found += judge_with_openxml_sdk(path)
    return [replace(each, location=Location(str(path))) for each in found]


def inspect_bytes(data: bytes, standards: Sequence[str] = ()) -> Sequence[Diagnostic]:
    """Return what is wrong with a file's bytes, which tell of which kind it is.

    The standards are for PDF files; without any, a file is judged by what it claims.
    """
    if _PDF in data[:_HEAD]:
        # Loaded when asked for: one kind of file needs not the libraries of the other.
        from pipeline.inspect.pdf import diagnose

        return diagnose(data, standards)
    if data.startswith(_ZIP):
        from pipeline.inspect import docx

        return docx.inspect(data)
    return [
        error("unreadable", "the file is neither PDF nor Word (docx)"),
    ]


def _by_verapdf(
    path: Path, data: bytes, standards: Sequence[str]
) -> Sequence[Diagnostic]:
    from pipeline.inspect.pdf import claimed
    from pipeline.inspect.verapdf import judge_with_verapdf

    found = judge_with_verapdf(path, standards or claimed(data))
    return [replace(each, message=f"veraPDF: {each.message}") for each in found]
