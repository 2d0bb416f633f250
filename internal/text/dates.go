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
	if d, ok := dateOf(iso); ok {
		return strconv.Itoa(d.day) + " " + d.month.String() + " " + iso[:4]
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
	month := iso
	if len(iso) == len("2006-01") {
		month += "-01"
	}
	if d, ok := dateOf(month); ok {
		return d.month.String() + " " + iso[:4]
	}
	return iso
}

// AcademicYear shows "2018-19" with an en dash. The second year must follow the first.
func AcademicYear(year string) string {
	if len(year) != len("2018-19") || year[4] != '-' {
		return year
	}
	first, second := digits(year[:4]), digits(year[5:])
	if first < 0 || second < 0 || (first+1)%100 != second {
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
	var space [len("1000 years 11 months")]byte
	return string(appendUnits(append(appendUnits(space[:0], years, "year"), ' '), months, "month"))
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
	var space [len("1000 months")]byte
	return string(appendUnits(space[:0], n, unit))
}

func appendUnits(out []byte, n int, unit string) []byte {
	out = append(append(strconv.AppendInt(out, int64(n), 10), ' '), unit...)
	if n == 1 {
		return out
	}
	return append(out, 's')
}

func spanOf(from, to string) (span, bool) {
	a, ok := dateOf(from)
	b, ok2 := dateOf(to)
	if !ok || !ok2 || to < from {
		return span{}, false
	}
	months := 12*(b.year-a.year) + int(b.month) - int(a.month)
	// 31 January to 28 February is a month: a month is full on its last day when it has no such day as the first.
	if b.day < a.day && b.day < b.lastOfMonth() {
		months--
	}
	return span{months: months, days: int((b.unix() - a.unix()) / (24 * 60 * 60))}, true
}

// date is a day of the calendar. It is read by hand: a recommendation says its dates on every page that lists it, and time.Parse and
// Format took longer than the rest of its line.
type date struct {
	year  int
	month time.Month
	day   int
}

// dateOf reads "2022-06-20"; ok is false for what is no such day.
func dateOf(iso string) (d date, ok bool) {
	if len(iso) != len(time.DateOnly) || iso[4] != '-' || iso[7] != '-' {
		return date{}, false
	}
	d = date{digits(iso[:4]), time.Month(digits(iso[5:7])), digits(iso[8:])}
	if d.year < 0 || d.month < time.January || d.month > time.December || d.day < 1 || d.day > 28 && d.day > d.lastOfMonth() {
		return date{}, false
	}
	return d, true
}

func (d date) unix() int64 { return time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.UTC).Unix() }

// lastOfMonth is the day before the first of the next month.
func (d date) lastOfMonth() int { return time.Date(d.year, d.month+1, 0, 0, 0, 0, 0, time.UTC).Day() }

// digits is a number that is written in digits alone; -1 for anything else.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return -1
		}
		n = 10*n + int(c)
	}
	return n
}
