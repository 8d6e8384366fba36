package forms

import (
	"bytes"
	"encoding/json"
	"strings"
)

// TextOf returns the texts of a case file as EncodeCase has written it, a line
// each, without the names of its fields: what a search looks through. It is made
// for thousands of cases at a time, so it reads no further than to tell texts
// from names, and what is no case file gives whatever texts are in it.
func TextOf(data []byte) string {
	out := make([]byte, 0, len(data))
	for {
		begin := bytes.IndexByte(data, '"')
		if begin < 0 {
			return string(out)
		}
		data = data[begin:]
		end := textEnd(data)
		text, rest := data[:end], bytes.TrimLeft(data[end:], " \t\r\n")
		if len(rest) == 0 || rest[0] != ':' {
			out = append(appendText(out, text), '\n')
		}
		data = rest
	}
}

// textEnd is where the text ends that data begin with, behind its closing mark.
func textEnd(data []byte) int {
	for end := 1; ; {
		next := bytes.IndexByte(data[end:], '"')
		if next < 0 {
			return len(data)
		}
		end += next + 1
		before := data[1 : end-1]
		if slashes := len(before) - len(bytes.TrimRight(before, `\`)); slashes%2 == 0 {
			return end
		}
	}
}

// appendText adds a text of JSON, with its marks, to out.
func appendText(out, text []byte) []byte {
	if bytes.Contains(text, []byte(`\u`)) {
		var plain string
		if json.Unmarshal(text, &plain) != nil {
			return out
		}
		return append(out, plain...)
	}
	text = bytes.TrimSuffix(text[1:], []byte{'"'})
	for {
		slash := bytes.IndexByte(text, '\\')
		if slash < 0 || slash+1 == len(text) {
			return append(out, text...)
		}
		out = append(append(out, text[:slash]...), escaped(text[slash+1]))
		text = text[slash+2:]
	}
}

// escaped is the character that a backslash and another stand for.
func escaped(c byte) byte {
	const letters, meant = "bfnrt", "\b\f\n\r\t"
	if i := strings.IndexByte(letters, c); i >= 0 {
		return meant[i]
	}
	return c
}
