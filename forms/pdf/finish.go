package pdf

import (
	"encoding/hex"
	"fmt"
	"time"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"recourse/forms/layout"
)

// finish adds what the composing library does not make: fonts, links, language,
// direction, title and dates.
func (f *file) finish(pages []layout.Page, used []*subset, m Meta) error {
	refs, err := f.pages()
	if err != nil {
		return err
	}
	if len(refs) != len(pages) {
		return fmt.Errorf("%d pages were composed of %d", len(refs), len(pages))
	}
	resources := f.add(f.resources(used))
	for i, ref := range refs {
		page, ok := f.resolve(ref).(types.Dict)
		if !ok {
			return fmt.Errorf("composed page %d is no dictionary", i+1)
		}
		page["Resources"] = resources
		delete(page, "Group") // nothing on the page is transparent
		if err := f.links(page, pages, i, refs); err != nil {
			return err
		}
	}
	f.describe(pages, m)
	return nil
}

// resources returns the one dictionary of resources that all pages share.
func (f *file) resources(used []*subset) types.Dict {
	fonts := types.Dict{}
	for _, s := range used {
		fonts[s.resource] = f.font(s)
	}
	return types.Dict{"Font": fonts}
}

// links adds the annotations of a page: areas that lead to a place inside the
// document.
func (f *file) links(page types.Dict, pages []layout.Page, number int, refs []types.IndirectRef) error {
	var annotations types.Array
	height := pages[number].Height
	for _, l := range pages[number].Links {
		if l.Page < 0 || l.Page >= len(pages) {
			return fmt.Errorf("link on page %d leads to page %d, which is not there", number+1, l.Page+1)
		}
		target := pages[l.Page].Height - l.Top
		annotations = append(annotations, f.add(types.Dict{
			"Type": types.Name("Annot"), "Subtype": types.Name("Link"), "F": types.Integer(4),
			"Border":   types.Array{types.Integer(0), types.Integer(0), types.Integer(0)},
			"Contents": text(l.Label),
			"Rect":     types.Array{points(l.X), points(height - l.Y - l.Height), points(l.X + l.Width), points(height - l.Y)},
			"Dest":     types.Array{refs[l.Page], types.Name("XYZ"), nil, points(target), nil},
		}))
	}
	if len(annotations) > 0 {
		page["Annots"], page["Tabs"] = annotations, types.Name("S")
	}
	return nil
}

func points(l layout.Length) types.Float { return types.Float(l.Points()) }

// describe writes catalog and information anew.
func (f *file) describe(pages []layout.Page, m Meta) {
	preferences := types.Dict{"DisplayDocTitle": types.Boolean(true)}
	if len(pages) > 0 && pages[0].RTL {
		preferences["Direction"] = types.Name("R2L")
	}
	f.catalog = types.Dict{"Type": types.Name("Catalog"), "Pages": f.catalog["Pages"],
		"Lang": text(string(m.Lang)), "ViewerPreferences": preferences}
	date := types.StringLiteral("D:" + m.Created.UTC().Format("20060102150405") + "Z")
	if m.Created.Equal(time.Time{}) {
		f.info = types.Dict{"Title": text(m.Title), "Producer": text("Recourse")}
		return
	}
	f.info = types.Dict{"Title": text(m.Title), "Producer": text("Recourse"), "CreationDate": date, "ModDate": date}
}

// text returns a text string: as it is where it is plain ASCII, else in UTF-16
// with its mark (ISO 32000-1, 7.9.2.2).
func text(s string) types.Object {
	plain := true
	for _, r := range s {
		plain = plain && r >= ' ' && r < 0x7F && r != '(' && r != ')' && r != '\\'
	}
	if plain {
		return types.StringLiteral(s)
	}
	raw := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(s)) {
		raw = append(raw, byte(unit>>8), byte(unit))
	}
	return types.HexLiteral(hex.EncodeToString(raw))
}
