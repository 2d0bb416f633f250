package content

// Options is everything a parse depends on beside its own file. All of it belongs in the key under which a parse is
// remembered.
type Options struct {
	Terms     []GlossaryTerm // linked at first use, sorted by name
	Languages []string       // in which translations may be written: cy
}

// GlossaryTerm is one name of a glossary term and the id it leads to.
type GlossaryTerm struct {
	Name string
	ID   string
}
