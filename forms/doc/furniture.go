package doc

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // pictures of signatures are JPEG
	_ "image/png"  // or PNG

	"recourse/forms"
	"recourse/i18n"
)

// Window is the kind of window envelope that an address is placed for. Package
// layout knows where the window shows the sheet.
type Window string

// The windows of envelopes. NoWindow sets the address in the flow.
const (
	NoWindow    Window = ""
	WindowDIN   Window = "din-5008-b" // at the left: DIN 5008, form B
	WindowRight Window = "right"      // at the right of a DL envelope, as in France
	WindowDL    Window = "dl"         // at the left of a DL envelope, as in the United Kingdom
	WindowNo10  Window = "no-10"      // at the left of a No. 10 envelope, as in the United States
)

// Parties is the head of a court paper: who stands against whom.
type Parties struct {
	List    []Party
	Against Runs // between the sides
}

// Party is one party, its further lines and its role.
type Party struct {
	Name    Runs
	Details []Runs
	Role    Runs
	Beside  bool // on the side of the party before
}

// HandLines is a statement and labelled lines that somebody else completes by
// hand: the officer before whom an oath is sworn, a notary, a translator. It is
// never parted over pages and stays with a Signature before it.
type HandLines struct {
	Statement Runs
	Lines     []HandLine
	Seal      Runs // what stands in the frame for a seal; empty for no frame
}

// HandLine is a label and what stands on its line; nothing for the hand.
type HandLine struct{ Label, Value Runs }

// PageCount is a line with the number of pages of the document or, in an Enclosure,
// of that.
type PageCount struct {
	Text string // with {pages} in it
}

// Enclosure begins a part of the document that is taken out and sent by itself, on
// pages of its own: they are numbered from 1, have its own words at the foot and no
// banner. It ends where the next begins; the zero Enclosure goes on with the
// document itself.
type Enclosure struct {
	Footer string
	Most   int        // the most pages that the body takes; 0 for no limit
	At     forms.Path // the answer to shorten where there are more
}

// IsZero tells whether it is the document itself.
func (e Enclosure) IsZero() bool { return e == Enclosure{} }

// Worksheet is the fields of a portal or form, a box for each.
type Worksheet struct{ Rows []Field }

// Field is one field: its label, the value in a ruled box, and how much of the
// room of the field the value takes.
type Field struct {
	Number string
	Label  Runs
	Value  []Runs // empty for an empty box
	Count  Runs   // "Characters: 123 of 2,000"; may be empty
	Notes  []Runs // what belongs to the value but not into the field
	Anchor string
}

// Bilingual is two documents of the same outline side by side, row by row.
type Bilingual struct {
	Langs [2]i18n.Tag // of the columns; the first stands where lines of the document begin
	Heads [2]Runs     // repeated on each page
	Rows  []BilingualRow
}

// BilingualRow is what stands side by side: in each column some blocks, or none.
type BilingualRow [2][]Block

// Picture is a picture in PNG or JPEG format. The zero Picture is none.
type Picture struct {
	Data          []byte // must not be changed
	Width, Height int    // in dots
	Alt           string // what it shows, in the document's language
}

// IsZero tells whether there is no picture.
func (p Picture) IsZero() bool { return len(p.Data) == 0 }

// The limits of a picture, against files that would fill the memory.
const (
	maxPictureBytes = 8 << 20
	maxPictureSide  = 6000 // dots
)

// NewPicture checks that data is a whole picture in PNG or JPEG format, of at
// most 8 MiB and 6000 dots a side.
func NewPicture(data []byte) (Picture, error) {
	if len(data) > maxPictureBytes {
		return Picture{}, errors.New("read picture: it has more than 8 MiB")
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return Picture{}, fmt.Errorf("read picture: neither PNG nor JPEG: %w", err)
	}
	if c.Width < 1 || c.Height < 1 || c.Width > maxPictureSide || c.Height > maxPictureSide {
		return Picture{}, fmt.Errorf("read picture: %d by %d dots; a side may have up to %d", c.Width, c.Height, maxPictureSide)
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return Picture{}, fmt.Errorf("read picture: it is damaged: %w", err)
	}
	return Picture{Data: data, Width: c.Width, Height: c.Height}, nil
}

func (Parties) isBlock()   {}
func (HandLines) isBlock() {}
func (PageCount) isBlock() {}
func (Enclosure) isBlock() {}
func (Worksheet) isBlock() {}
func (Bilingual) isBlock() {}

// furniture writes a block of furniture as plain text.
func (p *plain) furniture(b Block) {
	switch b := b.(type) {
	case Parties:
		for i, party := range b.List {
			if i > 0 && !party.Beside {
				p.line("--", b.Against.String())
			}
			p.line(party.Name.String())
			p.lines("", party.Details)
			p.line("--", party.Role.String())
		}
	case HandLines:
		p.line(b.Statement.String())
		for _, l := range b.Lines {
			p.line(l.Label.String()+":", l.Value.String())
		}
		p.line(b.Seal.String())
	case PageCount:
		p.line(b.Text)
	case Worksheet:
		for _, f := range b.Rows {
			p.line(f.Number, f.Label.String())
			p.lines("[ ]", f.Value)
			p.line("   ", f.Count.String())
			p.lines("   ", f.Notes)
		}
	case Bilingual:
		p.lines("||", b.Heads[:])
		for _, row := range b.Rows {
			for side, blocks := range row {
				p.WriteString([2]string{"<<\n", ">>\n"}[side])
				for _, inner := range blocks {
					p.block(inner)
				}
			}
		}
	}
}
