package content

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"casebook/internal/diag"
	"casebook/internal/text"
)

// target is where a link leads, as far as one file can tell.
type target struct {
	sort   targetSort
	href   string // of an outside address
	path   string // of something in the library
	anchor string
	scheme string // of an address that is refused
}

type targetSort uint8

const (
	toLibrary  targetSort = iota
	toOutside             // another site, a mailbox, a telephone
	toHere                // an anchor of the same page
	toNowhere             // nothing was typed
	toDisk                // a path of the author's own machine
	toRefused             // a scheme that pages do not link to
	toNonsense            // begins as an address and is none
)

// targetOf reads a destination as typed. What a browser would decode or skip is decoded and skipped first, so that no
// spelling hides a scheme (CVE-2026-5160 was &Tab; inside "javascript:").
func targetOf(typed []byte) target {
	dest := strings.TrimSpace(strip(strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return -1
		}
		return r
	}, string(decoded(typed)))))
	if dest == "" {
		return target{sort: toNowhere}
	}
	scheme := schemeOf(dest)
	switch scheme {
	case "http", "https":
		if u, err := url.Parse(strings.ReplaceAll(dest, " ", "%20")); err != nil || u.Host == "" {
			return target{sort: toNonsense, href: dest}
		}
		return target{sort: toOutside, href: dest}
	case "mailto", "tel":
		return target{sort: toOutside, href: dest}
	case "":
	case "file":
		return target{sort: toDisk}
	default:
		if len(scheme) == 1 {
			return target{sort: toDisk}
		}
		return target{sort: toRefused, scheme: scheme}
	}
	switch {
	case strings.HasPrefix(dest, "//"):
		return targetOf([]byte("https:" + dest))
	case strings.Contains(dest, `\`), len(schemeOf(strings.TrimLeft(dest, "/"))) == 1:
		return target{sort: toDisk}
	case dest[0] == '#':
		return target{sort: toHere, anchor: unescaped(dest[1:])}
	}
	file, anchor, _ := strings.Cut(dest, "#")
	return target{sort: toLibrary, path: unescaped(file), anchor: unescaped(anchor)}
}

// schemeOf is what stands before the first colon, in small letters, if it is a scheme (RFC 3986, section 3.1).
func schemeOf(dest string) string {
	name, _, ok := strings.Cut(dest, ":")
	if !ok {
		return ""
	}
	name = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
	for i, r := range name {
		letter := r >= 'a' && r <= 'z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789+-.", r)) {
			return ""
		}
	}
	return name
}

func unescaped(s string) string {
	if out, err := url.PathUnescape(s); err == nil {
		return strip(out)
	}
	return s
}

// link replaces a Markdown link by what it becomes: a Ref with its two holes, a plain link, or its words alone.
func (b *body) link(parent ast.Node, n *ast.Link, in within, html *droppedHTML) {
	t := targetOf(n.Destination)
	at := b.linkAt(n.Pos(), n.Destination)
	in.link = true
	if t.sort == toNowhere {
		b.problems.Warn("CB051", at, "this link leads nowhere").Remedy("write the address between the round brackets: [words](address)")
	} else if b.blankInlines(n) {
		b.problems.Warn("CB051", at, "this link has no words, so it is left out").Remedy("write between the square brackets what it leads to: [words](%s)", n.Destination)
		b.inlines(n, in, html)
		unwrap(parent, n)
		return
	}
	wrapper := b.follow(t, at, decoded(n.Title), func() string { return b.plain(n) })
	b.inlines(n, in, html)
	if wrapper == nil {
		unwrap(parent, n)
		return
	}
	parent.ReplaceChild(parent, n, wrapper)
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		wrapper.AppendChild(wrapper, c)
		c = next
	}
}

// follow makes the node that stands around a link's words, or none when the words stand alone; it reports why.
func (b *body) follow(t target, at diag.Pos, title []byte, words func() string) ast.Node {
	switch t.sort {
	case toOutside:
		return &outside{href: t.href, title: string(title)}
	case toHere:
		return b.here(t, at, string(title), words)
	case toLibrary:
		return b.linkTo(Ref{Relation: "link", Name: t.path, Mention: &Mention{Anchor: t.anchor, Label: words()}, Note: string(title), At: at})
	}
	b.refuse(t, at, "link", "link")
	return nil
}

// linkTo records a Ref and makes the node whose two ends are its holes.
func (b *body) linkTo(r Ref) *linked {
	r.From = b.from
	b.doc.Refs = append(b.doc.Refs, r)
	return &linked{ref: len(b.doc.Refs) - 1}
}

// here makes a link to an anchor of the same page. A finding or recommendation is also printed on other pages, so from
// there the link names this file.
func (b *body) here(t target, at diag.Pos, title string, words func() string) ast.Node {
	if !b.ids.has(t.anchor) {
		problem := b.problems.Error("CB052", at, "there is no heading %q on this page", t.anchor)
		if near, ok := text.Nearest(t.anchor, b.ids.list()); ok {
			problem.Remedy("did you mean #%s?", near)
		} else {
			problem.Remedy("an anchor is the heading's words in small letters with hyphens, or its own mark {#…}")
		}
		return nil
	}
	if b.from != "" {
		return b.linkTo(Ref{Relation: "link", Name: path.Base(b.doc.Path), Mention: &Mention{Anchor: t.anchor, Label: words()}, Note: title, At: at})
	}
	b.doc.Refs = append(b.doc.Refs, Ref{Relation: "anchor", Mention: &Mention{Anchor: t.anchor, Label: words()}, At: at})
	return &outside{href: "#" + t.anchor, title: title}
}

func (a anchors) list() []string {
	out := make([]string, 0, len(a.last))
	for id := range a.last {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// refuse says why something is not linked to.
func (b *body) refuse(t target, at diag.Pos, what, verb string) {
	switch t.sort {
	case toDisk:
		b.problems.Error("CB053", at, "this %s leads to a disk of your own, where readers cannot follow", what).
			Remedy("put the file beside this one and write its name, with / between folders")
	case toRefused:
		b.problems.Warn("CB054", at, "an address that begins with %s: cannot be used, so the %s is left out", t.scheme, what).
			Remedy("pages %s to http, https, mailto and tel addresses, and to files of the library", verb)
	case toNonsense:
		b.problems.Warn("CB054", at, "%q is not a whole address, so the %s is left out", t.href, what).
			Remedy("copy the address from a browser, beginning with https://")
	}
}

func (b *body) autoLink(parent ast.Node, n *ast.AutoLink, in within) {
	label := n.Label(b.source)
	words := ast.NewString(label)
	words.SetRaw(true)
	dest := n.URL(b.source)
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(dest), []byte("mailto:")) {
		dest = append([]byte("mailto:"), dest...)
	}
	var wrapper ast.Node
	if !in.link {
		start := max(n.Pos(), 0)
		if i := bytes.Index(b.source[start:b.places.lineEnd(start)], label); i >= 0 {
			start += i
		}
		wrapper = b.follow(targetOf(dest), b.at(start, start+len(label)), nil, func() string { return string(label) })
	}
	if wrapper == nil {
		parent.ReplaceChild(parent, n, words)
		return
	}
	wrapper.AppendChild(wrapper, words)
	parent.ReplaceChild(parent, n, wrapper)
}

func (b *body) image(parent ast.Node, n *ast.Image) {
	at := b.linkAt(n.Pos(), n.Destination)
	alt := b.plain(n)
	t := targetOf(n.Destination)
	if t.sort == toLibrary {
		if alt == "" {
			b.problems.Warn("CB057", at, "this image has no description for readers who cannot see it").
				Remedy("say between the square brackets what it shows: ![what it shows](%s)", n.Destination)
		}
		b.doc.Refs = append(b.doc.Refs, Ref{Relation: "image", Name: t.path, Mention: &Mention{Anchor: t.anchor, Alt: alt}, Note: string(decoded(n.Title)), From: b.from, At: at})
		parent.ReplaceChild(parent, n, &hole{ref: len(b.doc.Refs) - 1, words: alt, image: true})
		return
	}
	switch t.sort {
	case toOutside:
		b.problems.Warn("CB058", at, "images from other sites tell them who reads the page, so only the description is shown").
			Remedy("save the image beside this file, if its licence allows, and write its name")
	case toNowhere, toHere:
		b.problems.Warn("CB054", at, "this image names no file, so it is left out").Remedy("write the name of a file: ![what it shows](name.png)")
	default:
		b.refuse(t, at, "image", "link")
	}
	words := ast.NewString([]byte(alt))
	words.SetRaw(true)
	parent.ReplaceChild(parent, n, words)
}

// linkAt is the place of a link or image from its first bracket to the end of its destination.
func (b *body) linkAt(start int, dest []byte) diag.Pos {
	start = max(start, 0)
	end := min(b.places.lineEnd(start), start+2000)
	if i := bytes.Index(b.source[start:max(end, start)], dest); i > 0 && len(dest) > 0 {
		end = start + i + len(dest)
		if end < len(b.source) && b.source[end] == ')' {
			end++
		}
		return b.at(start, end)
	}
	if i := bytes.IndexByte(b.source[start:max(end, start)], ']'); i > 0 {
		return b.at(start, start+i+1)
	}
	return b.at(start, start+1)
}

// unwrap puts the children of a node in its place.
func unwrap(parent, n ast.Node) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		parent.InsertBefore(parent, n, c)
		c = next
	}
	parent.RemoveChild(parent, n)
}
