// Package fonts holds the typefaces that documents are set in and chooses the
// one for a character: Noto Serif for Latin, Greek and Cyrillic, Noto Naskh
// Arabic for the Arabic script, and two faces of signs and mathematics for what
// these lack. Call Document once, keep the Set, and pass it on; a Set is
// immutable and safe for use by many goroutines.
//
// The package parses and chooses. It does not shape, measure lines or cut
// subsets: package layout shapes with Face.Font, package pdf cuts from Face.Data.
//
// The files under document/ are built by build/fonts/document.py and stand under
// the SIL Open Font License 1.1, whose text lies beside them.
package fonts

import (
	"bytes"
	"embed"
	"fmt"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
)

//go:embed document/*.ttf
var files embed.FS

// Style is the cut of a face. Styles add up.
type Style uint8

// The cuts beside the upright regular one, which is the zero Style.
const (
	Bold Style = 1 << iota
	Italic
)

// Name is the PostScript name of a face, such as "NotoSerif-Regular". It is
// unique in a Set.
type Name string

// Face is one typeface of one cut.
type Face struct {
	Name Name
	// Scale is the size, in thousandths of the nominal size, at which the face
	// looks as large as Noto Serif does at the nominal size.
	Scale int
	Style Style
	// Data is the TrueType file. It must not be changed.
	Data []byte
	// Font is the parsed file for shaping. It is safe for concurrent use.
	Font *font.Font
}

// Draws tells whether the face has a glyph for r.
func (f *Face) Draws(r rune) bool {
	_, ok := f.Font.NominalGlyph(r)
	return ok
}

// family is the faces of one design and the scripts that it is the first choice for.
type family struct {
	scripts []language.Script
	faces   []*Face // the regular cut first
}

// cut returns the face of the style, or the nearest that there is: without the
// italic, then the regular one.
func (f family) cut(s Style) *Face {
	for _, want := range []Style{s, s &^ Italic} {
		for _, face := range f.faces {
			if face.Style == want {
				return face
			}
		}
	}
	return f.faces[0]
}

// Set is a choice of families in the order in which they are asked.
type Set struct{ families []family }

// source is a file of the Set and how it is used.
type source struct {
	name  Name
	scale int
	style Style
}

// naskhScale lets the teeth and loops of Noto Naskh Arabic reach the x-height of
// Noto Serif beside it; measured on rendered pages.
const naskhScale = 1180

// Document returns the faces that documents are set in. It parses two megabytes
// and so is called once for a program. It fails only if the built-in files are
// damaged.
func Document() (Set, error) {
	plan := []struct {
		scripts []language.Script
		sources []source
	}{
		{[]language.Script{language.Latin, language.Greek, language.Cyrillic}, []source{
			{"NotoSerif-Regular", 1000, 0}, {"NotoSerif-Bold", 1000, Bold},
			{"NotoSerif-Italic", 1000, Italic}, {"NotoSerif-BoldItalic", 1000, Bold | Italic}}},
		{[]language.Script{language.Arabic}, []source{
			{"NotoNaskhArabic-Regular", naskhScale, 0}, {"NotoNaskhArabic-Bold", naskhScale, Bold}}},
		{nil, []source{{"NotoSansSymbols2-Regular", 1000, 0}}},
		{nil, []source{{"NotoSansMath-Regular", 1000, 0}}},
	}
	var set Set
	for _, p := range plan {
		f := family{scripts: p.scripts}
		for _, s := range p.sources {
			face, err := load(s)
			if err != nil {
				return Set{}, err
			}
			f.faces = append(f.faces, face)
		}
		set.families = append(set.families, f)
	}
	return set, nil
}

func load(s source) (*Face, error) {
	data, err := files.ReadFile("document/" + string(s.name) + ".ttf")
	if err != nil {
		return nil, fmt.Errorf("load face %s: %w", s.name, err)
	}
	parsed, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("parse face %s: %w", s.name, err)
	}
	return &Face{Name: s.name, Scale: s.scale, Style: s.style, Data: data, Font: parsed.Font}, nil
}
