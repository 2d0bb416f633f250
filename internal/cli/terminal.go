package cli

import (
	"io"
	"os"
	"runtime"
)

// colour reports whether to colour what goes to w: only on a terminal, and not against the person's wish
// (https://no-color.org).
func colour(env Env, w io.Writer) bool {
	if env.Getenv("NO_COLOR") != "" || env.Getenv("TERM") == "dumb" || !terminal(w) {
		return false
	}
	// The old Windows console prints escapes as they are; the newer one says who it is.
	return runtime.GOOS != "windows" || env.Getenv("WT_SESSION") != "" || env.Getenv("TERM") != ""
}

// terminal reports whether w is one.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
