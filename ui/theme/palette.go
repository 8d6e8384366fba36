package theme

import "image/color"

// Palette is the set of colours of one variant. Each colour is opaque.
type Palette struct {
	Ink, Slate                   color.NRGBA // text, second text
	Paper, Card, Side            color.NRGBA // grounds: window, cards and fields, side column
	Line, Edge, Track            color.NRGBA // hairlines, borders of fields, what progress runs on
	Primary, OnPrimary, SoftTeal color.NRGBA // actions and focus, text on them, chosen option
	Amber, SoftAmber             color.NRGBA // dates and warnings, their ground
	Red, SoftRed                 color.NRGBA // errors and overdue dates, their ground
	Green, SoftGreen             color.NRGBA // done and kept, their ground
}

// Light returns the colours of the light variant.
func Light() Palette {
	return Palette{
		Ink: rgb(0x1B2733), Slate: rgb(0x52616F),
		Paper: rgb(0xF7F5F1), Card: rgb(0xFFFFFF), Side: rgb(0xEFECE6),
		Line: rgb(0xDDD8CF), Track: rgb(0xDDD8CF), Edge: rgb(0x7E8992), // darker than drawn: 3:1 on the paper too
		Primary: rgb(0x0F5C63), OnPrimary: rgb(0xFFFFFF), SoftTeal: rgb(0xE3F0F0),
		Amber: rgb(0x7A4F00), SoftAmber: rgb(0xFFF3D6),
		Red: rgb(0x9B1C1C), SoftRed: rgb(0xFCEBEA),
		Green: rgb(0x1E6B3A), SoftGreen: rgb(0xE4F3E8),
	}
}

// Dark returns the colours of the dark variant.
func Dark() Palette {
	return Palette{
		Ink: rgb(0xECEFF1), Slate: rgb(0xA9B5C0),
		Paper: rgb(0x14191E), Card: rgb(0x1C232A), Side: rgb(0x181F25),
		Line: rgb(0x323D48), Track: rgb(0x323D48), Edge: rgb(0x8B969F),
		Primary: rgb(0x63C6CB), OnPrimary: rgb(0x14191E), SoftTeal: rgb(0x17363A),
		Amber: rgb(0xF3C969), SoftAmber: rgb(0x3A2F14),
		Red: rgb(0xF2A19B), SoftRed: rgb(0x3E1F1E),
		Green: rgb(0x8FD6A6), SoftGreen: rgb(0x1B3524),
	}
}

// Contrast returns the colours of the light high-contrast variant: black on
// white, with dark borders everywhere.
func Contrast() Palette {
	white, black := rgb(0xFFFFFF), rgb(0x000000)
	return Palette{
		Ink: black, Slate: black,
		Paper: white, Card: white, Side: white,
		Line: black, Edge: black, Track: rgb(0xD5F2F4),
		Primary: rgb(0x003B40), OnPrimary: white, SoftTeal: rgb(0xD5F2F4),
		Amber: rgb(0x4A2F00), SoftAmber: white,
		Red: rgb(0x7A0000), SoftRed: white,
		Green: rgb(0x004D1F), SoftGreen: white,
	}
}

// DarkContrast returns the colours of the dark high-contrast variant: white on
// black, with light borders everywhere.
func DarkContrast() Palette {
	white, black := rgb(0xFFFFFF), rgb(0x000000)
	return Palette{
		Ink: white, Slate: white,
		Paper: black, Card: black, Side: black,
		Line: white, Edge: white, Track: rgb(0x06343A),
		Primary: rgb(0x8CF2F7), OnPrimary: black, SoftTeal: rgb(0x06343A),
		Amber: rgb(0xFFD866), SoftAmber: black,
		Red: rgb(0xFFB3AD), SoftRed: black,
		Green: rgb(0x9CF0B8), SoftGreen: black,
	}
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// faded returns c with the opacity a.
func faded(c color.NRGBA, a uint8) color.NRGBA {
	c.A = a
	return c
}
