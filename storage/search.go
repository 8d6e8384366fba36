package storage

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Search finds the cases whose text has all the words, in the order of their
// ids. It opens every case, with all processors; extract tells what of the data
// is text, is called from several goroutines, and may not keep the data. Accents,
// capitals and widths make no difference. Nothing of it is ever written. Cases that
// are damaged are passed over.
func (v *Vault) Search(words string, extract func(data []byte) string) ([]ID, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.ready(); err != nil {
		return nil, fmt.Errorf("search cases: %w", err)
	}
	wanted := strings.Fields(Fold(words))
	if len(wanted) == 0 {
		return nil, nil
	}
	ids := v.state.ids()
	found := make([]bool, len(ids))
	var wait sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wait.Go(func() {
			var folded []byte // of the case before, to be written over, as the buffers
			var b buffers
			for i := w; i < len(ids); i += workers {
				folded = appendFolded(folded[:0], v.textOf(&b, ids[i], extract))
				found[i] = containsAll(folded, wanted)
			}
		})
	}
	wait.Wait()
	i := -1
	return slices.DeleteFunc(ids, func(ID) bool { i++; return !found[i] }), nil
}

// textOf is the text of a case; that of a damaged one is "".
func (v *Vault) textOf(b *buffers, id ID, extract func([]byte) string) string {
	r := v.state.any(id)
	draft, _ := r.newest(kindDraft)
	data, err := v.readObjectInto(b, id, r, draft)
	if err != nil {
		return ""
	}
	return extract(data)
}

// Matches tells whether a text has all the words, which must be folded.
func Matches(text string, wanted []string) bool {
	return containsAll(appendFolded(make([]byte, 0, len(text)), text), wanted)
}

func containsAll(folded []byte, wanted []string) bool {
	return !slices.ContainsFunc(wanted, func(w string) bool { return !bytes.Contains(folded, []byte(w)) })
}

// Fold brings a text into the form in which texts are compared in a search:
// without accents, capitals and differences of width.
func Fold(text string) string { return string(appendFolded(make([]byte, 0, len(text)), text)) }

// appendFolded adds a folded text to out. Most of most texts is ASCII, of which
// only the capitals change.
func appendFolded(out []byte, text string) []byte {
	for len(text) > 0 {
		plain := 0
		for plain < len(text) && text[plain] < utf8.RuneSelf {
			plain++
		}
		begin := len(out)
		out = append(out, text[:plain]...)
		for i := begin; i < len(out); i++ {
			if out[i]-'A' < 26 {
				out[i] += 'a' - 'A'
			}
		}
		other := plain
		for other < len(text) && text[other] >= utf8.RuneSelf {
			other++
		}
		out = append(out, foldOther(text[plain:other])...)
		text = text[other:]
	}
	return out
}

// foldOther folds a text without ASCII.
func foldOther(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(text)))
}
