// Package search makes the index of a site and holds the ranking that the browser's client must agree with.
//
// In come documents whose texts the parse has counted; out come files, and from the bytes of these files the documents that a
// query is about, in order. FORMAT.md states the files, the words, the query and the score so exactly that two programs
// give the same answer. Nothing here tokenises a text again, reads the disk or the clock, or depends on the order of a map.
package search
