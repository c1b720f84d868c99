# Two front doors: `make run` and `make test`. Everything else is for who changes the house.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run test coverage promises lint types bench proving golden adverts lock clean

help:  ## say what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/'

run: $(VENV)/.runtime  ## set up, load the demo, print a ranked answer, serve the app
	$(BIN)/carematch demo
	$(BIN)/carematch serve --port $(PORT)

test: $(VENV)/.dev  ## set up and run every test
	$(BIN)/pytest -n auto --dist worksteal

coverage: $(VENV)/.dev  ## every test again, with the lines and branches none of them runs (takes about twice as long)
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=term

promises: $(VENV)/.dev  ## the promises of a score, 10,000 cases each (an hour or two on two cores)
	CAREMATCH_CASES=long $(BIN)/pytest -q -n auto -m promise

lint: $(VENV)/.dev  ## style, formatting and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/.dev  ## mypy, strict
	$(BIN)/mypy

bench: $(VENV)/.dev  ## ratios against named baselines in the same run; a nation at three sizes into docs/benchmarks.md (over an hour)
	$(BIN)/python -m matcher.benchmarks
	$(BIN)/python -m webapp.benchmarks
	-$(BIN)/carematch bench --scale S --write
	-$(BIN)/carematch bench --scale M --write
	$(BIN)/carematch bench --scale L --write

proving: $(VENV)/.dev  ## when learning from outcomes pays, in simulated programmes (some minutes on one core)
	$(BIN)/python -m matcher.judging.simulation

golden: $(VENV)/.dev  ## write the golden rankings and journeys anew; read the difference before committing it
	$(BIN)/python -m tests.golden.regenerate

adverts: $(VENV)/.dev  ## how adverts are read against marks by hand (needs CAREMATCH_REAL_DATA)
	$(BIN)/pytest -q -s tests/golden/test_adverts.py

lock: $(VENV)/bin/python  ## resolve the lock files anew
	$(INSTALL) uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --no-emit-index-url --no-strip-extras --generate-hashes --quiet \
	  --extra postgresql --extra fast pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --no-emit-index-url --no-strip-extras --generate-hashes --quiet \
	  --extra postgresql --extra fast --extra dask --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:  ## take the environment and caches away (the database in instance/ stays)
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Missing: $(PYTHON). Install Python 3.11 or later."; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Missing: Python 3.11 or later ($(PYTHON) is older). Use make PYTHON=python3.11 ..."; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' \
	  || { echo "Missing: Python's venv module. On Debian or Ubuntu: apt-get install python3-venv"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: $(VENV)/bin/python requirements.lock pyproject.toml
	@$(INSTALL) --require-hashes -r requirements.lock \
	  || { echo "Missing: a package index that pip can reach, or a package for this machine (see above)."; exit 2; }
	@$(INSTALL) --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	@$(INSTALL) --require-hashes -r requirements-dev.lock \
	  || { echo "Missing: a package index that pip can reach, or a package for this machine (see above)."; exit 2; }
	@touch $@
