// Package layouts holds the default theme's layouts: html/template text, one file for each view and each shared part. What a
// layout may use is the view of the same name in internal/render. Only files are kept here, no code.
package layouts

import "embed"

// FS is the layouts by file name.
//
//go:embed *.html
var FS embed.FS
