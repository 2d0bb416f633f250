package render

import "testing"

// TestWhatPagesInherit holds that a page shows what its programme, its kind and the site say for it.
func TestWhatPagesInherit(t *testing.T) {
	p := built(t, `
-- casebook.yaml --
title: Shelf
contact: Desk
licence: CC BY 4.0
review_every: 12 months
defaults:
  guide: {owner: Office, review_every: 6 months, language: ga, audience: staff}
-- content/contacts/desk.md --
---
title: Desk
email: desk@shelf.example
---
-- content/contacts/office.md --
---
title: Office
email: office@shelf.example
---
-- content/units/library.md --
---
title: Library
---
-- content/programmes/lab.md --
---
title: Change Lab
prefix: CL
licence: CC BY-NC 4.0
language: cy
---
-- content/guide/first.md --
---
title: First steps
summary: How to begin.
published: 2026-01-02
reviewed: 2026-01-02
---
-- content/guide/second.md --
---
title: Second steps
summary: How to go on.
published: 2026-01-02
reviewed: 2026-01-02
review_every: 2 years
owner: Desk
audience: students
language: en-IE
---
-- content/themes/feedback.md --
---
title: Feedback
---
-- content/cases/CL-2021-01.md --
---
title: Later
summary: Later still.
year: 2021-22
published: 2022-06-20
studied: [Library]
themes: [Feedback]
credits: programme
---
## Recommendations
### Publish. {#r1}
-- content/cases/CL-2021-02.md --
---
year: 2021-22
status: withdrawn
withdrawn: {date: 2023-01-01, reason: asked, contact: Desk}
---
`)
	first, second := drawn[Guide](t, p, "guide/first/"), drawn[Guide](t, p, "guide/second/")
	same(t, "its kind's owner", first.Dates.Owner.Text, "Office")
	same(t, "its own owner", second.Dates.Owner.Text, "Desk")
	same(t, "its kind's interval", first.Dates.NextReview.ISO, "2026-07-02")
	same(t, "its own interval", second.Dates.NextReview.ISO, "2028-01-02")
	same(t, "its kind's audience", first.Audience, "For staff.")
	same(t, "its own audience", second.Audience, "For students.")
	same(t, "its kind's language", first.Lang, "ga")
	same(t, "its own language", second.Lang, "en-IE")
	kase, rec := drawn[Case](t, p, "cases/cl-2021-01/"), drawn[Recommendation](t, p, "cases/cl-2021-01/r1/")
	same(t, "the site's owner", kase.Dates.Owner.Text, "Desk")
	same(t, "its programme's licence", kase.Cite.Licence.Text, "CC BY-NC 4.0")
	same(t, "a part's licence", rec.Cite.Licence.Text, "CC BY-NC 4.0")
	same(t, "its programme's language", kase.Lang, "cy")
	same(t, "a part's language", rec.Lang, "cy")
	same(t, "the site's language", drawn[Theme](t, p, "themes/feedback/").Lang, "en-GB")
	same(t, "a tombstone is in the site's language", drawn[Tombstone](t, p, "cases/cl-2021-02/").Lang, "en-GB")
}
