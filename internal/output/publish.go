package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// Publish shows the new site, or nothing of it. It must not run while a Write does. After an error call Abort.
func (s *Stage) Publish() (Report, error) {
	if s.failed != nil {
		return Report{}, s.failed
	}
	if s.done {
		return Report{}, &Error{Clash, s.out, "is published already", "this is a fault in casebook: please report it", nil}
	}
	report, err := s.publish()
	if err != nil {
		return Report{}, err
	}
	s.done = true
	unlock(s.lock)
	return report, nil
}

func (s *Stage) publish() (Report, error) {
	slices.Sort(s.same)
	slices.Sort(s.changed)
	removed := s.removed()
	report := Report{Written: len(s.changed), Unchanged: len(s.same), Removed: len(removed), Bytes: s.bytes, AllAtOnce: true}
	if len(s.changed)+len(removed) == 0 && len(s.same) > 0 {
		return report, nil
	}
	if err := s.prepare(); err != nil {
		return report, err
	}
	if s.oneByOne && s.published != nil {
		report.AllAtOnce = false
		return report, s.moveIn(removed)
	}
	if err := s.complete(); err != nil {
		return report, err
	}
	err := s.exchange()
	if is(err, noExchange) && s.published != nil {
		report.AllAtOnce = false
		return report, s.moveIn(removed)
	}
	if err != nil {
		return report, broken(s.out, "exchange the old site for the new one", err)
	}
	if s.opts.Clean && s.published != nil {
		if err := os.RemoveAll(s.next); err != nil {
			return report, broken(s.next, "remove the old generation", err)
		}
	}
	return report, nil
}

// removed is what is published and not part of the new site, sorted.
func (s *Stage) removed() []string {
	var out []string
	for p := range s.published {
		if s.names.files[fold(p)] != p {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// paths are those of the new site, sorted.
func (s *Stage) paths() []string {
	out := slices.Concat(s.same, s.changed)
	slices.Sort(out)
	return out
}

// complete makes the new generation whole: nothing that is not part of the site, a link for each file that did not change,
// and the mark.
func (s *Stage) complete() error {
	paths := s.paths()
	if !s.fresh {
		if err := s.prune("", paths, foldersOf(paths)); err != nil {
			return broken(s.next, "bring the old generation up to date", err)
		}
	}
	for _, p := range s.same {
		if err := s.share(p); err != nil {
			return err
		}
	}
	if err := s.writeMark(paths); err != nil {
		return err
	}
	info, err := os.Stat(s.out)
	if err != nil {
		return nil // nothing published whose rights could be kept
	}
	if err := os.Chmod(s.next, info.Mode()); err != nil {
		return broken(s.next, "keep the access rights of the output folder", err)
	}
	return nil
}

// prune removes from an old generation every file and folder that the site does not have. Links are removed, not followed.
func (s *Stage) prune(below string, paths []string, folders map[string]bool) error {
	entries, err := os.ReadDir(filepath.Join(s.next, filepath.FromSlash(below)))
	if err != nil {
		return err
	}
	for _, d := range entries {
		p := path.Join(below, d.Name())
		if d.IsDir() && folders[p] {
			if err := s.prune(p, paths, folders); err != nil {
				return err
			}
			s.folders[filepath.Join(s.next, filepath.FromSlash(p))] = true
			continue
		}
		if _, wanted := slices.BinarySearch(paths, p); wanted && d.Type().IsRegular() || p == markName {
			continue
		}
		if err := os.RemoveAll(filepath.Join(s.next, filepath.FromSlash(p))); err != nil {
			return err
		}
	}
	return nil
}

// foldersOf is every folder that paths lie in.
func foldersOf(paths []string) map[string]bool {
	out := map[string]bool{}
	for _, p := range paths {
		for dir := path.Dir(p); dir != "." && !out[dir]; dir = path.Dir(dir) {
			out[dir] = true
		}
	}
	return out
}

// share puts a published file into the new generation: the same file under two names, or a copy where the disk has no links.
func (s *Stage) share(p string) error {
	from, to := s.at(p), filepath.Join(s.next, filepath.FromSlash(p))
	if !s.fresh && sameFile(from, to) { // most files, in most builds
		return nil
	}
	if err := s.folder(filepath.Dir(to)); err != nil {
		return err
	}
	err := os.Link(from, to)
	if errors.Is(err, fs.ErrExist) {
		if err := os.RemoveAll(to); err != nil {
			return broken(s.at(p), "replace the old generation's file", err)
		}
		err = os.Link(from, to)
	}
	if err == nil {
		return nil
	}
	_, err = s.put(File{Path: p, Copy: func() (io.ReadCloser, error) { return os.Open(from) }})
	return err
}

func sameFile(a, b string) bool {
	x, err := os.Lstat(a)
	if err != nil {
		return false
	}
	y, err := os.Lstat(b)
	return err == nil && os.SameFile(x, y)
}

// writeMark writes the owner mark of the new generation, in one step: a generation must never be without one.
func (s *Stage) writeMark(paths []string) error {
	const draft = markName + "-draft"
	if _, err := s.put(File{Path: draft, Bytes: mark(paths)}); err != nil {
		return err
	}
	if err := replace(filepath.Join(s.next, draft), filepath.Join(s.next, markName)); err != nil {
		return broken(s.at(markName), "write", err)
	}
	return nil
}

// exchange puts the new generation in the place of the published one.
func (s *Stage) exchange() error {
	if s.published == nil {
		return replace(s.next, s.out)
	}
	return exchange(s.next, s.out)
}
