package serve

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// policy is the same content security policy that a published site asks its host for: what works here works there.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// protect sets what every answer carries. There is no header that lets another origin read anything.
func protect(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// hostAllowed reports whether a request's Host names this machine. Another web site can make its own name lead here (DNS
// rebinding), and then it would be allowed to read the answers; but the browser still sends that name. Where the preview listens on
// every address, any number will do: a number cannot be rebound.
func hostAllowed(host, listening string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(host, "["), "]"))
	switch host {
	case "":
		return false
	case "localhost", "127.0.0.1", "::1", strings.ToLower(listening):
		return true
	}
	_, err := netip.ParseAddr(host)
	return err == nil && unspecified(listening)
}

// sameOrigin reports whether a request comes from a page of the preview itself, or from the person. Browsers that do not say
// (https://www.w3.org/TR/fetch-metadata/) are held back by having no right to read the answer.
func sameOrigin(r *http.Request) bool {
	if o := r.Header.Get("Origin"); o != "" && o != "http://"+r.Host {
		return false
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	}
	return false
}
