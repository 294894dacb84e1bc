# make serve   the site in your browser, live, as you edit it
# make test    what a change of code can break, the quickest first
#
# Both set up what they need: Python packages in .venv, everything else in .cache. (As root on
# Debian or Ubuntu, `make test` also installs Chromium if there is none.)
# make check   all that words, YAML or data can break, in half a minute; a part of it: make site
# One check of the code alone: make lint, types or pytest.
#
# make test-exhaustive   the same with every case, before a release; a night's run in CI
# make test-engines   readers' journeys in Firefox, WebKitGTK (of Safari's kin) and Chromium
# make test-screen-reader   what the screen reader Orca says of a self-assessment, the menu, the search
#
# As root on Debian that installs these browsers too; elsewhere it says what to install.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000

python := .venv/bin/python

# Or mkdocs-material prints a page about the future of MkDocs at each start.
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve check test lint types site pytest test-exhaustive test-engines test-screen-reader host test-hosts wheel screenshots cards sbom audit lock upgrade paper test-paper
.PHONY: publish bench bench-check bench-load
.PHONY: environment test-environment engines-environment bench-environment paper-environment
.NOTPARALLEL:

serve: environment
	@$(python) -m scripts serve $(ADDRESS)

test: check lint types pytest

check: environment
	$(python) -m scripts check

# scripts/tasks.py has the commands, which run without make too: python -m scripts lint.
lint types pytest: test-environment
	@$(python) -m scripts $@

site: environment
	@$(python) -m scripts $@

# As `make test`, with every case of the families of which that takes a sample.
test-exhaustive: check lint types test-environment
	@$(python) -m scripts exhaustive

# Not a part of `make test`: it brings in two more browsers.
test-engines: engines-environment
	$(python) -m scripts.engines
	xvfb-run --auto-servernum $(python) -m pytest --exhaustive -p tests.browser.engines.readers \
	  tests/browser/engines/journeys.py tests/browser/engines/keeping.py tests/browser/engines/presses.py

# Not a part of `make test`: it brings in a screen reader. What was said is in .cache/screen-reader.txt.
test-screen-reader: test-environment
	$(python) -m scripts.screen_reader
	dbus-run-session -- xvfb-run --auto-servernum --server-args="-screen 0 1000x800x24" \
	  $(python) -m pytest --exhaustive --numprocesses=0 --reruns 0 -p tests.browser.screen_reader.heard \
	  tests/browser/screen_reader/journeys.py

# The book built and finished by another site generator, into .cache/hosts: properdocs, materialx or zensical.
HOST =
host: test-environment
	$(python) -m scripts.hosts $(HOST) --address "$(if $(filter-out file,$(origin ADDRESS)),$(ADDRESS))"

# Each of them in turn (or HOST), read in a browser. Not a part of `make test`: it installs four environments.
test-hosts: test-environment
	$(python) -m scripts.browser
	$(python) -m pytest --exhaustive tests/browser/hosts/published.py $(if $(HOST),-k $(HOST))

# The book to print and to carry, into .cache/paper: PDFs for A4 and US Letter, each also in large print, and an EPUB.
paper: site paper-environment
	$(python) -m scripts.pango
	$(python) -m scripts.paper .cache/site .cache/paper

# Whether they are what they promise to be. Not a part of `make test`: it takes minutes, Pango and Java.
test-paper: paper
	$(python) -m pytest --numprocesses=0 tests/paper/pdf.py tests/paper/epub.py

# The engine as a package for other sites, into .cache/wheel; docs/contribute/use-it-elsewhere.md tells how to use it.
wheel: test-environment
	cd hooks && ../$(python) -m hatchling build -t wheel -d ../.cache/wheel

# The pictures of docs/assets/screenshots, which README.md shows.
screenshots: site test-environment
	$(python) -m scripts.browser
	PYTHONPATH=hooks $(python) -m scripts.screenshots .cache/site

# The pictures of docs/assets/cards, for previews of links: after a change of a title or a moon.
cards: test-environment
	$(python) -m scripts.browser
	PYTHONPATH=hooks $(python) -m scripts.cards
	PYTHONPATH=hooks $(python) -m scripts.icons

# For a server of one's own: .cache/publish has the site, pressed, and what the server must say with it.
publish: site
	PYTHONPATH=hooks $(python) -m scripts.publish .cache/site .cache/publish

# How many readers the nginx of deploy/ can take here; the tables go to bench/load.md.
bench-load: bench-environment
	$(python) -m scripts.browser
	PYTHONPATH=hooks $(python) -m bench.load

# Everything that is measured, in a few minutes; the tables go to bench/results.md.
bench: bench-environment
	$(python) -m scripts.browser
	PYTHONPATH=hooks $(python) -m bench

# Whether the tables of bench/results.md are about what is here now; before a release.
bench-check: test-environment
	$(python) -m bench.measured

# What the site, the tests and the measurements are made with: .cache/sbom.cdx.json, in CycloneDX.
sbom: test-environment
	.venv/bin/uv export --quiet --frozen --no-config --preview-features sbom-export --format cyclonedx1.5 \
	  --all-groups --output-file .cache/sbom.cdx.json

# Whether osv.dev knows of a hole in any of it, in the versions locked. Needs the network. To go on
# with one that cannot hurt here: AUDIT = --ignore ID, and the reason why above it.
AUDIT =
audit: test-environment
	.venv/bin/uv audit --frozen --no-config --preview-features audit-command $(AUDIT)

# After a change of the dependencies in pyproject.toml.
lock: test-environment
	$(python) -m scripts.locks

# To the newest versions that pyproject.toml allows.
upgrade: test-environment
	$(python) -m scripts.locks --upgrade

environment:
	@$(PYTHON) scripts/environment.py requirements.lock

test-environment:
	@$(PYTHON) scripts/environment.py requirements-test.lock

bench-environment: test-environment
	@$(PYTHON) scripts/environment.py requirements-bench.lock

paper-environment: test-environment
	@$(PYTHON) scripts/environment.py requirements-paper.lock

engines-environment: test-environment
	@$(PYTHON) scripts/environment.py requirements-engines.lock
