package text

import (
	"fmt"
	"strconv"
	"time"
)

// All dates here are calendar dates in ISO form (2022-06-20, or 2022-06 for a month), without a time or a zone. What is
// not such a date comes back as it was.

// LongDate is "20 June 2022". A month alone is "June 2022".
func LongDate(iso string) string {
	if len(iso) == len(time.DateOnly) {
		if day, err := time.Parse(time.DateOnly, iso); err == nil {
			return day.Format("2 January 2006")
		}
	}
	return MonthYear(iso)
}

// Moment is "Friday 22 January 2027", with "at 12:00" behind it when iso has a time of day: "2027-01-22 12:00". What is no
// such moment comes back as it was.
func Moment(iso string) string {
	day, clock := iso, ""
	if len(iso) > len(time.DateOnly) {
		day, clock = iso[:len(time.DateOnly)], iso[len(time.DateOnly)+1:]
	}
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return iso
	}
	out := t.Format("Monday 2 January 2006")
	if clock != "" {
		out += " at " + clock
	}
	return out
}

// MonthYear is "June 2022", of a date or of a month.
func MonthYear(iso string) string {
	layout := time.DateOnly
	if len(iso) == len("2006-01") {
		layout = "2006-01"
	}
	if day, err := time.Parse(layout, iso); err == nil {
		return day.Format("January 2006")
	}
	return iso
}

// AcademicYear shows "2018-19" with an en dash. The second year must follow the first.
func AcademicYear(year string) string {
	if len(year) != len("2018-19") || year[4] != '-' {
		return year
	}
	first, err := strconv.ParseUint(year[:4], 10, 16)
	second, err2 := strconv.ParseUint(year[5:], 10, 8)
	if err != nil || err2 != nil || (first+1)%100 != second {
		return year
	}
	return year[:4] + "–" + year[5:]
}

// YearOf is the academic year in which a day lies, "2018-19"; years begin on 1 September. It is empty for what is no day.
func YearOf(day string) string {
	if len(day) != len("2018-09-01") {
		return ""
	}
	first, err := strconv.Atoi(day[:4])
	if err != nil {
		return ""
	}
	if day[5:] < "09-01" {
		first--
	}
	return yearFrom(first)
}

// NextYear is the academic year after one, as it is typed.
func NextYear(year string) string {
	first, _ := strconv.Atoi(year[:4])
	return yearFrom(first + 1)
}

func yearFrom(first int) string { return fmt.Sprintf("%d-%02d", first, (first+1)%100) }

// Waited is the time between two dates in one unit: "5 years" from 3 years on, else "17 months" from 2 months on, else
// "3 weeks" from 2 weeks on, else "2 days", or "today". Units are full ones. If a date is not one, or to is before from,
// it is from as it was.
func Waited(from, to string) string {
	s, ok := spanOf(from, to)
	if !ok {
		return from
	}
	if s.months >= 3*12 {
		return units(s.months/12, "year")
	}
	return s.short()
}

// WaitedLong is as Waited, but with months beside years from 1 year on: "3 years 4 months".
func WaitedLong(from, to string) string {
	s, ok := spanOf(from, to)
	if !ok {
		return from
	}
	years, months := s.months/12, s.months%12
	switch {
	case years == 0:
		return s.short()
	case months == 0:
		return units(years, "year")
	}
	return units(years, "year") + " " + units(months, "month")
}

// span is a time between two dates, in full months and, over again, in days.
type span struct{ months, days int }

func (s span) short() string {
	switch {
	case s.months >= 2:
		return units(s.months, "month")
	case s.days >= 14:
		return units(s.days/7, "week")
	case s.days >= 1:
		return units(s.days, "day")
	}
	return "today"
}

func units(n int, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return fmt.Sprintf("%d %ss", n, unit)
}

func spanOf(from, to string) (span, bool) {
	a, err := time.Parse(time.DateOnly, from)
	b, err2 := time.Parse(time.DateOnly, to)
	if err != nil || err2 != nil || b.Before(a) {
		return span{}, false
	}
	months := 12*(b.Year()-a.Year()) + int(b.Month()) - int(a.Month())
	// 31 January to 28 February is a month: a month is full on its last day when it has no such day as the first.
	if b.Day() < a.Day() && b.AddDate(0, 0, 1).Day() != 1 {
		months--
	}
	return span{months: months, days: int((b.Unix() - a.Unix()) / (24 * 60 * 60))}, true
}
