"""No file, whatever it was made for, takes more than 5 seconds or 300 MB to refuse."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.word.hostile import CASES

SECONDS, MEGABYTES = 5, 300
PULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds} + 1))
from pipeline.pull import RefusedEditError, base_of, read_edited
from schemas.blocks import Paragraph, Section
from schemas.factsheet import FactSheet
text = Paragraph(text="Mera")
base = base_of(FactSheet(title="Rivers", sections=(Section(blocks=(text,)),)))
try:
    read_edited(open(sys.argv[1], "rb").read(), base=base)
except RefusedEditError as refused:
    print(*(each.code for each in refused.findings))
status = open("/proc/self/status").read() if sys.platform == "linux" else ""
peak = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
# What getrusage says counts the process that started this one, too.
print(int(peak[0]) // 1024 if peak else 0)
"""
REASONS = {
    "large_member": "OX:31", "laughs": "OX:10", "outside_entity": "OX:10",
    "climbing_name": "OX:32", "twice_named": "OX:32", "cut_off": "OX:33",
    "climbing_target": "missing-part", "null_target": "missing-part",
    "deep_controls": "OX:10", "many_paragraphs": "too-large",
    "much_markup": "too-large", "long_paragraph": "too-large",
    "nested_tables": "nested-table", "looping_styles": "style",
    "huge_numbers": "merged-cells",
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_is_refused_in_time_and_room(name: str, tmp_path: Path) -> None:
    file = tmp_path / "hostile.docx"
    file.write_bytes(CASES[name]())
    program = PULL.format(seconds=SECONDS)
    done = subprocess.run(
        [sys.executable, "-c", program, file],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    codes, memory = done.stdout.splitlines()
    assert REASONS.get(name, "title") in codes.split()
    assert int(memory) < MEGABYTES
