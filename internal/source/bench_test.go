package source

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := site{}
			for i := range n {
				s[fmt.Sprintf("content/cases/CL-%05d.md", i)] = fmt.Sprintf("---\ntitle: case %d\n---\n", i) + strings.Repeat("Students and staff met in pairs.\n", 150)
			}
			dir := s.write(b)
			tree, _, err := Read(dir, nil, Tree{})
			if err != nil {
				b.Fatal(err)
			}
			b.Run("first", func(b *testing.B) {
				for b.Loop() {
					Read(dir, nil, Tree{})
				}
			})
			b.Run("again", func(b *testing.B) {
				for b.Loop() {
					Read(dir, nil, tree)
				}
			})
		})
	}
}
