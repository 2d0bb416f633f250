package render

// Files is a page of files to take away or to follow: feeds and calendars, or data.
type Files struct {
	Frame
	Summary  string
	Body     []Block
	Sections []FileSection
	Tables   []FieldTable // what the columns of the data mean
}

// FileSection is files of one sort.
type FileSection struct {
	ID      string
	Heading string
	Note    string
	Rows    []FileRow
}

// FileRow is what can be had, and in which formats: each link names the type and, of a file, its size.
type FileRow struct {
	Name  Link // Href: the page of what it is about; may be empty
	Note  string
	Files []Link
}

// FieldTable says what the columns of a collection mean.
type FieldTable struct {
	ID      string
	Heading string
	Fields  []Field
}

// Field is one column.
type Field struct {
	Key string
	Doc string
}
