package site

import (
	"testing"

	"casebook/internal/content"
)

func TestUpdatedKnowsNothingOfDaysToCome(t *testing.T) {
	const files = "-- content/pages/about.md --\n---\ntitle: About\nsummary: S.\npublished: 2020-01-02\nchanges:\n  2021-03-04: One more sentence.\n  2024-05-06: Another.\n---\nText.\n"
	for _, row := range []struct{ today, want string }{
		{"2020-06-01", ""}, {"2021-03-04", "2021-03-04"}, {"2024-05-05", "2021-03-04"}, {"2024-05-06", "2024-05-06"},
	} {
		s, _ := joined(t, Config{Today: row.today}, files)
		for _, d := range s.Docs {
			if got := s.Updated(d); d.Kind == "page" && got != row.want {
				t.Errorf("on %s: %q, want %q", row.today, got, row.want)
			}
		}
	}
}

func TestReviewedKnowsNothingOfDaysToCome(t *testing.T) {
	const files = "-- content/pages/about.md --\n---\ntitle: About\nsummary: S.\npublished: 2020-01-02\nreviewed: 2021-03-04\n---\nText.\n"
	for today, want := range map[string]string{"2020-06-01": "", "2021-03-04": "2021-03-04"} {
		s, _ := joined(t, Config{Today: today}, files)
		for _, d := range s.Docs {
			if d.Kind == "page" && s.Reviewed(content.DatedOf(d.Entity)) != want {
				t.Errorf("on %s: %q, want %q", today, s.Reviewed(content.DatedOf(d.Entity)), want)
			}
		}
	}
}
