package i18n

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Part is one piece of a text: a literal of the catalog, or the value of the
// placeholder that Arg names. Text never holds isolates that this package
// added.
type Part struct {
	Text string
	Arg  string // empty for a literal
}

// template is a text cut into literals and placeholders. In a placeholder Text
// is empty.
type template []Part

// parseTemplate reads "text with {name}". There is no way to write a brace
// itself; no text for people needs one.
func parseTemplate(s string) (template, error) {
	if err := checkCharacters(s); err != nil {
		return nil, err
	}
	var t template
	for rest := s; rest != ""; {
		literal, after, found := strings.Cut(rest, "{")
		if strings.Contains(literal, "}") {
			return nil, errors.New(`a "}" has no "{" before it`)
		}
		if literal != "" {
			t = append(t, Part{Text: literal})
		}
		if !found {
			return t, nil
		}
		name, tail, closed := strings.Cut(after, "}")
		if !closed || !validName(name) {
			return nil, errors.New(`a "{" begins no placeholder: write {name} in small letters, digits and "_"`)
		}
		t, rest = append(t, Part{Arg: name}), tail
	}
	return t, nil
}

// checkCharacters refuses what makes a text look right and be wrong.
func checkCharacters(s string) error {
	switch {
	case strings.TrimSpace(s) == "":
		return errors.New("the text is empty")
	case strings.TrimSpace(s) != s:
		return errors.New("the text begins or ends with white space")
	case strings.ContainsRune(s, unicode.ReplacementChar):
		return errors.New("the text holds a character that was lost in conversion (U+FFFD)")
	}
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' {
			return fmt.Errorf("the text holds the control character %U", r)
		}
		if IsFormatting(r) {
			return fmt.Errorf("the text holds the direction control %U: inserted values are isolated by the program", r)
		}
	}
	return nil
}

// validName tells whether s may name a placeholder: a small letter, then small
// letters, digits and underscores.
func validName(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z'
		digit := r >= '0' && r <= '9'
		if !letter && (i == 0 || !digit && r != '_') {
			return false
		}
	}
	return s != ""
}

// names returns the placeholders of the template, sorted, each once.
func (t template) names() []string {
	var names []string
	for _, p := range t {
		if p.Arg != "" {
			names = append(names, p.Arg)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// source returns the text as the catalog writes it.
func (t template) source() string {
	var b strings.Builder
	for _, p := range t {
		if p.Arg == "" {
			b.WriteString(p.Text)
			continue
		}
		b.WriteString("{" + p.Arg + "}")
	}
	return b.String()
}
