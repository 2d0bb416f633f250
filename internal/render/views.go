package render

// ViewType is a kind of page: the name of its layout (layouts/NAME.html) and its empty view.
type ViewType struct {
	Layout string
	Empty  any
}

// AllViews lists every view type. A test walks it and refuses any field that is not plain data.
func AllViews() []ViewType {
	return []ViewType{
		{"home", Home{}},
		{"page", Plain{}},
		{"statement", Statement{}},
		{"guide", Guide{}},
		{"journey", Journey{}},
		{"framework", Framework{}},
		{"principle", Principle{}},
		{"crosswalk", Crosswalk{}},
		{"case", Case{}},
		{"insight", Insight{}},
		{"entry", Entry{}},
		{"recommendation", Recommendation{}},
		{"ask", Ask{}},
		{"unit", Unit{}},
		{"theme", Theme{}},
		{"method", Method{}},
		{"programme", Programme{}},
		{"person", Person{}},
		{"listing", Listing{}},
		{"register", Register{}},
		{"glossary", Glossary{}},
		{"bibliography", Bibliography{}},
		{"formerly", Formerly{}},
		{"contacts", Contacts{}},
		{"coverage", Coverage{}},
		{"timeline", Timeline{}},
		{"atoz", AToZ{}},
		{"changes", Changes{}},
		{"files", Files{}},
		{"search", Search{}},
		{"tombstone", Tombstone{}},
		{"notfound", NotFound{}},
		{"redirect", Redirect{}},
	}
}
