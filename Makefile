# Every target does all its own set-up. `uv` is used where it is installed, else venv and pip.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: brief test check setup lab site bench fuzz lock
.DEFAULT_GOAL := brief

brief: $(READY) ## the briefing table, and the brief as Word, PDF, HTML and Markdown
	@mkdir -p build
	$(BIN)/ouderevidence table --kern
	$(BIN)/ouderevidence brief -o build/kennisnotitie.docx -o build/kennisnotitie.pdf \
		-o build/kennisnotitie.html -o build/kennisnotitie.md

test: check ## everything: lint, types, unit, property, notebook and browser tests
	$(BIN)/ouderevidence validate
	$(BIN)/python -m pytest --nbval --nbval-cell-timeout=60 notebooks
	$(BIN)/python -m pytest

check: $(READY) ## lint and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

setup: $(READY) ## the virtual environment in .venv, from the hashed lock

lab: $(READY) ## the notebooks in JupyterLab
	$(BIN)/jupyter lab --LabApp.default_url=/lab/tree/00-start.ipynb --ServerApp.root_dir=notebooks

site: $(READY) ## the explorer as a page, with the ready briefs beside it, in build/site
	@mkdir -p build
	$(BIN)/ouderevidence site -o build/site

bench: $(READY) ## ratios of time against a peer in the same run
	$(BIN)/python benchmarks/bench.py

fuzz: $(READY) ## broken and twisted input for every reader, ten minutes of it
	$(BIN)/python tests/fuzz.py 600

lock: ## write the lock anew (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--python-version 3.11 --all-extras pyproject.toml -o requirements.lock

$(READY): pyproject.toml requirements.lock
	@if command -v uv >/dev/null; then \
		uv venv --quiet --clear --python "$(PYTHON)" .venv; \
		uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock; \
		uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .; \
	else \
		"$(PYTHON)" -m venv --clear .venv; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .; \
	fi
	@touch $@
