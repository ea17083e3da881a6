"""Many sheets, shared out to worker processes."""

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context
from pathlib import Path

from pipeline.diagnostics import Location, error
from pipeline.outcome import Built
from pipeline.parallel import can_fork, rendering_here
from pipeline.produce import produce
from pipeline.registry import Plugin, renderer
from pipeline.settings import Settings


def build_shared(
    sheets: Sequence[Path], settings: Settings, plugins: Sequence[Plugin], workers: int
) -> Iterator[Built]:
    """Yield what became of each sheet, in order, built by `workers` processes.

    A sheet whose worker dies is tried once more, alone; only that sheet fails.
    """
    for plugin in plugins:
        renderer(plugin)  # imported before the fork, so that workers share it
    pool = _pool(workers)
    try:
        futures = [pool.submit(_build, sheet, settings, plugins) for sheet in sheets]
        for sheet, future in zip(sheets, futures, strict=True):
            yield _outcome(future) or _build_alone(sheet, settings, plugins)
    except BaseException:
        # Stopped: a sheet in work is dropped whole, its old files are untouched.
        for worker in active_children():
            worker.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    context = get_context("fork" if can_fork() else "spawn")
    return ProcessPoolExecutor(workers, context, initializer=_leave_signals_to_parent)


def _leave_signals_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _build(sheet: Path, settings: Settings, plugins: Sequence[Plugin]) -> Built:
    with rendering_here(plugins) as render:
        return produce(sheet, settings, render)


def _outcome(future: Future[Built]) -> Built | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _build_alone(sheet: Path, settings: Settings, plugins: Sequence[Plugin]) -> Built:
    with _pool(1) as pool:
        built = _outcome(pool.submit(_build, sheet, settings, plugins))
    if built:
        return built
    lost = error(
        "worker",
        "the process that built this sheet died twice",
        location=Location(str(sheet)),
        hint="the machine may be short of memory; the sheet's old files are unchanged",
    )
    return Built(sheet, (), (lost,))
