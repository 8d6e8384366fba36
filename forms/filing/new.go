package filing

import (
	"fmt"

	"recourse/forms/packs"
	"recourse/i18n/fonts"
)

// New makes a Maker with the faces that are part of the program. It parses them,
// which takes some tens of milliseconds.
func New(l *packs.Library) (Maker, error) {
	faces, err := fonts.Document()
	if err != nil {
		return Maker{}, fmt.Errorf("load faces of documents: %w", err)
	}
	return Maker{Library: l, Faces: faces}, nil
}
