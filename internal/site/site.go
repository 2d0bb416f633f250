// Package site joins all parses into one immutable value: ids, addresses, relations both ways, statuses, and every check
// that needs more than one file.
//
// In come a Config, the documents and the attachments; out come a *Site and the problems found. Assemble is run anew on
// every change and does only what the existence, address or status of something depends on. Everything else (related
// items, backlinks, listings, coverage) is a function of the site that a view calls when it needs it. Nothing here reads
// the disk, the clock or the environment, and nothing of a Site is changed after Assemble returns.
package site

import (
	"sync"

	"casebook/internal/content"
	"casebook/internal/diag"
)

// Config is what the site depends on beside its documents: flags of the command line. What casebook.yaml says is read
// from its document.
type Config struct {
	Today    string // YYYY-MM-DD, in the site's time zone
	Drafts   bool   // show drafts and what is scheduled
	BaseURL  string // replaces base_url of casebook.yaml; ends in a slash
	Portable bool   // links end in index.html, so that the site opens from disk

	// Each calls work for 0 … n-1, perhaps several at a time, and waits. Nil is one after the other.
	Each func(n int, work func(i int))
}

// Attachment is a file beside a page: an image, a PDF.
type Attachment struct {
	Path   string // content/cases/CL-2018-01/poster.pdf
	Size   int64
	Hash   [32]byte
	Width  int // of an image, from its header; 0 when unknown
	Height int
	Text   string // of a drawing or another file of text, all of it, for the audit of names
}

// NodeID is an index into Site.Nodes; None is no node.
type NodeID int32

// None is no node.
const None NodeID = -1

// State says whether and how something is published.
type State uint8

const (
	// Public is published.
	Public State = iota
	// Draft is shown only where drafts are.
	Draft
	// Scheduled waits for its date.
	Scheduled
	// Expired is past its date and hidden.
	Expired
	// Archived has a page with a notice and is listed only as archived.
	Archived
	// Superseded has a page that points to its successor and is not listed.
	Superseded
	// Withdrawn has only a tombstone.
	Withdrawn
)

// Node is one thing with an address: a document, a recommendation, a finding, a reference, a vocabulary's word.
type Node struct {
	Kind   string // case, recommendation, finding, reference, group, …
	ID     string // cl-2018-01, cl-2018-01/r1, ug1
	Title  string
	Number string // CL-2018-01; of a recommendation its case's
	Key    string // r1 of a recommendation, f1 of a finding
	Path   string // from the root: cases/cl-2018-01/; of something without a page, the page it stands on
	Anchor string // on that page
	Doc    int32  // index into Site.Docs
	Part   int32  // index into the case's Recs or Findings, or into references and vocabularies; -1 for a document
	Parent NodeID // the case of a part
	State  State
	Page   bool // has a page of its own
}

// Edge is one relation between two nodes.
type Edge struct {
	From, To NodeID
	Doc      int32 // the document that states it
	Ref      int32 // and which of its Refs
	relation uint8 // index into Site.relations
}

// Resolved is what one Ref leads to.
type Resolved struct {
	Node NodeID // None when it leads to no node
	File int32  // index into Attachments, -1 for none
	Text string // of an embedded fact: what is printed; of a link to a generated page: its path and anchor
}

// target is a Resolved as it is kept: there are several hundred thousand, and next to none has a text.
type target struct {
	node NodeID
	file int32 // hasText for one with a text, which is never a file's
}

const hasText = -2

// Route is one page of the site.
type Route struct {
	Path string // from the root, ending in a slash; empty for home
	View string // which view draws it: case, listing, register, …
	Node NodeID // whose page it is; None for generated pages
	Arg  string // of a listing: kind or term; of a redirect: where it leads
	Page int    // of a long listing, from 1
}

// Site is everything there is to know. It is immutable.
type Site struct {
	Config

	Settings    content.Config // casebook.yaml, with defaults filled in
	Docs        []*content.Doc // sorted by path
	Attachments []Attachment   // sorted by path
	Nodes       []Node
	Routes      []Route // sorted by path
	Recs        []RecState
	Root        NodeID // the root contact, None without
	Synonyms    []string

	targets       []target         // of all Refs, document by document
	targetAt      []int32          // where a document's targets begin, len(Docs)+1
	targetText    map[int32]string // Resolved.Text of the few targets that have one
	out, in       []Edge           // sorted by From and by To
	outAt         []int32          // where a node's edges begin, len(Nodes)+1
	inAt          []int32
	relations     []string         // exemplifies, for, …: named once, as most questions are about one relation
	place         []int32          // by node: a case's place among the cases, latest year first
	recOf         []int32          // by node: index into Recs, or -1
	nodeOf        []NodeID         // by document, None for data files
	recs          []NodeID         // the recommendations of all cases, but for those withdrawn, document by document
	recsAt        []int32          // where a document's begin, len(Docs)+1
	byKey         []NodeID         // the parts of all cases, document by document, in the order of their keys
	partsAt       []int32          // where a document's begin, len(Docs)+1
	byPath        map[string]int32 // document by file path
	byRoute       map[string]int32
	names         names
	climbing      []string // by node with a page of its own: its path behind ways up
	wanted        []string // by attachment: published path, "" when no published page names it
	kindIDs       map[string][]NodeID
	people        []NodeID
	inOrder       func() []Fact // the facts
	register      func() Register
	awaited       map[NodeID]string        // what each that is held back without a date of its own waits for
	translationOf map[int32]Translation    // by document; nil without any
	translations  map[NodeID][]Translation // by original
	broken        map[string]bool          // kinds of which a file has errors: a name that fits nothing may be its
}

// Target is what Ref number ref of document doc leads to.
func (s *Site) Target(doc, ref int32) Resolved {
	if doc < 0 || int(doc)+1 >= len(s.targetAt) || ref < 0 || ref >= s.targetAt[doc+1]-s.targetAt[doc] {
		return nowhere
	}
	at := s.targetAt[doc] + ref
	t := s.targets[at]
	out := Resolved{Node: t.node, File: t.file}
	if t.file == hasText {
		out.File, out.Text = -1, s.targetText[at]
	}
	return out
}

// Rel is the node that a Rel of a document leads to, None when it is not given or not public.
func (s *Site) Rel(doc int32, r content.Rel) NodeID {
	if r <= 0 {
		return None
	}
	return s.Target(doc, int32(r-1)).Node
}

// Rels resolves several, leaving out what leads nowhere.
func (s *Site) Rels(doc int32, rels []content.Rel) []NodeID {
	var out []NodeID
	for _, r := range rels {
		if id := s.Rel(doc, r); id != None {
			out = append(out, id)
		}
	}
	return out
}

// Node gives a node by its id; None gives the zero Node.
func (s *Site) Node(id NodeID) Node {
	if id < 0 || int(id) >= len(s.Nodes) {
		return Node{Doc: -1, Part: -1, Parent: None}
	}
	return s.Nodes[id]
}

// Doc is the document behind a node.
func (s *Site) Doc(id NodeID) *content.Doc {
	if id < 0 || int(id) >= len(s.Nodes) || s.Nodes[id].Doc < 0 {
		return nil
	}
	return s.Docs[s.Nodes[id].Doc]
}

// OfKind lists the public nodes of a kind in the order of their documents.
func (s *Site) OfKind(kind string) []NodeID { return s.kindIDs[kind] }

// Out lists the relations that a node states, in the order of its document.
func (s *Site) Out(id NodeID) []Edge { return s.out[s.outAt[id]:s.outAt[id+1]] }

// In lists the relations that others state about a node.
func (s *Site) In(id NodeID) []Edge { return s.in[s.inAt[id]:s.inAt[id+1]] }

// Ref is the mention behind an edge.
func (s *Site) Ref(e Edge) content.Ref { return s.Docs[e.Doc].Refs[e.Ref] }

// Relation is what an edge says: exemplifies, for, ….
func (s *Site) Relation(e Edge) string { return s.relations[e.relation] }

// Inverse lists who stands in a relation to a node: Inverse(principle, "exemplifies"). Kinds may narrow who.
func (s *Site) Inverse(id NodeID, relation string, kinds ...string) []Edge {
	var out []Edge
	for _, e := range s.In(id) {
		if s.Relation(e) == relation && (len(kinds) == 0 || contains(kinds, s.Nodes[e.From].Kind)) {
			out = append(out, e)
		}
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// Route finds a page by its path.
func (s *Site) Route(path string) (Route, bool) {
	i, ok := s.byRoute[path]
	if !ok {
		return Route{}, false
	}
	return s.Routes[i], true
}

// Published is the path at which an attachment is published, "" when no published page names it.
func (s *Site) Published(file int32) string { return s.wanted[file] }

// Rec is the state of a recommendation.
func (s *Site) Rec(id NodeID) *RecState {
	if i := s.recOf[id]; i >= 0 {
		return &s.Recs[i]
	}
	return nil
}

// Assemble joins documents and attachments, both sorted by path, into a site.
func Assemble(cfg Config, docs []*content.Doc, attachments []Attachment) (*Site, diag.List) {
	var problems diag.List
	if cfg.Each == nil {
		cfg.Each = func(n int, work func(int)) {
			for i := range n {
				work(i)
			}
		}
	}
	s := &Site{Config: cfg, Docs: docs, Attachments: attachments, Root: None}
	s.inOrder, s.register = sync.OnceValue(s.orderFacts), sync.OnceValue(s.deriveRegister)
	s.settings()
	s.nodes()
	s.index(&problems)
	s.await(&problems)
	s.addresses()
	s.translate(&problems)
	s.resolve(&problems)
	s.relate()
	s.awaitReferences()
	s.supersede()
	s.statuses(&problems)
	s.routes(&problems)
	s.links(&problems)
	s.checkMenu(&problems)
	s.checks(&problems)
	return s, problems
}
