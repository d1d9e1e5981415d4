# `make play` and `make test` are all that a newcomer needs; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
KILLS ?= 500
PROCESSES ?= 1

.DEFAULT_GOAL := help
.PHONY: help play run setup test check cover lint types imports bench soak pictures lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

play: $(VENV)/.play ## set up and play at the terminal (ARGS="--rounds 5 --plain")
	@$(BIN)/gumshoe play $(ARGS)

run: $(VENV)/.play ## set up and run the Discord bot (GUMSHOE_TOKEN in the environment or in .env)
	@$(BIN)/gumshoe run $(ARGS)

setup: $(VENV)/.dev ## set up everything for work on Gumshoe, in .venv

test: $(VENV)/.dev ## set up and run the tests (ARGS="-k judge")
	$(BIN)/pytest -n auto --dist worksteal $(ARGS)

check: lint types imports ## the whole gate: lint, types, import contracts, tests
	$(BIN)/pytest -n auto --dist worksteal

cover: $(VENV)/.dev ## the share of the code that the tests run (it takes twice as long)
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=
	$(BIN)/coverage report --format=total

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/.dev ## measure speed and size, each beside its limit (JSON=FILE also writes JSON)
	$(BIN)/python -m tests.bench $(if $(JSON),--json $(JSON))

soak: $(VENV)/.dev ## kill and restart the real program KILLS times, and count lost answers (PROCESSES=3: on PostgreSQL)
	$(BIN)/python -m tests.soak --kills $(KILLS) --processes $(PROCESSES)

pictures: $(VENV)/.pictures ## take the README's pictures from the real bot (needs Debian's chromium)
	$(BIN)/python -m tests.pictures

lock: $(VENV)/.dev ## write the requirements files anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		--no-emit-index-url pyproject.toml --extra cards --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		--no-emit-index-url pyproject.toml --extra cards --extra postgres --constraint requirements.txt \
		--output-file requirements-postgres.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		--no-emit-index-url pyproject.toml --extra cards --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## remove the set-up and all caches (the database of scores stays)
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Gumshoe needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.play: $(BIN)/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.play requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/.pictures: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'simcord[preview]==3.2.1' playwright
	@touch $@
