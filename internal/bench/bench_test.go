// Package bench measures whole builds on generated libraries.
package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"casebook/internal/bench/library"
	"casebook/internal/build"
)

// generated writes a library of n cases once for the whole run.
func generated(b *testing.B, n int) string {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "library")
	if err := library.Write(dir, library.Options{Cases: n, Seed: 1}); err != nil {
		b.Fatal(err)
	}
	return dir
}

func options(dir string) build.Options { return build.Options{Source: dir, Today: "2026-11-20"} }

// BenchmarkClean builds and publishes from nothing, as `casebook build` does. Put TMPDIR on a tmpfs to leave the disk out.
func BenchmarkClean(b *testing.B) {
	for _, n := range []int{300, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := generated(b, n)
			out := filepath.Join(b.TempDir(), "public")
			opts := options(dir)
			opts.Once = true
			b.ReportAllocs()
			for b.Loop() {
				s, problems, err := build.Load(context.Background(), opts, nil)
				if err != nil || problems.Failed() {
					b.Fatal(err, problems)
				}
				if _, err := build.Publish(context.Background(), s, out, build.PublishOptions{}); err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if err := os.RemoveAll(out); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

// BenchmarkEdit measures from a saved change to the bytes of the changed page.
func BenchmarkEdit(b *testing.B) {
	for _, n := range []int{300, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := generated(b, n)
			files, err := filepath.Glob(filepath.Join(dir, "content", "guide", "*.md"))
			if err != nil || len(files) == 0 {
				b.Fatal("no guide pages", err)
			}
			text, err := os.ReadFile(files[0])
			if err != nil {
				b.Fatal(err)
			}
			s, _, err := build.Load(context.Background(), options(dir), nil)
			if err != nil {
				b.Fatal(err)
			}
			for i := 0; b.Loop(); i++ {
				if err := os.WriteFile(files[0], fmt.Appendf(text, "\n\nChange %d.\n", i), 0o644); err != nil {
					b.Fatal(err)
				}
				if s, _, err = build.Load(context.Background(), options(dir), s); err != nil {
					b.Fatal(err)
				}
				if _, _, err := s.File("guide/index.html"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
