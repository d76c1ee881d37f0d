# `make help` lists the targets. Options: make run DATA=dir CONFIG=file.json RUNTIME=auto|docker|process REPORT_LANG=en|pt-BR

DATA ?=
CONFIG ?=
RUNTIME ?= auto
REPORT_LANG ?=
AIRFLOW_PORT ?= 8080
API_PORT ?= 8000
PROMETHEUS_PORT ?= 9090
export DATA CONFIG RUNTIME REPORT_LANG AIRFLOW_PORT API_PORT PROMETHEUS_PORT

TRANSACTIONS ?= 4000000
FORMATS ?= csv,parquet
PARTS ?= boosting,tree,pipeline
FAMILIES ?=
REPEATS ?= 3
WORK ?=

STACK := .venv/bin/python docker/stack

.DEFAULT_GOAL := help
.PHONY: help install run test check images up monitor down bench-features bench-training bench-search bench-accuracy bench-ceiling metric-fixtures clean

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 24
	@echo
	@echo '  DATA=dir                     folder with customers.csv and transactions.csv, plain or .gz (default: a simulated telecom)'
	@echo '  CONFIG=file.json             parameters of the DAG churn_training (default: churn.json in DATA, if there is one)'
	@echo '  RUNTIME=auto|docker|process  containers, or processes on this machine (auto: containers if a Docker daemon answers)'
	@echo '  REPORT_LANG=en|pt-BR         language of the report and the cleaning page (default: report_lang of CONFIG, else en)'
	@echo '  AIRFLOW_PORT, API_PORT, PROMETHEUS_PORT   preferred ports (8080, 8000, 9090); a free one is taken if they are in use'
	@echo '  TRANSACTIONS FORMATS REPEATS WORK   of bench-features (bench/features/README.md)'
	@echo '  PARTS REPEATS WORK                  of bench-training (bench/training/README.md)'
	@echo '  FAMILIES WORK                       of bench-search (bench/search/README.md)'

install: ## Install what is missing: npm packages, libxgboost, the bundle of churn, Airflow
	@docker/stack/install-python.sh
	@docker/stack/install-node.sh

run: install ## Train and promote a model in Airflow, score the customers, leave report and list in reports/, nothing running
	@$(STACK)/run.py

test: install ## Run all tests; those that need a Docker daemon or Prometheus are skipped without it
	@docker/stack/test.sh

check: install ## Check format, lint, types, dependency rules, dead code, links between pages and DAG rules
	@docker/stack/check.sh

images: ## Build the container images
	@docker/images.sh

bench-features: install ## Time ingest, clean and featurize beside pandas, polars and DuckDB
	@docker/stack/install-locked.sh bench/features/requirements.lock bench/features/.venv
	@node_modules/.bin/node bench/features/features.ts --transactions $(TRANSACTIONS) --formats $(FORMATS) --repeats $(REPEATS) $(if $(WORK),--work $(WORK))

bench-training: install ## Time boosting beside the Python package, and exports to a tuned model beside scikit-learn
	@docker/stack/install-locked.sh bench/training/requirements.lock .stack/bench-training
	@node_modules/.bin/node bench/training/training.ts --parts $(PARTS) --repeats $(REPEATS) $(if $(WORK),--work $(WORK))

bench-search: install ## Compare schedules of successive halving, simulated from measured configurations
	@node_modules/.bin/node bench/search/search.ts $(if $(FAMILIES),--families $(FAMILIES)) $(if $(WORK),--work $(WORK))

bench-accuracy: install ## Train and score two real tasks beside figures reached in Python (DATA=folder of the data sets)
	@node_modules/.bin/node bench/accuracy/accuracy.ts $(DATA)

bench-ceiling: install ## Compare the champion of 50,000 simulated customers with their true probabilities
	@node_modules/.bin/node bench/accuracy/ceiling.ts

metric-fixtures: install ## Ask scikit-learn and empulse again what our measures are compared with (Python 3.11 or newer)
	@docker/stack/install-locked.sh shared/tests/metrics/fixtures/requirements.lock shared/tests/metrics/fixtures/.venv
	@shared/tests/metrics/fixtures/.venv/bin/python shared/tests/metrics/fixtures/make_scikit_learn_cases.py
	@shared/tests/metrics/fixtures/.venv/bin/python shared/tests/metrics/fixtures/make_empulse_cases.py
	@node_modules/.bin/biome format --write shared/tests/metrics/fixtures

up: install ## Start Airflow and the API, and leave them up
	@$(STACK)/up.py

monitor: install ## Start Prometheus beside what `make up` has started
	@$(STACK)/monitor.py

down: ## Stop what `make up` and `make monitor` have started
	@python3 docker/stack/down.py

clean: down ## Remove what was installed, image contexts and Airflow's database; data/ and reports/ stay
	rm -rf node_modules workers/dist .venv .airflow .stack .docker-context
