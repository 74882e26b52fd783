# `make demo` shows it, `make test` sets everything up and checks everything, `make check` checks again.
# Needed: make and Python 3.11, 3.12 or 3.13 with venv. Another python: make PYTHON=python3.12 demo

PORT ?= 8000
PYTHON ?= python3
export PYTHON

BIN := .venv/bin
RUN := .venv/.run-installed
DEV := .venv/.dev-installed
SYNAPSE := .venv-synapse/.installed

# Every worker starts servers of its own.
AT_ONCE := -n logical --maxprocesses 4 --dist worksteal

# What only computes is reached wholly by the tests, every branch of it; and so is what may lose nothing and show nobody.
SURE := bot/intake.py,bot/writing.py,bot/sender.py,bot/answered.py,bot/pace.py,storage/outbox.py,storage/turns.py,storage/vault.py
WHOLLY := 'domain/*,handlers/*,reports/*,bundling/ranking.py,scheduler/calendar.py,screening/redact.py,$(SURE)'

.DEFAULT_GOAL := help
.PHONY: help demo test setup check format-check lint types imports locales drawing pytest coverage bench endure format \
	lock clean

help: ## say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -ts '|'

demo: $(RUN) ## the whole service in a browser, with made-up people (PORT=8000)
	$(BIN)/wijksignaal demo --port $(PORT)

test: setup ## set up everything, then check everything
	@$(MAKE) --no-print-directory check

setup: system $(DEV) $(SYNAPSE) ## install what the tests need, and nothing else

.PHONY: system
system:
	@tools/system.sh

# --- environments; a stamp is as old as the lock that was installed --------------------------------

$(RUN): requirements.lock pyproject.toml tools/venv.sh
	@tools/venv.sh .venv requirements.lock
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-build-isolation --no-deps -e .
	@touch $@

$(DEV): requirements-dev.lock pyproject.toml tools/venv.sh
	@tools/venv.sh .venv requirements-dev.lock
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-build-isolation --no-deps -e .
	@touch $@ $(RUN)

$(SYNAPSE): tests/servers/synapse.lock tools/venv.sh
	@tools/venv.sh .venv-synapse tests/servers/synapse.lock
	@touch $@

# --- checks, the quick ones first -------------------------------------------------------------------

check: format-check lint types imports locales drawing sbom audit-ci pytest ## all of CI, without the setting up

format-check: $(DEV)
	$(BIN)/ruff format --check .

lint: $(DEV)
	$(BIN)/ruff check .

types: $(DEV)
	$(BIN)/mypy

imports: $(DEV) ## who imports whom, against the contracts in pyproject.toml
	$(BIN)/lint-imports --no-logo

locales: $(DEV) ## every language says everything, in plain words
	$(BIN)/pytest -q tests/project/test_locales.py tests/project/test_words.py

drawing: $(DEV)
	$(BIN)/python tools/draw.py --check

# Servers, browsers and processes share the machine with what else is tested: what fails there must pass alone.
pytest: $(DEV) $(SYNAPSE)
	$(BIN)/pytest $(AT_ONCE) || { echo 'once more, alone, what failed:'; $(BIN)/pytest --last-failed --last-failed-no-failures none; }

coverage: $(DEV) $(SYNAPSE) ## the tests once more, with what they do not reach
	$(BIN)/pytest $(AT_ONCE) --cov --cov-report=
	$(BIN)/coverage report --fail-under=95
	$(BIN)/coverage report --fail-under=100 --include=$(WHOLLY)

.PHONY: mutants
mutants: $(DEV) ## put small faults in the code: a test has to see each (an hour)
	$(BIN)/python -m bench.mutants

.PHONY: systemd
systemd: $(DEV) ## the units of ops/ under a systemd of their own (as root, on Linux)
	$(BIN)/python -m tests.ops.under_systemd

.PHONY: container
container: ## the image of ops/Containerfile, with podman (BASE=IMAGE for another base)
	podman build --format docker $(if $(BASE),--build-arg BASE=$(BASE)) -f ops/Containerfile -t wijksignaal .

sbom: $(DEV) ## list everything that the service is made of: build/sbom.json
	$(BIN)/python -m tools.sbom build/sbom.json

audit: $(DEV) ## look for known holes in the packages; fails when it cannot look
	$(BIN)/python -m tools.audit

.PHONY: audit-ci sbom audit
audit-ci: $(DEV)
	$(BIN)/python -m tools.audit --ci

bench: $(DEV) ## measure, and print beside it what the same machine does bare
	$(BIN)/python -m bench

endure: $(DEV) $(SYNAPSE) ## the long tests (most of a day): a thousand kills, two hundred power failures, a soak of four hours
	$(BIN)/python -m tests.endure.kills --kills 500
	$(BIN)/python -m tests.endure.kills --kills 500 --faults
	$(BIN)/python -m tests.endure.kills --kills 50 --faults --on postgres
	$(BIN)/python -m tests.endure.kills --kills 50 --on matrix
	$(BIN)/python -m tests.endure.kills --kills 50 --on matrix --faults
	$(BIN)/python -m tests.endure.power --times 200
	$(BIN)/python -m tests.endure.backlog
	$(BIN)/python -m tests.endure.backups 100
	$(BIN)/python -m tests.endure.inputs --count 100000
	$(BIN)/python -m tests.endure.cycle --steps 300 --seeds 20
	WIJK_CANARIES=1000 $(BIN)/pytest -q --timeout 7200 tests/exposure/test_canaries.py
	$(BIN)/python -m tests.endure.soak --hours 4

# --- while working ------------------------------------------------------------------------------------

format: $(DEV) ## put the code, the drawing and docs/data.md in order
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	$(BIN)/python tools/draw.py
	$(BIN)/python -m tools.data_page
	$(BIN)/python -m tools.policy_page
	$(BIN)/python -m tools.dpia_page

lock: $(DEV) ## pin the dependencies of pyproject.toml again; ARGS=--upgrade for newer ones
	tools/lock.sh $(ARGS)

clean: ## remove what was made here
	rm -rf .venv .venv-synapse .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage*
