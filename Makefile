# What a newcomer needs: make demo, make test. Python 3.11 or newer is the only thing asked for.

PYTHON ?= python3
PORT ?= 8000
PY := .venv/bin/python
VERSION := $(shell $(PYTHON) -c 'import platform; print(platform.python_version())')
VENV := .venv/python-$(VERSION)
DEMO := ZZCMS_DEBUG=1 DATABASE_URL=sqlite:///var/demo.sqlite3 MEDIA_ROOT=var/demo-media \
	ORIGINALS_ROOT=var/demo-originals
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
COMPILE := $(PY) -m piptools compile --quiet --strip-extras --no-annotate --no-header --no-emit-index-url \
	--no-emit-find-links --no-emit-trusted-host
PYTEST := $(PY) -m pytest -n auto --maxprocesses 4 --dist worksteal
POSTGRES_URL ?= postgres://postgres@127.0.0.1:5432/postgres

.PHONY: demo test test-postgres coverage lint types messages screenshots requirements

demo: .venv/demo-$(VERSION)
	@$(DEMO) $(PY) manage.py load_demo --port $(PORT) --beside run_worker

test: .venv/test-$(VERSION)
	$(PYTEST)

# The reader, delivered files, the house's order and the papers know no database, and some tests make their own
# or ask none: they need not run twice.
test-postgres: .venv/test-$(VERSION)
	DATABASE_URL=$(POSTGRES_URL) $(PYTEST) -m "not browser and not own_database" --ignore tests/reader \
		--ignore tests/importing/delivery/files --ignore-glob "tests/test_architecture*" --ignore tests/test_docs.py --ignore tests/test_how_to_add.py

# Every branch of the reader, by its own tests alone.
coverage: .venv/test-$(VERSION)
	$(PYTEST) tests/reader --cov=reader --cov-fail-under=100 --cov-report=term-missing:skip-covered

lint: .venv/test-$(VERSION)
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m djhtml --check --tabwidth 2 templates

types: .venv/test-$(VERSION)
	ZZCMS_DEBUG=1 $(PY) -m mypy

# Needs gettext; everybody else uses the compiled catalogue that is in the repository.
messages: .venv/test-$(VERSION)
	ZZCMS_DEBUG=1 $(PY) manage.py makemessages --locale zh_Hans --ignore '.venv/*' --no-location --no-wrap
	ZZCMS_DEBUG=1 $(PY) manage.py compilemessages --locale zh_Hans --ignore '.venv/*'

# Needs a system Chromium and a Chinese font.
screenshots: .venv/test-$(VERSION)
	$(PY) -m tests.browser.screenshots

# Compiled with the oldest Python promised: a later one leaves out what that one needs.
requirements: .venv/test-$(VERSION)
	@$(PY) -c 'import sys; sys.exit(sys.version_info > (3, 11, 3) and \
		"The oldest Python promised compiles the pins: make PYTHON=/usr/bin/python3.11 requirements")'
	$(COMPILE) requirements.in --output-file requirements.txt
	$(COMPILE) --allow-unsafe requirements-dev.in --output-file requirements-dev.txt

# The stamps say for which Python .venv was made, and which requirements are installed in it: another
# Python makes it anew, a changed pin installs again.
$(VENV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		"zzcms needs Python 3.11 or newer: make PYTHON=python3.12 demo")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "$(PYTHON) cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/demo-$(VERSION): requirements.txt | $(VENV)
	@echo "Installing the pinned requirements into .venv ..."
	@$(PIP) -r requirements.txt
	@touch $@

.venv/test-$(VERSION): requirements.txt requirements-dev.txt | $(VENV)
	@$(PIP) -r requirements.txt -r requirements-dev.txt
	@touch $@ .venv/demo-$(VERSION)
