# What one can do here. `make` alone lists it.

SHELL := bash
.NOTPARALLEL:
.DEFAULT_GOAL := help

# CARGO_TARGET_DIR moves everything that is built.
TARGET := $(or $(CARGO_TARGET_DIR),target)
RELEASE := $(abspath $(TARGET)/release/coplan)
# The stories are told to what the tests were compiled from: no crate is compiled a second time for them, and an
# overflow or a broken assertion is a failure.
COPLAN_BIN ?= $(abspath $(TARGET)/debug/coplan)
export COPLAN_BIN

help: ## List what one can do.
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  make %-9s %s\n", $$1, $$2 }'

demo: setup-build release ## Build the release and serve a demo company on 127.0.0.1:3000.
	@printf '\n== Serving the demo\n'
	@exec $(RELEASE) demo

dev: setup-build ## Serve the demo company, built and started anew at every change of the sources (cargo-leptos).
	@cargo leptos --version > /dev/null 2>&1 || { \
	  printf '%s\n' 'make dev needs cargo-leptos, which is not here. One of these brings it:' \
	    '  cargo binstall cargo-leptos                          (seconds, where it can reach the releases)' \
	    '  cargo install --locked --debug cargo-leptos@0.3.10   (about 10 minutes on two cores)' >&2; exit 1; }
	cargo leptos watch -- demo

# Everything is compiled once, so nothing is kept for the next time; and a failed test names its line without.
test: export CARGO_INCREMENTAL := 0
test: export CARGO_PROFILE_DEV_DEBUG := 0
test: setup format lint deny wasm unit binary stories ## Install what is missing and run every check there is.
	@printf '\n== Everything holds\n'

bench: setup-bench release ## Measure the plan page against a trivial route and a static page, as ratios.
	@tools/step 'The yardstick and the bulk filling' cargo build --locked --release -p coplan-yardstick -p coplan-bulk
	@tools/step 'Measuring; nothing else should run on this machine now' env COPLAN_BIN=$(RELEASE) node end2end/bench/bench.mjs

fuzz: ## Tear and splice a million files, and have every reader look at each.
	@tools/step 'A million files' env COPLAN_MUTATIONS=1000000 \
	  cargo test --locked --release -p coplan-domain --test mutated -- --nocapture

setup: ## Install what is missing to build and to test.
	@tools/step 'Setting up' tools/setup

setup-build setup-bench: setup-%:
	@tools/step 'Setting up' tools/setup $*

format: ## Check that the sources are formatted.
	@tools/step 'Is everything formatted?' cargo fmt --all -- --check

lint: ## Let clippy read everything, the browser's part for the browser.
	@tools/step 'Clippy: the server and its tests' \
	  cargo clippy --locked --workspace --exclude coplan-frontend --all-targets -- -D warnings
	@tools/step 'Clippy: what goes to the browser' \
	  tools/wasm-cargo clippy --locked -p coplan-frontend --target wasm32-unknown-unknown -- -D warnings

deny: ## Check the dependencies: used, licences, sources, security advisories.
	@tools/step 'Are the dependencies allowed and used?' tools/deny

wasm: ## Check that the domain also builds for the browser.
	@tools/step 'Does the domain build for wasm?' \
	  tools/wasm-cargo check --locked -p coplan-domain --target wasm32-unknown-unknown

unit: ## Run the tests of all crates, on SQLite and on a PostgreSQL of their own.
	@tools/step 'Tests of all crates, on both databases' tools/with-postgres cargo test --locked

site: ## Build what goes to the browser.
	@tools/step 'What goes to the browser' cargo run --locked --quiet -p coplan-site

binary: site ## Build the binary that the stories are told to, with the browser's part in it.
	@tools/step 'The binary' cargo build --locked -p coplan -p coplan-bulk

release: site ## Build the release binary, coplan, with the browser's part in it.
	@tools/step 'The release binary' cargo build --locked --release -p coplan

stories: ## Tell the end-to-end stories to that binary (or to the one in COPLAN_BIN).
	@tools/step 'End-to-end stories' tools/with-postgres npm --prefix end2end test

pictures: setup release ## Build the release and take the pictures of docs from its demo company.
	@COPLAN_BIN=$(RELEASE) tools/step 'Taking pictures' npm --prefix end2end run pictures

.PHONY: help demo dev test bench fuzz pictures setup setup-build setup-bench format lint deny wasm unit site binary release stories
