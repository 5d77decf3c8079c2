# Thin on purpose: what needs logic is in src-tauri/crates/xtask.

# Outside the checkout, so that nothing that walks the source tree meets it; and one for
# each checkout, because cargo takes what another one compiled for its own.
CARGO_TARGET_DIR ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/docketline/target-$(firstword $(shell pwd | cksum))
export CARGO_TARGET_DIR

PACKAGES := sh src-tauri/crates/xtask/packages.sh
XTASK := cargo run --quiet --locked --package xtask --

.PHONY: run test check setup bench faults

run: ## Build Docketline and open it on the sample; without a display, take its picture.
	@$(PACKAGES) run
	@$(XTASK) run

test: ## Everything: formatting, lints, Rust, the interface, end to end in a real window.
	@$(PACKAGES) test
	@$(XTASK) test

check: ## Formatting, lints and types only.
	@$(PACKAGES) build
	@$(XTASK) check

setup: ## Install what `run` and `test` need and build the interface.
	@$(PACKAGES) test
	@$(XTASK) setup

faults: ## Everything a casebook survives: kills, full and failing drives, damaged files. Long.
	@$(PACKAGES) test
	@$(XTASK) faults

bench: ## Every time and size that is watched, beside its goal and beside other timelines. Long.
	@$(PACKAGES) bench
	@$(XTASK) bench
