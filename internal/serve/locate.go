package serve

import (
	"net/http"
	"path"
	"slices"
	"strings"
)

// place is what a request's path leads to.
type place struct {
	status int    // 200, 302, 400 or 404
	path   string // of 200 the published path; of 302 where to go instead, from the root with a slash
}

// locate finds a request's path, as net/http has decoded it, among the published paths, which are sorted. Nothing else decides
// what is answered: whatever a path may say, the most it can do is name one of them.
func locate(p string, paths []string) place {
	published := func(name string) bool {
		_, ok := slices.BinarySearch(paths, name)
		return ok
	}
	if !strings.HasPrefix(p, "/") || strings.ContainsAny(p, "\\\x00") {
		return place{status: http.StatusBadRequest}
	}
	if strings.Contains(p, "..") {
		return place{status: http.StatusNotFound}
	}
	clean := path.Clean(p)
	if clean != "/" && strings.HasSuffix(p, "/") {
		clean += "/"
	}
	name := strings.TrimPrefix(clean, "/")
	to := place{status: http.StatusNotFound}
	switch {
	case name == "" || strings.HasSuffix(name, "/"):
		if published(name + "index.html") {
			to = place{http.StatusOK, name + "index.html"}
		}
	case published(name):
		to = place{http.StatusOK, name}
	case published(name + "/index.html"):
		return place{http.StatusFound, clean + "/"}
	}
	if clean != p && to.status == http.StatusOK {
		return place{http.StatusFound, clean}
	}
	return to
}
