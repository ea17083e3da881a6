"""What each command does, between its options and its exit code."""

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import click

from pipeline import registry
from pipeline.console import counted, hand_over, say, size, tell
from pipeline.diagnostics import SettingsError, error, printable
from pipeline.exits import Exit, Terminated, code_for
from pipeline.new import start_sheet
from pipeline.outcome import Built
from pipeline.parallel import (
    WORTH_SHARING,
    Render,
    can_fork,
    rendering_here,
    rendering_in_forks,
    workers_for,
)
from pipeline.registry import Plugin
from pipeline.sheets import find_sheets


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of `bulletin build`, as given."""

    sources: tuple[Path, ...]
    formats: tuple[str, ...]
    out: Path
    theme: str
    paper: str
    standard: str
    is_review: bool
    carries_model: bool
    strict: bool
    form: str
    jobs: int | None


def run_build(asked: Asked) -> Exit:
    """Build the sheets, telling of each as it is done; return the exit code."""
    _refuse_bad_epoch()
    _refuse_idle_options(asked)
    plugins = registry.find(asked.formats)
    sheets = find_sheets(asked.sources)
    workers = workers_for(len(sheets), asked.jobs)
    if len(sheets) >= WORTH_SHARING:
        gc.freeze()
        gc.enable()
    with _rendering(plugins, workers) as render:
        # Imported here: the formats' processes load their libraries meanwhile.
        from pipeline import manifest, settings
        from pipeline.produce import produce

        chosen = settings.read_settings(
            asked.out, asked.theme, asked.paper, asked.standard
        )
        chosen = settings.for_editing(chosen, asked.is_review, asked.carries_model)
        if workers > 1:
            from pipeline.batch import build_shared

            stream = build_shared(sheets, chosen, plugins, workers)
        else:
            stream = (produce(sheet, chosen, render) for sheet in sheets)
        done = list(_followed(stream, asked, len(sheets)))
        if _is_news(done, bool(manifest.read_manifest(asked.out))):
            from pipeline.report.page import write_page

            manifest.write_manifest(done, chosen)
            write_page(asked.out, chosen.theme, manifest.read_failed(asked.out))
    return _sum_up(done, asked)


def _refuse_bad_epoch() -> None:
    """Refuse a SOURCE_DATE_EPOCH that is no time; a good one changes nothing.

    Files carry the date of their sheet, but whoever sets the variable means something
    by it: reproducible-builds.org asks that a malformed value stops a build.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "0")
    if not (epoch.isascii() and epoch.isdigit()):
        raise SettingsError(
            error(
                "source-date-epoch",
                f"SOURCE_DATE_EPOCH is `{epoch}`, which is no number of seconds",
                hint="remove it: files carry the date of their sheet",
            )
        )


def _refuse_idle_options(asked: Asked) -> None:
    """Refuse options for Word files where none is made: they would do nothing."""
    if "docx" not in asked.formats and (asked.is_review or not asked.carries_model):
        option = "--review" if asked.is_review else "--no-embed"
        hint = "add `--to docx`"
        message = f"`{option}` is for Word files, and none is asked for"
        raise SettingsError(error("idle-option", message, hint=hint))


def _rendering(
    plugins: Sequence[Plugin], workers: int
) -> AbstractContextManager[Render]:
    if workers == 1 and can_fork():
        return rendering_in_forks(plugins)
    return rendering_here(plugins)


def _followed(stream: Iterable[Built], asked: Asked, sheets: int) -> Iterator[Built]:
    """Pass sheets on as they are done, telling of each; tell too when stopped."""
    done = 0
    try:
        for built in stream:
            done += 1
            tell(built.report, asked.form)
            say(_progress(built))
            _show_trace(built)
            yield built
    except (KeyboardInterrupt, Terminated):
        say(f"{done} of {counted(sheets, 'sheet')} done")
        raise


def _show_trace(built: Built) -> None:
    """Print where bulletin failed, under `bulletin --debug`."""
    context = click.get_current_context(silent=True)
    if built.trace and context and context.find_root().params.get("debug"):
        say(built.trace)


def _progress(built: Built) -> str:
    if built.failed:
        return printable(f"failed {built.source}: nothing was written")
    files = ", ".join(f"{each.path} ({size(each.size)})" for each in built.outputs)
    return printable(f"built {built.source}: {files}")


def _is_news(done: Sequence[Built], is_ours: bool) -> bool:
    """Return whether a build has anything to record in its folder."""
    found = [each for built in done for each in built.report]
    is_refused = code_for(found, strict=False) is Exit.SYSTEM
    return any(built.outputs for built in done) or (is_ours and not is_refused)


def _sum_up(done: Sequence[Built], asked: Asked) -> Exit:
    found = [each for built in done for each in built.report]
    hand_over(found, asked.form)
    failed = sum(built.failed for built in done)
    summary = f"built {counted(len(done) - failed, 'sheet')} in {asked.out}"
    say(f"{summary}, {failed} failed" if failed else summary)
    return code_for(found, asked.strict)


def run_check(sources: Sequence[Path], strict: bool, form: str) -> Exit:
    """Check the sheets without making files; return the exit code."""
    from pipeline.produce import check  # heavy: kept off `--help`

    sheets = find_sheets(sources)
    done = [check(sheet) for sheet in sheets]
    for built in done:
        tell(built.report, form)
        _show_trace(built)
    found = [each for built in done for each in built.report]
    hand_over(found, form)
    failed = sum(built.failed for built in done)
    say(f"checked {counted(len(done), 'sheet')}, {failed} with errors")
    return code_for(found, strict)


def run_show(source: Path) -> Exit:
    """Print the tree of a sheet; return the exit code."""
    # Heavy: kept off `--help`.
    from pipeline.dump import dump
    from pipeline.produce import read

    found = read(source)
    tell(found.report, "human")
    if found.document is None:
        return Exit.SHEETS
    click.echo(dump(found.document), nl=False)
    return Exit.DONE


def run_schema(name: str) -> Exit:
    """Print the JSON Schema called `name`; return the exit code."""
    from schemas.export import json_schema  # heavy: kept off `--help`

    click.echo(json_schema(name), nl=False)
    return Exit.DONE


def run_formats() -> Exit:
    """Print every installed format and what it makes; return the exit code."""
    for name in registry.installed():
        (plugin,) = registry.find((name,))
        about = registry.renderer(plugin).description
        click.echo(f"{name:<8} {about} ({plugin.distribution} {plugin.version})")
    return Exit.DONE


def run_version() -> None:
    """Print the versions of bulletin, of Python and of every format's package."""
    click.echo(f"bulletin {registry.own_version()}, Python {sys.version.split()[0]}")
    for claims in registry.installed().values():
        for each in claims:
            click.echo(f"  format {each.name}: {each.distribution} {each.version}")


def run_new(name: str) -> Exit:
    """Start a sheet in `sources/`, made where there is none; return the exit code."""
    path = start_sheet(name, Path("sources"))
    click.echo(f"started {path}")
    say(f"build it with: bulletin build {path}")
    return Exit.DONE
