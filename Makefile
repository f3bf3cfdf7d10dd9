# Every target makes what it needs first: on a fresh machine the first command just works.
# The environment is made by Python's own venv and pip, pinned by constraints.txt.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

CORPUS ?= corpus/inputs
OUT ?= out
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SCORED := .cache/score

.PHONY: help setup format lint test check golden schema ingest score score-update bench bench-pages clean

help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Make the environment (.venv) with all that is needed

$(READY): pyproject.toml constraints.txt .ci/setup
	@bash .ci/setup $(VENV)
	@touch $@

ingest: $(READY) ## Ingest CORPUS (default: corpus/inputs) to OUT (default: out)
	@$(BIN)/sopbaku ingest "$(CORPUS)" --out "$(OUT)"

test: $(READY) ## Run the tests
	@$(BIN)/pytest -n auto

lint: $(READY) ## Style, types, import directions, and the schema's freshness
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/sopbaku schema | diff -u normalizers/sop.schema.json - \
		|| { echo "normalizers/sop.schema.json is not what model.py says: run make schema" >&2; exit 1; }

check: lint test ## All that must pass before a change goes in

format: $(READY) ## Format the code and sort the imports
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

golden: $(READY) ## Rewrite the snapshots in tests/golden; review them as a diff
	@SOPBAKU_GOLDEN=1 $(BIN)/pytest -m golden

schema: $(READY) ## Write normalizers/sop.schema.json from normalizers/model.py
	@$(BIN)/sopbaku schema > $(VENV)/sop.schema.json && mv $(VENV)/sop.schema.json normalizers/sop.schema.json

score: $(READY) ## Score our corpus against its truth and each rule against labelled documents; fails when one got worse
	@rm -rf $(SCORED)
	@$(BIN)/sopbaku ingest corpus/inputs --out $(SCORED) --no-documents --no-reports --no-tables --json > /dev/null || true
	@$(BIN)/sopbaku score corpus/expected $(SCORED) --baseline corpus/scores.json $(ARGS)
	@$(BIN)/python -m benchmarks.temuan

score-update: ARGS := --update
score-update: score ## Score, and keep the result in corpus/scores.json

bench: $(READY) ## Measure documents per second per core
	@$(BIN)/python -m benchmarks.throughput $(ARGS)

bench-pages: $(READY) ## Measure scanned pages per second: make bench-pages ARGS=folder
	@$(BIN)/python -m benchmarks.kecepatan_halaman $(ARGS)

clean: ## Remove all that was made, the environment included
	@rm -rf $(VENV) .cache out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
