package layout

import (
	"github.com/go-text/typesetting/language"

	"recourse/i18n"
)

// scripts resolves the script of each drawn character. A character that belongs
// to no script takes that of the nearest before it in its stretch of one level,
// else of the nearest after it there: so brackets and digits look like the words
// that they stand among. In a stretch without letters it takes the script of its
// language, but Western digits and what parts them are never set as Arabic.
func (t *text) scripts(levels []uint8) []language.Script {
	out := make([]language.Script, len(t.drawn))
	for start := 0; start < len(t.drawn); {
		end := start + 1
		for end < len(t.drawn) && levels[t.at[end]] == levels[t.at[start]] {
			end++
		}
		t.resolve(out, start, end, levels[t.at[start]]&1 == 1)
		start = end
	}
	return out
}

// resolve resolves the scripts of one stretch.
func (t *text) resolve(out []language.Script, start, end int, rtl bool) {
	current := language.Unknown
	for i := start; i < end; i++ {
		if script := language.LookupScript(t.drawn[i]); script.Strong() {
			current = script
		}
		out[i] = current
	}
	for i := end - 1; i >= start; i-- {
		if out[i] == language.Unknown {
			out[i] = current
		}
		if current = out[i]; current == language.Unknown {
			out[i] = t.sources[t.owner[i]].plain(rtl)
		}
	}
}

// plain returns the script of characters that no letter stands among.
func (src *source) plain(rtl bool) language.Script {
	if !rtl && src.Lang.Dir() == i18n.RTL {
		return language.Latin
	}
	return src.script
}
