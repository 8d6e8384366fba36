package fonts

import "github.com/go-text/typesetting/language"

// block is a range of code points; both ends are included.
type block struct{ first, last rune }

// within tells whether one of the blocks holds r.
func within(blocks []block, r rune) bool {
	for _, b := range blocks {
		if r >= b.first && r <= b.last {
			return true
		}
	}
	return false
}

// design is a family of the Set before its files are read: the scripts that it is
// the first choice for, the blocks beyond which it draws nothing, its scale, its
// files. The blocks are those of build/fonts/document.py.
type design struct {
	scripts []language.Script
	scale   int
	blocks  []block
	thicken bool
	sources []source
}

// source is a file of the Set.
type source struct {
	name  Name
	style Style
	kind  kind
}

// kind is how a file lies in the program: what few documents need is packed.
type kind uint8

const (
	plainTrueType kind = iota
	packedTrueType
	packedOpenType // with CFF outlines
)

// The scales let the letters of each design reach the size of Noto Serif beside
// it; measured on rendered pages. Faces that are not named here need none.
const (
	even        = 1000
	naskhScale  = 1180
	hebrewScale = 1040
	thaiScale   = 1080
	khmerScale  = 960
	indicScale  = 1080
	tamilScale  = 940
	geezScale   = 1060
)

// plan returns the families in the order in which they are asked.
func plan() []design {
	return []design{
		{[]language.Script{language.Latin, language.Greek, language.Cyrillic}, even, serifBlocks, false, []source{
			{name: "NotoSerif-Regular"}, {name: "NotoSerif-Bold", style: Bold},
			{name: "NotoSerif-Italic", style: Italic}, {name: "NotoSerif-BoldItalic", style: Bold | Italic}}},
		pair(language.Arabic, plainTrueType, naskhScale, "NotoNaskhArabic", block{0x0020, 0x00FF}, block{0x2000, 0x206F}, block{0x0600, 0x06FF},
			block{0x0750, 0x077F}, block{0x08A0, 0x08FF}, block{0x25CC, 0x25CC}, block{0xFB50, 0xFDFF}, block{0xFE70, 0xFEFC}),
		script(language.Hebrew, hebrewScale, "NotoSerifHebrew", block{0x0591, 0x05F4}, block{0x20AA, 0x20AA}, block{0xFB1D, 0xFB4F}),
		script(language.Devanagari, indicScale, "NotoSerifDevanagari", indic, vedic, block{0x0900, 0x097F}, block{0xA830, 0xA8FF}),
		script(language.Bengali, indicScale, "NotoSerifBengali", indic, vedic, block{0x0980, 0x09FF}, block{0xA8F1, 0xA8F1}),
		script(language.Tamil, tamilScale, "NotoSerifTamil", indic, vedic, block{0x0B80, 0x0BFF}, block{0xA8F3, 0xA8F3}),
		script(language.Thai, thaiScale, "NotoSerifThai", block{0x02D7, 0x02D7}, block{0x0E00, 0x0E7F}),
		script(language.Khmer, khmerScale, "NotoSerifKhmer", block{0x1780, 0x17FF}, block{0x19E0, 0x19FF}),
		script(language.Ethiopic, geezScale, "NotoSerifEthiopic", block{0x1200, 0x139F}, block{0x2D80, 0x2DDF}, block{0xAB00, 0xAB2F}),
		script(language.Georgian, even, "NotoSerifGeorgian", block{0x0589, 0x0589}, block{0x10A0, 0x10FF}, block{0x1C90, 0x1CBF},
			block{0x20BE, 0x20BE}, block{0x2D00, 0x2D2F}),
		script(language.Armenian, even, "NotoSerifArmenian", block{0x0530, 0x058F}, block{0xFB13, 0xFB17}),
		{hanScripts(), even, wideBlocks, true, []source{{name: "NotoSerifCJKjp-Regular", kind: packedOpenType}}},
		{nil, even, []block{{0x25A0, 0x27BF}, {0x2B00, 0x2BFF}}, false, []source{{name: "NotoSansSymbols2-Regular"}}},
		{nil, even, []block{{0x2190, 0x22FF}}, false, []source{{name: "NotoSansMath-Regular"}}},
		{hanScripts(), even, rareBlocks, true, []source{{name: "DroidSansFallback", kind: packedTrueType}}},
	}
}

// hanScripts returns the scripts of Chinese, Japanese and Korean.
func hanScripts() []language.Script {
	return []language.Script{language.Han, language.Hiragana, language.Katakana, language.Hangul, language.Bopomofo}
}

// pair is a design of two cuts, regular and bold, for one script.
func pair(s language.Script, k kind, scale int, name Name, blocks ...block) design {
	return design{[]language.Script{s}, scale, blocks, false, []source{{name + "-Regular", 0, k}, {name + "-Bold", Bold, k}}}
}

// script is such a design that has no letters but its own: of all else it draws
// the spaces and marks that fit them.
func script(s language.Script, scale int, name Name, blocks ...block) design {
	return pair(s, packedTrueType, scale, name, append(blocks, marks...)...)
}

// The blocks that several designs share.
var (
	indic = block{0x0951, 0x0965}
	vedic = block{0x1CD0, 0x20F0}
	marks = []block{{0x0020, 0x0020}, {0x00A0, 0x00A0}, {0x00AB, 0x00AB}, {0x00BB, 0x00BB}, {0x02BC, 0x02BC},
		{0x0300, 0x036F}, {0x200B, 0x200D}, {0x20B9, 0x20B9}, {0x25CC, 0x25CC}}
	serifBlocks = []block{{0x0020, 0x052F}, {0x1AB0, 0x1AFF}, {0x1C80, 0x1C8F}, {0x1D00, 0x218F}, {0x25CC, 0x25CC},
		{0x2C60, 0x2C7F}, {0x2DE0, 0x2E5D}, {0xA640, 0xA69F}, {0xA720, 0xA7FF}, {0xAB30, 0xAB6F}, {0xFB00, 0xFB06},
		{0xFE20, 0xFE2F}, {0xFFFD, 0xFFFD}}
	wideBlocks = []block{{0x00B7, 0x00B7}, {0x2014, 0x203B}, {0x2460, 0x2473}, {0x3000, 0x9FFF}, {0xAC00, 0xD7A3},
		{0xFE30, 0xFE4F}, {0xFF01, 0xFFEF}}
	rareBlocks = []block{{0x3200, 0x9FFF}, {0xF900, 0xFAFF}}
)
