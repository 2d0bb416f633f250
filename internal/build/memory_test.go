package build

import (
	"math"
	"testing"
)

// TestTheCollectorKeepsWhatIsAskedOfIt holds that GOMEMLIMIT and GOGC are not overruled.
func TestTheCollectorKeepsWhatIsAskedOfIt(t *testing.T) {
	const nothing, small, large = math.MaxInt64, 1 << 20, 1 << 30
	check := func(name string, given collector, bytes int64, want collector) {
		t.Helper()
		if got := given.eased(bytes); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
	check("nothing is set", collector{nothing, asUsual}, small, collector{ceiling, 200})
	check("a large site", collector{nothing, asUsual}, large, collector{large * perByte, 200})
	check("a limit below ours", collector{500 << 20, asUsual}, large, collector{500 << 20, 200})
	check("a limit above ours", collector{8 << 30, asUsual}, small, collector{ceiling, 200})
	check("less garbage", collector{nothing, 50}, small, collector{nothing, 50})
	check("more garbage", collector{nothing, 400}, small, collector{nothing, 400})
	check("no collector", collector{nothing, -1}, small, collector{nothing, -1})
	check("both", collector{500 << 20, 400}, large, collector{500 << 20, 400})
}
