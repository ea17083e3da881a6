"""The command `bulletin`: its options and its help. What it does is in `commands`.

Only light modules are imported at the top, so that `--help` and completion answer at
once; a command imports what it needs when it runs.
"""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click

from pipeline import exits

FORMATS = ("human", "short", "json", "sarif", "github")
_EXISTING = click.Path(exists=True, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    # A command is short: collecting garbage costs more time than it frees memory.
    gc.disable()
    # No plugin of the validator may change what a sheet means; looking for them costs.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    for stream in (sys.stdout, sys.stderr):
        # A sheet's words must not stop a terminal that lacks a letter.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    debug = "--debug" in sys.argv[1:2]
    code = exits.guarded(_run, debug)
    # All is written and every child has ended; tearing modules down takes longer than
    # setting a sheet.
    os._exit(code)


def _run() -> int:
    code: int | None = bulletin(prog_name="bulletin", standalone_mode=False)
    sys.stdout.flush()
    return code or exits.Exit.DONE


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    from pipeline import commands

    commands.run_version()
    context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and the formats.",
)
@click.option("--debug", is_flag=True, help="When bulletin itself fails, show where.")
def bulletin(debug: bool) -> None:
    """Turn fact sheets into accessible PDF and editable Word files.

    A fact sheet is one text file. Write it in any editor, then build it:

    \b
      bulletin new visit-to-rome      start a sheet that already builds
      bulletin check                  look for mistakes, make nothing
      bulletin build                  make the files, in the folder `output`

    `bulletin COMMAND --help` says more about one command.
    """


def _sources(function: Callable[..., object]) -> Callable[..., object]:
    return click.argument("sources", nargs=-1, type=_EXISTING)(function)


def _form(function: Callable[..., object]) -> Callable[..., object]:
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default="human",
        help="How findings are shown: for people (human, short) or programs.",
    )(function)  # fmt: skip


def _strict(function: Callable[..., object]) -> Callable[..., object]:
    return click.option(
        "--strict", is_flag=True, help="Leave with exit code 3 if there are warnings."
    )(function)


@bulletin.command()
@_sources
@click.option(
    "--to",
    "formats",
    multiple=True,
    metavar="FORMAT",
    help="What to make: pdf, docx. Repeat it for several. Default: both.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=True),
    default=Path("output"),
    show_default=True,
    metavar="DIR",
    help="The folder for the finished files.",
)
@click.option(
    "--paper",
    type=click.Choice(["letter", "a4"]),
    default="letter",
    show_default=True,
    help="The paper size.",
)
@click.option(
    "--standard",
    type=click.Choice(["pdf17", "pdf2"]),
    default="pdf17",
    show_default=True,
    help="What PDF files keep and claim: pdf17 is PDF/UA-1 and PDF/A-2a; pdf2 is "
    "PDF/UA-2, PDF/A-4f and WTPDF, with the sheet attached.",
)
@click.option(
    "--theme",
    default="bulletin",
    show_default=True,
    metavar="NAME",
    help="The look: a theme's name, or your own theme's YAML file.",
)
@_strict
@_form
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Build so many sheets at a time. Default: as many as suit.",
)
def build(
    sources: tuple[Path, ...], formats: tuple[str, ...], **options: object
) -> int:
    """Make the finished files of sheets.

    SOURCES are sheets or folders of sheets; without any, every sheet in the folder
    `sources` is built. `kosovo.md` gives `output/kosovo.pdf` and `output/kosovo.docx`.
    A sheet with errors is not built, and its older files stay as they were.

    \b
    Examples:
      bulletin build
      bulletin build sources/kosovo.md
      bulletin build sources/kosovo.md --to pdf --paper a4
      bulletin build drafts --out finished
    """
    from pipeline import commands

    chosen = formats or ("pdf", "docx")
    asked = commands.Asked(_or_all(sources), chosen, **options)  # type: ignore[arg-type]
    return commands.run_build(asked)


def _or_all(sources: tuple[Path, ...]) -> tuple[Path, ...]:
    if not sources and not Path("sources").is_dir():
        raise click.UsageError(
            "there is no folder `sources` here: name a sheet, or start one with "
            "`bulletin new NAME`"
        )
    return sources or (Path("sources"),)


@bulletin.command()
@_sources
@_strict
@_form
def check(sources: tuple[Path, ...], strict: bool, form: str) -> int:
    """Look for mistakes without making files.

    SOURCES are sheets or folders; without any, the folder `sources` is checked.

    \b
    Examples:
      bulletin check
      bulletin check sources/kosovo.md --format short
    """
    from pipeline import commands

    return commands.run_check(_or_all(sources), strict, form)


@bulletin.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option(
    "--standard",
    "standards",
    multiple=True,
    type=click.Choice(["ua1", "ua2", "2a", "2u", "2b", "3a", "3u", "3b"]),
    help="Judge PDF files by this standard: PDF/UA-1 or -2, PDF/A-2 or -3. "
    "Repeat it for several. Default: what each file claims.",
)
@click.option(
    "--with",
    "validators",
    multiple=True,
    type=click.Choice(["verapdf", "openxmlsdk"]),
    help="Ask this reference validator as well, where it is installed.",
)
@_form
def verify(
    files: tuple[Path, ...],
    standards: tuple[str, ...],
    validators: tuple[str, ...],
    form: str,
) -> int:
    """Judge finished files, of any maker.

    FILES are PDF or Word files. Each is read back and held against the rules of the
    standards it claims; every broken rule is named, with page and object. Leaves with 1
    if a rule is broken, and with 4 if a file cannot be read.

    \b
    Examples:
      bulletin verify output/kosovo.pdf output/kosovo.docx
      bulletin verify report.pdf --standard ua1 --with verapdf
      bulletin verify report.pdf --format sarif > report.sarif
    """
    from pipeline.verify import run_verify

    return run_verify(files, standards, validators, form)


@bulletin.command()
@click.argument("source", type=_FILE)
def show(source: Path) -> int:
    """Print the sheet SOURCE as an outline.

    It shows what the finished files will say, in the order a listener hears it.

    \b
    Example:
      bulletin show sources/kosovo.md
    """
    from pipeline import commands

    return commands.run_show(source)


@bulletin.command()
@click.argument(
    "name",
    type=click.Choice(["factsheet", "theme", "report"]),
    default="factsheet",
)
def schema(name: str) -> int:
    """Print the JSON Schema of sheets, themes or reports.

    An editor that knows the schema completes keys and marks mistakes as you type.

    \b
    Examples:
      bulletin schema > factsheet.schema.json
      bulletin schema theme > theme.schema.json
    """
    from pipeline import commands

    return commands.run_schema(name)


@bulletin.command()
@click.argument("name")
def new(name: str) -> int:
    """Start a new sheet called NAME that builds as it is.

    It is put into the folder `sources`, where `bulletin build` looks. A file that
    exists already is never overwritten.

    \b
    Example:
      bulletin new visit-to-rome
    """
    from pipeline import commands

    return commands.run_new(name)


@bulletin.command()
def formats() -> int:
    """List the formats, and which package makes each."""
    from pipeline import commands

    return commands.run_formats()


if __name__ == "__main__":
    main()
