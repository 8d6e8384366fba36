package vm

import (
	"maps"
	"slices"

	"recourse/storage"
)

// Summaries makes all of them, as a vault without an index does.
func (h *handle) Summaries(_ string, summarise func([]byte) string) (map[storage.ID]string, error) {
	out := map[storage.ID]string{}
	for id, data := range h.cases {
		out[id] = summarise(data)
	}
	return out, nil
}

func (h *handle) SaveIndex() {}

// Search reads every case.
func (h *handle) Search(words string, extract func([]byte) string) ([]storage.ID, error) {
	var out []storage.ID
	for _, id := range slices.Sorted(maps.Keys(h.cases)) {
		if storage.Matches(extract(h.cases[id]), []string{storage.Fold(words)}) {
			out = append(out, id)
		}
	}
	return out, nil
}
