// Package fonts holds the typefaces that documents are set in and chooses the
// one for a character: Noto Serif for the scripts that it knows, Noto Naskh
// Arabic for the Arabic script, Noto Serif CJK with Droid Sans Fallback for
// Chinese, Japanese and Korean, and two faces of signs and mathematics for what
// these lack. Call Document once, keep the Set, and pass it on; a Set is
// immutable and safe for use by many goroutines.
//
// A face is read at its first need: a document in one script never pays for the
// others. The package parses and chooses. It does not shape, measure lines or cut
// subsets: package layout shapes with Face.Font, package pdf cuts from Face.Data.
//
// The files under document/ are built by build/fonts/document.py and stand under
// the SIL Open Font License 1.1 or the Apache License 2.0, whose texts lie beside
// them.
package fonts

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
)

//go:embed document/*.ttf document/*.gz
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
	// Thicken tells that the design has no bold cut: where bold is asked for, the
	// letters are to be drawn with a thin stroke around them.
	Thicken bool

	blocks []block
	read   func() content
}

// content is the file of a face; font is nil where the file is damaged.
type content struct {
	data []byte
	font *font.Font
}

// Data returns the file of the face: TrueType, or OpenType with CID-keyed
// outlines. It must not be changed.
func (f *Face) Data() []byte { return f.read().data }

// Font returns the parsed file for shaping. It is safe for concurrent use. It is
// nil for a damaged file, which draws no character.
func (f *Face) Font() *font.Font { return f.read().font }

// Draws tells whether the face has a glyph for r.
func (f *Face) Draws(r rune) bool {
	if !within(f.blocks, r) {
		return false
	}
	parsed := f.Font()
	if parsed == nil {
		return false
	}
	_, ok := parsed.NominalGlyph(r)
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

// Document returns the faces that documents are set in. It reads none of them:
// each is read when a text needs it first. It fails only if a built-in file is
// not there.
func Document() (Set, error) {
	var set Set
	for _, p := range plan() {
		f := family{scripts: p.scripts}
		for _, s := range p.sources {
			if _, err := fs.Stat(files, s.path()); err != nil {
				return Set{}, fmt.Errorf("find face %s: %w", s.name, err)
			}
			f.faces = append(f.faces, &Face{Name: s.name, Scale: p.scale, Style: s.style, Thicken: p.thicken,
				blocks: p.blocks, read: s.reader()})
		}
		set.families = append(set.families, f)
	}
	return set, nil
}

// path returns where the file of a source lies.
func (s source) path() string {
	switch s.kind {
	case packedOpenType:
		return "document/" + string(s.name) + ".otf.gz"
	case packedTrueType:
		return "document/" + string(s.name) + ".ttf.gz"
	default:
		return "document/" + string(s.name) + ".ttf"
	}
}

// reader returns the function that reads and parses the file at its first call,
// whichever goroutine makes it.
func (s source) reader() func() content {
	return sync.OnceValue(func() content {
		data, err := s.data()
		if err != nil {
			return content{}
		}
		parsed, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			return content{data: data}
		}
		return content{data, parsed.Font}
	})
}

// data returns the file, unpacked.
func (s source) data() ([]byte, error) {
	data, err := files.ReadFile(s.path())
	if err != nil || s.kind == plainTrueType {
		return data, err
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(unpacked)
}
