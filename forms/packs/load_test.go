package packs

import "testing"

// TestEmbedded proves that every pack of the program loads without a fault.
func TestEmbedded(t *testing.T) {
	if _, err := Embedded(); err != nil {
		t.Fatal(err)
	}
}
