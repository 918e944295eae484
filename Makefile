# make plan   Lạng Sơn's 2023 plan, or  make plan PROVINCE="Sóc Trăng" YEAR=2023
# make test   everything that CI checks
# make lab    JupyterLab on the project's own kernel
# make lock   renew requirements.lock from pyproject.toml (needs uv)
# make bench  time, processor and memory of each step of a run
# make bench-report  how long a page takes that is made again
# make bench-render  how fast a plan becomes a .docx, as ratios to the cheapest way to write it
# make bench-page    how soon the reviewer's pages can be used in Chromium, and their size
# make fuzz   thousands of spoilt and hostile files, each to end in a list of faults (six minutes)

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PROVINCE ?= Lạng Sơn
YEAR ?= 2023
BENCH ?= Lạng Sơn:2023
FORM ?= province-narrative

BIN := .venv/bin
READY := .venv/.ready
export PYTHONUTF8 := 1
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: plan test lab lock bench bench-report bench-render bench-page fuzz clean check-python

plan: $(READY)
	@$(BIN)/ke-hoach run --province "$(PROVINCE)" --year "$(YEAR)" --form "$(FORM)"

lab: $(READY)
	$(BIN)/jupyter lab --notebook-dir=notebooks

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

bench: $(READY)
	$(BIN)/python benchmarks/run_steps.py "$(BENCH)"

bench-report: $(READY)
	$(BIN)/python benchmarks/report_speed.py "$(BENCH)"

bench-render: $(READY)
	$(BIN)/python -m benchmarks.render_speed

bench-page: $(READY)
	$(BIN)/python -m benchmarks.page_speed

fuzz: $(READY)
	$(BIN)/python -m tests.fuzz.run --workbooks 1000 --cells 10000 --bombs

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Cần Python 3.11 trở lên; đang có: $$($(PYTHON) --version)."; \
		  echo "Cài Python 3.11 rồi chạy lại, hoặc: make PYTHON=/đường/dẫn/python3.11 …"; exit 1; }
	@$(PYTHON) -m venv .venv || \
		{ echo "Không tạo được môi trường ảo. Trên Debian/Ubuntu: apt install python3-venv, rồi chạy lại."; \
		  rm -rf .venv; exit 1; }
	@echo "Đang cài các thư viện vào .venv (lần đầu, vài phút)…"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
