"""One sheet from source to finished files: the table of contents of this program.

    load -> check -> compose -> render and verify -> write

A sheet is written in all its formats or in none; a failed one keeps its old files.
"""

import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pipeline.check import check as check_sheet
from pipeline.compose import compose
from pipeline.diagnostics import (
    Diagnostic,
    Location,
    Origins,
    SettingsError,
    Severity,
    error,
    sort,
)
from pipeline.load import load
from pipeline.load.positions import pinpoint
from pipeline.manifest import files_of
from pipeline.outcome import Built, Output
from pipeline.parallel import Job, Render, Rendered, rendering_here
from pipeline.registry import find
from pipeline.renderer import RenderOptions
from pipeline.report.sheet import Made, as_bytes, report_name, report_on
from pipeline.review import open_remarks
from pipeline.settings import Settings, read_settings
from pipeline.sheets import misnamed
from pipeline.tree import Document
from pipeline.write import write_files
from schemas.factsheet import FactSheet


@dataclass(frozen=True, slots=True)
class Read:
    """A sheet as read: model and tree, or neither; where its parts stand; findings."""

    sheet: FactSheet | None
    document: Document | None
    origins: Origins
    report: tuple[Diagnostic, ...]
    lines: tuple[str, ...] = ()


def build(
    source: str | Path,
    to: Iterable[str] = ("pdf", "docx"),
    out: str | Path = "output",
    theme: str = "bulletin",
    paper: str = "letter",
    standard: str = "pdf17",
) -> Built:
    """Build the sheet in the file `source` into the folder `out`, in the formats `to`.

    What an author can mend is in the report. Raises SettingsError when the format,
    theme, paper or standard does not exist.
    """
    with rendering_here(find(tuple(to))) as render:
        settings = read_settings(Path(out), theme, paper, standard)
        return produce(Path(source), settings, render)


def produce(source: Path, settings: Settings, render: Render) -> Built:
    """Build one sheet; a disk that refuses, or a fault of ours, is a finding too."""
    built = _guarded(source, lambda: _produce(source, settings, render))
    stale = _stale(built, settings.out) if built.failed else ()
    return replace(built, report=(*built.report, *stale))


def read(source: Path) -> Read:
    """Return what the sheet in `source` says, or the findings that stop it."""
    loaded = load(source)
    if loaded.sheet is None:
        return Read(None, None, loaded.origins, tuple(sort(loaded.report)))
    checked = [
        pinpoint(each, str(source), loaded.origins, loaded.lines)
        for each in check_sheet(loaded.sheet)
    ]
    report = tuple(sort([*loaded.report, *checked]))
    if any(each.is_error for each in report):
        return Read(None, None, loaded.origins, report)
    document = compose(loaded.sheet, loaded.pictures)
    return Read(loaded.sheet, document, loaded.origins, report, loaded.lines)


def check(source: Path) -> Built:
    """Read and compose one sheet without making files; the findings are the outcome.

    What reviewers asked and nobody answered is among them.
    """

    def findings() -> Built:
        return Built(source, (), (*read(source).report, *open_remarks(source)))

    return _guarded(source, findings)


def _guarded(source: Path, work: Callable[[], Built]) -> Built:
    """Return what `work` gives; what fails in it fails this sheet and no other."""
    try:
        return work()
    except SettingsError:
        raise
    except OSError as failure:
        return Built(source, (), (_refused(failure, source),))
    except Exception as failure:
        trace = "".join(traceback.format_exception(failure))
        return Built(source, (), (_confessed(failure, source),), trace=trace)


def _produce(source: Path, settings: Settings, render: Render) -> Built:
    wrong = misnamed(source)
    if wrong:
        return Built(source, (), (wrong,))
    found = read(source)
    if found.sheet is None or found.document is None:
        return Built(source, (), found.report)
    canonical = found.sheet.model_dump_json().encode()
    options = RenderOptions(
        paper=settings.paper,
        source=canonical,
        standard=settings.standard,
        is_review=settings.is_review,
        carries_model=settings.carries_model,
    )
    rendered = render(Job(found.document, settings.theme, options))
    late = [
        pinpoint(each, str(source), found.origins, found.lines)
        for each in _findings(rendered)
    ]
    report = tuple(sort([*found.report, *late]))
    if any(each.is_error for each in report):
        return Built(source, (), report)
    files = {source.stem + each.suffix: each.data for each in rendered}
    told = report_on(Made(source, found.document.meta, rendered, report), settings)
    sidecar = {report_name(source): as_bytes(told)}
    write_files(settings.out, files | sidecar)
    (beside,) = _outputs(settings.out, sidecar)
    return Built(source, _outputs(settings.out, files), report, beside)


def _findings(rendered: Sequence[Rendered]) -> list[Diagnostic]:
    found = [finding for each in rendered for finding in each.findings]
    for index, each in enumerate(rendered):
        for other in rendered[:index]:
            if each.suffix == other.suffix:
                both = f"the formats `{other.format}` and `{each.format}`"
                found.append(
                    error("output-name", f"{both} both write `{each.suffix}` files")
                )
    return found


def _outputs(folder: Path, files: dict[str, bytes]) -> tuple[Output, ...]:
    return tuple(
        Output(folder / name, len(data), sha256(data).hexdigest())
        for name, data in files.items()
    )


def _refused(failure: OSError, source: Path) -> Diagnostic:
    """Return what the system refused as a finding; old files are as they were."""
    said = failure.strerror.lower() if failure.strerror else str(failure)
    return Diagnostic(
        Severity.ERROR,
        "system",
        f"{failure.filename}: {said}" if failure.filename else said,
        Location(str(source)),
        hint="nothing was written; files of earlier builds are unchanged",
    )


def _confessed(failure: Exception, source: Path) -> Diagnostic:
    """Return a fault of this program as a finding that names the sheet."""
    name = f"{type(failure).__name__}: {failure}".split("\n", 1)[0]
    return error(
        "internal",
        name,
        location=Location(str(source)),
        hint="this is a fault in bulletin, not in your sheet; nothing was lost. "
        "`bulletin --debug ...` shows where, for a report to its makers",
    )


def _stale(built: Built, folder: Path) -> tuple[Diagnostic, ...]:
    names = files_of(built.source.name, folder)
    if not names:
        return ()
    kept = " and ".join(f"`{folder / name}`" for name in names)
    return (
        Diagnostic(
            Severity.NOTE,
            "stale",
            f"{kept} of an earlier build {'is' if len(names) == 1 else 'are'} kept",
            Location(str(built.source)),
        ),
    )
