"""`python -m pipeline.cli` is `bulletin`."""

from pipeline.cli import main

main()
