"""Rendering in several formats: one after the other, or each in a process of its own.

A process per format is forked before anything heavy is imported, so that formats load
their libraries while the sheet is read. What a sheet becomes is the same either way.
"""

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import IO, Any, NoReturn

from pipeline.diagnostics import Diagnostic
from pipeline.registry import Plugin, renderer
from pipeline.renderer import (
    Describes,
    Facts,
    Prepares,
    Renderer,
    RenderError,
    RenderOptions,
)
from pipeline.tree import Document
from schemas.theme import Theme

# Below this many sheets, workers cost more to start than they save.
WORTH_SHARING = 5


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be rendered."""

    document: Document
    theme: Theme
    options: RenderOptions


@dataclass(frozen=True, slots=True)
class Rendered:
    """What one renderer made of a job: a whole file, or findings why not."""

    plugin: Plugin
    """Whose renderer it was."""
    format: str
    suffix: str
    data: bytes
    findings: tuple[Diagnostic, ...]
    facts: Facts


Render = Callable[[Job], list[Rendered]]
"""Renders a job in every chosen format and holds each file against the document."""


def can_fork() -> bool:
    """Return whether forking is safe here and there is a second processor to gain."""
    # System libraries of other platforms do not survive a fork.
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def workers_for(sheets: int, jobs: int | None) -> int:
    """Return over how many processes to share out `sheets`; 1 means not to.

    `jobs` is what the person who builds asked for, None when nothing.
    """
    if jobs is None:
        jobs = (os.cpu_count() or 1) if sheets >= WORTH_SHARING else 1
    return min(jobs, sheets)


@contextmanager
def rendering_here(plugins: Sequence[Plugin]) -> Iterator[Render]:
    """Yield a function that renders in this process, format after format."""
    loaded: list[Renderer] = []

    def render(job: Job) -> list[Rendered]:
        if not loaded:
            loaded.extend(map(renderer, plugins))
        pairs = zip(plugins, loaded, strict=True)
        return [_render(plugin, chosen, job) for plugin, chosen in pairs]

    yield render


def _render(plugin: Plugin, chosen: Renderer, job: Job) -> Rendered:
    whose = (plugin, chosen.name, chosen.suffix)
    try:
        data = chosen.render(job.document, job.theme, job.options)
    except RenderError as failure:
        return Rendered(*whose, b"", failure.findings, Facts())
    findings = tuple(chosen.verify(data, job.document))
    if any(each.is_error for each in findings) or not isinstance(chosen, Describes):
        return Rendered(*whose, data, findings, Facts())
    return Rendered(*whose, data, findings, chosen.describe(data))


@contextmanager
def rendering_in_forks(plugins: Sequence[Plugin]) -> Iterator[Render]:
    """Yield a function that renders each format in a process forked now.

    The processes end with the block, however it ends.
    """
    with ExitStack() as ends:
        children = [_fork(plugin, ends) for plugin in plugins]

        def render(job: Job) -> list[Rendered]:
            message = pickle.dumps(job, pickle.HIGHEST_PROTOCOL)
            for child in children:
                child.ask(message)
            # All answers are read, or the next job would be given one of this.
            answers = [child.answer() for child in children]
            for index, answer in enumerate(answers):
                if isinstance(answer, ProcessEndedError):
                    children[index] = _fork(plugins[index], ends)
            return list(map(_whole, answers))

        yield render


class ProcessEndedError(RuntimeError):
    """The process for a format ended without an answer."""


def _whole(answer: Rendered | BaseException) -> Rendered:
    if isinstance(answer, BaseException):
        raise answer
    return answer


@dataclass(frozen=True, slots=True)
class _Child:
    """A forked process that renders one format, and the pipes to it."""

    plugin: Plugin
    pid: int
    jobs: IO[bytes]
    answers: IO[bytes]

    def ask(self, message: bytes) -> None:
        """Send a pickled job; a child that has failed says so in its answer."""
        with suppress(BrokenPipeError):
            self.jobs.write(message)
            self.jobs.flush()

    def answer(self) -> Rendered | BaseException:
        """Wait for the file and return it, or what the child could not handle."""
        try:
            return pickle.load(self.answers)  # type: ignore[no-any-return]
        except (EOFError, pickle.UnpicklingError):
            name = self.plugin.name
            return ProcessEndedError(
                f"the process for `{name}` ended without an answer"
            )

    def end(self) -> None:
        """End the process, whatever it does, and wait for it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.answers.close()
        with suppress(BrokenPipeError):
            self.jobs.close()


def _fork(plugin: Plugin, ends: ExitStack) -> _Child:
    job_reader, job_writer = os.pipe()
    answer_reader, answer_writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        # Closed here, so that the end of the parent is the end of the jobs.
        os.close(job_writer)
        os.close(answer_reader)
        _serve(plugin, os.fdopen(job_reader, "rb"), os.fdopen(answer_writer, "wb"))
    os.close(job_reader)
    os.close(answer_writer)
    jobs, answers = os.fdopen(job_writer, "wb"), os.fdopen(answer_reader, "rb")
    child = _Child(plugin, pid, jobs, answers)
    ends.callback(child.end)
    return child


def _serve(plugin: Plugin, jobs: IO[bytes], answers: IO[bytes]) -> NoReturn:
    """Answer jobs until there are no more; never return into the parent's code."""
    try:
        # The parent hears the terminal's signals and ends its children.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _answer_all(plugin, jobs, answers)
    finally:
        os._exit(0)


def _answer_all(plugin: Plugin, jobs: IO[bytes], answers: IO[bytes]) -> None:
    chosen = _attempted(_prepared, plugin)
    while True:
        try:
            job = pickle.load(jobs)
        except EOFError:
            return
        if isinstance(chosen, BaseException):
            _send(answers, chosen)
        else:
            _send(answers, _attempted(_render, plugin, chosen, job))


def _prepared(plugin: Plugin) -> Renderer:
    chosen = renderer(plugin)
    if isinstance(chosen, Prepares):
        chosen.prepare()
    return chosen


def _attempted(work: Callable[..., Any], *given: object) -> Any:
    """Return what `work` makes of what is `given`, or what it raised, to be sent."""
    try:
        return work(*given)
    except BaseException as failure:
        failure.add_note("".join(traceback.format_exception(failure)))
        return _portable(failure)


def _send(answers: IO[bytes], answer: Any) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _portable(failure: BaseException) -> BaseException:
    """Return `failure`, or its words where it cannot travel between processes."""
    try:
        pickle.loads(pickle.dumps(failure))
    except Exception:
        return RuntimeError("".join(traceback.format_exception(failure)))
    return failure
