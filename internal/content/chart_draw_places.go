package content

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"casebook/internal/text"
)

// chartPlace is where a row stands along a line chart, from 0 to 1.
type chartPlace struct {
	row int
	x   float64
}

var (
	yearForm     = regexp.MustCompile(`^\d{4}$`)
	academicForm = regexp.MustCompile(`^(\d{4})[-–/](?:\d{2})?(\d{2})$`)
	isoForm      = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	monthForm    = regexp.MustCompile(`^\d{4}-\d{2}$`)
)

// setInTime finds the places of the rows: years, academic years, months, days and plain numbers stand as far apart as they
// are, whatever order they were typed in. Other names follow each other in even steps. Months and days get words.
func (c *chart) setInTime() {
	for _, form := range []struct {
		read  func(string) (float64, bool)
		timed bool
		words func(string) string
	}{
		{yearOf, true, nil}, {academicYearOf, true, nil}, {monthOf, true, text.MonthYear}, {dayOf, true, text.LongDate}, {plainNumberOf, false, nil},
	} {
		if c.places = c.placedBy(form.read); c.places == nil {
			continue
		}
		c.timed = form.timed
		for i := range c.rows {
			if form.words != nil {
				c.rows[i].name = form.words(c.rows[i].name)
			}
		}
		return
	}
	for i := range c.rows {
		c.places = append(c.places, chartPlace{i, stepOf(i, len(c.rows))})
	}
}

func stepOf(i, n int) float64 {
	if n == 1 {
		return 0.5
	}
	return float64(i) / float64(n-1)
}

// placedBy is nil unless every row's name can be read and no two are the same.
func (c *chart) placedBy(read func(string) (float64, bool)) []chartPlace {
	out := make([]chartPlace, 0, len(c.rows))
	for i, row := range c.rows {
		x, ok := read(row.name)
		if !ok {
			return nil
		}
		out = append(out, chartPlace{i, x})
	}
	slices.SortStableFunc(out, func(a, b chartPlace) int { return cmp.Compare(a.x, b.x) })
	first, span := out[0].x, out[len(out)-1].x-out[0].x
	if len(out) == 1 {
		first, span = out[0].x-0.5, 1
	}
	for i := range out {
		out[i].x = (out[i].x - first) / span
		if i > 0 && !(out[i].x > out[i-1].x) {
			return nil
		}
	}
	return out
}

func yearOf(name string) (float64, bool) {
	n, err := strconv.Atoi(name)
	return float64(n), err == nil && yearForm.MatchString(name)
}

// academicYearOf reads 2018-19: 2018-06 is a month.
func academicYearOf(name string) (float64, bool) {
	m := academicForm.FindStringSubmatch(name)
	if m == nil {
		return 0, false
	}
	first, _ := strconv.Atoi(m[1])
	second, _ := strconv.Atoi(m[2])
	return float64(first), (first+1)%100 == second
}

// monthOf reads 2022-06.
func monthOf(name string) (float64, bool) {
	if !monthForm.MatchString(name) {
		return 0, false
	}
	t, err := time.Parse("2006-01", name)
	return float64(t.Year()*12 + int(t.Month())), err == nil
}

// dayOf reads 2022-06-20 as days since 1970.
func dayOf(name string) (float64, bool) {
	if !isoForm.MatchString(name) {
		return 0, false
	}
	t, err := time.Parse("2006-01-02", name)
	return float64(t.Unix() / 86400), err == nil
}

func plainNumberOf(name string) (float64, bool) {
	if strings.ContainsAny(name, "£$€%") {
		return 0, false
	}
	n, problem := chartNumberOf(name)
	return n.value, problem == "" && !n.missing()
}
