package site

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Register is every listed recommendation, latest asked first, and the same by what happened, by who was asked and by the
// academic year of the project. Each part of it that holds something has pages of its own.
type Register struct {
	All      []NodeID
	Answered []NodeID // what has had any response
	ByStatus map[Bucket][]NodeID
	ByUnit   map[NodeID][]NodeID // of listed units
	ByYear   map[string][]NodeID
}

// Register is the register with its parts. It is derived when it is first asked for.
func (s *Site) Register() Register { return s.register() }

func (s *Site) deriveRegister() Register {
	r := Register{All: s.ListedRecs(), ByStatus: map[Bucket][]NodeID{}, ByUnit: map[NodeID][]NodeID{}, ByYear: map[string][]NodeID{}}
	for _, id := range r.All {
		rec := s.Rec(id)
		bucket := rec.Bucket()
		r.ByStatus[bucket] = append(r.ByStatus[bucket], id)
		if bucket != NoResponse {
			r.Answered = append(r.Answered, id)
		}
		for i, u := range rec.For {
			if s.Listed(u) && !slices.Contains(rec.For[:i], u) {
				r.ByUnit[u] = append(r.ByUnit[u], id)
			}
		}
		if year := s.yearOf(id); year != "" {
			r.ByYear[year] = append(r.ByYear[year], id)
		}
	}
	return r
}

// Years are the academic years in which something was asked, latest first.
func (r Register) Years() []string {
	years := slices.Sorted(maps.Keys(r.ByYear))
	slices.Reverse(years)
	return years
}

// StatusPart is the part of the register for a bucket: "status/done". A part is the argument of its routes, and their path
// behind responses/.
func StatusPart(b Bucket) string { return "status/" + b.Slug() }

// AnsweredPart is the part of everything that has had a response, whatever it was.
const AnsweredPart = "status/answered"

// UnitPart is the part for a unit: "unit/registry".
func (s *Site) UnitPart(unit NodeID) string {
	return "unit/" + strings.TrimSuffix(strings.TrimPrefix(s.Nodes[unit].Path, "units/"), "/")
}

// YearPart is the part for the projects of an academic year: "year/2018-19".
func YearPart(year string) string { return "year/" + year }

// RegisterPath is the path of a part of the register, of all of it for "".
func RegisterPath(part string) string {
	if part == "" {
		return "responses/"
	}
	return "responses/" + part + "/"
}

// addRoutes adds a page that no file stands for.
type addRoutes func(path, view, arg string, page int)

// inPages adds the pages of a list.
func (add addRoutes) inPages(base, view, arg string, pages int) {
	for p := 1; p <= pages; p++ {
		add(onPage(base, p), view, arg, p)
	}
}

// onPage is the path of a page of a list, the first of which is at base.
func onPage(base string, page int) string {
	if page == 1 {
		return base
	}
	return base + "page/" + strconv.Itoa(page) + "/"
}

// registers adds the pages of the register and of its parts. A part that would be empty has none.
func (s *Site) registers(add addRoutes) {
	r := s.Register()
	part := func(arg string, n int) {
		if n > 0 {
			add.inPages(RegisterPath(arg), "register", arg, pages(n))
		}
	}
	part("", len(r.All))
	for _, b := range Buckets {
		part(StatusPart(b), len(r.ByStatus[b]))
	}
	part(AnsweredPart, len(r.Answered))
	for _, u := range s.kindIDs["unit"] {
		part(s.UnitPart(u), len(r.ByUnit[u]))
	}
	for _, year := range r.Years() {
		part(YearPart(year), len(r.ByYear[year]))
	}
}
