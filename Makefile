# Two commands: `make run` opens the site, `make test` checks everything. Both install what they need.
PORT ?= 8501
PYTHON ?= python3
BIN := .venv/bin
STAMPS := .venv/.done
NPM := $(shell command -v npm 2>/dev/null)

.PHONY: run test thorough check install install-test browser clean

# Large arrays go back to the system when they are done with (glibc; nothing elsewhere).
run: install
	@echo "2040 begynner nå: http://localhost:$(PORT)"
	@MALLOC_MMAP_THRESHOLD_=1000000 exec $(BIN)/streamlit run app.py --server.port $(PORT)

# What is compiled is kept, whatever the machine is set to: many processes read it in one run.
test: install-test browser check
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -m "not thorough" --durations=10

# Every page at every width and button by button, every figure and slide: some minutes in a browser
# for what seldom breaks, so not with the rest. CI does it too. A page waits more than it works, and
# nothing is computed twice, so whoever is free takes the next.
thorough: install-test browser
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -m thorough --dist worksteal

# The parts need nothing of each other, so they run side by side, and all of them say their say.
CHECKS := check-lint check-types check-schema check-reference check-front-end

check: install-test
	@$(MAKE) --no-print-directory --keep-going --jobs 2 --output-sync=target $(CHECKS)

.PHONY: $(CHECKS)
check-lint:
	$(BIN)/ruff check
	$(BIN)/ruff format --check

check-types:
	$(BIN)/mypy

check-schema:
	$(BIN)/python -m framtid schema check

check-reference:
	$(BIN)/python -m framtid reference check

check-front-end:
ifdef NPM
	npm run --silent check
else
	@echo "npm is not here: the front end is NOT checked (types, lint, unit tests)"
endif

# Every page in every language against HTML's rules: two minutes, so not with the rest.
.PHONY: html
html: install-test
	$(BIN)/python -m tests.valid_html

install: $(STAMPS)/run $(STAMPS)/bundle $(STAMPS)/joined
install-test: $(STAMPS)/test $(STAMPS)/bundle $(STAMPS)/joined

# A folder for what has been done, so that nothing is installed twice.
$(STAMPS)/venv:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv
	mkdir -p $(STAMPS)
	touch $@

$(STAMPS)/run: requirements.txt pyproject.toml | $(STAMPS)/venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(STAMPS)/test: requirements-dev.txt requirements.txt pyproject.toml | $(STAMPS)/venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(STAMPS)/run

# The small Plotly bundle. Without npm the Python package's full one serves in its place.
$(STAMPS)/bundle: package.json package-lock.json | $(STAMPS)/venv
ifdef NPM
	npm ci --ignore-scripts --no-progress || echo "npm could not install; the full Plotly bundle serves instead"
else
	@echo "npm is not here; the full Plotly bundle serves instead of the small one"
endif
	touch $@

# The reader's scripts as a few short files. Without npm they serve one by one.
$(STAMPS)/joined: $(STAMPS)/bundle $(shell find framtid/reader/frontend -name '*.js') | $(STAMPS)/run
	@$(BIN)/python -m framtid join || echo "it reads the same, in more requests"
	touch $@

# The browser tests take the system's headless shell of Chromium, which costs half, or fetch one;
# where it cannot be had they take the Chromium that is there.
browser: install-test
	@command -v chromium-headless-shell >/dev/null \
	  || $(MAKE) --no-print-directory fetch-browser \
	  || $(BIN)/python -m tests.find_browser

.PHONY: fetch-browser
fetch-browser:
	@if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq \
	  && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium-headless-shell; \
	else \
	  $(BIN)/playwright install --only-shell chromium; \
	fi

clean:
	rm -rf .venv node_modules
