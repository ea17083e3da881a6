"""Which rule of PDF/UA-2 and PDF/A-4 says what one of PDF/UA-1 and PDF/A-2 says.

Ids are those of the veraPDF profiles: `UA1:` and `UA2:` for ISO 14289, `A2:` and `A4:`
for ISO 19005, `WT:` for WTPDF, `TS:` for the table of ISO/TS 32005. An id without a
last number is a clause that no profile tests.
"""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.diagnostics import Diagnostic

SECOND_PARTS = {
    "A2:6.1.2-1": "A4:6.1.2-1",
    "A2:6.1.2-2": "A4:6.1.2-2",
    "A2:6.1.3-1": "A4:6.1.3-1",
    "A2:6.1.3-2": "A4:6.1.3-2",
    "A2:6.1.3-3": "A4:6.1.3-3",
    "A2:6.2.3-1": "A4:6.2.3-1",
    "A2:6.2.4.3-2": "A4:6.2.4.3-2",
    "A2:6.3.1-1": "A4:6.3.1-1",
    "A2:6.3.2-2": "A4:6.3.2-2",
    "A2:6.5.1-1": "A4:6.6.1-1",
    "A2:6.5.2-1": "A4:6.6.3-1",
    "A2:6.5.2-2": "A4:6.6.3-1",
    "A2:6.6.2.1-2": "A4:6.7.2.1-2",
    "A2:6.6.2.1-4": "A4:6.7.2.1-4",
    "A2:6.6.4-1": "A4:6.7.3-1",
    "A2:6.8-5": "A4:6.9",
    "UA1:5-2": "UA2:5-2",
    "UA1:6.2-1": "UA2:6.2-1",
    "UA1:7.1-1": "UA2:8.2.2-1",
    "UA1:7.1-2": "UA2:8.2.2-1",
    "UA1:7.1-3": "UA2:8.2.2-1",
    "UA1:7.1-8": "UA2:8.11.1-2",
    "UA1:7.1-9": "UA2:8.11.1-1",
    "UA1:7.1-10": "UA2:8.11.2-1",
    "UA1:7.1-11": "UA2:8.2.1-1",
    "UA1:7.1-12": "UA2:8.2.1-2",
    "UA1:7.1-5": "UA2:8.2.4-1",
    "UA1:7.2-3": "TS:5",
    "UA1:7.2-4": "TS:5",
    "UA1:7.2-29": "UA2:8.4.4-2",
    "UA1:7.2-34": "UA2:8.4.4-1",
    "UA1:7.2-42": "UA2:8.2.5.26-3",
    "UA1:7.3-1": "UA2:8.2.5.28.2-1",
    "UA1:7.4.2-1": "UA2:8.2.5.12",
    "UA1:7.5-1": "UA2:8.2.5.26-5",
    "UA1:7.9-1": "UA2:8.2.5.14",
    "UA1:7.18.3-1": "UA2:8.9.3.3-1",
    "UA1:7.18.5-1": "UA2:8.2.5.20-1",
    # Part 2 asks for no words on a link; we do in both editions.
    "UA1:7.18.5-2": "structure",
    "UA1:7.21.3.2-1": "UA2:8.4.5.3.2-1",
    "UA1:7.21.4.1-1": "UA2:8.4.5.5.1-1",
    "UA1:7.21.4.1-2": "UA2:8.4.5.5.1-2",
    "UA1:7.21.5-1": "UA2:8.4.5.6-1",
    "UA1:7.21.7-1": "UA2:8.4.5.8-1",
    "UA1:7.21.7-2": "UA2:8.4.5.8-2",
    "UA1:7.21.8-1": "UA2:8.4.5.9-1",
}


def in_second_parts(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings with the rules that a file of PDF 2.0 breaks."""
    return [
        replace(finding, code=SECOND_PARTS.get(finding.code, finding.code))
        for finding in findings
    ]
