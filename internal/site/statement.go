package site

import (
	"time"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// checkStatement warns of an accessibility statement that time has overtaken: reviewed or tested more than twelve months
// before the build's day, or with a promised day that has passed.
func (s *Site) checkStatement(d *content.Doc, st *content.Statement, problems *diag.List) {
	for _, f := range []struct{ key, day, did string }{{"reviewed", st.Reviewed, "reviewed"}, {"tested", st.Tested, "tested"}} {
		if f.day != "" && yearAfter(f.day) < s.Today {
			problems.Warn("CB132", d.At(f.key), "the accessibility statement says %s on %s, more than 12 months ago", f.did, text.LongDate(f.day)).
				Remedy("look at the site and the statement again, then correct what has changed and write the day in `%s:`", f.key)
		}
	}
	for _, f := range st.Fails {
		if f.FixedBy != "" && f.FixedBy < s.Today {
			problems.Warn("CB133", d.At("fails"), "%s was to be put right by %s", f.Criterion, text.LongDate(f.FixedBy)).
				Remedy("take the entry away if it has been, else write a new day in `fixed_by:` and say why")
		}
	}
}

// yearAfter is the day twelve months after a day.
func yearAfter(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(1, 0, 0).Format(time.DateOnly)
}
