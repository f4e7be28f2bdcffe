# Everything that a person does with this project, one word each. Needs Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AUDIT := .cache/audit
PORT ?= 8501
WORKERS ?= 2
JOIN_SIZES ?= 1000000,10000000,50000000

.PHONY: run test check data bench soak pictures browser lock sbom audit clean

run: $(VENV)/run.done  ## set up and serve the map on http://localhost:8501
	$(BIN)/python -m streamlit run app.py --server.port $(PORT)

test: $(VENV)/dev.done browser  ## set up and run all checks and tests
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

check: $(VENV)/dev.done  ## lint, types, layers, the record
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m geo validate

data: $(VENV)/dev.done  ## build the places and the zones anew
	$(BIN)/python -m geo build all
	$(BIN)/python -m geo validate

bench: $(VENV)/dev.done browser  ## measure against naive peers; writes bench/results*.json; JOIN_SIZES=1000000 is short
	$(BIN)/python -m bench
	$(BIN)/python -m bench.pages
	$(BIN)/python -m bench.film
	$(BIN)/python -m bench.join --sizes $(JOIN_SIZES)

soak: $(VENV)/dev.done browser  ## every trial in full, about half an hour; writes docs/reliability.md
	$(BIN)/python -m trials

pictures: $(VENV)/dev.done browser  ## photograph the map on ten telling days and every other page into docs/img
	$(BIN)/python -m bench.pictures
	$(BIN)/python -m bench.sheets

browser:  ## Debian's Chromium, when no browser is there and we may install it
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || command -v chromium-browser >/dev/null || \
	{ command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } || \
	echo "No Chromium found: the browser tests will be skipped. Install chromium to run them."
	@command -v nginx >/dev/null || test -x /usr/sbin/nginx || \
	{ command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get install -y -qq nginx-light >/dev/null; } || \
	echo "No nginx found: deploy/nginx.conf will not be tried. Install nginx-light to try it."

$(VENV)/run.done: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(VENV)/dev.done: requirements.txt requirements.lock requirements-scale.txt requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
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
