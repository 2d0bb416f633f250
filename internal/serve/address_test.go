package serve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"strings"
	"syscall"
	"testing"

	"github.com/fsnotify/fsnotify"
)

func TestParseAddr(t *testing.T) {
	check := func(addr, want string) {
		t.Helper()
		host, port, err := parseAddr(addr)
		got := fmt.Sprintf("%s %d", host, port)
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("parseAddr(%q) = %s, want %s", addr, got, want)
		}
	}
	check("", "127.0.0.1 8420")
	check("8000", "127.0.0.1 8000")
	check(":8000", "127.0.0.1 8000")
	check("localhost", "localhost 8420")
	check("localhost:0", "localhost 0")
	check("0.0.0.0:8000", "0.0.0.0 8000")
	check("[::1]:8000", "::1 8000")
	check("[::1]", "::1 8420")
	check("::1", "::1 8420")
	check("desk.example.ac.uk:80", "desk.example.ac.uk 80")
	check("localhost:http", `"localhost:http" is not an address such as 127.0.0.1:8420`)
	check("localhost:70000", `"localhost:70000" is not an address such as 127.0.0.1:8420`)
	check("70000:1:2", `"70000:1:2" is not an address such as 127.0.0.1:8420`)
	check("http://localhost/", `"http://localhost/" is not an address such as 127.0.0.1:8420`)
}

func TestListenTakesTheNextFreePort(t *testing.T) {
	first, err := listen(context.Background(), "127.0.0.1", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	port := first.Addr().(*net.TCPAddr).Port
	second, err := listen(context.Background(), "127.0.0.1", port)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if got := second.Addr().(*net.TCPAddr).Port; got <= port || got > port+portsTried {
		t.Errorf("listened on %d after %d", got, port)
	}
	if _, err := listen(context.Background(), "203.0.113.1", 8420); err == nil {
		t.Error("listened on an address that is not this machine's")
	}
}

func TestAnnounce(t *testing.T) {
	check := func(host string, port, wanted int, wantOut, wantLog string) {
		t.Helper()
		var out, said bytes.Buffer
		p := &preview{host: host, log: log.New(&said, "", 0), opts: Options{Stdout: &out}}
		p.announce(port, wanted)
		if out.String() != wantOut || !strings.Contains(said.String(), wantLog) || wantLog == "" && said.Len() > 0 {
			t.Errorf("%s: said %q and %q", host, &out, &said)
		}
	}
	check("127.0.0.1", 8420, 8420, "preview at http://127.0.0.1:8420/ (Ctrl-C ends it)\n", "")
	check("127.0.0.1", 8421, 8420, "preview at http://127.0.0.1:8421/ (Ctrl-C ends it)\n", "port 8420 is taken")
	check("127.0.0.1", 40001, 0, "preview at http://127.0.0.1:40001/ (Ctrl-C ends it)\n", "")
	check("::1", 8420, 8420, "preview at http://[::1]:8420/ (Ctrl-C ends it)\n", "")
	check("0.0.0.0", 8420, 8420, "preview at http://localhost:8420/ (Ctrl-C ends it)\n", "other machines")
	check("192.168.1.4", 8420, 8420, "preview at http://192.168.1.4:8420/ (Ctrl-C ends it)\n", "other machines")
}

func TestHostAllowed(t *testing.T) {
	check := func(host, listening string, want bool) {
		t.Helper()
		if got := hostAllowed(host, listening); got != want {
			t.Errorf("hostAllowed(%q, %q) = %v", host, listening, got)
		}
	}
	check("localhost:8420", "127.0.0.1", true)
	check("LOCALHOST", "127.0.0.1", true)
	check("127.0.0.1:8420", "127.0.0.1", true)
	check("[::1]:8420", "127.0.0.1", true)
	check("[::1]", "127.0.0.1", true)
	check("localhost:9000", "127.0.0.1", true) // forwarded
	check("desk.example.ac.uk:8420", "desk.example.ac.uk", true)
	check("192.168.1.4:8420", "0.0.0.0", true)
	check("[fe80::1]:8420", "::", true)

	check("", "127.0.0.1", false)
	check("evil.example", "127.0.0.1", false)
	check("evil.example:8420", "127.0.0.1", false)
	check("localhost.evil.example", "127.0.0.1", false)
	check("127.0.0.1.evil.example", "127.0.0.1", false)
	check("evil.example", "0.0.0.0", false)
	check("192.168.1.4", "127.0.0.1", false)
	check("localhost:8420:80", "127.0.0.1", false)
	check("2130706433", "127.0.0.1", false)
}

func TestMatters(t *testing.T) {
	check := func(name string, op fsnotify.Op, want bool) {
		t.Helper()
		if got := matters("/site", fsnotify.Event{Name: name, Op: op}); got != want {
			t.Errorf("matters(%s %s) = %v", op, name, got)
		}
	}
	check("/site/content/cases/a.md", fsnotify.Write, true)
	check("/site/content/cases/a.md", fsnotify.Write|fsnotify.Chmod, true)
	check("/site/content/cases/a.md", fsnotify.Chmod, false)
	check("/site/content/cases/.a.md.swp", fsnotify.Create, false)
	check("/site/content", fsnotify.Rename, true)
	check("/site/casebook.yaml", fsnotify.Create, true)
	check("/site/layouts", fsnotify.Create, true)
	check("/site", fsnotify.Remove, true)
	check("/site/public", fsnotify.Create, false)
	check("/site/.public.casebook-next", fsnotify.Rename, false)
	check("/site/.git", fsnotify.Create, false)
	check("/elsewhere/a.md", fsnotify.Write, true)
}

func TestExhausted(t *testing.T) {
	check := func(err error, want bool) {
		t.Helper()
		if got := exhausted(err); got != want {
			t.Errorf("exhausted(%v) = %v", err, got)
		}
	}
	check(nil, false)
	check(syscall.ENOENT, false)
	check(errors.New("something else"), false)
	check(syscall.ENOSPC, true)
	check(fmt.Errorf("watch: %w", syscall.EMFILE), true)
}
