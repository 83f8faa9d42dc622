# Everything happens in .venv; nothing is installed elsewhere (as root on Debian, missing system packages are).
PYTHON ?= python3
BIN := .venv/bin

.PHONY: all setup setup-tests build guide check serve test fuzz bench profile evaluate lint schemas lock clean bench-handouts bench-website

all: build

setup:
	@$(PYTHON) scripts/bootstrap.py

setup-tests:
	@$(PYTHON) scripts/bootstrap.py --tests

build: setup
	@$(BIN)/python scripts/build.py

guide: setup
	@$(BIN)/careleaf explain --all --out guide/docs/rules
	@$(BIN)/careleaf build -f guide/mkdocs.yml

check: setup
	@$(BIN)/careleaf check

serve: setup
	@$(BIN)/careleaf serve

test: setup-tests
	@$(BIN)/python -m pytest --numprocesses=auto

fuzz: setup-tests
	@CARELEAF_FUZZ=$${CARELEAF_FUZZ:-10000} $(BIN)/python -m tests.fuzz.fuzz_site

bench: setup-tests
	@$(BIN)/python -m benchmarks.run $(BENCH)
	@$(BIN)/python -m benchmarks.website

bench-website: setup-tests
	@$(BIN)/python -m benchmarks.website $(BENCH)

bench-handouts: setup-tests
	@$(BIN)/python -m benchmarks.handouts $(BENCH)

profile: setup-tests
	@$(BIN)/python -m benchmarks.stages $(PROFILE)

evaluate: setup-tests
	@$(BIN)/python -m benchmarks.claims.evaluate $(if $(BLIND),--part blind --record)

lint: setup-tests
	@$(BIN)/ruff check scripts tests benchmarks
	@$(BIN)/ruff format --check scripts tests benchmarks
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/oxlint scripts/careleaf/templates/assets

schemas: setup
	@$(BIN)/careleaf schema --out schemas

lock:
	@scripts/lock.sh

clean:
	rm -rf site build guide/site guide/build guide/docs/rules .venv
