package vm

import "recourse/storage"

// Finder is what an open vault has to list and find cases, as package storage has
// it.
type Finder interface {
	Summaries(scheme string, summarise func(data []byte) string) (map[storage.ID]string, error)
	SaveIndex()
	Search(words string, extract func(data []byte) string) ([]storage.ID, error)
}
