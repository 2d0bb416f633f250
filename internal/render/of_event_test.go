package render

import "testing"

func TestTimesOfAnEvent(t *testing.T) {
	check := func(start, end, want string) {
		t.Helper()
		same(t, start+" to "+end, timesOf(start, end), want)
	}
	check("2026-12-02 12:30", "2026-12-02 14:00", "Wednesday 2 December 2026, 12:30 to 14:00")
	check("2026-12-02 12:30", "", "Wednesday 2 December 2026 at 12:30")
	check("2026-12-02 12:30", "2026-12-02", "Wednesday 2 December 2026 at 12:30")
	check("2026-12-02", "2026-12-02 14:00", "Wednesday 2 December 2026, until 14:00")
	check("2026-12-02", "2026-12-02", "Wednesday 2 December 2026")
	check("2026-12-02", "2026-12-03", "Wednesday 2 December 2026 to Thursday 3 December 2026")
	check("2026-12-02 12:30", "2026-12-03 14:00", "Wednesday 2 December 2026, 12:30 to Thursday 3 December 2026, 14:00")
}
