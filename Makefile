# Thin: every target is a command of the README. Needs make and Python 3.11 or newer; all else goes into .venv.
.DEFAULT_GOAL := help
.PHONY: help corpus test test-editors lint bench accuracy identification data hooks readme lock fresh clean

# The first interpreter that is new enough; `make PYTHON=...` names another.
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
# Wheels only, so that no compiler is needed; `pyicu` is asked for only where no wheel of ICU exists.
LOCKED := $(PIP) install --require-hashes --only-binary :all: --no-binary pyicu --requirement

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name what; do \
		printf '  make %-14s %s\n' "$$name" "$$what"; done

corpus: .venv/run.stamp ## clean seeds/ into build/corpus/ and print what was done
	$(BIN)/nepalint clean seeds -o build/corpus

test: .venv/dev.stamp ## run the main test suite
	$(BIN)/python -m pytest

test-editors: .venv/dev.stamp ## a real editor against the language server; installs Neovim (Debian, as root) where it is missing
	@command -v nvim >/dev/null || { apt-get update && apt-get install --yes --no-install-recommends neovim; }
	$(BIN)/python -m pytest tests/lsp/neovim.py

lint: .venv/dev.stamp ## style, types, layers, and nepalint over the project's own Nepali
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/own_nepali.py

bench: .venv/dev.stamp ## speed against codespell
	$(BIN)/python -m bench.speed

accuracy: .venv/dev.stamp ## precision, recall and false alarms on the gold; with CORPORA=folder also what fixes do to its texts
	$(BIN)/python -m bench.accuracy --write
	@test -z "$(CORPORA)" || $(BIN)/python -m bench.corpora $(CORPORA)

identification: .venv/dev.stamp build/identification.stamp ## Nepali or Hindi on texts that were not counted, beside other tools
	$(BIN)/python -m bench.identification build/identification

build/identification.stamp: scripts/identification_texts.py
	$(BIN)/python scripts/identification_texts.py build/identification
	@touch $@

data: .venv/dev.stamp ## build anew what comes from rules and counts: verbs, verdicts, n-grams, lexicon, analyses
	$(BIN)/python -m scripts.build_nepali_verbs
	$(BIN)/python -m scripts.build_verdicts
	$(BIN)/python -m scripts.build_ngrams
	$(BIN)/python -m scripts.build_lexicon
	$(BIN)/python -m scripts.build_analyses
	$(BIN)/python -m scripts.build_doubled

hooks: .venv/dev.stamp ## run this repository's own pre-commit hooks on every file
	$(BIN)/pre-commit run --all-files

readme: .venv/dev.stamp ## run the examples of README.md and write what they print into it
	$(BIN)/python scripts/readme_examples.py

lock: .venv/dev.stamp ## resolve the lock files anew (make lock UPGRADE=--upgrade for newer versions)
	scripts/lock.sh $(UPGRADE)

fresh: ## clone HEAD, set up from nothing and run corpus and test
	scripts/fresh_clone.sh

clean: ## remove what the other targets made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/run.stamp: requirements/run.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "nepalint needs Python 3.11 or newer: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up .venv: what nepalint needs"
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@$(LOCKED) requirements/run.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements/dev.lock .venv/run.stamp
	@echo "Setting up .venv: what its tests need"
	@$(LOCKED) requirements/dev.lock
	@touch $@
