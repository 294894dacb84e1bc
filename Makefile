# make serve   the site, live, as you edit it
# make test    every check there is, the quickest first
#
# Both set up what they need, in .venv and .cache; nothing else on this machine is touched.
# One check alone: make lint, types, scripts-types, site or pytest.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000

in-venv := .venv/bin/python -m
export DENO_DIR := .cache/deno
export DENO_NO_UPDATE_CHECK := 1
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve test lint types browser-types site pytest lock screenshots environment test-environment

serve: environment
	$(in-venv) mkdocs serve --dev-addr $(ADDRESS)

test: lint browser-types types site pytest

lint: test-environment
	$(in-venv) ruff check
	$(in-venv) ruff format --check

browser-types: test-environment
	.venv/bin/deno check --quiet --no-remote --no-npm --no-lock overrides docs

types: test-environment
	$(in-venv) mypy

site: environment
	$(in-venv) mkdocs build --strict --quiet --site-dir .cache/site

pytest: test-environment
	$(in-venv) pytest

environment:
	@$(PYTHON) scripts/environment.py requirements.lock

test-environment:
	@$(PYTHON) scripts/environment.py requirements-test.lock
