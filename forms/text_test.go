package forms

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestTextOfIsTheTextsOfTheFile proves that every text of JSON is found as a
// reader of JSON has it, and no name of a field, whatever marks stand in them.
func TestTextOfIsTheTextsOfTheFile(t *testing.T) {
	for _, text := range []string{"", "plain", `a "mark"`, `ends in \`, `\"`, "two\nlines\ttab", "Żółć عربي 🦊", "\u2028", `"`, `a":"b`, ":", "\x01"} {
		c := Case{ID: "0b5e4c1a-7f1d-4f0e-9a35-3d6c1c7f2a10", Language: "fr",
			Exhibits: []Exhibit{{ID: "5d0f8e2b-6a3c-4d9e-b1f7-2c4e6a8b0d1f", Name: text, SHA256: "abc"}}}
		c.Answers = c.Answers.With("events.story", Answer{Value: Text(text)})
		data, err := EncodeCase(c)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(data, &v); err != nil {
			t.Fatal(err)
		}
		want, got := texts(v), strings.Split(strings.TrimSuffix(TextOf(data), "\n"), "\n")
		want = strings.Split(strings.Join(want, "\n"), "\n")
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// texts lists the texts of what a reader of JSON has read.
func texts(v any) (out []string) {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		for _, x := range v {
			out = append(out, texts(x)...)
		}
	case map[string]any:
		for _, x := range v {
			out = append(out, texts(x)...)
		}
	}
	return out
}

// TestTextOfWhatIsCut proves that what is no case file, or only a part of one,
// does no harm.
func TestTextOfWhatIsCut(t *testing.T) {
	const whole = `{"a":"b\"c","d":["e",1,"\u00e9\\"]}`
	for cut := range len(whole) {
		if got := TextOf([]byte(whole[:cut])); len(got) > cut+1 {
			t.Errorf("%q: %q", whole[:cut], got)
		}
	}
	if got := TextOf([]byte(whole)); got != "b\"c\ne\né\\\n" {
		t.Errorf("%q", got)
	}
}

// BenchmarkTextOf measures a case of 20 KB.
func BenchmarkTextOf(b *testing.B) {
	c := Case{ID: "0b5e4c1a-7f1d-4f0e-9a35-3d6c1c7f2a10", Language: "fr"}
	for i := range 20 {
		c.Answers = c.Answers.With(Path(fmt.Sprintf("events.story%d", i)), Answer{Value: Text(strings.Repeat("the letter came on a Tuesday\n", 35))})
	}
	data, err := EncodeCase(c)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		TextOf(data)
	}
}
