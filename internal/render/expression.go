package render

import (
	"fmt"
	"reflect"
	"slices"
	"text/template/parse"
)

// scope is what an expression can see: the type of dot and the variables.
type scope struct {
	dot  reflect.Type
	vars []variable
	p    *program
}

type variable struct {
	name string
	typ  reflect.Type
}

// expr is an expression of a known type. typ is nil where only its truth is known.
type expr struct {
	typ reflect.Type
	get func(r *run, dot reflect.Value) reflect.Value
}

// declare gives a variable its slot. Slots are not used again: a layout has few.
func (s *scope) declare(name string, typ reflect.Type) int {
	for len(s.vars) < s.p.slots {
		s.vars = append(s.vars, variable{})
	}
	s.vars = append(s.vars, variable{name, typ})
	s.p.slots = len(s.vars)
	return len(s.vars) - 1
}

// pipe is a pipe of one command: what stands in if, range, template and brackets.
func (c *compiler) pipe(pipe *parse.PipeNode, s scope) (expr, error) {
	if len(pipe.Cmds) != 1 {
		return expr{}, fmt.Errorf("a pipe")
	}
	return c.command(pipe.Cmds[0], s)
}

func (c *compiler) command(cmd *parse.CommandNode, s scope) (expr, error) {
	id, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		if len(cmd.Args) > 1 {
			return expr{}, fmt.Errorf("a method with arguments")
		}
		return c.operand(cmd.Args[0], s)
	}
	var args []expr
	for _, a := range cmd.Args[1:] {
		e, err := c.operand(a, s)
		if err != nil {
			return expr{}, err
		}
		args = append(args, e)
	}
	return function(id.Ident, args)
}

func (c *compiler) operand(n parse.Node, s scope) (expr, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return expr{s.dot, func(_ *run, dot reflect.Value) reflect.Value { return dot }}, nil
	case *parse.FieldNode:
		return chain(expr{typ: s.dot}, n.Ident)
	case *parse.VariableNode:
		for i, v := range slices.Backward(s.vars) {
			if v.name == n.Ident[0] {
				return chain(expr{v.typ, func(r *run, _ reflect.Value) reflect.Value { return r.vars[i] }}, n.Ident[1:])
			}
		}
	case *parse.StringNode:
		return constant(n.Text), nil
	case *parse.NumberNode:
		if n.IsInt {
			return constant(int(n.Int64)), nil
		}
	case *parse.PipeNode:
		return c.pipe(n, s)
	}
	return expr{}, fmt.Errorf("%s", n)
}

func constant(x any) expr {
	v := reflect.ValueOf(x)
	return expr{v.Type(), func(*run, reflect.Value) reflect.Value { return v }}
}

// chain follows fields, found here once; the last name may be the one method of views. It begins at dot where e has no get.
func chain(e expr, names []string) (expr, error) {
	for _, name := range names {
		from := e.get
		if e.typ == nil || e.typ.Kind() != reflect.Struct {
			return expr{}, fmt.Errorf("%s of no struct", name)
		}
		if f, ok := e.typ.FieldByName(name); ok {
			e = expr{f.Type, field(from, f.Index)}
			continue
		}
		if name != "Parts" || e.typ != reflect.TypeFor[Mark]() {
			return expr{}, fmt.Errorf("%s is no field", name)
		}
		// Called by name: through reflect it would cost as much as the rest of a small layout.
		e = expr{reflect.TypeFor[[]string](), func(r *run, dot reflect.Value) reflect.Value {
			if from != nil {
				dot = from(r, dot)
			}
			return reflect.ValueOf(dot.Interface().(Mark).Parts())
		}}
	}
	return e, nil
}

// field is a field of what from gives, or of dot; index has more than one number where the field is one of an embedded struct.
func field(from func(r *run, dot reflect.Value) reflect.Value, index []int) func(r *run, dot reflect.Value) reflect.Value {
	for _, i := range index {
		if outer := from; outer == nil {
			from = func(_ *run, dot reflect.Value) reflect.Value { return dot.Field(i) }
		} else {
			from = func(r *run, dot reflect.Value) reflect.Value { return outer(r, dot).Field(i) }
		}
	}
	return from
}

// function is one of the few that layouts use to choose.
func function(name string, args []expr) (expr, error) {
	boolean := func(f func(r *run, dot reflect.Value) bool) (expr, error) {
		return expr{reflect.TypeFor[bool](), func(r *run, dot reflect.Value) reflect.Value { return reflect.ValueOf(f(r, dot)) }}, nil
	}
	switch {
	case (name == "or" || name == "and") && len(args) > 0:
		typ, stop := args[0].typ, name == "or"
		for _, a := range args {
			if a.typ != typ {
				typ = nil
			}
		}
		return expr{typ, func(r *run, dot reflect.Value) (v reflect.Value) {
			for _, a := range args {
				if v = a.get(r, dot); truth(v) == stop {
					break
				}
			}
			return v
		}}, nil
	case name == "not" && len(args) == 1:
		return boolean(func(r *run, dot reflect.Value) bool { return !truth(args[0].get(r, dot)) })
	case name == "len" && len(args) == 1 && args[0].typ != nil && args[0].typ.Kind() == reflect.Slice:
		return expr{reflect.TypeFor[int](), func(r *run, dot reflect.Value) reflect.Value { return reflect.ValueOf(args[0].get(r, dot).Len()) }}, nil
	case len(args) == 2 && args[0].typ == args[1].typ && args[0].typ == reflect.TypeFor[string]() && (name == "eq" || name == "ne"):
		return boolean(func(r *run, dot reflect.Value) bool {
			return (args[0].get(r, dot).String() == args[1].get(r, dot).String()) == (name == "eq")
		})
	case len(args) == 2 && args[0].typ == args[1].typ && args[0].typ == reflect.TypeFor[int]():
		compare := map[string]func(a, b int64) bool{
			"eq": func(a, b int64) bool { return a == b }, "ne": func(a, b int64) bool { return a != b },
			"lt": func(a, b int64) bool { return a < b }, "le": func(a, b int64) bool { return a <= b },
			"gt": func(a, b int64) bool { return a > b }, "ge": func(a, b int64) bool { return a >= b },
		}[name]
		if compare != nil {
			return boolean(func(r *run, dot reflect.Value) bool {
				return compare(args[0].get(r, dot).Int(), args[1].get(r, dot).Int())
			})
		}
	}
	return expr{}, fmt.Errorf("the function %s", name)
}

// truth is what an if makes of a value: a struct is always true, as in text/template.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return v.String() != ""
	case reflect.Slice:
		return v.Len() > 0
	case reflect.Bool:
		return v.Bool()
	case reflect.Int:
		return v.Int() != 0
	}
	return true
}
