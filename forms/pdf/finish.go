package pdf

import (
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"recourse/forms/layout"
)

// finish adds what the composing library does not make: fonts, structure, links,
// bookmarks, language, colour, description and attachments.
func (f *file) finish(pages []layout.Page, p *painter, m Meta) error {
	refs, err := f.pages()
	if err != nil {
		return err
	}
	if len(refs) != len(pages) {
		return fmt.Errorf("%d pages were composed of %d", len(refs), len(pages))
	}
	t := &tree{file: f, pages: refs, content: make([]types.Array, len(pages)), links: map[linkMark]annotation{}}
	resources := f.add(f.resources(p))
	for i, ref := range refs {
		page, ok := f.resolve(ref).(types.Dict)
		if !ok {
			return fmt.Errorf("composed page %d is no dictionary", i+1)
		}
		page["Resources"], page["StructParents"] = resources, types.Integer(i)
		delete(page, "Group") // nothing on the page is transparent
		if err := f.compress(page); err != nil {
			return fmt.Errorf("composed page %d: %w", i+1, err)
		}
		if err := t.annotate(page, pages, i, m); err != nil {
			return err
		}
	}
	f.describe(pages, m)
	f.catalog["StructTreeRoot"] = t.structure(p.tags, m.Lang)
	if outline := t.outline(p.tags.headings, pages); outline != nil {
		f.catalog["Outlines"] = outline
	}
	return nil
}

// compress compresses the operators of a page.
func (f *file) compress(page types.Dict) error {
	stream, ok := f.resolve(page["Contents"]).(types.StreamDict)
	if !ok {
		return fmt.Errorf("it has no stream of operators")
	}
	page["Contents"] = f.stream(types.Dict{}, stream.Raw)
	return nil
}

// resources returns the one dictionary of resources that all pages share.
func (f *file) resources(p *painter) types.Dict {
	fonts := types.Dict{}
	for _, s := range p.faces.subsets {
		fonts[s.resource] = f.font(s)
	}
	all := types.Dict{"Font": fonts}
	if len(p.pictures.list) > 0 {
		images := types.Dict{}
		for _, pic := range p.pictures.list {
			images[pic.resource] = f.picture(pic.image)
		}
		all["XObject"] = images
	}
	return all
}

// annotate adds the annotations of a page: areas that lead to a place inside the
// document. A repeated head of a table, which is no content, has none.
func (t *tree) annotate(page types.Dict, pages []layout.Page, number int, m Meta) error {
	var annotations types.Array
	height := pages[number].Height
	for i, l := range pages[number].Links {
		if l.Page < 0 || l.Page >= len(pages) {
			return fmt.Errorf("link on page %d leads to page %d, which is not there", number+1, l.Page+1)
		}
		if l.Place.Repeated {
			continue
		}
		a := annotation{number: len(t.owners)}
		a.object = t.file.add(types.Dict{
			"Type": types.Name("Annot"), "Subtype": types.Name("Link"), "F": types.Integer(4),
			"Border":       types.Array{types.Integer(0), types.Integer(0), types.Integer(0)},
			"Contents":     text(label(l.Label, m.Title)),
			"Rect":         types.Array{points(l.X), points(height - l.Y - l.Height), points(l.X + l.Width), points(height - l.Y)},
			"Dest":         types.Array{t.pages[l.Page], types.Name("XYZ"), nil, points(pages[l.Page].Height - l.Top), nil},
			"StructParent": types.Integer(len(t.pages) + a.number),
		})
		annotations = append(annotations, a.object)
		t.links[linkMark{number, i}], t.owners = a, append(t.owners, nil)
	}
	if len(annotations) > 0 {
		page["Annots"], page["Tabs"] = annotations, types.Name("S")
	}
	return nil
}

// label returns the words of a link, which are never nothing.
func label(words, instead string) string {
	if words = strings.TrimSpace(words); words == "" {
		return instead
	}
	return words
}

func points(l layout.Length) types.Float { return types.Float(l.Points()) }

// describe writes catalog and information anew.
func (f *file) describe(pages []layout.Page, m Meta) {
	preferences := types.Dict{"DisplayDocTitle": types.Boolean(true)}
	if pages[0].RTL {
		preferences["Direction"] = types.Name("R2L")
	}
	f.catalog = types.Dict{"Type": types.Name("Catalog"), "Pages": f.catalog["Pages"],
		"Lang": text(string(m.Lang)), "ViewerPreferences": preferences,
		"MarkInfo":      types.Dict{"Marked": types.Boolean(true)},
		"OutputIntents": types.Array{f.outputIntent()},
		"Metadata":      f.metadata(m)}
	f.info = m.info()
	f.attach(m)
}

// longestString is how many bytes a string of a PDF/A file may have (ISO 19005-2,
// 6.1.13), in characters of UTF-16 with some room for the mark before them.
const longestString = 32000 / 2

// text returns a text string: as it is where it is plain ASCII, else in UTF-16
// with its mark (ISO 32000-1, 7.9.2.2). What no string of a PDF/A file can hold
// is cut off.
func text(s string) types.Object {
	plain := true
	for _, r := range s {
		plain = plain && r >= ' ' && r < 0x7F && r != '(' && r != ')' && r != '\\'
	}
	if plain {
		return types.StringLiteral(s[:min(len(s), longestString)])
	}
	units := utf16.Encode([]rune(s))
	raw := []byte{0xFE, 0xFF}
	for _, unit := range units[:min(len(units), longestString)] {
		raw = append(raw, byte(unit>>8), byte(unit))
	}
	return types.HexLiteral(hex.EncodeToString(raw))
}
