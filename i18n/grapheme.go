package i18n

import "unicode"

// graphemeClass is the class of a character for the division of text into what a
// reader takes for characters (UAX #29, table 2).
type graphemeClass uint8

const (
	gOther graphemeClass = iota
	gCR
	gLF
	gControl
	gExtend
	gJoiner
	gRegion
	gPrepend
	gSpacing
	gL
	gV
	gT
	gLV
	gLVT
	gPicture
)

// Graphemes returns the indexes of text behind each grapheme cluster: what a
// reader takes for one character, such as a letter with its marks, a syllable of
// Hangul, a flag. The rules are those of UAX #29, version 15.0. The last index is
// the length of text; an empty text has none.
func Graphemes(text []rune) []int {
	var ends []int
	regions, pictured := 0, false
	for i, r := range text {
		class := graphemeClassOf(r)
		if i > 0 && !graphemeJoins(graphemeClassOf(text[i-1]), class, regions, pictured) {
			ends = append(ends, i)
		}
		if class == gRegion {
			regions++
		} else {
			regions = 0
		}
		pictured = class == gPicture || pictured && (class == gExtend || class == gJoiner)
	}
	if len(text) > 0 {
		ends = append(ends, len(text))
	}
	return ends
}

// graphemeJoins tells whether two neighbours are one cluster (rules GB3 to GB999).
// regions counts the regional indicators up to the first, pictured tells whether
// a pictograph and marks alone stand before the second.
func graphemeJoins(a, b graphemeClass, regions int, pictured bool) bool {
	switch {
	case a == gCR && b == gLF:
		return true
	case a == gCR || a == gLF || a == gControl || b == gCR || b == gLF || b == gControl:
		return false
	case a == gL && (b == gL || b == gV || b == gLV || b == gLVT):
		return true
	case (a == gLV || a == gV) && (b == gV || b == gT), (a == gLVT || a == gT) && b == gT:
		return true
	case b == gExtend || b == gJoiner || b == gSpacing || a == gPrepend:
		return true
	case a == gJoiner && b == gPicture:
		return pictured
	default:
		return a == gRegion && b == gRegion && regions%2 == 1
	}
}

func graphemeClassOf(r rune) graphemeClass {
	switch {
	case r == '\r':
		return gCR
	case r == '\n':
		return gLF
	case r < 0x20:
		return gControl
	case r < 0x7F:
		return gOther
	case r == 0x200D:
		return gJoiner
	case r == 0x200C || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F || unicode.In(r, unicode.Mn, unicode.Me, unicode.Other_Grapheme_Extend):
		return gExtend
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r) || unicode.Is(prepended, r):
		return gPrepend
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r >= 0xE0000 && r <= 0xE0FFF:
		return gControl
	case r == 0x0E33 || r == 0x0EB3 || unicode.Is(unicode.Mc, r) && !unicode.Is(freestanding, r):
		return gSpacing
	case unicode.Is(unicode.Regional_Indicator, r):
		return gRegion
	}
	return hangulOrPicture(r)
}

func hangulOrPicture(r rune) graphemeClass {
	switch {
	case r >= 0x1100 && r <= 0x115F || r >= 0xA960 && r <= 0xA97C:
		return gL
	case r >= 0x1160 && r <= 0x11A7 || r >= 0xD7B0 && r <= 0xD7C6:
		return gV
	case r >= 0x11A8 && r <= 0x11FF || r >= 0xD7CB && r <= 0xD7FB:
		return gT
	case r >= 0xAC00 && r <= 0xD7A3 && (r-0xAC00)%28 == 0:
		return gLV
	case r >= 0xAC00 && r <= 0xD7A3:
		return gLVT
	case r >= 0x1F000 && r <= 0x1FAFF || r >= 0x1FC00 && r <= 0x1FFFD || r == 0xA9 || r == 0xAE || r >= 0x203C && r <= 0x3299 && unicode.In(r, unicode.So, unicode.Po, unicode.Sm, unicode.Pd):
		return gPicture
	}
	return gOther
}

// prepended are the letters that belong to the character behind them.
var prepended = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x0D4E, Hi: 0x0D4E, Stride: 1}},
	R32: []unicode.Range32{{Lo: 0x111C2, Hi: 0x111C3, Stride: 1}, {Lo: 0x1193F, Hi: 0x1193F, Stride: 1}, {Lo: 0x11941, Hi: 0x11941, Stride: 1},
		{Lo: 0x11A3A, Hi: 0x11A3A, Stride: 1}, {Lo: 0x11A84, Hi: 0x11A89, Stride: 1}, {Lo: 0x11D46, Hi: 0x11D46, Stride: 1}, {Lo: 0x11F02, Hi: 0x11F02, Stride: 1}},
}

// freestanding are the spacing marks that are clusters of their own.
var freestanding = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x102B, Hi: 0x102C, Stride: 1}, {Lo: 0x1038, Hi: 0x1038, Stride: 1}, {Lo: 0x1062, Hi: 0x1064, Stride: 1},
		{Lo: 0x1067, Hi: 0x106D, Stride: 1}, {Lo: 0x1083, Hi: 0x1083, Stride: 1}, {Lo: 0x1087, Hi: 0x108C, Stride: 1}, {Lo: 0x108F, Hi: 0x108F, Stride: 1},
		{Lo: 0x109A, Hi: 0x109C, Stride: 1}, {Lo: 0x1A61, Hi: 0x1A61, Stride: 1}, {Lo: 0x1A63, Hi: 0x1A64, Stride: 1}, {Lo: 0xAA7B, Hi: 0xAA7B, Stride: 1}, {Lo: 0xAA7D, Hi: 0xAA7D, Stride: 1}},
	R32: []unicode.Range32{{Lo: 0x11720, Hi: 0x11721, Stride: 1}},
}
