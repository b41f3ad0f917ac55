# The few commands of bunri. `make demo` and `make test` install what is missing.
SWIFT ?= swift
PREFIX ?= /usr/local
DEMO_PLAN = Plans/wheeling-2029
# Schedules saved by Microsoft Project as XML: files or folders.
CONFORMANCE ?= ../shared/conformance/msproject
SWIFT_DIRS = Sources Tests Examples
# Sizes of the networks that `make bench-peer` schedules; 1000000 takes MPXJ hours for its slack.
PEER_TASKS ?= 1000 10000 100000
# How long `make fuzz` tries each reader.
SECONDS ?= 60
# What `make sanitize` leaves out: suites of random networks and plans and of files of megabytes, which
# take minutes even without a sanitizer.
LONG_SUITES = --skip ReschedulerTests --skip RandomRulesTests --skip RandomNetworkTests \
  --skip CompressionBruteForceTests --skip CompressionPropertyTests --skip LosslessTests \
  --skip LimitTests

.PHONY: demo test lint format bench bench-peer conformance pictures install interop fuzz \
  sanitize deps clean

## Installs the C library that the package links (libxml2), when it is missing.
deps:
	@./.ci/install-deps

## Runs the main job: the critical path of the real plan, and its Gantt data as XML.
demo: deps
	$(SWIFT) build -c release --product bunri
	@mkdir -p build
	@echo
	@.build/release/bunri critical-path $(DEMO_PLAN)
	@echo
	@.build/release/bunri export $(DEMO_PLAN) --format mspdi -o build/wheeling-2029.xml

## Runs all tests.
test: deps
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

## Checks the layout of the source against .swift-format.
lint:
	$(SWIFT) format lint --strict --recursive Package.swift $(wildcard $(SWIFT_DIRS))

## Rewrites the source in that layout.
format:
	$(SWIFT) format --in-place --recursive Package.swift $(wildcard $(SWIFT_DIRS))

## Asserts the answers of the benchmarks, then times them; keeps the lines beside the source.
bench: deps
	$(SWIFT) run -c release Benchmarks --record Sources/Benchmarks/Results/scheduling.txt \
	  --commit "$$(git rev-parse --short HEAD 2>/dev/null || echo unknown)"

## Times other programs on the same networks (MPXJ for schedules, HiGHS and OR-Tools for the
## time-cost curve); says what it skips when Java, Python or the networks are missing.
bench-peer: deps
	$(SWIFT) build -c release --product Benchmarks
	@Tests/Interop/peer.sh .build/release/Benchmarks $(PEER_TASKS) \
	  | tee Sources/Benchmarks/Results/peer.txt
	@Tests/Interop/compress_peer.sh .build/release/Benchmarks \
	  | tee Sources/Benchmarks/Results/compress-peer.txt

## Recalculates schedules of Microsoft Project and compares them with the dates it stored.
conformance: deps
	@$(SWIFT) build -c release --product Conformance
	@.build/release/Conformance $(CONFORMANCE)

## Checks exports with other programs; says what it skips when one is missing.
interop: deps
	$(SWIFT) build -c release --product bunri
	$(SWIFT) build -c release --product Benchmarks
	@Tests/Interop/interop.sh .build/release/bunri

## Gives each reader random input for SECONDS; findings stay in build/fuzz and fail the run.
fuzz: deps
	BUNRI_FUZZ=1 $(SWIFT) build -c release --sanitize=fuzzer --scratch-path .build-fuzz --product Fuzz
	@Tests/Fuzz/fuzz.sh .build-fuzz/release/Fuzz $(SECONDS) build/fuzz

## Runs the tests, without the longest, under the address and then the thread sanitizer.
# Optimised, so that it ends within minutes. Leaks are not looked for: values made once for the life of
# a process count as such.
sanitize: deps
	@for sanitizer in address thread; do \
	  options="-c release -Xswiftc -enable-testing --sanitize=$$sanitizer --scratch-path .build-$$sanitizer"; \
	  $(SWIFT) build --build-tests $$options && \
	  ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --skip-build --disable-xctest $$options \
	    $(LONG_SUITES) || exit 1; \
	done

## Draws Gantt charts of all plans into build/pictures; says what it skips without a renderer.
pictures: deps
	$(SWIFT) build -c release --product bunri
	@.ci/pictures .build/release/bunri build/pictures

## Installs the command and its shell completions under PREFIX.
install: deps
	$(SWIFT) build -c release --product bunri
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build/release/bunri "$(DESTDIR)$(PREFIX)/bin/bunri"
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	.build/release/bunri --generate-completion-script bash \
	  > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/bunri"
	.build/release/bunri --generate-completion-script zsh \
	  > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_bunri"
	.build/release/bunri --generate-completion-script fish \
	  > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/bunri.fish"

clean:
	rm -rf .build .build-fuzz .build-address .build-thread build
