package passphrase

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// The same words give the same text whichever keyboard, paste or spaces they
// came with; letters do not.
func TestNormal(t *testing.T) {
	tests := []struct{ name, typed, want string }{
		{"plain", "coral tent", "coral tent"},
		{"spaces and line end", "  coral \t tent\r\n", "coral tent"},
		{"no-break and ideographic space", "coral\u00a0\u3000tent", "coral tent"},
		{"decomposed", "cafe\u0301", "caf\u00e9"},
		{"ligature and full width", "\ufb01\uff11", "fi1"},
		{"letters keep their case", "Coral", "Coral"},
	}
	for _, test := range tests {
		got, err := Normal([]byte(test.typed))
		if err != nil || got != test.want {
			t.Errorf("%s: Normal = %q, %v; want %q", test.name, got, err, test.want)
		}
	}
	for typed, want := range map[string]error{"": ErrEmpty, " \t\u3000": ErrEmpty, "a\xff": ErrText} {
		if _, err := Normal([]byte(typed)); !errors.Is(err, want) {
			t.Errorf("Normal(%q) = %v, want %v", typed, err, want)
		}
	}
}

// The list is the published one: 7,776 different words of three letters or more,
// none the beginning of another up to its end in spaces.
func TestWords(t *testing.T) {
	words := Words()
	if len(words) != 7776 || words[0] != "abacus" || words[7775] != "zoom" {
		t.Fatalf("%d words, from %s to %s", len(words), words[0], words[len(words)-1])
	}
	sorted := slices.Clone(words)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != 7776 {
		t.Error("a word is there twice")
	}
	for _, w := range words {
		if len(w) < 3 || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz-") != "" {
			t.Errorf("word %q", w)
		}
	}
}

// A generated passphrase has so many words of the list, is judged good, and is
// already in its normal form; each word has the same chance.
func TestGenerate(t *testing.T) {
	for range 50 {
		p, err := Generate(rand.Reader, Usual)
		if err != nil || len(strings.Fields(p)) != Usual {
			t.Fatalf("Generate = %q, %v", p, err)
		}
		if n, err := Normal([]byte(p)); err != nil || n != p {
			t.Errorf("Normal(%q) = %q, %v", p, n, err)
		}
		if j := Judge(p); j.Verdict != Good {
			t.Errorf("Judge(%q) = %+v", p, j)
		}
	}
	if p, err := Generate(bytes.NewReader([]byte{0xff, 0xff, 0, 0, 0x1e, 0x60, 0x1e, 0x5f}), 3); err != nil || p != "abacus abacus zoom" {
		t.Errorf("from fixed chance: %q, %v; what favours the first words must be drawn again", p, err)
	}
	broken := errors.New("broken")
	for _, chance := range []io.Reader{iotest.ErrReader(broken), strings.NewReader("x")} {
		if p, err := Generate(chance, 2); err == nil {
			t.Errorf("Generate without chance = %q", p)
		}
	}
}

// What is short, known to everybody or made of little is refused; what takes many
// guesses is not, in whatever script.
func TestJudge(t *testing.T) {
	tests := []struct {
		text string
		want Verdict
	}{
		{"", Short}, {"short", Short}, {"fourteen chars", Short}, {"xK9!vQ2#pL7$", Short},
		{"correct horse battery staple", Common}, {"Correct-Horse-Battery-Staple!", Common}, {"correcthorsebatterystaple1", Common},
		{"passwordpassword", Common}, {"Password Password Password", Common}, {"iloveyouiloveyou123", Common},
		{"aaaaaaaaaaaaaaaaaaaaaa", Weak}, {"abcdefghijklmnop", Weak}, {"12345678901234567890", Weak}, {"qwertyuiop asdfghjkl", Common}, {"asdfghjkl qwertyuiop", Weak},
		{"password1234567890", Common}, {"coral coral coral coral", Weak}, {"summer2024summer2024", Weak}, {"poiuytrewq123456789", Weak},
		{"liverpool monday 1990", Weak}, {"zebra zebra zebra zebra zebra zebra", Weak},
		{"coral tent anvil piano", Good}, {"coral tent anvil piano fudge lemon", Good}, {"xkqpvwzjrtmbghds", Good}, {"Der Regen fällt auf sieben Dächer", Good},
		{"уезжаю на рассвете через мост", Good}, {"نسافر عند الفجر عبر الجسر القديم", Good}, {"雨の日に七つの橋を渡る古い友人と", Good},
	}
	for _, test := range tests {
		if got := Judge(test.text); got.Verdict != test.want {
			t.Errorf("Judge(%q) = %+v, want %s", test.text, got, test.want)
		}
	}
	if six := Judge("coral tent anvil piano fudge lemon").Bits; six < 70 || six > 84 {
		t.Errorf("six words are %d bits, want about 77", six)
	}
}

// No text breaks the judge, and a longer one is never worth less.
func FuzzJudge(f *testing.F) {
	for _, s := range []string{"", "coral tent", "aaaa", "\xff", "12345", "é́"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 200 {
			return
		}
		text, err := Normal([]byte(s))
		if err != nil {
			return
		}
		j, longer := Judge(text), Judge(text+" coral tent anvil piano fudge")
		if j.Bits < 0 || longer.Bits < j.Bits && longer.Verdict != Common {
			t.Errorf("%q: %+v, longer %+v", text, j, longer)
		}
		if again, err := Normal([]byte(text)); err != nil || again != text {
			t.Errorf("Normal(%q) = %q, %v", text, again, err)
		}
	})
}
