package output

import (
	"os"
	"path/filepath"
	"sync"
)

// Stage gathers one build's files. Open it, Write every file, then Publish; Abort at any point leaves the published site as
// it was. Its errors are all *Error.
type Stage struct {
	out       string // the output folder, links resolved
	next      string // where the new generation is prepared
	opts      Options
	oneByOne  bool            // folders are not exchanged
	published map[string]bool // files of the output now, nil if there is no folder
	lock      *os.File
	buffers   sync.Pool // of *[]byte, for comparing

	mu      sync.Mutex // guards what follows
	names   names
	changed []string // paths written to next
	same    []string // paths whose published bytes are right
	bytes   int64
	folders map[string]bool // absolute folders known to be real folders of ours
	staged  bool            // next is there and ours
	fresh   bool            // next was made by this build
	failed  error           // the first failure of Write: nothing may be published then
	done    bool
}

// Open checks that outputDir may be published to and keeps other builds away until Publish or Abort.
func Open(outputDir string, opts Options) (*Stage, error) {
	out, err := resolve(outputDir)
	if err != nil {
		return nil, err
	}
	if err := refuse(out, opts); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return nil, broken(filepath.Dir(out), "make the folder", err)
	}
	held, inside, err := lockOutput(out, opts.Clean)
	if err != nil {
		return nil, err
	}
	published, err := inventory(out, opts.Clean)
	if err == nil && published != nil {
		err = mayWrite(out)
	}
	if err != nil {
		unlock(held)
		return nil, err
	}
	s := &Stage{
		out: out, next: beside(out, "next"), opts: opts, published: published, lock: held,
		oneByOne: inside || opts.oneByOne || published != nil && !exchangeable(out),
		names:    names{files: map[string]string{}, folders: map[string]string{}},
		folders:  map[string]bool{},
		buffers:  sync.Pool{New: func() any { b := make([]byte, 64<<10); return &b }},
	}
	if s.oneByOne && published != nil {
		s.next = filepath.Join(out, insideStage) // on the same disk for certain
	}
	return s, nil
}

// Write adds one file, which is compared with what is published and written only if it differs. It may be called from many
// goroutines. After an error nothing can be published any more.
func (s *Stage) Write(f File) error {
	err := s.write(f)
	if err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.failed == nil {
			s.failed = err
		}
	}
	return err
}

func (s *Stage) write(f File) error {
	if err := checkPath(f.Path); err != nil {
		return err
	}
	key := fold(f.Path)
	s.mu.Lock()
	err := s.names.claim(f.Path, key)
	if s.done {
		err = &Error{Clash, f.Path, "comes after the site was published", "this is a fault in casebook: please report it", nil}
	}
	s.mu.Unlock()
	if err != nil {
		return err
	}
	size, same, err := s.compare(f)
	if err != nil {
		return err
	}
	if !same {
		if size, err = s.put(f); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bytes += size
	if same {
		s.same = append(s.same, f.Path)
	} else {
		s.changed = append(s.changed, f.Path)
	}
	return nil
}

// at is where a path is published.
func (s *Stage) at(p string) string { return filepath.Join(s.out, filepath.FromSlash(p)) }

// Abort gives up the build. The published site is as it was; an old generation is kept for the next build, a new one is not.
// After Publish it does nothing.
func (s *Stage) Abort() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done {
		return
	}
	s.done = true
	if s.fresh {
		os.RemoveAll(s.next)
	}
	unlock(s.lock)
}
