package cite

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// dateValue is a date as CSL-JSON writes it: {"date-parts": [[2019, 5, 3]]}, one or two of them, with numbers as numbers
// or text; or {"raw": "2019-05-03"} or {"literal": "in press"}; or, from some programs, the raw text alone.
type dateValue Date

func (d *dateValue) UnmarshalJSON(raw []byte) error {
	*d = dateValue{}
	if raw[0] != '{' {
		var v value
		if err := v.UnmarshalJSON(raw); err != nil {
			return wrongDate(raw)
		}
		*d = dateValue(parseDate(string(v)))
		return nil
	}
	var in struct {
		Parts   [][]value `json:"date-parts"`
		Raw     value     `json:"raw"`
		Literal value     `json:"literal"`
	}
	if err := json.Unmarshal(raw, &in); err != nil {
		return wrongDate(raw)
	}
	if len(in.Parts) == 0 || len(in.Parts[0]) == 0 {
		*d = dateValue(parseDate(string(in.Raw + in.Literal)))
		return nil
	}
	numbers := [3]int{}
	for i, part := range in.Parts[0] {
		n, err := strconv.Atoi(string(part))
		if err != nil && part != "" || i >= len(numbers) {
			return wrongDate(raw)
		}
		numbers[i] = n
	}
	*d = dateValue{Year: numbers[0], Month: numbers[1], Day: numbers[2]}
	if d.Month < 1 || d.Month > 12 { // 13 and more are seasons in some exports
		d.Month, d.Day = 0, 0
	}
	if len(in.Parts) > 1 && len(in.Parts[1]) > 0 {
		end, _ := strconv.Atoi(string(in.Parts[1][0]))
		d.EndYear = end
	}
	return nil
}

func wrongDate(raw []byte) error {
	return fmt.Errorf("%s should be a date, such as { \"date-parts\": [[2019, 5, 3]] }", quoted(raw))
}

var (
	aYear  = regexp.MustCompile(`\b(1[0-9]|20|21)[0-9]{2}\b`)
	noDate = regexp.MustCompile(`(?i)^(n\. ?d\.?|nd|no date|undated)$`)
)

// parseDate reads a date in ISO form, else finds the one year in a text, else keeps the text.
func parseDate(s string) Date {
	if day, err := time.Parse(time.DateOnly, s); err == nil {
		return Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()}
	}
	if month, err := time.Parse("2006-01", s); err == nil {
		return Date{Year: month.Year(), Month: int(month.Month())}
	}
	if year, err := time.Parse("2006", s); err == nil {
		return Date{Year: year.Year()}
	}
	if noDate.MatchString(s) {
		return Date{}
	}
	if years := aYear.FindAllString(s, 2); len(years) == 1 {
		year, _ := strconv.Atoi(years[0])
		return Date{Year: year, Literal: s}
	}
	return Date{Literal: s}
}

// dayMonth is "5 March", or "March", or empty.
func dayMonth(d Date) string {
	switch {
	case d.Month == 0:
		return ""
	case d.Day == 0:
		return time.Month(d.Month).String()
	}
	return strconv.Itoa(d.Day) + " " + time.Month(d.Month).String()
}

// monthDay is "March 5", or "March", or empty.
func monthDay(d Date) string {
	switch {
	case d.Month == 0:
		return ""
	case d.Day == 0:
		return time.Month(d.Month).String()
	}
	return time.Month(d.Month).String() + " " + strconv.Itoa(d.Day)
}

// yearText is the year with its letter, or how the style says that there is none.
func yearText(r *Reference, style Style, suffix string) string {
	year := r.Issued.YearText()
	switch {
	case year == "" && style == APA && suffix != "":
		return "n.d.-" + suffix
	case year == "" && style == APA:
		return "n.d."
	case year == "":
		return joinNonEmpty(" ", "no date", suffix)
	case r.Issued.Year == 0 && suffix != "":
		return year + "-" + suffix // "in press-a"
	}
	return year + suffix
}
