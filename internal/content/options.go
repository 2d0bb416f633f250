package content

// Options is everything a parse depends on beside its own file. All of it belongs in the key under which a parse is
// remembered.
type Options struct {
	Terms     []GlossaryTerm // linked at first use, sorted by name
	Languages []string       // in which translations may be written: cy

	index *termIndex // of Terms, when it is Ready
}

// Ready prepares the options for many files: the terms are indexed once.
func (o Options) Ready() Options {
	o.index = indexTerms(o.Terms)
	return o
}

// GlossaryTerm is one name of a glossary term and the id it leads to.
type GlossaryTerm struct {
	Name string
	ID   string
}
