// Package output publishes a set of files all or nothing inside one folder that it owns.
//
// In come files, one at a time and from many goroutines; out goes the published folder and a Report. It must never write or
// delete outside that folder and the names beside it that begin with the folder's name and ".casebook-", never delete a file
// that casebook did not make, never show a reader a mixture of two builds where the system can exchange folders, and never
// write a file whose bytes are published already.
//
// # Generations
//
// A build that changes something prepares the whole site in a second folder, .NAME.casebook-next beside the output, and
// exchanges the two in one step. Files that did not change are hard links to the published ones (copies where the disk has no
// links), so nothing is written twice and no file is ever changed in place. What was published stays under the second name
// for the next build to bring up to date: making folders is what costs, and they are there already. A build that changes
// nothing touches nothing.
//
// Where folders cannot be exchanged (Windows, mount points, some network drives) only the changed files are prepared, and then
// moved in one by one: new files, then pages, then deletions. Each file is whole at any time, the site is not: Report.AllAtOnce
// says so.
//
// A process that is killed leaves the old or the new site, and the next build mends the rest. A power cut can lose bytes that
// the system had promised to write: the next build compares bytes and mends that too; files are not synced one by one, which
// would take minutes.
package output

import "io"

// File is one file to publish: Bytes, or Copy where the content should not be held in memory.
type File struct {
	Path  string                        // slash, relative to the output folder
	Bytes []byte                        // not kept after Write returns
	Copy  func() (io.ReadCloser, error) // may be called twice; used if not nil
}

// Options say how to publish.
type Options struct {
	Source string // the site folder: an output that would overlap what lies in it is refused
	Home   string // the user's home folder, "" if unknown: it is refused too
	Clean  bool   // compare with nothing, keep nothing for the next build, and delete even what casebook did not make

	oneByOne bool // for tests: as if folders could not be exchanged
}

// Report says what Publish did.
type Report struct {
	Written   int   // files that are new or have other bytes
	Unchanged int   // files that were published already
	Removed   int   // files published before and no longer part of the site
	Bytes     int64 // of the whole site
	AllAtOnce bool  // readers saw the old site until they saw the new one
}
