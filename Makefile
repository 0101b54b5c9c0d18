# Two commands do all set-up: `make run` starts the appliance, `make test` is the one gate.
# What the machine lacks is installed through its own package managers, and named while that happens.

TARGET  := x86_64-unknown-linux-gnu
BINARY  := target/$(TARGET)/release/tessera
DATA    ?= data
APT     := chromium fonts-noto-cjk build-essential strace e2fsprogs mount python3-venv
NPM     := npm --prefix web

.DELETE_ON_ERROR:
.PHONY: help run demo test s3-peer test-web test-rust test-browser pictures lint bench soak dist release web packages clean-data

help:
	@echo "make run    build everything, start on https://localhost:8443"
	@echo "make demo   the same with sample data, in data-demo/"
	@echo "make test   the gate: format, lints, unit, golden, simulation, HTTP and browser tests"
	@echo "make pictures  the reference pictures of every screen anew, to be looked at"
	@echo "make soak   the tests of what must never be lost at their large size: hours; SEED=... repeats one"
	@echo "make bench  measured ratios"
	@echo "make dist   the static release in dist/"

run: release
	$(BINARY) serve --data $(DATA) --key-file $(DATA).key

demo: release
	$(BINARY) serve --data data-demo --key-file data-demo.key --demo

# One stamp per lock file: dependencies are installed when the lock changes.
web/node_modules/.stamp: web/package-lock.json
	@echo "installing the web app's packages (npm)"
	$(NPM) ci --strict-peer-deps --no-audit --no-fund
	@touch $@

# Built anew when one of its files is newer: the binary carries what is in web/dist, so each build of one is a build of the other.
WEB_FILES := $(shell find web/src web/build web/public web/index.html web/*.ts web/package.json -type f 2>/dev/null)
web/dist/index.html: web/node_modules/.stamp $(WEB_FILES)
	$(NPM) run build
	@touch $@

web: web/dist/index.html

release: web
	cargo build --release --locked

packages:
	@packaging/packages.sh $(APT)

test: packages lint test-web release test-rust test-browser

lint: web/node_modules/.stamp
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	$(NPM) run lint
	$(NPM) run typecheck

test-web: web/node_modules/.stamp
	$(NPM) run test

# A store that speaks S3 and checks signatures, for the stories of backups in a bucket.
S3_PEER := moto[server,s3]==5.2.5
s3-peer: target/s3-peer/.stamp
target/s3-peer/.stamp: Makefile
	@echo "installing an S3-compatible store for tests ($(S3_PEER), pip)"
	python3 -m venv target/s3-peer
	target/s3-peer/bin/pip install -q '$(S3_PEER)'
	@touch $@

# The static release is tested too, so it is built before.
test-rust: s3-peer
	TESSERA_RELEASE=$(abspath $(BINARY)) cargo test --locked
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --quiet

test-browser: packages release
	TESSERA_RELEASE=$(abspath $(BINARY)) $(NPM) run e2e

# The reference pictures of every screen anew. Whoever runs it looks at each that changed before it is committed.
PICTURES := web/e2e/pictures
pictures: packages release
	rm -rf $(PICTURES)/*
	{ chromium --version 2>/dev/null | cut -d" " -f1-2; dpkg-query -W fonts-noto-cjk; fc-match -f "%{family} %{style}\n" sans-serif; } >$(PICTURES)/made_with.txt
	TESSERA_RELEASE=$(abspath $(BINARY)) $(NPM) run e2e -- access.spec.ts -g "desktop in zh|phone in en" --update-snapshots=all

# The gate's own tests at their large size, one after the other, from a new seed each time. TESSERA_SOAK_PERCENT takes a part.
SEED    ?= $(shell date +%s)
FIGURES := $(abspath target)/soak.figures

soak: packages release
	@rm -f $(FIGURES)
	@echo "seed $(SEED)"
	@TESSERA_SOAK=1 TESSERA_SOAK_SEED=$(SEED) TESSERA_SOAK_FIGURES=$(FIGURES) TESSERA_RELEASE=$(abspath $(BINARY)) \
	  cargo test --locked --profile soak --test main -- --test-threads=1; ended=$$?; \
	  echo; sort $(FIGURES); exit $$ended

bench: packages release
	TESSERA_RELEASE=$(abspath $(BINARY)) cargo bench --locked
	TESSERA_RELEASE=$(abspath $(BINARY)) $(NPM) run bench

dist: release
	packaging/dist.sh $(BINARY)

clean-data:
	rm -rf data data.key data-demo data-demo.key
