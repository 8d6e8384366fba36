package packs_test

import (
	"testing"

	"recourse/forms/packs"
)

// BenchmarkEmbedded measures loading all packs in full strictness.
func BenchmarkEmbedded(b *testing.B) {
	for b.Loop() {
		if _, err := packs.Embedded(); err != nil {
			b.Fatal(err)
		}
	}
}
