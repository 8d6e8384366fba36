package i18n

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// MaxCatalog is the size in bytes above which ParseCatalog refuses to read.
const MaxCatalog = 8 << 20

// ParseCatalog reads the catalog of one language from strict flat JSON: an
// object from keys to texts, each either a string with placeholders in braces
// or an object from CLDR plural categories to such strings:
//
//	{
//	  "ui.saved": "Saved on {date}",
//	  "deadline.days": {"one": "{n} day", "other": "{n} days"}
//	}
//
// It refuses a key that comes twice, a category that is unknown or that the
// language does not use, a category that the language needs and the text lacks,
// forms whose placeholders differ, broken braces, empty texts and stray
// controls. "{n}" may be missing from a form that stands for one number alone.
// The error joins one error for each fault, and each names its key.
func ParseCatalog(tag Tag, data []byte) (*Catalog, error) {
	r, err := newReader(tag, data)
	if err != nil {
		return nil, fmt.Errorf("parse catalog %q: %w", tag, err)
	}
	if err := r.read(); err != nil {
		return nil, fmt.Errorf("parse catalog %q: %w", tag, err)
	}
	if len(r.faults) > 0 {
		return nil, fmt.Errorf("parse catalog %q: %w", tag, errors.Join(r.faults...))
	}
	return &Catalog{tag: tag, entries: r.entries}, nil
}

// reader walks the tokens of one catalog; the standard decoder into a map would
// let the last of two equal keys win in silence.
type reader struct {
	use     pluralUse
	decoder *json.Decoder
	entries map[Key]entry
	faults  []error
}

func newReader(tag Tag, data []byte) (*reader, error) {
	switch _, err := ParseTag(string(tag)); {
	case err != nil:
		return nil, err
	case len(data) > MaxCatalog:
		return nil, fmt.Errorf("the file has %d bytes, more than the %d allowed", len(data), MaxCatalog)
	case !utf8.Valid(data):
		return nil, errors.New("the file is not valid UTF-8")
	}
	return &reader{
		use:     useOf(tag),
		decoder: json.NewDecoder(bytes.NewReader(data)),
		entries: map[Key]entry{},
	}, nil
}

// read returns an error only where reading cannot go on; faults of single texts
// are gathered.
func (r *reader) read() error {
	if t, err := r.decoder.Token(); err != nil {
		return fmt.Errorf("not JSON: %w", err)
	} else if t != json.Delim('{') {
		return errors.New(`the file must be one JSON object: it does not begin with "{"`)
	}
	for r.decoder.More() {
		if err := r.readEntry(); err != nil {
			return err
		}
	}
	if _, err := r.decoder.Token(); err != nil {
		return fmt.Errorf("not JSON: %w", err)
	}
	if _, err := r.decoder.Token(); err != io.EOF {
		return errors.New("something follows the JSON object")
	}
	return nil
}

func (r *reader) readEntry() error {
	name, err := r.readString()
	if err != nil {
		return err
	}
	k := Key(name)
	switch _, twice := r.entries[k]; {
	case twice:
		r.fault(k, errors.New("the key comes twice"))
	case !validKey(name):
		r.fault(k, errors.New(`a key is made of letters, digits, "_", "-" and single dots`))
	}
	m, err := r.readValue(k)
	if err != nil {
		return err
	}
	r.entries[k] = m
	return nil
}

func (r *reader) readValue(k Key) (entry, error) {
	t, err := r.decoder.Token()
	if err != nil {
		return entry{}, fmt.Errorf("key %q: not JSON: %w", k, err)
	}
	if s, ok := t.(string); ok {
		return entry{forms: [formCount]template{other: r.template(k, "", s)}}, nil
	}
	if t != json.Delim('{') {
		return entry{}, fmt.Errorf("key %q: the value must be a text or an object of plural categories", k)
	}
	return r.readPlural(k)
}

func (r *reader) readPlural(k Key) (entry, error) {
	m := entry{plural: true}
	seen := map[string]bool{}
	for r.decoder.More() {
		name, err := r.readString()
		if err != nil {
			return m, fmt.Errorf("key %q: %w", k, err)
		}
		text, err := r.readString()
		if err != nil {
			return m, fmt.Errorf("key %q: category %q: %w", k, name, err)
		}
		r.checkCategory(k, name, seen[name])
		seen[name] = true
		if f, ok := formNamed(name); ok {
			m.forms[f] = r.template(k, name, text)
		}
	}
	if _, err := r.decoder.Token(); err != nil {
		return m, fmt.Errorf("key %q: not JSON: %w", k, err)
	}
	r.checkForms(k, m, seen)
	return m, nil
}

// readString reads a token that must be a string.
func (r *reader) readString() (string, error) {
	t, err := r.decoder.Token()
	if err != nil {
		return "", fmt.Errorf("not JSON: %w", err)
	}
	s, ok := t.(string)
	if !ok {
		return "", fmt.Errorf("%v stands where a text must", t)
	}
	return s, nil
}

func (r *reader) template(k Key, category, text string) template {
	t, err := parseTemplate(text)
	if err != nil && category != "" {
		err = fmt.Errorf("category %q: %w", category, err)
	}
	if err != nil {
		r.fault(k, err)
	}
	return t
}

func (r *reader) checkCategory(k Key, name string, twice bool) {
	f, known := formNamed(name)
	switch {
	case twice:
		r.fault(k, fmt.Errorf("the category %q comes twice", name))
	case !known:
		r.fault(k, fmt.Errorf("%q is no plural category", name))
	case !r.use.needs(f):
		r.fault(k, fmt.Errorf("the language does not use the category %q", name))
	}
}

// checkForms checks that the categories are all there and insert the same.
func (r *reader) checkForms(k Key, m entry, seen map[string]bool) {
	want := m.forms[other].names()
	for f := zero; f < formCount; f++ {
		if !r.use.needs(f) {
			continue
		}
		if !seen[f.String()] {
			r.fault(k, fmt.Errorf("the category %q is missing", f))
			continue
		}
		got := m.forms[f].names()
		if r.use.single(f) && slices.Contains(want, "n") && !slices.Contains(got, "n") {
			got = slices.Sorted(slices.Values(append(got, "n")))
		}
		if !slices.Equal(got, want) {
			r.fault(k, fmt.Errorf("the category %q inserts %v, but \"other\" inserts %v", f, got, want))
		}
	}
}

func (r *reader) fault(k Key, err error) {
	r.faults = append(r.faults, fmt.Errorf("key %q: %w", k, err))
}

// validKey tells whether s is made of ASCII letters, digits, "_" and "-", in
// parts joined by single dots.
func validKey(s string) bool {
	before := '.'
	for _, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		digit := r >= '0' && r <= '9'
		dot := r == '.' && before != '.'
		if !letter && !digit && r != '_' && r != '-' && !dot {
			return false
		}
		before = r
	}
	return before != '.'
}
