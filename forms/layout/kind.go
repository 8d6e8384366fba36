package layout

import "recourse/forms/doc"

// Kind is the kind of block that a Text belongs to: what the tags of a file are
// made of.
type Kind uint8

// The kinds of blocks that hold words. KindNone is furniture of the page.
const (
	KindNone Kind = iota
	KindLetterhead
	KindAddressee
	KindTitle
	KindHeading1
	KindHeading2
	KindHeading3
	KindFacts
	KindParagraph
	KindList
	KindTable
	KindSignature
	KindNotice
	KindContents
)

// Level returns the level of a heading, from 1, and 0 for all else.
func (k Kind) Level() int {
	if k < KindHeading1 || k > KindHeading3 {
		return 0
	}
	return int(k-KindHeading1) + 1
}

// kindOf returns the kind of a block.
func kindOf(b doc.Block) Kind {
	switch b := b.(type) {
	case doc.Letterhead:
		return KindLetterhead
	case doc.Addressee:
		return KindAddressee
	case doc.Title:
		return KindTitle
	case doc.Heading:
		return KindHeading1 + Kind(min(max(b.Level, 1), 3)-1)
	case doc.Facts, doc.Worksheet:
		return KindFacts
	case doc.Paragraph:
		return KindParagraph
	case doc.List:
		return KindList
	case doc.Table, doc.Bilingual:
		return KindTable
	case doc.Signature:
		return KindSignature
	case doc.Notice:
		return KindNotice
	case doc.Contents:
		return KindContents
	case doc.Parties, doc.HandLines, doc.PageCount, doc.Space, doc.PageBreak, doc.Enclosure:
		return KindNone
	}
	return KindNone
}

// kind returns the kind of the block of a place.
func (s *setter) kind(p Place) Kind {
	if p.Block < 0 || p.Block >= len(s.doc.Blocks) {
		return KindNone
	}
	return kindOf(s.doc.Blocks[p.Block])
}
