package screens

import (
	"io"
	"maps"
	"slices"

	"recourse/storage"
)

// Summaries makes all of them, as a vault without an index does.
func (v *vault) Summaries(_ string, summarise func([]byte) string) (map[storage.ID]string, error) {
	out := map[storage.ID]string{}
	for id, data := range v.cases {
		out[id] = summarise(data)
	}
	return out, nil
}

func (v *vault) SaveIndex() {}

// Search reads every case.
func (v *vault) Search(words string, extract func([]byte) string) ([]storage.ID, error) {
	var out []storage.ID
	for _, id := range slices.Sorted(maps.Keys(v.cases)) {
		if storage.Matches(extract(v.cases[id]), []string{storage.Fold(words)}) {
			out = append(out, id)
		}
	}
	return out, nil
}

// Card is that of a vault of package storage, made when it is first asked for.
func (v *vault) Card(name string) (storage.Card, error) {
	if v.sealed == nil {
		made, err := storage.CreateInMemory()
		if err != nil {
			return storage.Card{}, err
		}
		v.sealed = made
	}
	return v.sealed.Card(name)
}

// HandOver writes a line in the place of the sealed file.
func (v *vault) HandOver(id storage.ID, _ storage.Card, _ string, w io.Writer) error {
	_, err := io.WriteString(w, "sealed "+string(id))
	return err
}

// Receive refuses everything.
func (v *vault) Receive(io.Reader, func(storage.ID, []byte) error) (storage.Received, error) {
	return storage.Received{}, storage.ErrForeign
}
