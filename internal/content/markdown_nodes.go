package content

import "github.com/yuin/goldmark/ast"

// linked is a link into the library: its words stand between an Open and a Close hole.
type linked struct {
	ast.BaseInline
	ref int
}

// hole is what site and render print in one piece: an image, a citation, a name.
type hole struct {
	ast.BaseInline
	ref   int
	words string // for plain text
	image bool
}

// outside is a link whose address is known: to another site or to an anchor of the page.
type outside struct {
	ast.BaseInline
	href, title string
}

// figure stands before the image of a paragraph that holds nothing else.
type figure struct {
	ast.BaseInline
	caption string
}

var (
	kindLinked  = ast.NewNodeKind("Linked")
	kindHole    = ast.NewNodeKind("Hole")
	kindOutside = ast.NewNodeKind("Outside")
	kindFigure  = ast.NewNodeKind("Figure")
)

func (*linked) Kind() ast.NodeKind  { return kindLinked }
func (*hole) Kind() ast.NodeKind    { return kindHole }
func (*outside) Kind() ast.NodeKind { return kindOutside }
func (*figure) Kind() ast.NodeKind  { return kindFigure }

// Dump is for debugging goldmark.
func (n *linked) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// Dump is for debugging goldmark.
func (n *hole) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// Dump is for debugging goldmark.
func (n *outside) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// Dump is for debugging goldmark.
func (n *figure) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }
