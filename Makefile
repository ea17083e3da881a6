# Bulletin: `make` sets everything up and builds all sheets; `make help` says the rest.

PYTHON ?= python3
BIN := .venv/bin
LOCK := .ci/requirements.lock
READY := .venv/.ready
VERAPDF := .cache/verapdf/.ready
OOXML := .cache/ooxml/.ready

# Compiled ahead, as an installer does with a package: a command starts sooner.
COMPILE := $(BIN)/python -m compileall -q pipeline schemas

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: all pdf docx test check format schema bench lock clean help validators

all: $(READY) ## set up, then build every sheet in sources/ into output/
	$(BIN)/bulletin build

pdf: $(READY) ## build the PDF files only
	$(BIN)/bulletin build --to pdf

docx: $(READY) ## build the Word files only
	$(BIN)/bulletin build --to docx

test: $(READY) validators ## run all tests
	$(BIN)/pytest

check: $(READY) ## look at the code: format, lint, types, module directions, schemas
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bulletin schema factsheet | diff schemas/json/factsheet.schema.json -
	$(BIN)/bulletin schema theme | diff schemas/json/theme.schema.json -
	$(BIN)/bulletin schema report | diff schemas/json/report.schema.json -
	$(BIN)/bulletin check

format: $(READY) ## put the code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

schema: $(READY) ## write the JSON Schemas that editors complete from
	$(BIN)/python -m schemas.export

bench: $(READY) ## measure speed and memory; BENCH_LAB=DIR adds rivals
	@$(COMPILE)
	BENCH_LAB="$(BENCH_LAB)" $(BIN)/python -m tests.bench

lock: ## choose dependency versions anew (needs pip-tools)
	pip-compile --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --extra dev --all-build-deps --output-file $(LOCK) pyproject.toml
	{ echo '# Every package with its hashes; made by `make lock` from pyproject.toml.'; \
	  cat $(LOCK); } > $(LOCK).new && mv $(LOCK).new $(LOCK)

clean: ## remove what was built; the set-up stays
	rm -rf output/* dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -rf .import_linter_cache

help: ## list what make can do
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

# The set-up is repeated only when the lock file or the project's declaration changes.
$(READY): $(LOCK) pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --require-hashes --requirement $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --no-index --no-deps --no-build-isolation --editable .
	@$(COMPILE)
	@touch $@

# The validators judge finished files in the tests. Without their tools the tests that
# need them are skipped and say so; with CI=true a missing tool is a failure.
validators: $(VERAPDF) $(OOXML)

$(VERAPDF): .ci/verapdf/pom.xml
	@sh .ci/validator.sh "PDF/UA and PDF/A tests" "java mvn" "Java 11 and Maven" -- \
	  mvn -B -q -f .ci/verapdf/pom.xml dependency:copy-dependencies \
	  -DoutputDirectory="$(CURDIR)/.cache/verapdf"

$(OOXML): .ci/ooxml/package.json .ci/ooxml/package-lock.json
	@mkdir -p .cache/ooxml && cp .ci/ooxml/*.json .cache/ooxml/
	@sh .ci/validator.sh "Open XML tests" "node npm" "Node.js 18 with npm" -- \
	  npm install --silent --no-save --no-audit --no-fund --prefix .cache/ooxml

