package theme

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"sync"
	"unicode"

	"fyne.io/fyne/v2"
)

var (
	//go:embed RecourseSans-Regular.ttf
	regular []byte
	//go:embed RecourseSans-Bold.ttf
	bold []byte
	//go:embed RecourseSansHan-Regular.ttf.gz
	packedHan []byte
	//go:embed RecourseSansHangul-Regular.ttf.gz
	packedHangul []byte
)

// Licence is the licence of Recourse Sans and of its face for Korean, which has to
// stand beside the fonts wherever they are given away.
//
//go:embed OFL.txt
var Licence string

// LicenceHan is the licence of the face for Chinese and Japanese.
//
//go:embed APACHE.txt
var LicenceHan string

// The faces. Fyne knows a face that it has read by its resource, so there is one of
// each.
var (
	sans     = fyne.NewStaticResource("RecourseSans-Regular.ttf", regular)
	sansBold = fyne.NewStaticResource("RecourseSans-Bold.ttf", bold)
	han      = sync.OnceValue(func() fyne.Resource { return unpacked("RecourseSansHan-Regular.ttf", packedHan) })
	hangul   = sync.OnceValue(func() fyne.Resource { return unpacked("RecourseSansHangul-Regular.ttf", packedHangul) })
)

// unpacked returns a face that lies packed in the program; nil where it is damaged.
func unpacked(name string, packed []byte) fyne.Resource {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil
	}
	return fyne.NewStaticResource(name, data)
}

// The characters of the two faces: those of build/fonts/wide.py.
var (
	hanBlocks = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x2E80, Hi: 0x303F, Stride: 1}, {Lo: 0x3041, Hi: 0x312F, Stride: 1},
		{Lo: 0x3190, Hi: 0x31FF, Stride: 1}, {Lo: 0x321F, Hi: 0x325F, Stride: 1}, {Lo: 0x3280, Hi: 0x9FFF, Stride: 1},
		{Lo: 0xF900, Hi: 0xFAFF, Stride: 1}, {Lo: 0xFE10, Hi: 0xFE1F, Stride: 1}, {Lo: 0xFE30, Hi: 0xFE6F, Stride: 1}, {Lo: 0xFF00, Hi: 0xFFEF, Stride: 1}}}
	hangulBlocks = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x1100, Hi: 0x11FF, Stride: 1}, {Lo: 0x3131, Hi: 0x318E, Stride: 1},
		{Lo: 0x3200, Hi: 0x321E, Stride: 1}, {Lo: 0x3260, Hi: 0x327F, Stride: 1}, {Lo: 0xA960, Hi: 0xA97F, Stride: 1}, {Lo: 0xAC00, Hi: 0xD7FF, Stride: 1}}}
)

// Script says which face draws a character.
type Script uint8

const (
	// Common is what Recourse Sans draws.
	Common Script = iota
	// Han is Chinese and Japanese.
	Han
	// Hangul is Korean.
	Hangul
	// Foreign is what no face of ours draws, such as pictures of faces: Fyne looks for
	// one in its own fonts and in those of the system.
	Foreign
)

// ScriptOf returns which face draws a character.
func ScriptOf(r rune) Script {
	switch {
	case r < 0x0250 || Covers(r):
		return Common
	case unicode.Is(hanBlocks, r):
		return Han
	case unicode.Is(hangulBlocks, r):
		return Hangul
	case unicode.In(r, unicode.Cf, unicode.Zs, unicode.Zl, unicode.Zp, unicode.Cc):
		return Common // not drawn
	}
	return Foreign
}

// Face returns the face of a script; nil for Foreign. A face is read at its first
// need: those who write in other scripts never pay for it, and while all is in the
// faces of ours, Fyne reads neither its own nor those of the system. Only Common has
// a bold weight.
func Face(s Script, heavy bool) fyne.Resource {
	switch s {
	case Common:
		if heavy {
			return sansBold
		}
		return sans
	case Han:
		return han()
	case Hangul:
		return hangul()
	case Foreign:
	}
	return nil
}
