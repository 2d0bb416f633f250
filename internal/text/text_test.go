package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// check compares what a function gave for in with what it should give.
func check[T any](t *testing.T, in any, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%q (-want +got):\n%s", in, diff)
	}
}
