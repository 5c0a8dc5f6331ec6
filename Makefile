# Every target sets up what it needs: uv (installed with pip when missing), a virtual
# environment in .venv, and the locked, hashed dependencies. Nothing else is touched.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null || echo $(VENV)/bin/uv)
WORKERS ?= 2

.PHONY: help release test lint dev bench accuracy floor lock clean

help:
	@sed -n 's/^## //p' Makefile

## make release   the whole pipeline on the built-in sample newsroom; prints where the release lies
release: $(VENV)/.release
	@$(BIN)/kerjasama release

## make dev       the Dagster UI with the code location loaded, on http://127.0.0.1:3000
dev: $(VENV)/.release
	@$(BIN)/kerjasama dev

## make test      all tests, on two processes (WORKERS=n for more)
test: $(VENV)/.dev
	@$(BIN)/pytest -n $(WORKERS) --dist worksteal tests

## make lint      style, types and the arrows between the folders
lint: $(VENV)/.dev
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

## make bench     ratios against other tools, measured side by side
bench: $(VENV)/.dev
	@$(BIN)/python -m bench

## make accuracy  measure the extractor on all gold anew and write the committed scores (needs ../shared)
accuracy: $(VENV)/.dev
	@$(BIN)/python -m kerjasama.evaluate.accuracy

## make floor     let the committed scores be the floor that CI holds; review the change
floor: $(VENV)/.dev
	@$(BIN)/python -m kerjasama.evaluate.floor

## make lock      resolve the dependencies anew (needs the network)
lock: $(VENV)/.uv
	$(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-annotate --no-header --python-version 3.11 --extra postgres --extra cluster \
	  pyproject.toml -o requirements.lock
	$(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-annotate --no-header --python-version 3.11 --extra postgres --extra cluster --group dev \
	  -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) data

$(VENV)/.uv:
	@command -v $(PYTHON) >/dev/null || { echo "make: $(PYTHON) not found; install Python 3.11 or later, or say PYTHON=/path/to/python" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) is older than 3.11; say PYTHON=/path/to/a/newer/python" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@command -v uv >/dev/null || test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet uv
	@touch $@

$(VENV)/.release: $(VENV)/.uv requirements.lock pyproject.toml
	@test -e $(VENV)/.dev || $(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.uv requirements-dev.lock pyproject.toml
	@$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.release
