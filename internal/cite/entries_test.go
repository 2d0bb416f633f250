package cite

import "testing"

// TestEntriesMakeTheSameFiles takes some of many references, in an order of their own, several of them of one key.
func TestEntriesMakeTheSameFiles(t *testing.T) {
	refs := append(library(t), awkward, Reference{Key: "a b"}, Reference{Key: "a-b", Title: "a-b"}, Reference{Key: "a-ba"}, Reference{}, Reference{Key: "学", Type: "report"}, Reference{Key: "tech", Type: "report"}, Reference{Key: "tech", Type: "report"})
	last := len(refs) - 1
	for _, f := range Formats() {
		e := f.Entries(refs)
		for _, which := range [][]int{nil, {0}, {last, last - 1}, {last - 4, last - 5, last - 6, 3, last - 7, 1, 2}, {last - 2, last - 3}} {
			var some []Reference
			for _, n := range which {
				some = append(some, refs[n])
			}
			check(t, f.Name, string(e.Append([]byte("before"), which)), "before"+string(f.Append(nil, some)))
			check(t, f.Name, e.Size(which), len(f.Append(nil, some)))
		}
	}
}
