"""The report on one sheet, made when its files are ready and written with them.

A build of some formats leaves the others in the folder; they stay in the report, with
the sum of the sheet that they were made of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from pipeline.diagnostics import Diagnostic
from pipeline.parallel import Rendered
from pipeline.report.findings import finding_of
from pipeline.settings import Settings
from pipeline.tree import Meta
from pipeline.versions import made_with
from schemas.report import Check, File, Report, Source

ENDING = ".report.json"


@dataclass(frozen=True, slots=True)
class Made:
    """What a build made of one sheet, about to be written."""

    source: Path
    meta: Meta
    rendered: Sequence[Rendered]
    findings: Sequence[Diagnostic]


def report_on(made: Made, settings: Settings) -> Report:
    """Return the report on what was made, and on older files that stay beside it."""
    meta = made.meta
    name, digest = made.source.name, sha256(made.source.read_bytes()).hexdigest()
    files = [_file(each, made.source, digest, settings) for each in made.rendered]
    older = _older(settings.out, made.source, {file.name for file in files})
    return Report(
        made_by="bulletin",
        id=meta.id,
        title=meta.title,
        kind=meta.kind,
        agency=meta.agency,
        bureau=meta.bureau,
        number=meta.number,
        language=meta.lang,
        edition=meta.edition,
        issued=meta.issued,
        source=Source(name=name, sha256=digest),
        files=tuple(sorted([*files, *older], key=lambda file: file.name)),
        findings=tuple(map(finding_of, made.findings)),
    )


def report_name(source: Path) -> str:
    """Return the file name of the report on the sheet in `source`."""
    return source.stem + ENDING


def as_bytes(report: Report) -> bytes:
    """Return the report as the JSON text that is written."""
    return report.model_dump_json(indent=2).encode() + b"\n"


def read_report(path: Path) -> Report | None:
    """Return the report in the file `path`; None where it is none of ours."""
    try:
        return Report.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _file(made: Rendered, source: Path, digest: str, settings: Settings) -> File:
    return File(
        name=source.stem + made.suffix,
        format=made.format,
        size=len(made.data),
        sha256=sha256(made.data).hexdigest(),
        pages=made.facts.pages,
        claims=made.facts.claims,
        # The renderer's own reading back; a file that fails it is not written.
        checks=(Check(tool=made.plugin.distribution, version=made.plugin.version),),
        source_sha256=digest,
        theme=settings.theme.name,
        paper=settings.paper.name.lower(),
        made_with=made_with(),
    )


def _older(folder: Path, source: Path, made: set[str]) -> Iterable[File]:
    """Yield the files of earlier builds that this one leaves as they are."""
    former = read_report(folder / report_name(source))
    for file in former.files if former else ():
        if file.name not in made and (folder / file.name).exists():
            yield file
