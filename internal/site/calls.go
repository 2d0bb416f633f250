package site

import (
	"slices"
	"strings"
	"time"

	"casebook/internal/content"
)

// CallState is where an opportunity stands on the day for which the site is built.
type CallState uint8

const (
	// CallClosing closes within two weeks.
	CallClosing CallState = iota
	// CallOpen can be applied for.
	CallOpen
	// CallUpcoming opens later, on a day that is known.
	CallUpcoming
	// CallUnknown has no dates yet.
	CallUnknown
	// CallClosed is over. It keeps its page.
	CallClosed
)

// Word is the state as readers see it.
func (c CallState) Word() string {
	return [...]string{"Closing soon", "Open", "Opens later", "Not open yet", "Closed"}[c]
}

// closingDays is how many days before its end a call is said to close soon.
const closingDays = 14

// Call is an opportunity's state. States compare dates: on the day of its deadline a call is open.
type Call struct {
	State  CallState
	Opens  string // the next date that matters, with a time of day when one was typed; empty for none
	Closes string
	Note   string // of the round that closes next
}

// Call derives an opportunity's state.
func (s *Site) Call(id NodeID) Call {
	o := s.Doc(id).Entity.(*content.Opportunity)
	c := Call{Opens: o.Opens, Closes: o.Deadline}
	rounds := slices.Clone(o.Rounds)
	slices.SortStableFunc(rounds, func(a, b content.Round) int { return strings.Compare(a.Closes, b.Closes) })
	for _, r := range rounds {
		if c.Closes == "" || dayOf(c.Closes) < s.Today { // in order, so the next one, else the last
			c.Closes, c.Note = r.Closes, r.Note
		}
	}
	switch closes := dayOf(c.Closes); {
	case o.Dates != "":
		c.State = CallUnknown
	case closes != "" && closes < s.Today:
		c.State = CallClosed
	case dayOf(o.Opens) > s.Today:
		c.State = CallUpcoming
	case closes != "" && daysBetween(s.Today, closes) <= closingDays:
		c.State = CallClosing
	default:
		c.State = CallOpen
	}
	return c
}

// Over reports whether an event is past.
func (s *Site) Over(id NodeID) bool {
	e := s.Doc(id).Entity.(*content.Event)
	return max(dayOf(e.Start), dayOf(e.End)) < s.Today
}

// dayOf is the day of a moment.
func dayOf(moment string) string { return moment[:min(len(moment), len(time.DateOnly))] }

// daysBetween counts days; 0 when either is not a date.
func daysBetween(from, to string) int {
	a, err := time.Parse(time.DateOnly, from)
	b, err2 := time.Parse(time.DateOnly, to)
	if err != nil || err2 != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}
