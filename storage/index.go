package storage

import (
	"errors"
	"fmt"
	"maps"
)

// index holds a short text of each case for lists and searches. It is rebuilt
// wherever it is missing, damaged or old.
type index struct {
	Format int            `json:"format"`
	Kind   string         `json:"kind"`
	Vault  string         `json:"vault"`
	Scheme string         `json:"scheme"`
	Cases  map[ID]indexed `json:"cases"`
	dirty  bool
}

// indexed is the text of a case as of the draft with the number.
type indexed struct {
	Number uint64 `json:"number"`
	Text   string `json:"text"`
}

// Summaries returns a text of each case that can be opened, as summarise makes
// it of its data. Only cases that have changed since are read; the rest comes
// from the sealed index, which is written by SaveIndex and Close. The scheme
// names what the texts are: another one makes them anew.
func (v *Vault) Summaries(scheme string, summarise func(data []byte) string) (map[ID]string, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.ready(); err != nil {
		return nil, fmt.Errorf("read summaries: %w", err)
	}
	v.openIndex(scheme)
	v.warming.Do(func() { go v.makeKeys(v.state.ids()) })
	out := map[ID]string{}
	for _, id := range v.state.ids() {
		text, err := v.summary(id, summarise)
		switch {
		case err == nil:
			out[id] = text
		case !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer):
			return nil, fmt.Errorf("read summaries: %w", err)
		}
	}
	return out, nil
}

// makeKeys makes the keys of cases ready for a search, while the person looks at
// the list. It ends when the vault is closed.
func (v *Vault) makeKeys(ids []ID) {
	for _, id := range ids {
		if !v.makeKey(id) {
			return
		}
	}
}

// makeKey makes the key of a case, if it is still there; false if the vault is
// closed.
func (v *Vault) makeKey(id ID) (open bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.ready() != nil {
		return false
	}
	if r := v.state.any(id); r != nil {
		_, _ = v.keyOf(r) // one that is none shows when its case is opened
	}
	return true
}

func (v *Vault) summary(id ID, summarise func([]byte) string) (string, error) {
	r := v.state.any(id)
	draft, _ := r.newest(kindDraft)
	if known, ok := v.index.Cases[id]; ok && known.Number == draft.Number {
		return known.Text, nil
	}
	data, err := v.readObject(id, r, draft)
	if err != nil {
		return "", err
	}
	text := summarise(data)
	v.index.Cases[id] = indexed{draft.Number, text}
	v.index.dirty = true
	return text, nil
}

// openIndex reads the index if it was not read yet. One that cannot be read, or
// is of another scheme, is as good as none.
func (v *Vault) openIndex(scheme string) {
	if v.index != nil && v.index.Scheme == scheme {
		return
	}
	x := &index{}
	_, err := v.readSigned(v.at(indexName), x)
	if err != nil || x.Kind != "index" || x.Vault != v.keys.Vault || x.Scheme != scheme || x.Cases == nil {
		x = &index{Format: format, Kind: "index", Vault: v.keys.Vault, Scheme: scheme, Cases: map[ID]indexed{}}
	}
	v.index = x
}

// dropIndex takes an erased case out of the index on the disk and in memory.
func (v *Vault) dropIndex(id ID) {
	_ = v.world.disk.Overwrite(v.at(indexName))
	_ = v.remove(indexName)
	if v.index != nil {
		delete(v.index.Cases, id)
		v.index.dirty = true
	}
}

// SaveIndex writes the index if it has changed: call it when the person pauses.
// A failure costs time at the next opening and nothing else.
func (v *Vault) SaveIndex() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.ready() == nil {
		v.saveIndex()
	}
}

func (v *Vault) saveIndex() {
	if v.index == nil || !v.index.dirty || v.readOnly != nil {
		return
	}
	x := *v.index
	x.Cases = maps.Clone(x.Cases)
	maps.DeleteFunc(x.Cases, func(id ID, _ indexed) bool { return v.state.any(id) == nil })
	plain, err := sign(x, v.keys.signing, 0)
	if err != nil {
		return
	}
	sealed, err := encrypt(plain, v.keys.identity.Recipient())
	if err == nil && len(sealed) <= maxManifest {
		v.index.dirty = writeFile(v.world.disk, v.at(indexName), sealed, filePerm) != nil
	}
}
