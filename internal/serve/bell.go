package serve

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// bell rings when something in a site folder may have changed. It never says what.
type bell struct {
	source  string
	rings   chan struct{}     // holds one ring: several at once mean the same as one
	watcher *fsnotify.Watcher // nil when there are no events to be had
	done    chan struct{}     // closed when listen has returned
}

// newBell makes a bell without events, which only ring rings.
func newBell(source string) *bell {
	return &bell{source: filepath.Clean(source), rings: make(chan struct{}, 1)}
}

// open asks the system for events.
func (b *bell) open() error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	b.watcher, b.done = watcher, make(chan struct{})
	go b.listen()
	return nil
}

// listen has a goroutine of its own because on Windows a watch cannot be added while an event waits to be taken.
func (b *bell) listen() {
	defer close(b.done)
	for {
		select {
		case e, ok := <-b.watcher.Events:
			if !ok {
				return
			}
			if matters(b.source, e) {
				b.ring()
			}
		case _, ok := <-b.watcher.Errors: // events were lost: it does not matter which
			if !ok {
				return
			}
			b.ring()
		}
	}
}

// close ends the events. The bell may still be rung.
func (b *bell) close() {
	if b.watcher == nil {
		return
	}
	b.watcher.Close()
	<-b.done
	b.watcher = nil
}

func (b *bell) ring() {
	select {
	case b.rings <- struct{}{}:
	default:
	}
}

// rung reports whether the bell has been rung and nobody has answered yet.
func (b *bell) rung() bool { return len(b.rings) > 0 }

// watch asks for the events of folders. Those watched already are asked for again: one that was deleted and has come back
// has the same name and no watch. The error is for a system that gives no more watches.
func (b *bell) watch(folders []string) error {
	if b.watcher == nil {
		return nil
	}
	for _, dir := range folders {
		err := b.watcher.Add(filepath.Join(b.source, filepath.FromSlash(dir)))
		if exhausted(err) {
			return err
		}
		// Any other error is a folder that has gone or may not be read, which the next look over the folder will tell.
	}
	return nil
}

// exhausted reports whether the system has run out of watches. ENOSPC is what inotify says at fs.inotify.max_user_watches,
// EMFILE at max_user_instances (inotify(7)), and at the limit of open files where each file watched takes one (BSD, macOS).
func exhausted(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE)
}

// matters reports whether an event can be about the site. A change of rights alone is not: backups, search indexes and virus
// scanners cause storms of them.
func matters(source string, e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	rel, err := filepath.Rel(source, e.Name)
	if err != nil || rel == "." {
		return true
	}
	p := filepath.ToSlash(rel)
	first, _, below := strings.Cut(p, "/")
	if !fs.ValidPath(p) { // beside the folder: a link leads here
		return true
	}
	if below {
		return !hidden(filepath.Base(rel))
	}
	return slices.Contains(watched, first)
}
