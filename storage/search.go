package storage

import (
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
// is text, and is called from several goroutines. Accents, capitals and widths
// make no difference. Nothing of it is ever written. Cases that are damaged are
// passed over.
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
			for i := w; i < len(ids); i += workers {
				found[i] = v.matches(ids[i], wanted, extract)
			}
		})
	}
	wait.Wait()
	i := -1
	return slices.DeleteFunc(ids, func(ID) bool { i++; return !found[i] }), nil
}

func (v *Vault) matches(id ID, wanted []string, extract func([]byte) string) bool {
	r := v.state.any(id)
	draft, _ := r.newest(kindDraft)
	data, err := v.readObject(id, r, draft)
	return err == nil && Matches(extract(data), wanted)
}

// Matches tells whether a text has all the words, which must be folded.
func Matches(text string, wanted []string) bool {
	folded := Fold(text)
	return !slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(folded, w) })
}

// Fold brings a text into the form in which texts are compared in a search:
// without accents, capitals and differences of width.
func Fold(text string) string {
	if isASCII(text) {
		return strings.ToLower(text)
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(text)))
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
