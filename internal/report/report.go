// Package report answers an editor's questions about a site: what there is of a kind, and why a page is or is not
// published, what it shows from which files and who links to it.
//
// In come a *site.Site and what was asked; out go plain values for a command to print. It must never read a file, decide
// whether something is published (package site does), or print.
package report
