# Everything here is an ordinary command; the targets only give them names.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK = golang.org/x/vuln/cmd/govulncheck@v1.9.0

LIGHTHOUSE = lighthouse@12.8.2
AS_OF = 2026-11-20

.PHONY: test unit browser race check bench profile site fuzz built screenshots lighthouse

test: unit browser ## every test

unit: ## every test that needs only Go
	go test ./...

browser: built ## every kind of page in a real browser, and the HTML checker
	cd internal/e2e && npm test

built: ## the example library as the browser tests want it, with what they need installed
	sh internal/e2e/install
	rm -rf internal/e2e/built
	go build -o internal/e2e/built/ ./cmd/casebook
	internal/e2e/built/casebook build --quiet --clean --as-of $(AS_OF) --output internal/e2e/built/site
	internal/e2e/built/casebook build --quiet --clean --as-of $(AS_OF) --output internal/e2e/built/disk --portable

screenshots: built ## the pictures of the README
	cd internal/e2e && node screenshots.js

lighthouse: built ## Lighthouse on five pages, served with compression
	cd internal/e2e && node lighthouse.js $(LIGHTHOUSE)

race: ## every test under the race detector
	go test -race ./...

check: ## what a reviewer would point at
	test -z "$$(gofmt -l $$(git ls-files '*.go'))"
	go vet ./...
	go mod tidy -diff
	go run $(STATICCHECK) ./...
	sh .ci/vulncheck $(GOVULNCHECK)

bench: ## benchmarks; compare two runs with benchstat
	go test -run '^$$' -bench . -benchmem ./internal/bench ./internal/content ./internal/render ./internal/output

profile: ## the profile by which the compiler makes casebook faster, from a build of 10,000 cases
	go test -trimpath -run '^$$' -bench 'Clean/10000' -o bench.test -cpuprofile cpu.prof ./internal/bench
	# Without the folder in which it was made; as many bytes as before, since the format counts them.
	gunzip -c cpu.prof | perl -pe 's{(/[\w.-]+)+(?=/bench\.test)}{"-" x length($$&)}ge' | gzip -n9 > cmd/casebook/default.pgo

fuzz: ## each fuzz target for half a minute
	sh .ci/fuzz 30s

site: ## the example library, published to public/
	go run ./cmd/casebook build --clean
