package render

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strconv"
	"text/template/parse"
)

// Executing html/template was two thirds of the time of a large build: for each action it looks a field up by name and calls
// its escapers by reflection. Views are closed, so the type of every value in a layout is known when it is loaded. A program is
// a layout's tree, as html/template escaped it, with the fields found beforehand. Which escapers stand where is still
// html/template's decision alone; escape.go holds the few that our layouts need, and a test compares the two byte for byte.
// A layout with anything else in it (a variable that is set, a with, a script) stays with html/template: slower, never different.

// program writes a layout for data of one type.
type program struct {
	steps []step
	slots int // variables, the data itself being the first
}

// step is one node of the tree and the text in front of it; behind the last node there may be text alone.
type step struct {
	before string
	node   node // nil: only the text
}

// node is a node of the tree at work: it appends to out. dot is the current value.
type node func(out []byte, r *run, dot reflect.Value) []byte

// run is one execution.
type run struct {
	vars  []reflect.Value // of the layout at work
	stack []reflect.Value // of it and of those that called it
	main  []byte          // room for what is put into another layout
	page  whole           // that other layout's data
}

// call writes the program for dot, with variables of its own.
func (p *program) call(out []byte, r *run, dot reflect.Value) []byte {
	outer, n := r.vars, len(r.stack)
	r.stack = slices.Grow(r.stack, p.slots)[:n+p.slots]
	r.vars = r.stack[n:]
	r.vars[0] = dot
	out = do(p.steps, out, r, dot)
	r.vars, r.stack = outer, r.stack[:n]
	return out
}

func do(steps []step, out []byte, r *run, dot reflect.Value) []byte {
	for i := range steps {
		out = append(out, steps[i].before...)
		if n := steps[i].node; n != nil {
			out = n(out, r, dot)
		}
	}
	return out
}

// compiler knows the programs made so far, by layout and type of data.
type compiler struct {
	layouts *template.Template
	made    map[compiled]*program
}

type compiled struct {
	name string
	data reflect.Type
}

// program compiles a layout for a type of data. An error says which construct is left to html/template.
func (c *compiler) program(name string, data reflect.Type) (*program, error) {
	key := compiled{name, data}
	if p := c.made[key]; p != nil {
		return p, nil
	}
	t := c.layouts.Lookup(name)
	if t == nil || t.Tree == nil {
		return nil, fmt.Errorf("no layout %q", name)
	}
	p := &program{slots: 1}
	c.made[key] = p
	var err error
	p.steps, err = c.list(t.Tree.Root, scope{dot: data, vars: []variable{{"$", data}}, p: p})
	if err != nil {
		delete(c.made, key)
		return nil, err
	}
	return p, nil
}

func (c *compiler) list(list *parse.ListNode, s scope) ([]step, error) {
	if list == nil {
		return nil, nil
	}
	var out []step
	before := ""
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.CommentNode:
			continue
		case *parse.TextNode:
			before += string(n.Text)
			continue
		}
		one, err := c.node(n, s)
		if err != nil {
			return nil, err
		}
		out = append(out, step{before, one})
		before = ""
	}
	if before != "" {
		out = append(out, step{before: before})
	}
	return out, nil
}

func (c *compiler) node(n parse.Node, s scope) (node, error) {
	switch n := n.(type) {
	case *parse.ActionNode:
		return c.action(n.Pipe, s)
	case *parse.IfNode:
		return c.branch(n, s)
	case *parse.RangeNode:
		return c.loop(n, s)
	case *parse.TemplateNode:
		return c.template(n, s)
	}
	return nil, fmt.Errorf("%T", n)
}

// action is a value and the escapers that html/template put behind it.
func (c *compiler) action(pipe *parse.PipeNode, s scope) (node, error) {
	if len(pipe.Decl) > 0 {
		return nil, fmt.Errorf("a variable is set")
	}
	e, err := c.command(pipe.Cmds[0], s)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, cmd := range pipe.Cmds[1:] {
		id, ok := cmd.Args[0].(*parse.IdentifierNode)
		if !ok || len(cmd.Args) > 1 {
			return nil, fmt.Errorf("a pipe")
		}
		names = append(names, id.Ident)
	}
	if e.typ == nil {
		return nil, fmt.Errorf("a value of no one type")
	}
	write, err := escaper(names, e.typ == reflect.TypeFor[template.HTML]())
	if err != nil {
		return nil, err
	}
	switch e.typ.Kind() {
	case reflect.String:
		return func(out []byte, r *run, dot reflect.Value) []byte { return write(out, e.get(r, dot).String()) }, nil
	case reflect.Int:
		return func(out []byte, r *run, dot reflect.Value) []byte {
			return strconv.AppendInt(out, e.get(r, dot).Int(), 10)
		}, nil
	}
	return nil, fmt.Errorf("a %s is printed", e.typ.Kind())
}

func (c *compiler) branch(n *parse.IfNode, s scope) (node, error) {
	if len(n.Pipe.Decl) > 0 {
		return nil, fmt.Errorf("a variable is set")
	}
	e, err := c.pipe(n.Pipe, s)
	if err != nil {
		return nil, err
	}
	yes, err := c.list(n.List, s)
	if err != nil {
		return nil, err
	}
	no, err := c.list(n.ElseList, s)
	if err != nil {
		return nil, err
	}
	return func(out []byte, r *run, dot reflect.Value) []byte {
		if truth(e.get(r, dot)) {
			return do(yes, out, r, dot)
		}
		return do(no, out, r, dot)
	}, nil
}

func (c *compiler) loop(n *parse.RangeNode, s scope) (node, error) {
	e, err := c.pipe(n.Pipe, s)
	if err != nil {
		return nil, err
	}
	if e.typ == nil || e.typ.Kind() != reflect.Slice {
		return nil, fmt.Errorf("a range over no slice")
	}
	inner := scope{dot: e.typ.Elem(), vars: slices.Clip(s.vars), p: s.p}
	index, elem := -1, -1
	switch decl := n.Pipe.Decl; len(decl) {
	case 1:
		elem = inner.declare(decl[0].Ident[0], inner.dot)
	case 2:
		index = inner.declare(decl[0].Ident[0], reflect.TypeFor[int]())
		elem = inner.declare(decl[1].Ident[0], inner.dot)
	}
	each, err := c.list(n.List, inner)
	if err != nil {
		return nil, err
	}
	none, err := c.list(n.ElseList, s)
	if err != nil {
		return nil, err
	}
	return func(out []byte, r *run, dot reflect.Value) []byte {
		v := e.get(r, dot)
		if v.Len() == 0 {
			return do(none, out, r, dot)
		}
		for i := range v.Len() {
			if index >= 0 {
				r.vars[index] = reflect.ValueOf(i)
			}
			one := v.Index(i)
			if elem >= 0 {
				r.vars[elem] = one
			}
			out = do(each, out, r, one)
		}
		return out
	}, nil
}

func (c *compiler) template(n *parse.TemplateNode, s scope) (node, error) {
	if n.Pipe == nil {
		return nil, fmt.Errorf("a template without data")
	}
	e, err := c.pipe(n.Pipe, s)
	if err != nil {
		return nil, err
	}
	if e.typ == nil {
		return nil, fmt.Errorf("data of no one type")
	}
	p, err := c.program(n.Name, e.typ)
	if err != nil {
		return nil, err
	}
	return func(out []byte, r *run, dot reflect.Value) []byte { return p.call(out, r, e.get(r, dot)) }, nil
}
