package content

import (
	"fmt"
	"net/mail"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"casebook/internal/text"
)

var (
	isoDate    = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$`)
	otherDate  = regexp.MustCompile(`^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$`)
	bareYear   = regexp.MustCompile(`^(19|20)\d{2}$`)
	academic   = regexp.MustCompile(`^(\d{4})\s*[-–/]\s*(\d{2}|\d{4})$`)
	duration   = regexp.MustCompile(`^(\d{1,3})\s+(day|week|month|year)s?$`)
	doiPattern = regexp.MustCompile(`^10\.\d{4,9}/\S+$`)
	// A success criterion: principle, guideline, number (WCAG 2.2), and its name.
	criterionPattern = regexp.MustCompile(`^[1-4]\.\d{1,2}\.\d{1,2} \pL`)
	orcidDigits      = regexp.MustCompile(`^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$`)
)

// form checks a value against its field's form and returns it as it is kept, or "" after reporting it.
func (d *decoder) form(spec *FieldSpec, n *yaml.Node, s string) string {
	switch spec.Form {
	case "date":
		return d.date(spec, n, s)
	case "published":
		if bareYear.MatchString(s) {
			return s
		}
		return d.date(spec, n, s)
	case "academic":
		return d.academic(spec, n, s)
	case "duration":
		if !duration.MatchString(s) {
			return d.bad(spec, n, s, "write a number and a unit, such as 12 months")
		}
	case "url":
		if u, err := url.Parse(s); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
			return d.bad(spec, n, s, "write the whole address, beginning with https://")
		}
	case "email":
		if a, err := mail.ParseAddress(s); err != nil || a.Address != s {
			return d.bad(spec, n, s, "write one email address and nothing else")
		}
	case "doi":
		s = strings.TrimPrefix(strings.TrimPrefix(s, "https://doi.org/"), "doi:")
		if !doiPattern.MatchString(s) {
			return d.bad(spec, n, s, "a DOI begins with 10. and has a slash, such as 10.1000/182")
		}
	case "orcid":
		s = strings.TrimPrefix(s, "https://orcid.org/")
		if !validORCID(s) {
			return d.bad(spec, n, s, "check the sixteen digits: the last one does not fit the others")
		}
	case "slug":
		if s != text.Slug(s) {
			return d.bad(spec, n, s, fmt.Sprintf("write it as it will stand in the address: %q", text.Slug(s)))
		}
	case "address":
		return d.address(spec, n, s)
	case "moment":
		return d.moment(spec, n, s)
	case "criterion":
		if !criterionPattern.MatchString(s) {
			return d.bad(spec, n, s, "write its number and its name, such as 1.1.1 Non-text content")
		}
	case "term":
		if !termPattern.MatchString(s) {
			return d.bad(spec, n, s, "write a season and a year, such as autumn 2024")
		}
	}
	return s
}

func (d *decoder) bad(spec *FieldSpec, n *yaml.Node, s, remedy string) string {
	d.problems.Error("CB027", d.at(n), "`%s` cannot be %q", spec.Key, s).Remedy("%s", remedy)
	return ""
}

// date keeps the day as it was written; a time of day and zone after it are dropped.
func (d *decoder) date(spec *FieldSpec, n *yaml.Node, s string) string {
	if t, err := time.Parse(time.DateOnly, s); err == nil && t.Year() >= firstYear {
		return s // as nearly all are
	}
	if isoDate.MatchString(s) {
		return d.day(n, s[:10])
	}
	if m := otherDate.FindStringSubmatch(s); m != nil {
		day, month := m[1], m[2]
		iso := fmt.Sprintf("%s-%02s-%02s", m[3], month, day)
		if _, err := time.Parse(time.DateOnly, iso); err == nil {
			d.problems.Error("CB028", d.at(n), "`%s` is not written as a date casebook reads", spec.Key).
				Remedy("write year, month, day: `%s: %s`", spec.Key, iso)
			return ""
		}
	}
	d.problems.Error("CB028", d.at(n), "`%s` wants a date, and %q is not one", spec.Key, s).
		Remedy("write year, month, day, such as 2024-04-19")
	return ""
}

// firstYear is the first in which anything here can have happened.
const firstYear = 1800

// day is a day as it was written, if the calendar has it.
func (d *decoder) day(n *yaml.Node, s string) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < firstYear {
		d.problems.Error("CB028", d.at(n), "there is no such day as %s", s).Remedy("check the day and the month: year, month, day")
		return ""
	}
	return s
}

// moment is a day, with a time of day behind it or without.
func (d *decoder) moment(spec *FieldSpec, n *yaml.Node, s string) string {
	day := d.date(spec, n, s)
	rest := strings.TrimSpace(strings.TrimPrefix(s, day))
	if day == "" || rest == "" {
		return day
	}
	rest = strings.TrimSpace(strings.TrimPrefix(rest, "T"))
	if _, err := time.Parse("15:04", rest); err != nil {
		d.problems.Error("CB028", d.at(n), "`%s` has a time of day that casebook does not read: %q", spec.Key, rest).
			Remedy("write hours and minutes in 24 hours, such as %s 17:00", day)
		return ""
	}
	return day + " " + rest
}

func (d *decoder) academic(spec *FieldSpec, n *yaml.Node, s string) string {
	m := academic.FindStringSubmatch(s)
	if m == nil {
		remedy := "write it as two years, such as 2018-19"
		if bareYear.MatchString(s) {
			year, _ := strconv.Atoi(s)
			remedy = fmt.Sprintf("write the academic year, %d-%02d or %d-%02d", year-1, year%100, year, (year+1)%100)
		}
		d.problems.Error("CB029", d.at(n), "`%s` wants an academic year, and %q is not one", spec.Key, s).Remedy("%s", remedy)
		return ""
	}
	first, _ := strconv.Atoi(m[1])
	second, _ := strconv.Atoi(m[2][len(m[2])-2:])
	if second != (first+1)%100 {
		d.problems.Error("CB029", d.at(n), "an academic year ends one year after it begins, and %q does not", s).
			Remedy("did you mean %d-%02d?", first, (first+1)%100)
		return ""
	}
	return fmt.Sprintf("%d-%02d", first, second)
}

// address checks a former address: a path below the site's root.
func (d *decoder) address(spec *FieldSpec, n *yaml.Node, s string) string {
	path := strings.Trim(s, "/")
	if strings.Contains(s, "\\") || strings.Contains(s, "..") || strings.Contains(s, "://") || strings.ContainsAny(path, "?#") {
		return d.bad(spec, n, s, "write the old address below the site's root, such as /old/page/")
	}
	parts := strings.Split(path, "/")
	for _, p := range parts {
		base := strings.TrimSuffix(p, ".html")
		if text.Slug(base) != strings.ToLower(base) || base == "" {
			return d.bad(spec, n, s, "an address here has only letters, digits and hyphens between its slashes")
		}
	}
	return strings.ToLower(path)
}

// validORCID checks the ISO 7064 mod 11-2 digit (https://support.orcid.org/hc/articles/360006897674).
func validORCID(s string) bool {
	if !orcidDigits.MatchString(s) {
		return false
	}
	total := 0
	digits := strings.ReplaceAll(s, "-", "")
	for _, r := range digits[:15] {
		total = (total + int(r-'0')) * 2
	}
	check := (12 - total%11) % 11
	return check == 10 && digits[15] == 'X' || check < 10 && digits[15] == byte('0'+check)
}
