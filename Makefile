# Everything that a person does with this project, one word each. Needs Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
JOIN_SIZES ?= 1000000,10000000,50000000

.PHONY: run test check data bench pictures browser clean

run: $(VENV)/run.done  ## set up and serve the map on http://localhost:8501
	$(BIN)/python -m streamlit run app.py --server.port $(PORT)

test: $(VENV)/dev.done browser  ## set up and run all checks and tests
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest

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
	$(BIN)/python -m bench.join --sizes $(JOIN_SIZES)

pictures: $(VENV)/dev.done browser  ## photograph the map on ten telling days into docs/img
	$(BIN)/python -m bench.pictures

browser:  ## Debian's Chromium, when no browser is there and we may install it
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || command -v chromium-browser >/dev/null || \
	{ command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } || \
	echo "No Chromium found: the browser tests will be skipped. Install chromium to run them."

$(VENV)/run.done: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/dev.done: requirements.txt requirements-scale.txt requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/run.done

clean:
	rm -rf $(VENV) static .cache
