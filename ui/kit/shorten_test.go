package kit

import "testing"

// What has no words has none after cutting, however little room there is.
func TestCutOfNothing(t *testing.T) {
	if got := cut("", Body, -3); got != "" {
		t.Errorf("%q", got)
	}
}
