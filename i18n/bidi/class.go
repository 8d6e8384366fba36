package bidi

import (
	ucd "golang.org/x/text/unicode/bidi"
)

// class is the Bidi_Class of a character.
type class uint8

const (
	cL   = class(ucd.L)
	cR   = class(ucd.R)
	cEN  = class(ucd.EN)
	cES  = class(ucd.ES)
	cET  = class(ucd.ET)
	cAN  = class(ucd.AN)
	cCS  = class(ucd.CS)
	cB   = class(ucd.B)
	cS   = class(ucd.S)
	cWS  = class(ucd.WS)
	cON  = class(ucd.ON)
	cBN  = class(ucd.BN)
	cNSM = class(ucd.NSM)
	cAL  = class(ucd.AL)
	cLRO = class(ucd.LRO)
	cRLO = class(ucd.RLO)
	cLRE = class(ucd.LRE)
	cRLE = class(ucd.RLE)
	cPDF = class(ucd.PDF)
	cLRI = class(ucd.LRI)
	cRLI = class(ucd.RLI)
	cFSI = class(ucd.FSI)
	cPDI = class(ucd.PDI)
)

// set is a set of classes, one bit each.
type set uint32

const (
	initiators  set = 1<<cLRI | 1<<cRLI | 1<<cFSI
	embeddings  set = 1<<cLRE | 1<<cRLE | 1<<cLRO | 1<<cRLO
	removed     set = embeddings | 1<<cPDF | 1<<cBN // by rule X9
	neutrals    set = 1<<cB | 1<<cS | 1<<cWS | 1<<cON | 1<<cPDI | initiators
	spaces      set = 1<<cWS | 1<<cPDI | initiators // reset by L1 beside a separator
	separators  set = 1<<cS | 1<<cB
	numbers     set = 1<<cEN | 1<<cAN
	strong      set = 1<<cL | 1<<cR
	directional set = 1<<cR | 1<<cAL | 1<<cAN | embeddings | 1<<cPDF | initiators | 1<<cPDI
)

func (c class) bit() set { return 1 << c }

func (c class) in(s set) bool { return s>>c&1 == 1 }

// classOf returns the Bidi_Class of r as golang.org/x/text has it; a test
// compares it with the character database.
func classOf(r rune) class {
	if 'a' <= r && r <= 'z' {
		return cL
	}
	p, _ := ucd.LookupRune(r)
	return class(p.Class())
}

// ofLevel returns the direction of an embedding level as a class.
func ofLevel(level uint8) class {
	if level&1 == 1 {
		return cR
	}
	return cL
}

// asStrong returns L or R for a strong class, R for a number (as N0 to N2 count
// it), and false for any other.
func (c class) asStrong() (class, bool) {
	switch {
	case c.in(strong):
		return c, true
	case c.in(numbers):
		return cR, true
	default:
		return c, false
	}
}
