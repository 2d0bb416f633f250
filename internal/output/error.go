package output

import (
	"errors"
	"io/fs"
	"syscall"
)

// Kind is what sort of thing went wrong.
type Kind uint8

const (
	// Machine is a disk that refuses: full, read-only, not permitted.
	Machine Kind = iota
	// Refused is an output folder that would put somebody's files in danger.
	Refused
	// Busy is another build at work on the same folder.
	Busy
	// Clash is a set of files that cannot be published: a bug of the program, which checks addresses long before.
	Clash
)

// Error is the only error type that leaves this package.
type Error struct {
	Kind    Kind
	Path    string // the folder or file it is about
	Problem string // cause, lower case, in plain words
	Remedy  string // what to do about it
	Err     error  // what the system said, if anything
}

// Error is the path and the cause.
func (e *Error) Error() string { return e.Path + ": " + e.Problem }

// Unwrap gives what the system said.
func (e *Error) Unwrap() error { return e.Err }

// broken puts what the system said into words.
func broken(path, doing string, err error) *Error {
	if already := (*Error)(nil); errors.As(err, &already) {
		return already
	}
	problem, remedy := words(err)
	return &Error{Machine, path, doing + ": " + problem, remedy, err}
}

const asItWas = "then build again: the site published before is as it was"

func words(err error) (problem, remedy string) {
	switch {
	case is(err, diskFull):
		return "the disk is full", "free some space, " + asItWas
	case errors.Is(err, syscall.EFBIG):
		return "the system allows no file as large as this", "raise the limit (ulimit -f) or make the file smaller, " + asItWas
	case errors.Is(err, syscall.EROFS):
		return "the disk is read-only", "choose another folder with --output"
	case is(err, inUse):
		return "another program has it open", "close the program that shows it, then build again"
	case errors.Is(err, fs.ErrPermission):
		return "casebook is not allowed to write here", "give yourself the right to, or choose another folder with --output"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "the name is too long for this disk", "shorten the title or the path of its page"
	case errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE):
		return "the system has too many files open", "close some programs, " + asItWas
	}
	problem = err.Error()
	if errno := syscall.Errno(0); errors.As(err, &errno) {
		problem = errno.Error()
	}
	return problem, "mend that, " + asItWas
}

func is(err error, any []error) bool {
	for _, e := range any {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
