package cond

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Error is a fault in the source of a condition. Column counts characters from
// 1. The message quotes the condition only, never an answer.
type Error struct {
	Column int
	Msg    string
}

// Error returns the message with its column: `column 9: "x" is not asked
// before this`.
func (e *Error) Error() string { return fmt.Sprintf("column %d: %s", e.Column, e.Msg) }

func errorAt(col int, format string, args ...any) *Error {
	return &Error{Column: col, Msg: fmt.Sprintf(format, args...)}
}

type tokenKind uint8

const (
	tokenEnd tokenKind = iota
	tokenWord
	tokenQuoted
	tokenSign
)

// token is a piece of the source; text is without quotes, and end is the
// column after the token.
type token struct {
	kind tokenKind
	text string
	col  int
	end  int
}

// String names the token in an error message.
func (t token) String() string {
	switch t.kind {
	case tokenEnd:
		return "the end"
	case tokenWord:
		if isReserved(t.text) {
			return fmt.Sprintf("the word %q", t.text)
		}
	}
	return fmt.Sprintf("%q", t.text)
}

func (t token) isWord(text string) bool { return t.kind == tokenWord && t.text == text }

func (t token) isSign(text string) bool { return t.kind == tokenSign && t.text == text }

// isReserved reports whether a word is one of the language's own. Such a word
// is no ref, and as an option code it stands in quotes.
func isReserved(word string) bool {
	switch word {
	case "and", "or", "not", "is", "in", "has", "any", "where", "count", "answered", "today", "always", "never":
		return true
	}
	return false
}

// lex cuts the source into tokens; the last one is always the end.
func lex(src string) ([]token, error) {
	var tokens []token
	for pos := 0; ; {
		pos += len(src[pos:]) - len(strings.TrimLeft(src[pos:], " \t\r\n"))
		if pos == len(src) {
			return append(tokens, token{kind: tokenEnd, col: pos + 1, end: pos + 1}), nil
		}
		t, err := lexOne(src, pos)
		if err != nil {
			return nil, err
		}
		tokens = append(tokens, t)
		pos = t.end - 1
	}
}

func lexOne(src string, pos int) (token, error) {
	switch c := src[pos]; {
	case isLetter(c) || isDigit(c):
		return lexWord(src, pos)
	case c == '"':
		return lexQuoted(src, pos)
	default:
		return lexSign(src, pos)
	}
}

func lexWord(src string, pos int) (token, error) {
	end := pos
	for end < len(src) && isSlugChar(src[end]) {
		end++
	}
	text := src[pos:end]
	if strings.ToLower(text) != text {
		return token{}, errorAt(pos+1, "%q has capital letters: names have none, and an option code that has them stands in quotes", text)
	}
	return token{kind: tokenWord, text: text, col: pos + 1, end: end + 1}, nil
}

func lexQuoted(src string, pos int) (token, error) {
	end := pos + 1
	for end < len(src) && isSlugChar(src[end]) {
		end++
	}
	if end == len(src) {
		return token{}, errorAt(pos+1, "the quote is not closed")
	}
	if src[end] != '"' {
		return token{}, errorAt(end+1, "%q cannot stand in quotes: a code has letters, digits, \"_\", \"-\" and \".\"", firstRune(src[end:]))
	}
	if end == pos+1 {
		return token{}, errorAt(pos+1, "nothing stands between the quotes")
	}
	return token{kind: tokenQuoted, text: src[pos+1 : end], col: pos + 1, end: end + 2}, nil
}

func lexSign(src string, pos int) (token, error) {
	signs := []string{"<=", ">=", "<", ">", "=", "(", ")", ",", "+", "-"}
	i := slices.IndexFunc(signs, func(s string) bool { return strings.HasPrefix(src[pos:], s) })
	if i < 0 {
		return token{}, errorAt(pos+1, "%q has no meaning here", firstRune(src[pos:]))
	}
	return token{kind: tokenSign, text: signs[i], col: pos + 1, end: pos + 1 + len(signs[i])}, nil
}

func firstRune(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isSlugChar(c byte) bool {
	return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.'
}

// isCode reports whether a text can stand as an option code without quotes:
// lower case, no dot, a letter or digit first, no hyphen last.
func isCode(s string) bool {
	return s != "" && s[0] != '-' && s[0] != '_' && !strings.HasSuffix(s, "-") &&
		!strings.Contains(s, ".") && strings.ToLower(s) == s
}

// isRef reports whether a lower-case word is one name, or two with a dot
// between them.
func isRef(s string) bool {
	first, second, dotted := strings.Cut(s, ".")
	return isName(first) && (!dotted || isName(second))
}

func isName(s string) bool { return isCode(s) && isLetter(s[0]) }
