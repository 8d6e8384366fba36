package vm

import (
	"errors"
	"io"

	"recourse/forms"
	"recourse/storage"
)

// takeIn lets the person choose a copy of a case that was saved elsewhere, and keeps
// it among the others: under its own id, or as a case of its own where that is there.
func (s *Settings) takeIn() {
	s.a.choose("ui.take-in.title", func(path string) {
		v, w := s.a.vault, s.a.w
		s.taken = ""
		s.a.run("ui.take-in.busy", func() (then, undo func()) {
			id, err := takeIn(v, w, path)
			return func() {
				if err != nil {
					s.at, s.problem = "", faultOf(err, faultForeign)
					return
				}
				s.taken = s.a.titleOf(v, id)
			}, nil
		})
	})
}

// takeIn reads a copy of a case and stores it.
func takeIn(v Vault, w World, path string) (storage.ID, error) {
	from, size, err := w.Files.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = from.Close() }()
	if size > storage.MaxSize {
		return "", storage.ErrForeign
	}
	data, err := io.ReadAll(io.LimitReader(from, storage.MaxSize))
	if err != nil {
		return "", err
	}
	c, err := forms.DecodeCase(data)
	if err != nil {
		return "", err
	}
	id := storage.ID(c.ID)
	if _, err := v.Put(id, data, 0); !errors.Is(err, storage.ErrConflict) {
		return id, err
	}
	c.ID = w.NewID()
	if data, err = forms.EncodeCase(c); err != nil {
		return "", err
	}
	id = storage.ID(c.ID)
	_, err = v.Put(id, data, 0)
	return id, err
}
