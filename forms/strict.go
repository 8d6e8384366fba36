package forms

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The bounds of JSON that Recourse reads.
const (
	maxJSONBytes = 16 << 20
	maxJSONDepth = 32
)

// FileError is a fault of a file that was read: the place at fault, as a path of
// fields, and what is wrong there and what to do. It carries no answer.
type FileError struct {
	At  string // "" for the file as a whole
	Msg string
}

func (e *FileError) Error() string {
	if e.At == "" {
		return e.Msg
	}
	return e.At + ": " + e.Msg
}

func faultAt(at, format string, args ...any) error {
	return &FileError{At: at, Msg: fmt.Sprintf(format, args...)}
}

// checkJSON proves that data is one JSON value within the bounds, in UTF-8, in
// which no object has a field twice: what encoding/json would let pass.
func checkJSON(data []byte) error {
	if len(data) > maxJSONBytes {
		return faultAt("", "the file is larger than %d MiB", maxJSONBytes>>20)
	}
	if !utf8.Valid(data) {
		return faultAt("", "the file is not UTF-8 text")
	}
	w := jsonWalk{dec: json.NewDecoder(bytes.NewReader(data))}
	w.dec.UseNumber()
	if err := w.value(); err != nil {
		return err
	}
	if _, err := w.dec.Token(); !errors.Is(err, io.EOF) {
		return faultAt("", "there is something after the end of the JSON value")
	}
	return nil
}

type jsonWalk struct {
	dec *json.Decoder
	at  []string
}

func (w *jsonWalk) value() error {
	if len(w.at) > maxJSONDepth {
		return faultAt(w.place(), "nested deeper than %d levels", maxJSONDepth)
	}
	tok, err := w.dec.Token()
	if err != nil {
		return faultAt(w.place(), "not JSON at byte %d: the file is damaged or cut off", w.dec.InputOffset())
	}
	switch tok {
	case json.Delim('{'):
		return w.object()
	case json.Delim('['):
		return w.array()
	}
	return nil
}

func (w *jsonWalk) object() error {
	seen := map[string]bool{}
	for w.dec.More() {
		tok, err := w.dec.Token()
		name, isName := tok.(string)
		if err != nil || !isName {
			return faultAt(w.place(), "not JSON at byte %d: the file is damaged or cut off", w.dec.InputOffset())
		}
		if err := w.inside(name, func() error {
			if seen[name] {
				return faultAt(w.place(), "this field stands twice: keep one of them")
			}
			return w.value()
		}); err != nil {
			return err
		}
		seen[name] = true
	}
	return w.close()
}

func (w *jsonWalk) array() error {
	for i := 0; w.dec.More(); i++ {
		if err := w.inside(strconv.Itoa(i), w.value); err != nil {
			return err
		}
	}
	return w.close()
}

func (w *jsonWalk) inside(name string, do func() error) error {
	w.at = append(w.at, name)
	defer func() { w.at = w.at[:len(w.at)-1] }()
	return do()
}

func (w *jsonWalk) close() error {
	if _, err := w.dec.Token(); err != nil {
		return faultAt(w.place(), "not JSON at byte %d: the file is damaged or cut off", w.dec.InputOffset())
	}
	return nil
}

func (w *jsonWalk) place() string { return strings.Join(w.at, ".") }

// decodeStrict decodes raw into out and refuses fields that out does not have.
func decodeStrict(raw []byte, at string, out any) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	err := dec.Decode(out)
	var wrong *json.UnmarshalTypeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &wrong):
		return faultAt(join(at, wrong.Field), "a %s stands where %s is wanted", wrong.Value, wanted(wrong.Type.Kind().String()))
	default:
		if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
			return faultAt(at, "there is no field %s here: check its spelling, or remove it", name)
		}
		var fault *FileError
		if errors.As(err, &fault) {
			return faultAt(at, "%s", fault.Msg)
		}
		return faultAt(at, "%s", strings.TrimPrefix(err.Error(), "json: "))
	}
}

func wanted(kind string) string {
	switch kind {
	case "string":
		return "a string"
	case "bool":
		return "true or false"
	case "slice":
		return "a list"
	case "struct", "map":
		return "an object"
	default:
		return "a whole number"
	}
}

func join(at, field string) string {
	if at == "" || field == "" {
		return at + field
	}
	return at + "." + field
}
