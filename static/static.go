// Package static holds the default theme's styles, script and icon. Only files are kept here, no code.
package static

import "embed"

// FS is the files by path: css/index.css names the styles in their order.
//
//go:embed css js favicon.svg
var FS embed.FS
