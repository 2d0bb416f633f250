package serve

import (
	"fmt"
	"net/http"
	"net/url"
	"time"
)

const (
	// beat is how often a silent stream is written to, which is how a dead client is found.
	beat = 15 * time.Second
	// writeWithin is how long one event may take to be sent.
	writeWithin = 10 * time.Second
)

// event is one message of the stream (https://html.spec.whatwg.org/multipage/server-sent-events.html).
type event struct{ name, data string }

// tab is one page that is open in a browser.
type tab struct {
	path     string // of its address, decoded
	seen     stamp  // what it shows
	known    bool   // whether seen is known
	problems string // that it shows, as problemsJSON
}

// catchUp is what a tab has to be told at a moment, and the tab after that.
//
//   - problems, ok: show these errors, show none
//   - seen: this is the stamp of what you show
//   - styles: only stylesheets have changed, and here is your next stamp
//   - reload: the page has changed, and here is the stamp it will have
func catchUp(t tab, m *moment) (tab, []event) {
	var out []event
	problems := ""
	if len(m.problems) > 0 {
		problems = problemsJSON(m.problems)
	}
	switch {
	case problems == t.problems:
	case problems == "":
		out = append(out, event{"ok", ""})
	default:
		out = append(out, event{"problems", problems})
	}
	t.problems = problems

	now := m.stamp(t.path, m.answer(t.path))
	switch {
	case !t.known:
		out = append(out, event{"seen", now.String()})
	case now.page != t.seen.page:
		out = append(out, event{"reload", now.String()})
	case now.styles != t.seen.styles:
		out = append(out, event{"styles", now.String()})
	}
	t.seen, t.known = now, true
	return t, out
}

// events streams to one tab what happens to its page, until the tab or the server ends. Each stream waits for the current
// moment to be over by itself: there is no list of tabs that one could be forgotten in.
func (p *preview) events(w http.ResponseWriter, r *http.Request) {
	path, err := url.PathUnescape(r.URL.Query().Get("path"))
	if err != nil || path == "" {
		send(w, plain(http.StatusBadRequest))
		return
	}
	t := tab{path: path}
	t.seen, t.known = parseStamp(r.URL.Query().Get("seen"))

	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	stream := http.NewResponseController(w)
	_ = stream.SetReadDeadline(time.Time{}) // the request has been read, and the stream outlives what a request may take
	heart := time.NewTicker(beat)
	defer heart.Stop()
	text := ": casebook\n\n" // opens the stream, so that the browser knows it is connected
	for {
		m := p.current.Load()
		var news []event
		t, news = catchUp(t, m)
		for _, e := range news {
			text += fmt.Sprintf("event: %s\ndata: %s\n\n", e.name, e.data)
		}
		for quiet := true; quiet; {
			if text != "" && write(w, stream, text) != nil {
				return
			}
			text = ""
			select {
			case <-r.Context().Done():
				return
			case <-heart.C:
				text = ":\n\n"
			case <-m.over:
				quiet = false
			}
		}
	}
}

func write(w http.ResponseWriter, stream *http.ResponseController, text string) error {
	// Not every writer has deadlines (a test's has none); net/http's own does.
	_ = stream.SetWriteDeadline(time.Now().Add(writeWithin))
	if _, err := fmt.Fprint(w, text); err != nil {
		return err
	}
	return stream.Flush()
}
