package text

import (
	"testing"
	"time"
)

func TestDatesInWords(t *testing.T) {
	for _, row := range []struct{ in, long, month string }{
		{"2022-06-20", "20 June 2022", "June 2022"},
		{"2022-01-05", "5 January 2022", "January 2022"},
		{"2024-02-29", "29 February 2024", "February 2024"},
		{"2022-06", "June 2022", "June 2022"},
		{"2023-02-29", "2023-02-29", "2023-02-29"},
		{"2022", "2022", "2022"},
		{"20/06/2022", "20/06/2022", "20/06/2022"},
		{"2022-6-2", "2022-6-2", "2022-6-2"},
		{"2022-06-20 12:00", "2022-06-20 12:00", "2022-06-20 12:00"},
		{"", "", ""},
	} {
		check(t, row.in, LongDate(row.in), row.long)
		check(t, row.in, MonthYear(row.in), row.month)
	}
}

func TestAcademicYear(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"2018-19", "2018–19"}, {"1999-00", "1999–00"}, {"2018-20", "2018-20"}, {"2018", "2018"}, {"", ""},
		{"2018-1x", "2018-1x"}, {"2018-2019", "2018-2019"}, {"+018-19", "+018-19"}, {"2018–19", "2018–19"},
	} {
		check(t, row.in, AcademicYear(row.in), row.want)
	}
}

func TestWaited(t *testing.T) {
	for _, row := range []struct{ from, to, want, long string }{
		{"2022-06-20", "2022-06-20", "today", "today"},
		{"2022-06-20", "2022-06-21", "1 day", "1 day"},
		{"2022-06-20", "2022-06-22", "2 days", "2 days"},
		{"2022-06-20", "2022-07-03", "13 days", "13 days"},
		{"2022-06-20", "2022-07-04", "2 weeks", "2 weeks"},
		{"2022-06-20", "2022-07-11", "3 weeks", "3 weeks"},
		{"2022-06-20", "2022-08-19", "8 weeks", "8 weeks"},
		{"2022-06-20", "2022-08-20", "2 months", "2 months"},
		{"2022-06-20", "2022-10-25", "4 months", "4 months"},
		{"2022-06-20", "2023-11-20", "17 months", "1 year 5 months"},
		{"2022-06-20", "2023-06-20", "12 months", "1 year"},
		{"2022-06-20", "2023-07-20", "13 months", "1 year 1 month"},
		{"2022-06-20", "2025-06-19", "35 months", "2 years 11 months"},
		{"2022-06-20", "2025-06-20", "3 years", "3 years"},
		{"2022-06-20", "2025-10-25", "3 years", "3 years 4 months"},
		{"2021-06-20", "2026-11-20", "5 years", "5 years 5 months"},
		{"2018-12-31", "2019-02-28", "2 months", "2 months"}, // there is no 31 February
		{"2018-12-31", "2019-02-27", "8 weeks", "8 weeks"},
		{"2020-02-29", "2023-02-28", "3 years", "3 years"},
		{"2022-06-20", "2022-06-19", "2022-06-20", "2022-06-20"},
		{"2022", "2022-06-19", "2022", "2022"},
		{"2022-06-20", "", "2022-06-20", "2022-06-20"},
	} {
		check(t, row.from+" "+row.to, Waited(row.from, row.to), row.want)
		check(t, row.from+" "+row.to, WaitedLong(row.from, row.to), row.long)
	}
}

func TestWaitingNeverShrinks(t *testing.T) {
	for first := range 60 {
		from := time.Date(2019, 12, 1+first, 0, 0, 0, 0, time.UTC)
		last := span{}
		for day := range 1200 {
			s, ok := spanOf(from.Format(time.DateOnly), from.AddDate(0, 0, day).Format(time.DateOnly))
			check(t, from, ok && s.days == day && s.months >= last.months && s.months <= last.months+1, true)
			last = s
		}
	}
}

func TestYearOf(t *testing.T) {
	for day, want := range map[string]string{"2026-09-01": "2026-27", "2026-08-31": "2025-26", "2099-12-31": "2099-00", "2026-01-01": "2025-26", "2026": ""} {
		check(t, day, YearOf(day), want)
	}
	check(t, "next", NextYear("2098-99"), "2099-00")
}
