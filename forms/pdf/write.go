package pdf

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// writer writes objects one after the other and remembers where each stands. It
// numbers them in the order in which they are reached from the catalog, so the
// file does not depend on how they were numbered before.
type writer struct {
	out     *bufio.Writer
	sum     hash.Hash
	at      int64
	numbers map[int]int // old numbers to new ones
	queue   []queued
	places  []place // by new number
	packed  []packed
	streams *compressor
}

// queued is an object that waits to be written under its new number.
type queued struct {
	number int
	object types.Object
}

// place is where an object stands: at an offset, or at an index in a stream of
// objects.
type place struct {
	offset int64
	stream int // 0 for none
	index  int
}

// packed is an object that waits for its stream of objects.
type packed struct {
	number int
	bytes  []byte
}

// group is how many objects share a stream.
const group = 200

// write writes the file: header, objects, cross-reference stream. The identifier
// is a hash of all that stands before it.
func (f *file) write(w io.Writer) error {
	out := &writer{out: bufio.NewWriter(w), sum: sha256.New(), numbers: map[int]int{},
		places: make([]place, 1), streams: &f.streams}
	out.string("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	catalog, info := out.enqueue(f.catalog), out.enqueue(f.info)
	for i := 0; i < len(out.queue); i++ {
		if err := out.object(f, out.queue[i].number, out.queue[i].object); err != nil {
			return err
		}
	}
	out.flush()
	out.references(catalog, info)
	if err := out.out.Flush(); err != nil {
		return fmt.Errorf("write file: %w", err)
	}
	return nil
}

// number returns the next free number.
func (w *writer) number() int {
	w.places = append(w.places, place{})
	return len(w.places) - 1
}

// enqueue gives the next number to an object, to be written in its turn.
func (w *writer) enqueue(o types.Object) int {
	number := w.number()
	w.queue = append(w.queue, queued{number, o})
	return number
}

// bytes writes bytes; an error stays in the buffered writer until it is flushed.
func (w *writer) bytes(b []byte) {
	w.out.Write(b)
	w.sum.Write(b)
	w.at += int64(len(b))
}

func (w *writer) string(s string) { w.bytes([]byte(s)) }

// object writes one object: a stream in its place, anything else into a stream
// of objects.
func (w *writer) object(f *file, number int, o types.Object) error {
	stream, isStream := o.(types.StreamDict)
	if !isStream {
		bytes, err := w.encode(f, nil, o)
		if w.packed = append(w.packed, packed{number, bytes}); len(w.packed) == group {
			w.flush()
		}
		return err
	}
	stream.Dict["Length"] = types.Integer(len(stream.Raw))
	dict, err := w.encode(f, nil, stream.Dict)
	w.stream(number, dict, stream.Raw)
	return err
}

func (w *writer) stream(number int, dict, raw []byte) {
	w.places[number] = place{offset: w.at}
	w.string(strconv.Itoa(number) + " 0 obj\n")
	w.bytes(dict)
	w.string("\nstream\n")
	w.bytes(raw)
	w.string("\nendstream\nendobj\n")
}

// flush writes the waiting objects as one stream of objects (ISO 32000-1, 7.5.7).
func (w *writer) flush() {
	if len(w.packed) == 0 {
		return
	}
	number := w.number()
	var index, body []byte
	for i, p := range w.packed {
		index = fmt.Appendf(index, "%d %d ", p.number, len(body))
		body = append(append(body, p.bytes...), '\n')
		w.places[p.number] = place{stream: number, index: i}
	}
	raw := w.streams.deflate(append(index, body...))
	dict := fmt.Appendf(nil, "<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>", len(w.packed), len(index), len(raw))
	w.stream(number, dict, raw)
	w.packed = w.packed[:0]
}

// references writes the cross-reference stream and the trailer (7.5.8).
func (w *writer) references(catalog, info int) {
	number := w.number()
	w.places[number] = place{offset: w.at}
	table := []byte{0, 0, 0, 0, 0, 0xFF, 0xFF}
	for _, p := range w.places[1:] {
		kind, second, third := byte(1), uint32(p.offset), uint16(0)
		if p.stream > 0 {
			kind, second, third = 2, uint32(p.stream), uint16(p.index)
		}
		table = append(table, kind)
		table = binary.BigEndian.AppendUint32(table, second)
		table = binary.BigEndian.AppendUint16(table, third)
	}
	id := w.sum.Sum(nil)[:16]
	raw := w.streams.deflate(table)
	dict := fmt.Appendf(nil, "<</Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>] /Filter /FlateDecode /Length %d>>",
		len(w.places), catalog, info, id, id, len(raw))
	start := w.at
	w.stream(number, dict, raw)
	w.string(fmt.Sprintf("startxref\n%d\n%%%%EOF\n", start))
}

// encode appends an object to out, with its references renumbered.
func (w *writer) encode(f *file, out []byte, o types.Object) ([]byte, error) {
	switch o := o.(type) {
	case nil:
		return append(out, "null"...), nil
	case types.Boolean:
		return strconv.AppendBool(out, bool(o)), nil
	case types.Integer:
		return strconv.AppendInt(out, int64(o), 10), nil
	case types.Float:
		return strconv.AppendFloat(out, float64(o), 'f', -1, 64), nil
	case types.Name:
		return append(append(out, '/'), types.Name(o).String()...), nil
	case types.StringLiteral:
		return append(append(append(out, '('), o...), ')'), nil
	case types.HexLiteral:
		return append(append(append(out, '<'), o...), '>'), nil
	case types.IndirectRef:
		return fmt.Appendf(out, "%d 0 R", w.reference(f, int(o.ObjectNumber))), nil
	case types.Array:
		return w.array(f, out, o)
	case types.Dict:
		return w.dict(f, out, o)
	default:
		return out, fmt.Errorf("encode object: %T is not expected here", o)
	}
}

// reference returns the new number of an object and queues it at first sight.
func (w *writer) reference(f *file, old int) int {
	if number, known := w.numbers[old]; known {
		return number
	}
	number := w.enqueue(f.objects[old])
	w.numbers[old] = number
	return number
}

func (w *writer) array(f *file, out []byte, a types.Array) ([]byte, error) {
	out = append(out, '[')
	for i, o := range a {
		if i > 0 {
			out = append(out, ' ')
		}
		var err error
		if out, err = w.encode(f, out, o); err != nil {
			return out, err
		}
	}
	return append(out, ']'), nil
}

func (w *writer) dict(f *file, out []byte, d types.Dict) ([]byte, error) {
	keys := make([]string, 0, len(d))
	for key := range d {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	out = append(out, "<<"...)
	for i, key := range keys {
		if i > 0 {
			out = append(out, ' ')
		}
		out = append(append(append(out, '/'), key...), ' ')
		var err error
		if out, err = w.encode(f, out, d[key]); err != nil {
			return out, err
		}
	}
	return append(out, ">>"...), nil
}
