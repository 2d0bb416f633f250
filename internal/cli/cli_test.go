package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"
	"testing"
	"text/template"
	"time"

	"github.com/google/go-cmp/cmp"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/output"
)

func check(t *testing.T, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

func TestFreeNumber(t *testing.T) {
	used := []string{"CL-2026-01", "cl-2026-07", "CL-2025-11", "CLX-2026-40", "CL-2026-x", ""}
	check(t, "the highest ever used counts", freeNumber("CL", "2026-27", used), "CL-2026-08")
	check(t, "another year", freeNumber("cl", "2025-26", used), "CL-2025-12")
	check(t, "the first", freeNumber("SE", "2026-27", used), "SE-2026-01")
	check(t, "more than two digits", freeNumber("CL", "2024-25", []string{"CL-2024-99"}), "CL-2024-100")
}

func TestToday(t *testing.T) {
	zone, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	at := func(asOf, epoch, now string) string {
		env := Env{
			Now: func() time.Time {
				at, err := time.Parse(time.RFC3339, now)
				if err != nil {
					t.Fatal(err)
				}
				return at
			},
			Getenv: func(string) string { return epoch },
		}
		day, err := today(env, asOf, zone)
		if err != nil {
			return fmt.Sprint("code ", ended(err).code)
		}
		return day
	}
	check(t, "as of", at("2026-02-01", "0", "2030-01-01T00:00:00Z"), "2026-02-01")
	check(t, "epoch before clock", at("", "0", "2030-01-01T00:00:00Z"), "1970-01-01")
	check(t, "summer time", at("", "", "2026-06-30T23:30:00Z"), "2026-07-01")
	check(t, "winter time", at("", "", "2026-12-31T23:30:00Z"), "2026-12-31")
	check(t, "not a day", at("2026-2-1", "", "2026-06-30T23:30:00Z"), "code 2")
	check(t, "not a number", at("", "soon", "2026-06-30T23:30:00Z"), "code 2")
}

func TestCodeOf(t *testing.T) {
	list := func(files ...string) diag.List {
		var l diag.List
		for _, f := range files {
			l.Error("CB020", diag.Pos{File: f}, "x")
		}
		return l
	}
	warned := diag.List{}
	warned.Warn("CB095", diag.Pos{File: "casebook.yaml"}, "x")
	check(t, "nothing", codeOf(nil), Done)
	check(t, "a warning", codeOf(warned), Done)
	check(t, "content", codeOf(list("content/a.md")), BadContent)
	check(t, "config after content", codeOf(list("content/a.md", "casebook.yaml")), BadSetup)
	check(t, "layout", codeOf(list("layouts/case.html")), BadSetup)
	check(t, "a file of content with that name", codeOf(list("content/layouts/x.md")), BadContent)
}

func TestFinish(t *testing.T) {
	says := func(err error) (int, string) {
		var b bytes.Buffer
		code := finish(&b, err)
		return code, b.String()
	}
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{nil, Done, ""},
		{exit{code: BadContent}, BadContent, ""},
		{wrongUse("do that", "not %s", "this"), WrongUse, "casebook: not this\n  do that\n"},
		{fmt.Errorf("while: %w", wrongUse("", "not this")), WrongUse, "casebook: not this\n"},
		{&output.Error{Kind: output.Refused, Path: "x", Problem: "holds files", Remedy: "choose another"}, WrongUse, "casebook: x: holds files\n  choose another\n"},
		{&output.Error{Kind: output.Machine, Path: "x", Problem: "the disk is full"}, BadMachine, "casebook: x: the disk is full\n"},
		{&output.Error{Kind: output.Busy, Path: "x", Problem: "busy"}, BadMachine, "casebook: x: busy\n"},
		{&output.Error{Kind: output.Clash, Path: "x", Problem: "twice"}, Bug, "casebook: x: twice\n"},
		{fmt.Errorf("layout case: %w", template.ExecError{Name: "case", Err: errors.New("no field Titel")}), BadSetup,
			"casebook: a layout fails on a page: no field Titel\n  mend layouts/case.html, or take your copy away to use the built-in one\n"},
		{context.Canceled, BadMachine, "casebook: stopped before it was finished\n  what was published before is as it was\n"},
		{errors.New("listen: in use"), BadMachine, "casebook: listen: in use\n"},
	} {
		code, said := says(c.err)
		check(t, fmt.Sprint(c.err), code, c.code)
		check(t, fmt.Sprint(c.err), said, c.says)
	}
}

func TestRefused(t *testing.T) {
	said := func(err error) string {
		var out strings.Builder
		code := finish(&out, refused(&fs.PathError{Op: "openat", Path: "content/guide/x.md", Err: err}, "write", "content/guide/x.md"))
		return fmt.Sprint(code, " ", out.String())
	}
	check(t, "no permission", said(syscall.EACCES), "4 casebook: cannot write content/guide/x.md: this account may not\n  ask whoever looks after the folder to let you write there, or use a folder of your own\n")
	check(t, "a disk to read from", said(syscall.EROFS), "4 casebook: cannot write content/guide/x.md: the disk can only be read\n  copy the folder to a disk of your own, and work there\n")
	check(t, "a full disk", said(syscall.ENOSPC), "4 casebook: cannot write content/guide/x.md: the disk is full\n  make room on it and try again\n")
	check(t, "a file in the way", said(syscall.ENOTDIR), "4 casebook: cannot write content/guide/x.md: a file stands where a folder is needed\n  move that file away, or name another folder\n")
	check(t, "anything else", said(syscall.EIO), "4 casebook: cannot write content/guide/x.md: openat content/guide/x.md: input/output error\n")
}

func TestShellWord(t *testing.T) {
	for name, want := range map[string]string{
		"my-library": "my-library", "a/ŵ": "a/ŵ", "ne w/ŵ dir": `"ne w/ŵ dir"`, `C:\x`: `C:\x`, "it's": `"it's"`, "a & b": `"a & b"`, "5$ it's": `'5$ it'\''s'`,
	} {
		check(t, name, shellWord(name), want)
	}
}

func TestThen(t *testing.T) {
	contact, _ := content.KindNamed("contact")
	unit, _ := content.KindNamed("unit")
	check(t, "a contact needs a way to be reached", strings.Contains(then(contact), "`email:`, `form:` or `fallback:`"), true)
	check(t, "others are published", strings.HasSuffix(then(unit), "the next build publishes it"), true)
}

func TestBug(t *testing.T) {
	var b bytes.Buffer
	check(t, "code", bug(&b, "a rule was broken", []byte("STACK"), false), Bug)
	if said := b.String(); strings.Contains(said, "STACK") || !strings.Contains(said, "--verbose") || !strings.Contains(said, "a rule was broken") {
		t.Errorf("said %q", said)
	}
	b.Reset()
	bug(&b, "a rule was broken", []byte("STACK"), true)
	if said := b.String(); !strings.Contains(said, "STACK") || !strings.Contains(said, "report it") {
		t.Errorf("said %q", said)
	}
}

// A panic anywhere below Main is said to be a bug, not shown as Go shows it.
func TestMainRecovers(t *testing.T) {
	var out, errs bytes.Buffer
	env := Env{Now: func() time.Time { panic("the clock is broken") }, Getenv: func(string) string { return "" }, Dir: t.TempDir()}
	check(t, "code", Main([]string{"init", "x"}, &out, &errs, env), Bug)
	if !strings.Contains(errs.String(), "this is a bug in casebook") || strings.Contains(errs.String(), "goroutine") {
		t.Errorf("said %q", errs.String())
	}
}

func TestCheckAddr(t *testing.T) {
	for addr, ok := range map[string]bool{"127.0.0.1:8420": true, ":9000": true, "8420": true, "localhost": true, "[::1]:80": true,
		"a b": false, "http://x": false, "x:y": false, "x:99999": false} {
		check(t, addr, checkAddr(addr) == nil, ok)
	}
}

func TestBaseURL(t *testing.T) {
	for typed, want := range map[string]string{"": "", "https://x.example": "https://x.example/", "https://x.example/a/": "https://x.example/a/",
		"x.example": "code 2", "ftp://x.example/": "code 2", "https://x.example/?q": "code 2"} {
		got, err := baseURL(typed)
		if err != nil {
			got = fmt.Sprint("code ", ended(err).code)
		}
		check(t, typed, got, want)
	}
}

func TestWrap(t *testing.T) {
	check(t, "short", wrap("one two", "  "), "  one two")
	check(t, "empty", wrap("", "  "), "")
	long := wrap(strings.Repeat("word ", 60), "    ")
	for line := range strings.SplitSeq(long, "\n") {
		if len(line) > 100 || !strings.HasPrefix(line, "    w") {
			t.Errorf("line %q", line)
		}
	}
}

// Each kind says what it is for, and its example is a file without a single problem of its own.
func TestEveryKindIsExplained(t *testing.T) {
	for _, k := range append([]content.Kind{configKind()}, content.Kinds...) {
		if purposes[k.Name] == "" {
			t.Errorf("%s has no purpose", k.Name)
		}
		for _, s := range k.Sections {
			if sectionDocs[s] == "" {
				t.Errorf("the section %s of %s is not explained", s, k.Name)
			}
		}
		for _, f := range content.Specs(k) {
			if f.Doc == "" && k.Name != "config" {
				t.Errorf("%s: %s is not explained", k.Name, f.Key)
			}
		}
		file := "content/" + k.Folder + "/x.md"
		switch k.Name {
		case "config":
			file = "casebook.yaml"
		case "case":
			file = "content/cases/CL-2018-01.md"
		case "statement":
			file = k.File
		}
		text := exampleOf(k)
		if text == "" {
			t.Errorf("%s has no example", k.Name)
		}
		_, problems := content.Parse(file, text, content.Options{})
		noProblems(t, k.Name, problems)
	}
}

func noProblems(t *testing.T, what string, l diag.List) {
	t.Helper()
	for _, d := range l.ForBuild() {
		t.Errorf("%s: %s %s: %s", what, d.At, d.Code, d.Message)
	}
}

// A new file, once the values asked for are there, is read without a problem: its hints are comments.
func TestSkeletons(t *testing.T) {
	filled := map[string]string{"title": `"A title"`, "name": "A Person", "term": "Word", "year": "2026-27", "studied": "[Library]", "credits": "programme",
		"steps": "[a]", "kind": "list", "to": "CL-2018-01/r1", "date": "2026-11-22", "decision": "received", "published": "# 2026-11-22", "email": "a@x.example", "verified": "2026-11-22",
		"website": "x.example", "nation": "Wales", "contact": "Desk", "prepared": "2026-11-22", "reviewed": "2026-11-22", "tested": "2026-11-22", "tested_by": "us", "sample": "All pages."}
	for _, k := range content.Kinds {
		filled["term"], filled["dates"] = "Word", "to be announced"
		if k.Name == "insight" {
			filled["term"] = season("2026-11-22")
		}
		text := skeleton(k, filled, func(content.FieldSpec) []string { return []string{"One: with a colon", "Two # sign"} })
		file := "content/" + k.Folder + "/CL-2026-01.md"
		if k.File != "" {
			file = k.File
		}
		doc, problems := content.Parse(file, text, content.Options{})
		noProblems(t, k.Name+"\n"+text, problems)
		if pageLike(k) && doc.Head.Published != "" {
			t.Errorf("a new %s is public at once", k.Name)
		}
	}
}

// A summary stands among what a complete record needs, and explain marks it so, for the kinds whose records need one.
func TestASummaryIsAskedFor(t *testing.T) {
	nothing := func(content.FieldSpec) []string { return nil }
	needed := []string{"guide", "page", "case", "journey", "framework", "principle", "ask", "insight", "opportunity", "event", "story", "question", "notice"}
	for _, k := range content.Kinds {
		var fields bytes.Buffer
		if err := explainKind(&fields, k); err != nil {
			t.Fatal(err)
		}
		check(t, k.Name+" explained", strings.Contains(fields.String(), "\nC summary "), slices.Contains(needed, k.Name))
		_, complete, _ := strings.Cut(skeleton(k, nil, nothing), "# For a complete record:\n")
		complete, _, _ = strings.Cut(complete, "# If it helps:\n")
		check(t, k.Name+" begun", strings.Contains(complete, "\n#summary:\n") || strings.HasPrefix(complete, "#summary:\n"), slices.Contains(needed, k.Name))
	}
}

// A new contact says what makes it reachable, where each of the fields stands.
func TestANewContactSaysHowItMustBeReachable(t *testing.T) {
	k, _ := kindCalled("contact")
	text := skeleton(k, nil, func(content.FieldSpec) []string { return nil })
	for _, key := range []string{"email", "form"} {
		_, hint, _ := strings.Cut(text, "#"+key+":\n")
		hint, _, _ = strings.Cut(hint, "\n")
		check(t, key, strings.Contains(hint, "required, unless fallback is given"), true)
	}
}
