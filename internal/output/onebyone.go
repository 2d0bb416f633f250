package output

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// moveIn publishes where folders cannot be exchanged: what pages need, then pages, then the front page, each by one rename,
// and deletions last, so that at no moment a page misses something it names. The mark lists old and new while this lasts, so
// that a build that is killed leaves nothing that the next one does not know as casebook's own.
func (s *Stage) moveIn(removed []string) error {
	s.folders[s.out] = true
	if err := s.moveMark(slices.Concat(s.paths(), removed)); err != nil {
		return err
	}
	var moved []string
	for _, p := range byImportance(s.changed) {
		if err := s.move(p); err != nil {
			s.restore(moved)
			return err
		}
		moved = append(moved, p)
	}
	if err := s.remove(removed); err != nil {
		return err
	}
	if err := s.moveMark(s.paths()); err != nil {
		return err
	}
	if err := os.RemoveAll(s.next); err != nil {
		return broken(s.next, "remove", err)
	}
	return nil
}

// byImportance orders what is moved in: what pages name, pages, the front page.
func byImportance(paths []string) []string {
	rank := func(p string) int {
		switch {
		case p == "index.html":
			return 2
		case path.Ext(p) == ".html":
			return 1
		}
		return 0
	}
	out := slices.Clone(paths)
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(rank(a), rank(b)) })
	return out
}

func (s *Stage) moveMark(paths []string) error {
	slices.Sort(paths)
	if err := s.writeMark(paths); err != nil {
		return err
	}
	if err := replace(filepath.Join(s.next, markName), s.at(markName)); err != nil {
		return broken(s.at(markName), "write", err)
	}
	return nil
}

// oldSuffix ends the name, among the new files, of what a moved file replaced.
const oldSuffix = ".casebook-old"

// move puts one changed file in its place and keeps what was there, for restore.
func (s *Stage) move(p string) error {
	from, to := filepath.Join(s.next, filepath.FromSlash(p)), s.at(p)
	if err := s.folder(filepath.Dir(to)); err != nil {
		return err
	}
	if s.published[p] {
		// Where the disk has no links there is nothing to restore from; the next build mends it.
		os.Link(to, from+oldSuffix)
	}
	err := replace(from, to)
	if info, there := os.Lstat(to); err != nil && there == nil && info.IsDir() {
		if err = os.RemoveAll(to); err == nil { // all that is in it was casebook's and is no longer part of the site
			err = replace(from, to)
		}
	}
	if err != nil {
		return broken(to, "put the new file in its place", err)
	}
	return nil
}

// restore puts back what the moved files replaced, the latest first.
func (s *Stage) restore(moved []string) {
	for _, p := range slices.Backward(moved) {
		if s.published[p] {
			replace(filepath.Join(s.next, filepath.FromSlash(p))+oldSuffix, s.at(p))
		} else {
			os.Remove(s.at(p))
		}
	}
}

// remove deletes files that are no longer part of the site, and the folders that this leaves empty.
func (s *Stage) remove(paths []string) error {
	for _, p := range paths {
		// On a disk that ignores capitals the old name may be the new file.
		if now, ok := s.names.files[fold(p)]; ok && sameFile(s.at(p), s.at(now)) {
			continue
		}
		err := os.Remove(s.at(p))
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !gone(s.at(p)) {
			e := broken(s.at(p), "delete the old page", err)
			e.Remedy = "the new site is in place but for this page: close the program that has it open, then build again"
			return e
		}
		for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
			if os.Remove(s.at(dir)) != nil { // not empty
				break
			}
		}
	}
	return nil
}

// gone reports whether what had the name is not a file any more: its folder may have become a page.
func gone(name string) bool {
	info, err := os.Lstat(name)
	return err != nil || info.IsDir()
}
