package content

import "casebook/internal/diag"

// Item is what every titled kind has.
type Item struct {
	Title    string   `cb:"title,required,max=120" doc:"The name, at most 120 characters, unique within its kind."`
	Short    string   `cb:"short" doc:"A shorter title for bars and lists."`
	Summary  string   `cb:"summary,words=60" doc:"One or two sentences, at most 60 words: shown in lists, search and previews of the address."`
	Aka      []string `cb:"aka" doc:"Other names it may be called by, in links and in search."`
	Status   string   `cb:"status,enum=draft|archived|withdrawn" doc:"Typed only for something that is not simply published."`
	Slug     string   `cb:"slug,form=slug" doc:"Replaces the last part of the address."`
	Aliases  []Alias  `cb:"aliases,form=address" doc:"Earlier addresses that lead here."`
	Language string   `cb:"language" doc:"Language of the text, such as cy, when it is not the site's."`
	Owner    Rel      `cb:"owner,to=contact,inverse=looks after" doc:"The contact (a role) who looks after it, when not the one of its programme, its kind or the site."`
	Licence  string   `cb:"licence" doc:"When it differs from that of its programme, its kind or the site."`
	Audience string   `cb:"audience,enum=staff|students|both" doc:"Who it is written for."`
	Themes   []Rel    `cb:"themes,to=theme,inverse=everything under the theme" doc:"Themes it is about."`
	SeeAlso  []Rel    `cb:"see_also,inverse=see also" doc:"Anything worth reading beside it."`
}

// Alias is one earlier address: a path below the site's root without slashes at its ends, in small letters.
type Alias struct {
	Path string
	At   diag.Pos
}

func (i *Item) head() Head {
	return Head{Title: i.Title, Summary: i.Summary, Short: i.Short, Aka: i.Aka, Aliases: i.Aliases, Slug: i.Slug, Status: i.Status, Language: i.Language}
}

// Dated is what kinds have that are published at a time: guide, page, case.
type Dated struct {
	Item
	Published   string    `cb:"published,form=published" doc:"The date it becomes public. Without one it is a draft; with a date to come it waits for it. Old records may give a year alone."`
	Changes     []Change  `cb:"changes,key=date" doc:"Date and note of each change worth telling readers."`
	Reviewed    string    `cb:"reviewed,form=date" doc:"When the whole page was last checked. Leave it alone for a typing mistake."`
	ReviewEvery string    `cb:"review_every,form=duration" doc:"How often it is checked, such as 12 months."`
	Supersedes  Rel       `cb:"supersedes,inverse=superseded by" doc:"What this replaces. The old page keeps its address and says so."`
	Expires     string    `cb:"expires,form=date" doc:"The last day on which it is current."`
	OnExpiry    string    `cb:"on_expiry,enum=archive|hide" doc:"What happens after that day."`
	DOI         string    `cb:"doi,form=doi" doc:"A DOI such as 10.1234/abc."`
	Withdrawn   *Withdrew `cb:"withdrawn" doc:"For status withdrawn: date, reason and contact. Nothing else of it is published."`
}

// Change is one dated note.
type Change struct {
	Date string `cb:"date,required,form=date" doc:"The day."`
	Note string `cb:"note" doc:"What changed, in a few words."`
}

// Withdrew is why and when something was taken down.
type Withdrew struct {
	Date    string `cb:"date,required,form=date" doc:"The day it was taken down. From then on a tombstone stands at its address; before, the address does not exist."`
	Reason  string `cb:"reason,required" doc:"The class of reason, such as: at an author's request."`
	Contact Rel    `cb:"contact,required,to=contact,inverse=asked about" doc:"Whom a reader may ask."`
}

func (p *Dated) dated() *Dated { return p }

// DatedOf are the dates of what is published at a time; nil for a kind without.
func DatedOf(e Entity) *Dated {
	if d, ok := e.(interface{ dated() *Dated }); ok {
		return d.dated()
	}
	return nil
}

func (p *Dated) head() Head {
	h := p.Item.head()
	h.PageLike, h.Published, h.Expires, h.OnExpiry = true, p.Published, p.Expires, p.OnExpiry
	if p.Withdrawn != nil {
		h.Withdrawn = p.Withdrawn.Date
	}
	for _, c := range p.Changes {
		h.Updated = max(h.Updated, c.Date)
	}
	return h
}

func (i *Item) item() *Item { return i }

// ItemOf is what an entity has as every titled kind does; nil for a kind that is not titled.
func ItemOf(e Entity) *Item {
	if v, ok := e.(interface{ item() *Item }); ok {
		return v.item()
	}
	return nil
}
