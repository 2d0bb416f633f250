package build

import (
	"context"
	"os"
	"regexp"
	"slices"
	"sync"

	"casebook/internal/output"
	"casebook/internal/site"
)

// PublishOptions say how to publish.
type PublishOptions struct {
	Clean   bool
	Workers int
}

// Publish renders every file of the snapshot and publishes them all or nothing. Files go to the stage one by one: nothing
// holds the bytes of the whole site.
func Publish(ctx context.Context, s *Snapshot, outputDir string, opts PublishOptions) (output.Report, error) {
	home, _ := os.UserHomeDir()
	stage, err := output.Open(outputDir, output.Options{Source: s.opts.Source, Home: home, Clean: opts.Clean})
	if err != nil {
		return output.Report{}, err
	}
	defer stage.Abort()
	buffers := sync.Pool{New: func() any { return new([]byte) }}
	write := func(p published) (int, error) {
		buffer := buffers.Get().(*[]byte)
		defer buffers.Put(buffer)
		f, err := s.made(p, (*buffer)[:0])
		if err != nil {
			return 0, err
		}
		if p.appended && cap(f.Bytes) > cap(*buffer) {
			*buffer = f.Bytes
		}
		out := output.File{Path: f.Path, Bytes: f.Bytes}
		if f.Bytes == nil {
			out.Copy = f.Open
		}
		return len(f.Bytes), stage.Write(out)
	}
	err = each(ctx, len(s.files)+1, opts.Workers, func(i int) error {
		if i == 0 {
			return s.publishIndex(write)
		}
		p := s.files[i-1]
		if p.path == site.SearchScript || slices.Contains(s.index.waiting, p.path) {
			return nil
		}
		_, err := write(p)
		return err
	})
	if err != nil {
		return output.Report{}, err
	}
	return stage.Publish()
}

var zoneLine = regexp.MustCompile(`(?m)^timezone:[ \t]*["']?([A-Za-z_]+(?:/[A-Za-z_+\-0-9]+)*)`)

// TimeZone is `timezone:` of a site's casebook.yaml, read without parsing it, since the day has to be known before the
// first parse. It is Europe/London where nothing is said.
func TimeZone(folder string) string {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return "Europe/London"
	}
	defer root.Close()
	text, err := root.ReadFile("casebook.yaml")
	if err != nil {
		return "Europe/London"
	}
	if m := zoneLine.FindSubmatch(text); m != nil {
		return string(m[1])
	}
	return "Europe/London"
}
