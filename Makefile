# What a newcomer needs: make demo, make test. Python 3.11 or newer is the only thing asked for.

PYTHON ?= python3
PORT ?= 8000
PY := .venv/bin/python
DEMO := ZZCMS_DEBUG=1 DATABASE_URL=sqlite:///var/demo.sqlite3 MEDIA_ROOT=var/demo-media
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
COMPILE := $(PY) -m piptools compile --quiet --strip-extras --no-annotate --no-header --no-emit-index-url \
	--no-emit-find-links --no-emit-trusted-host
PYTEST := $(PY) -m pytest -n auto --maxprocesses 4 --dist loadgroup
POSTGRES_URL ?= postgres://postgres@127.0.0.1:5432/postgres

.PHONY: demo test test-postgres coverage lint types messages screenshots requirements

demo: .venv/demo
	@$(DEMO) $(PY) manage.py load_demo --port $(PORT)

test: .venv/test
	$(PYTEST)

# The reader knows no database, so its tests need not run twice.
test-postgres: .venv/test
	DATABASE_URL=$(POSTGRES_URL) $(PYTEST) -m "not browser" --ignore tests/reader

# Every branch of the reader, by its own tests alone.
coverage: .venv/test
	$(PYTEST) tests/reader --cov=reader --cov-fail-under=100 --cov-report=term-missing:skip-covered

lint: .venv/test
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m djhtml --check --tabwidth 2 templates

types: .venv/test
	ZZCMS_DEBUG=1 $(PY) -m mypy

# Needs gettext; everybody else uses the compiled catalogue that is in the repository.
messages: .venv/test
	ZZCMS_DEBUG=1 $(PY) manage.py makemessages --locale zh_Hans --ignore '.venv/*' --no-location --no-wrap
	ZZCMS_DEBUG=1 $(PY) manage.py compilemessages --locale zh_Hans --ignore '.venv/*'

# Needs a system Chromium and a Chinese font.
screenshots: .venv/test
	$(PY) -m tests.browser.screenshots

requirements: .venv/test
	$(COMPILE) requirements.in --output-file requirements.txt
	$(COMPILE) --allow-unsafe requirements-dev.in --output-file requirements-dev.txt

# The stamps say which requirements are installed; a changed pin installs again.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "zzcms needs Python 3.11 or newer: make PYTHON=python3.12 demo")'
	@$(PYTHON) -m venv .venv

.venv/demo: requirements.txt | .venv/bin/python
	@echo "Installing the pinned requirements into .venv ..."
	@$(PIP) -r requirements.txt
	@touch $@

.venv/test: requirements.txt requirements-dev.txt | .venv/bin/python
	@$(PIP) -r requirements.txt -r requirements-dev.txt
	@touch $@ .venv/demo
