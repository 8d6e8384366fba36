package traces

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

const told = "what a person has told"

// TestACrashSaysNothingOfAnAnswer proves that a panic with an answer in it ends
// the program with its place in the code, and without the answer.
func TestACrashSaysNothingOfAnAnswer(t *testing.T) {
	for name, panics := range map[string]func(){
		"text":  func() { panic(told) },
		"error": func() { panic(fmt.Errorf("no %s: %w", told, errors.New("x"))) },
		"index": func() { _ = []byte(told)[len(told)*len(name())] },
	} {
		var out strings.Builder
		code := 0
		func() {
			defer Guard(&out, func(c int) { code = c })
			panics()
		}()
		said := out.String()
		if code != crashed || !strings.Contains(said, "TestACrashSaysNothingOfAnAnswer") || !strings.Contains(said, "crash_test.go:") {
			t.Errorf("%s: exit code %d, %q", name, code, said)
		}
		if strings.Contains(said, told) || strings.Contains(said, "person") {
			t.Errorf("%s: it says %q", name, said)
		}
	}
}

func name() string { return "two" }

// TestWithoutACrashNothingIsSaid proves that Guard ends nothing that goes well.
func TestWithoutACrashNothingIsSaid(t *testing.T) {
	var out strings.Builder
	func() {
		defer Guard(&out, func(int) { t.Error("the program was ended") })
	}()
	if out.Len() > 0 {
		t.Errorf("it says %q", out.String())
	}
}
