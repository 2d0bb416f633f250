package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// put writes a file into the new generation and gives its size.
func (s *Stage) put(f File) (int64, error) {
	if err := s.prepare(); err != nil {
		return 0, err
	}
	to, err := s.create(f.Path)
	if err != nil {
		return 0, err
	}
	size, err := fill(to, f)
	if closing := to.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return 0, broken(s.at(f.Path), "write", err)
	}
	return size, nil
}

func fill(to *os.File, f File) (int64, error) {
	if f.Copy == nil {
		n, err := to.Write(f.Bytes)
		return int64(n), err
	}
	from, err := f.Copy()
	if err != nil {
		return 0, broken(f.Path, "read the file to publish", err)
	}
	defer from.Close()
	return io.Copy(to, from)
}

// prepare makes the folder of the new generation, once. An old generation is taken over; anything else is refused.
func (s *Stage) prepare() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.staged {
		return nil
	}
	kept, err := s.adopt()
	if err != nil {
		return err
	}
	if !kept {
		if err := os.Mkdir(s.next, 0o755); err != nil {
			return broken(s.next, "make the folder", err)
		}
		s.fresh = true
		// Marked before anything else is in it, so that a build killed here leaves a folder that the next one knows.
		if err := os.WriteFile(filepath.Join(s.next, markName), mark(nil), 0o644); err != nil {
			return broken(s.next, "write", err)
		}
	}
	s.folders[s.next] = true
	s.staged = true
	return nil
}

// adopt reports whether an earlier build's generation is there to be brought up to date; otherwise it clears the way.
func (s *Stage) adopt() (kept bool, err error) {
	info, err := os.Lstat(s.next)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, broken(s.next, "look at", err)
	}
	owned := false
	if info.IsDir() {
		if owned, err = leftByUs(s.next); err != nil {
			return false, broken(s.next, "look into", err)
		}
	}
	if !owned {
		return false, &Error{Refused, s.next, "stands where casebook prepares the site, and casebook did not make it", "move it away", nil}
	}
	if _, whole, _ := readMark(s.next); whole && !s.opts.Clean && !s.oneByOne {
		return true, nil
	}
	if err := os.RemoveAll(s.next); err != nil {
		return false, broken(s.next, "remove the old generation", err)
	}
	return false, nil
}

// leftByUs reports whether a folder has our mark, or nothing but the beginning of one: a build was killed right there.
func leftByUs(dir string) (bool, error) {
	if _, owned, err := readMark(dir); owned || err != nil {
		return owned, err
	}
	entries, err := os.ReadDir(dir)
	return len(entries) == 0 || len(entries) == 1 && entries[0].Name() == markName, err
}

// create opens a new file in the new generation. What had the name is removed first and never written to: it may be a link
// to a file that is published.
func (s *Stage) create(p string) (*os.File, error) {
	name := filepath.Join(s.next, filepath.FromSlash(p))
	if err := s.folder(filepath.Dir(name)); err != nil {
		return nil, err
	}
	// A new file never makes us wait. Saying so spares asking the system four times whether it may.
	const flags = os.O_WRONLY | os.O_CREATE | os.O_EXCL | syscall.O_NONBLOCK
	f, err := os.OpenFile(name, flags, 0o644)
	if errors.Is(err, fs.ErrExist) {
		if err = os.RemoveAll(name); err == nil {
			f, err = os.OpenFile(name, flags, 0o644)
		}
	}
	if err != nil {
		return nil, broken(s.at(p), "write", err)
	}
	return f, nil
}

// folder makes sure that dir is a real folder, not a link or a file, and remembers it. So it does with the folders above it,
// up to one that is known: the top of a generation always is.
func (s *Stage) folder(dir string) error {
	s.mu.Lock()
	known := s.folders[dir]
	s.mu.Unlock()
	if known {
		return nil
	}
	if err := s.folder(filepath.Dir(dir)); err != nil {
		return err
	}
	err := os.Mkdir(dir, 0o755) // outside the lock: this is what a first publication spends its time on
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.folders[dir] {
		return nil
	}
	if errors.Is(err, fs.ErrExist) {
		err = realFolder(dir)
	}
	if err != nil {
		return broken(dir, "make the folder", err)
	}
	s.folders[dir] = true
	return nil
}

// realFolder puts a folder in the place of a link or file.
func realFolder(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil || info.IsDir() {
		return err
	}
	if err := os.Remove(dir); err != nil {
		return err
	}
	return os.Mkdir(dir, 0o755)
}
