package render

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"sync"
	"unsafe"
)

// Set is the layouts of one site, parsed once. It is safe for many goroutines and never changes.
type Set struct {
	templates *template.Template
	layouts   map[reflect.Type]layout
	base      layout
	symbols   []symbol
	runs      *sync.Pool // of *run
}

// layout is the template of one view type and, unless it holds something unusual, its program. An alone layout writes its own
// document; any other is put into the base.
type layout struct {
	*template.Template
	program *program
	alone   bool
}

// append executes the layout at the end of to.
func (l layout) append(to []byte, r *run, data reflect.Value) ([]byte, error) {
	if l.program != nil {
		return l.program.call(to, r, data), nil
	}
	b := bytes.NewBuffer(to)
	if err := l.Execute(b, data.Interface()); err != nil {
		return nil, fmt.Errorf("layout %s: %w", l.Name(), err)
	}
	return b.Bytes(), nil
}

// whole is what the layout "base" is given.
type whole struct {
	Frame
	Sprite template.HTML // the drawings that Main uses
	Main   template.HTML
}

// Page is the HTML of a view, which must be one of AllViews, by value. An error is a mistake in a layout that Load could not
// see, or a view type that is not in AllViews.
func Page(set *Set, view any) ([]byte, error) { return AppendPage(nil, set, view) }

// AppendPage is Page at the end of to, for who renders many pages into one buffer after another.
func AppendPage(to []byte, set *Set, view any) ([]byte, error) {
	v, ok := view.(inFrame)
	if !ok {
		return nil, fmt.Errorf("render: %T has no Frame", view)
	}
	return appendFramed(to, set, view, v.frame())
}

// inFrame is every view.
type inFrame interface{ frame() Frame }

// appendFramed writes a view within a frame that knows more of its page than the view does.
func appendFramed(to []byte, set *Set, view any, frame Frame) ([]byte, error) {
	l, ok := set.layouts[reflect.TypeOf(view)]
	if !ok {
		return nil, fmt.Errorf("render: %T is not in AllViews", view)
	}
	r := set.runs.Get().(*run)
	defer set.runs.Put(r)
	data := reflect.ValueOf(view)
	if l.alone {
		return l.append(to, r, data)
	}
	main, err := l.append(r.main[:0], r, data)
	if err != nil {
		return nil, err
	}
	end := len(main)
	r.main = sprite(main, set.symbols, main)
	// Not copied: r keeps its bytes until the page is written around them.
	text := template.HTML(unsafe.String(unsafe.SliceData(r.main), len(r.main)))
	const around = 12 << 10 // bytes that the head, the masthead and the footer take
	r.page = whole{Frame: frame, Sprite: text[end:], Main: text[:end]}
	return set.base.append(slices.Grow(to, len(r.main)+around), r, reflect.ValueOf(&r.page).Elem())
}

// Fragment is the HTML of a part that many pages share: "assets" of Assets, "masthead" of Masthead, "help" of Help, "footer"
// of Footer. Make it once for each depth and keep it in Frame.
func Fragment(set *Set, name string, data any) (template.HTML, error) {
	var b bytes.Buffer
	if err := set.templates.ExecuteTemplate(&b, name, data); err != nil {
		return "", fmt.Errorf("layout %s: %w", name, err)
	}
	return template.HTML(b.String()), nil
}
