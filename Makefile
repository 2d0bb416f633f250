# Everything here is an ordinary command; the targets only give them names.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK = golang.org/x/vuln/cmd/govulncheck@v1.9.0

.PHONY: test race check bench site fuzz

test: ## every test
	go test ./...

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

fuzz: ## each fuzz target for half a minute
	sh .ci/fuzz 30s

site: ## the example library, published to public/
	go run ./cmd/casebook build --clean
