package build

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestTheFirstCollectionBeginsOrdinaryOnes holds that a large build does not go on within the memory of a small one.
func TestTheFirstCollectionBeginsOrdinaryOnes(t *testing.T) {
	defer given.set()
	collector{7 << 30, 150}.afterFirst(6 << 30)
	if limit := debug.SetMemoryLimit(-1); limit != 6<<30 {
		t.Fatalf("the limit is %d at first", limit)
	}
	runtime.GC()
	for wait := time.Now().Add(time.Minute); debug.SetMemoryLimit(-1) != 7<<30; time.Sleep(time.Millisecond) {
		if time.Now().After(wait) {
			t.Fatal("the first limit stays")
		}
	}
}

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
