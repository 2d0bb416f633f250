package export

import (
	"encoding/xml"
	"net/url"
	"regexp"
	"strings"

	"casebook/internal/site"
)

// Policy is the content security policy that pages are made for: nothing inline, nothing from elsewhere.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// header is one header of every answer. That a site is only on https is its host's to say, so there is no
// Strict-Transport-Security.
type header struct{ name, value string }

var headers = []header{
	{"Content-Security-Policy", Policy},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "strict-origin-when-cross-origin"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
}

const forever = "public, max-age=31536000, immutable"

// mostRedirects is how many lines of _redirects Cloudflare reads. Each redirect has a page of its own as well.
const mostRedirects = 2000

// mediaTypes are those that servers may not know by the end of a name.
var mediaTypes = []struct{ ext, media string }{
	{"atom", "application/atom+xml"}, {"bib", "application/x-bibtex"}, {"ics", "text/calendar"}, {"ris", "application/x-research-info-systems"},
}

// compressed are the media types that shrink when they are compressed.
var compressed = []string{"text/html", "text/css", "text/javascript", "application/javascript", "text/plain", "text/csv", "text/calendar", "application/json",
	"application/feed+json", "application/xml", "text/xml", "application/atom+xml", "application/vnd.citationstyles.csl+json", "application/x-bibtex",
	"application/x-research-info-systems", "application/opensearchdescription+xml", "image/svg+xml"}

// Hosting are the files that tell hosts which headers to send and where old addresses lead: _headers and _redirects (Netlify,
// Cloudflare Pages), .htaccess (Apache), and nginx.conf.txt to be included by hand. To every other host they are files that
// nobody asks for. A copy that opens from disk has none. hashed are the files whose names change with their bytes.
func Hosting(s *site.Site, hashed []string) []File {
	if s.Portable {
		return nil
	}
	return []File{
		whole("_headers", func() []byte { return []byte(headersFile(hashed)) }),
		whole("_redirects", func() []byte { return []byte(redirectsFile(s)) }),
		whole(".htaccess", func() []byte { return []byte(apacheFile(s)) }),
		whole("nginx.conf.txt", func() []byte { return []byte(nginxFile(s)) }),
	}
}

// headersFile names hashed files one by one: beside them lie others under names that stay.
func headersFile(hashed []string) string {
	var b strings.Builder
	b.WriteString("# Headers for Netlify and Cloudflare Pages, written by casebook.\n/*\n")
	for _, h := range headers {
		b.WriteString("  " + h.name + ": " + h.value + "\n")
	}
	for _, p := range hashed {
		b.WriteString("/" + p + "\n  Cache-Control: " + forever + "\n")
	}
	// It names the folder of the index, which every publishing renames: a browser may keep it and must ask whether it holds.
	b.WriteString("/" + site.SearchScript + "\n  Cache-Control: no-cache\n")
	for _, folder := range []string{"data", "feeds"} {
		b.WriteString("/" + folder + "/*\n  Access-Control-Allow-Origin: *\n")
	}
	return b.String()
}

// redirects are the former addresses and where each leads, both from the root of the host.
func redirects(s *site.Site) [][2]string {
	base := basePath(s)
	var out [][2]string
	for _, r := range s.Routes {
		if r.View == "redirect" {
			out = append(out, [2]string{base + escaped(r.Path), base + escaped(r.Arg)})
		}
	}
	return out
}

// basePath is where the site begins on its host: "/", or "/library/".
func basePath(s *site.Site) string {
	u, err := url.Parse(s.BaseURL)
	if err != nil || u.Path == "" {
		return "/"
	}
	return escaped(u.Path)
}

// escaped is a path with an anchor as an address has it.
func escaped(path string) string {
	path, anchor, found := strings.Cut(path, "#")
	out := (&url.URL{Path: path}).EscapedPath()
	if found {
		out += "#" + anchor
	}
	return out
}

func redirectsFile(s *site.Site) string {
	var b strings.Builder
	b.WriteString("# Former addresses, for Netlify and Cloudflare Pages, written by casebook.\n")
	for i, r := range redirects(s) {
		if i == mostRedirects {
			break
		}
		b.WriteString(r[0] + " " + r[1] + " 301\n")
	}
	return b.String()
}

func apacheFile(s *site.Site) string {
	var b strings.Builder
	b.WriteString("# For Apache, written by casebook. Without mod_headers, mod_alias, mod_mime or mod_deflate the parts that need them are passed over.\n")
	if s.BaseURL != "" {
		b.WriteString("ErrorDocument 404 " + basePath(s) + "404.html\n")
	}
	b.WriteString("<IfModule mod_headers.c>\n")
	for _, h := range headers {
		b.WriteString("Header always set " + h.name + " \"" + h.value + "\"\n")
	}
	b.WriteString("<FilesMatch \"\\.[0-9a-f]{10}\\.[a-z0-9]+$\">\nHeader set Cache-Control \"" + forever + "\"\n</FilesMatch>\n")
	b.WriteString("<If \"%{REQUEST_URI} =~ m#/search/[0-9a-f]{10}/#\">\nHeader set Cache-Control \"" + forever + "\"\n</If>\n")
	b.WriteString("<If \"%{REQUEST_URI} =~ m#/" + site.SearchScript + "$#\">\nHeader set Cache-Control \"no-cache\"\n</If>\n")
	b.WriteString("<FilesMatch \"\\.(atom|csv|json)$\">\nHeader set Access-Control-Allow-Origin \"*\"\n</FilesMatch>\n</IfModule>\n<IfModule mod_mime.c>\n")
	for _, t := range mediaTypes {
		b.WriteString("AddType " + t.media + " ." + t.ext + "\n")
	}
	b.WriteString("AddDefaultCharset utf-8\n</IfModule>\n")
	b.WriteString("<IfModule mod_deflate.c>\n<IfModule mod_filter.c>\nAddOutputFilterByType DEFLATE " + strings.Join(compressed, " ") + "\n</IfModule>\n</IfModule>\n")
	if all := redirects(s); len(all) > 0 && s.BaseURL != "" {
		b.WriteString("<IfModule mod_alias.c>\n")
		for _, r := range all {
			// Apache compares with the address as it reads after unescaping.
			from, _ := url.PathUnescape(r[0])
			b.WriteString("RedirectMatch 301 \"^" + regexp.QuoteMeta(from) + "$\" \"" + r[1] + "\"\n")
		}
		b.WriteString("</IfModule>\n")
	}
	return b.String()
}

func nginxFile(s *site.Site) string {
	var b strings.Builder
	b.WriteString("# For nginx, written by casebook: include it inside the server block that has this folder as its root.\ncharset utf-8;\n")
	if s.BaseURL != "" {
		b.WriteString("error_page 404 " + basePath(s) + "404.html;\n")
	}
	for _, h := range headers {
		b.WriteString("add_header " + h.name + " \"" + h.value + "\" always;\n")
	}
	b.WriteString("gzip on;\ngzip_vary on;\ngzip_min_length 1024;\ngzip_types " + strings.Join(compressed[1:], " ") + ";\n") // nginx adds text/html itself
	// add_header in a location drops those of the server, so it says them again.
	b.WriteString("location ~ \"(\\.[0-9a-f]{10}\\.[a-z0-9]+|/search/[0-9a-f]{10}/[a-z0-9]+\\.json)$\" {\n  add_header Cache-Control \"" + forever + "\" always;\n")
	for _, h := range headers {
		b.WriteString("  add_header " + h.name + " \"" + h.value + "\" always;\n")
	}
	b.WriteString("}\nlocation ~ \"/" + site.SearchScript + "$\" {\n  add_header Cache-Control \"no-cache\" always;\n")
	for _, h := range headers {
		b.WriteString("  add_header " + h.name + " \"" + h.value + "\" always;\n")
	}
	b.WriteString("}\n")
	for _, t := range mediaTypes {
		b.WriteString("location ~ \"\\." + t.ext + "$\" { types { } default_type " + t.media + "; }\n")
	}
	for _, r := range redirects(s) {
		if s.BaseURL == "" {
			break // where the site begins is not known; each redirect has a page
		}
		from, _ := url.PathUnescape(r[0])
		b.WriteString("location = \"" + from + "\" { return 301 \"" + r[1] + "\"; }\n")
	}
	b.WriteString("# These files are for servers, not for readers.\nlocation ~ \"/(\\.htaccess|_headers|_redirects|nginx\\.conf\\.txt)$\" { return 404; }\n")
	return b.String()
}

// openSearch describes the search of the library to browsers (https://github.com/dewitt/opensearch), where there is a search
// page and whole addresses.
func openSearch(s *site.Site) []File {
	if _, ok := s.Route("search/"); !ok || s.BaseURL == "" {
		return nil
	}
	return []File{whole(site.OpenSearchPath, func() []byte {
		b := []byte(xml.Header + `<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">`)
		b = appendElement(b, "", "ShortName", wholeWords(s.Settings.Title, 16))
		b = appendElement(b, "", "LongName", wholeWords(s.Settings.Title, 48))
		b = appendElement(b, "", "Description", "Search the "+s.Settings.Title)
		b = appendElement(b, "", "Language", s.Settings.Language)
		b = appendElement(b, "", "InputEncoding", "UTF-8")
		b = append(b, `<Url type="text/html" template="`+xmlText(s.Absolute("search/"))+`?q={searchTerms}"/>`...)
		return append(b, "</OpenSearchDescription>\n"...)
	})}
}

// wholeWords is as many words of a name as fit into n characters; of a first word that does not, its beginning.
func wholeWords(name string, n int) string {
	runes := []rune(name)
	if len(runes) <= n {
		return name
	}
	if i := strings.LastIndexByte(string(runes[:n+1]), ' '); i > 0 {
		return strings.TrimRight(name[:i], " ,;:–-&")
	}
	return string(runes[:n])
}
