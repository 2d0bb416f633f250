package text

import (
	"slices"
	"sync"
	"testing"
)

func TestCollate(t *testing.T) {
	for _, row := range []struct {
		lang string
		want []string
	}{
		{"en", []string{"apple", "Apple", "Élodie", "Elon", "Éton", "zebra"}},
		{"en", []string{"co-op", "cohort", "Trust", "trusted"}},
		{"cy", []string{"cyfle", "chwarae", "dal", "ddoe", "lwc", "llais"}},
		{"cy-GB", []string{"cyfle", "chwarae"}},
		{"en", []string{"chwarae", "cyfle"}},
		{"", []string{"a", "B", "c"}},
		{"not a language", []string{"a", "B", "c"}},
	} {
		got := slices.Clone(row.want)
		slices.Reverse(got)
		slices.SortFunc(got, Collate(row.lang))
		check(t, row.lang, got, row.want)
	}
}

func TestCollatePartsWhatDiffers(t *testing.T) {
	order := Collate("en")
	check(t, "soft hyphen", order("a\u00adb", "ab") != 0, true)
	check(t, "equal", order("ab", "ab"), 0)
}

func TestCollateIsSharedBetweenGoroutines(t *testing.T) {
	order := Collate("cy")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 200 {
				if order("dal", "ddoe") >= 0 {
					t.Error("dal comes before ddoe")
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkCollate(b *testing.B) {
	b.Run("make", func(b *testing.B) {
		for b.Loop() {
			Collate("cy")
		}
	})
	b.Run("compare", func(b *testing.B) {
		order := Collate("cy")
		for b.Loop() {
			order("Publish the return date", "Publish the résumé")
		}
	})
}

func BenchmarkSlug(b *testing.B) {
	for b.Loop() {
		Slug("Waiting for week six: when first-year feedback arrives")
	}
}

func BenchmarkFold(b *testing.B) {
	for b.Loop() {
		Fold("Waiting for week six: when first-year feedback arrives")
	}
}
