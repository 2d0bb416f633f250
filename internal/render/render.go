package render

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
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

// write executes the layout into r.
func (l layout) write(r *run, data any) error {
	r.out = r.out[:0]
	if l.program != nil {
		l.program.call(r, reflect.ValueOf(data))
		return nil
	}
	b := bytes.NewBuffer(r.out)
	err := l.Execute(b, data)
	r.out = b.Bytes()
	return err
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
	main := set.runs.Get().(*run)
	defer set.runs.Put(main)
	if err := l.write(main, view); err != nil {
		return nil, fmt.Errorf("layout %s: %w", l.Name(), err)
	}
	if l.alone {
		return append(to, main.out...), nil
	}
	end := len(main.out)
	main.out = sprite(main.out, set.symbols, main.out)
	// Not copied: main keeps its bytes until the page is written around them.
	text := template.HTML(unsafe.String(unsafe.SliceData(main.out), len(main.out)))
	page := whole{Frame: frame, Sprite: text[end:], Main: text[:end]}
	out := set.runs.Get().(*run)
	defer set.runs.Put(out)
	if err := set.base.write(out, page); err != nil {
		return nil, fmt.Errorf("layout base: %w", err)
	}
	return append(to, out.out...), nil
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
