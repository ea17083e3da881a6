"""The command `bulletin`: its options and its help; what it does is in `commands`.

Only light modules are imported at the top, so that `--help` and completion answer at
once; a command imports what it needs when it runs.
"""

import gc
import os
import sys
from typing import NoReturn

import click

from pipeline import exits
from pipeline.cli import about, files, sheets


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
      bulletin import old-sheet.txt   make a source of a document that exists
      bulletin pull EDITED.docx       bring edits made in Word home

    `bulletin COMMAND --help` says more about one command.
    """


for _command in (
    sheets.new, sheets.check, sheets.show, sheets.build,
    files.import_, files.pull, files.verify, about.schema, about.formats,
):  # fmt: skip
    bulletin.add_command(_command)
