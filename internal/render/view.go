// Package render turns the closed view of one route into HTML with a set of layouts.
//
// In come layouts (text) and views (plain data whose addresses are complete and relative to the page); out comes a page as
// bytes, or a fragment that many pages share. It never looks anything up: a layout that needs a fact has it in its view.
//
// A view holds only strings, numbers, booleans, template.HTML, structs and slices of these. That keeps layouts from
// fetching, and makes equal views equal pages. Every view embeds Frame and is listed in AllViews.
//
// Two rules for whoever fills a view. A section whose data is missing is left out with its heading, so leave the field
// empty and never write "none". Words that depend on dates, counts or a language ("since October 2023", "5 cases") come
// finished: a layout shows, it does not compute.
package render

import "html/template"

// Frame is what every page has around its own matter. The four fragments are made once for each depth (and current
// section) with Fragment, never for each page.
type Frame struct {
	Lang         string        // language of the page as BCP 47, such as "en-GB"
	Dir          string        // "rtl" where that is written from right to left; else empty
	Title        string        // the whole <title>: "Page – Site"
	PageTitle    string        // the h1
	Description  string        // meta description, plain text; left out when empty
	Root         string        // prefix from this page to the site's root: "" or "../../"
	Canonical    string        // absolute address; left out when the site has no base URL
	Section      string        // name of the current item in the main navigation, as data for who makes the fragments
	Trace        []Link        // breadcrumbs: parents only, never the page itself
	Interface    string        // language of the words around a page that is in another one; empty: that of the page
	InterfaceDir string        // "ltr" or "rtl", with Interface
	Translations []Translation // the same page in other languages
	NoIndex      bool          // ask search engines to leave this page out
	SearchHref   string        // address of the search page, for home and the page for wrong addresses; empty: the site has none
	Notice       Notice        // archived, superseded, ended; Text empty: none
	BuiltOn      Date          // the day whose record the site shows

	Head       template.HTML // further elements of the head, from Meta: citation tags, alternates, JSON-LD
	AssetsHTML template.HTML // Fragment "assets" of Assets
	HeaderHTML template.HTML // Fragment "masthead" of Masthead
	HelpHTML   template.HTML // Fragment "help" of Help: the last thing in main on every page
	FooterHTML template.HTML // Fragment "footer" of Footer
}

// frame is promoted to every view that embeds Frame; Page asks for it.
func (f Frame) frame() Frame { return f }

// Translation is the same page in another language. Text is that language's name in that language.
type Translation struct {
	Lang string
	Text string
	Href string
}

// Notice is one plain statement about the state of a page, above its title: archived, replaced by another, overdue.
type Notice struct {
	Text string
	Link Link // where to go instead; Href empty: none
}

// Assets is the data of the fragment "assets": addresses of what the head loads, relative to the page.
type Assets struct {
	Stylesheet string
	Script     string // before the page is shown
	Module     string // once it was read
	FromDisk   bool   // browsers load no modules from a disk
	Icon       string
	Feeds      []Link // Text is the feed's title; Atom
	Search     Link   // the description of the search for browsers; Href empty: left out
}

// Masthead is the data of the fragment "masthead": made once for each depth and current section.
type Masthead struct {
	Lang       string // of what it says, on a page in another language; empty: that of the page
	Dir        string // "ltr" or "rtl", with Lang
	Home       Link   // Text is the name of the library
	Of         string // whose library it is
	Nav        []Link // Current marks the section the page belongs to
	SearchHref string // address of the search page; empty: no search form
}

// Footer is the data of the fragment "footer": made once for each depth.
type Footer struct {
	Lang    string // as of Masthead
	Dir     string
	Columns []FooterColumn // four look best
	Kept    string         // who keeps the library, a whole sentence
	BuiltOn Date           // said as "Built on … from the record as it stood that morning."
	Licence Link           // Text such as "CC BY 4.0"; Href empty: left out
}

// FooterColumn is one list of the map of the site.
type FooterColumn struct {
	Heading string
	Links   []Link
}

// Help is the data of the fragment "help": the root contact, in the same place on every page (WCAG 3.2.6).
type Help struct {
	Lang     string // as of Masthead
	Dir      string
	Contact  Link   // Text such as "partnership desk"; Href a mailto: or the contact page
	Promise  string // such as "we answer within three working days"; may be empty
	Question string // default "Something missing, wrong or out of date?"
}
