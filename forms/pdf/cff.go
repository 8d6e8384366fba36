package pdf

import (
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
)

// cff is table "CFF " of an OpenType file taken apart as far as a subset needs
// it: the programs of its glyphs and the subprograms that these call. The layout
// is that of Adobe's Technical Note 5176. Faces keyed by CID and by name are read
// alike; a face keyed by name has one group of subprograms.
type cff struct {
	glyphs [][]byte   // the program of each glyph
	shared [][]byte   // subprograms for all glyphs
	groups [][][]byte // subprograms by group
	group  []byte     // the group of each glyph; empty where there is only one
	scale  float64    // from units of the face to thousandths of the em
}

// The operators of dictionaries that are read or written; 12 opens a second byte.
const (
	dictCharset     = 15
	dictCharStrings = 17
	dictPrivate     = 18
	dictSubprograms = 19
	dictRegistry    = 12<<8 | 30
	dictCount       = 12<<8 | 34
	dictGroups      = 12<<8 | 36
	dictGroupOf     = 12<<8 | 37
	dictBox         = 5
)

// parseCFF takes a CFF table apart. It refuses what is cut or points beyond it.
func parseCFF(data []byte, unitsPerEm int32) (*cff, error) {
	if len(data) < 4 || data[0] != 1 {
		return nil, fmt.Errorf("table \"CFF \" is not of version 1")
	}
	at := int(data[2])
	var lists [4][][]byte // names, dictionaries, strings, shared subprograms
	for i := range lists {
		list, next, err := cffIndex(data, at)
		if err != nil {
			return nil, err
		}
		lists[i], at = list, next
	}
	if len(lists[1]) != 1 {
		return nil, fmt.Errorf("table \"CFF \" holds %d faces, not one", len(lists[1]))
	}
	top, err := cffDict(lists[1][0])
	if err != nil {
		return nil, err
	}
	face := &cff{shared: lists[3], scale: 1000 / float64(unitsPerEm)}
	if face.glyphs, _, err = cffIndex(data, top.offset(dictCharStrings)); err != nil {
		return nil, err
	}
	return face, face.readGroups(data, top)
}

// readGroups reads the groups of a face and which glyph belongs to which.
func (c *cff) readGroups(data []byte, top cffDictionary) error {
	dictionaries := []cffDictionary{top}
	if _, keyed := top[dictGroups]; keyed {
		list, _, err := cffIndex(data, top.offset(dictGroups))
		if err != nil {
			return err
		}
		dictionaries = dictionaries[:0]
		for _, entry := range list {
			d, err := cffDict(entry)
			if err != nil {
				return err
			}
			dictionaries = append(dictionaries, d)
		}
		if c.group, err = cffSelect(data, top.offset(dictGroupOf), len(c.glyphs)); err != nil {
			return err
		}
	}
	for _, d := range dictionaries {
		subprograms, err := cffPrivate(data, d)
		if err != nil {
			return err
		}
		c.groups = append(c.groups, subprograms)
	}
	return nil
}

// cffPrivate reads the subprograms of one group.
func cffPrivate(data []byte, d cffDictionary) ([][]byte, error) {
	place := d[dictPrivate]
	if len(place) != 2 {
		return nil, nil
	}
	size, at := int(place[0]), int(place[1])
	if size < 0 || at < 0 || at+size > len(data) {
		return nil, fmt.Errorf("table \"CFF \" points beyond its end")
	}
	private, err := cffDict(data[at : at+size])
	if err != nil || private[dictSubprograms] == nil {
		return nil, err
	}
	list, _, err := cffIndex(data, at+private.offset(dictSubprograms))
	return list, err
}

// cffSelect reads the group of each glyph, in formats 0 and 3.
func cffSelect(data []byte, at, count int) ([]byte, error) {
	cut := fmt.Errorf("the groups of table \"CFF \" are cut")
	if at <= 0 || at+5 > len(data) {
		return nil, cut
	}
	group := make([]byte, count)
	switch data[at] {
	case 0:
		if copy(group, data[at+1:]) < count {
			return nil, cut
		}
	case 3:
		ranges := int(binary.BigEndian.Uint16(data[at+1:]))
		if at+5+3*ranges > len(data) {
			return nil, cut
		}
		for i := range ranges {
			entry := data[at+3+3*i:]
			for g := int(binary.BigEndian.Uint16(entry)); g < min(int(binary.BigEndian.Uint16(entry[3:])), count); g++ {
				group[g] = entry[2]
			}
		}
	default:
		return nil, fmt.Errorf("the groups of table \"CFF \" have format %d", data[at])
	}
	return group, nil
}

// cffIndex reads a list of objects and returns where it ends.
func cffIndex(data []byte, at int) (list [][]byte, end int, err error) {
	cut := fmt.Errorf("a list of table \"CFF \" is cut")
	if at < 4 || at+2 > len(data) {
		return nil, 0, cut
	}
	count := int(binary.BigEndian.Uint16(data[at:]))
	if count == 0 {
		return nil, at + 2, nil
	}
	if at+3 > len(data) {
		return nil, 0, cut
	}
	size := int(data[at+2])
	first := at + 3 + (count+1)*size - 1
	if size < 1 || size > 4 || first >= len(data) {
		return nil, 0, cut
	}
	offset := func(i int) int {
		v := 0
		for _, b := range data[at+3+i*size : at+3+(i+1)*size] {
			v = v<<8 | int(b)
		}
		return first + v
	}
	list = make([][]byte, count)
	for i := range list {
		from, to := offset(i), offset(i+1)
		if from <= first || to < from || to > len(data) {
			return nil, 0, cut
		}
		list[i] = data[from:to]
	}
	return list, offset(count), nil
}

// cffDictionary is the operands of each operator.
type cffDictionary map[int][]float64

// offset returns the single operand of an operator, 0 where there is none.
func (d cffDictionary) offset(operator int) int {
	if len(d[operator]) != 1 {
		return 0
	}
	return int(min(max(d[operator][0], 0), math.MaxInt32))
}

func cffDict(data []byte) (cffDictionary, error) {
	d := cffDictionary{}
	var operands []float64
	for at := 0; at < len(data); {
		b := data[at]
		if b <= 21 {
			operator := int(b)
			if at++; b == 12 {
				if at == len(data) {
					return nil, fmt.Errorf("a dictionary of table \"CFF \" is cut")
				}
				operator = 12<<8 | int(data[at])
				at++
			}
			d[operator], operands = operands, nil
			continue
		}
		v, length := cffNumber(data[at:])
		if length == 0 {
			return nil, fmt.Errorf("a dictionary of table \"CFF \" holds the byte %d", b)
		}
		operands, at = append(operands, v), at+length
	}
	return d, nil
}

// cffNumber reads a number of a dictionary; length is 0 where there is none.
func cffNumber(data []byte) (v float64, length int) {
	switch b := data[0]; {
	case b == 29 && len(data) >= 5:
		return float64(int32(binary.BigEndian.Uint32(data[1:]))), 5
	case b == 30:
		return cffReal(data)
	default:
		return shortNumber(data)
	}
}

// shortNumber reads a number of one to three bytes, as dictionaries and programs
// have them.
func shortNumber(data []byte) (v float64, length int) {
	switch b := data[0]; {
	case b == 28 && len(data) >= 3:
		return float64(int16(binary.BigEndian.Uint16(data[1:]))), 3
	case b >= 32 && b <= 246:
		return float64(b) - 139, 1
	case b >= 247 && b <= 250 && len(data) >= 2:
		return float64(b)*256 - 247*256 + float64(data[1]) + 108, 2
	case b >= 251 && b <= 254 && len(data) >= 2:
		return -(float64(b)*256 - 251*256) - float64(data[1]) - 108, 2
	default:
		return 0, 0
	}
}

// cffReal reads a number written in digits of four bits.
func cffReal(data []byte) (v float64, length int) {
	signs := [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "E", "E-", "", "-"}
	text := ""
	for i := 1; i < len(data); i++ {
		for _, digit := range []byte{data[i] >> 4, data[i] & 15} {
			if digit == 15 {
				v, _ := strconv.ParseFloat(text, 64) // an odd number is of no use here
				return v, i + 1
			}
			text += signs[digit]
		}
	}
	return 0, 0
}
