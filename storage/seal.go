package storage

import (
	"bytes"
	"encoding/json"
	"math/bits"

	"filippo.io/age"
)

// MaxSize is the largest number of bytes that a case may have.
const MaxSize = 64 << 20

// maxSealed bounds a sealed case: MaxSize, its head, padding and age's overhead.
const maxSealed = 68 << 20

// kindDraft is the one kind of object so far.
const kindDraft = "draft"

// head is the first line of a sealed object: what it claims to be. It stands
// inside, so a genuine file in a wrong place betrays itself.
type head struct {
	Format string `json:"format"`
	Vault  string `json:"vault"`
	Case   ID     `json:"case"`
	Kind   string `json:"kind"`
	Rev    uint64 `json:"rev"`
	Size   int    `json:"size"`
}

// seal returns the object as an age file: head, data, spaces.
func seal(h head, data []byte, to age.Recipient) ([]byte, error) {
	h.Size = len(data)
	line, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	used := len(line) + 1 + len(data)
	plain := make([]byte, 0, padded(used))
	plain = append(plain, line...)
	plain = append(plain, '\n')
	plain = append(plain, data...)
	plain = append(plain, bytes.Repeat([]byte{' '}, padded(used)-used)...)
	return encrypt(plain, to)
}

// unseal opens an age file and returns its data and revision if it is the wanted
// object; Rev and Size of want are not looked at.
func unseal(sealed []byte, want head, by age.Identity) ([]byte, uint64, error) {
	plain, err := decrypt(sealed, by)
	if err != nil {
		return nil, 0, ErrDamaged
	}
	line, rest, _ := bytes.Cut(plain, []byte{'\n'})
	var h head
	if json.Unmarshal(line, &h) != nil {
		return nil, 0, ErrDamaged
	}
	if h.Format != want.Format {
		return nil, 0, ErrNewer
	}
	want.Rev, want.Size = h.Rev, h.Size
	if h != want || h.Rev == 0 || h.Size < 0 || h.Size > len(rest) {
		return nil, 0, ErrDamaged
	}
	return rest[:h.Size:h.Size], h.Rev, nil
}

// padded rounds a size up by the Padmé rule (Nikitin and others, "Reducing
// Metadata Leakage from Encrypted Files", PoPETs 2019): at most 12 % more, less
// the larger the file, and only few sizes to tell files apart by.
func padded(size int) int {
	if size < 2 {
		return size
	}
	exponent := bits.Len(uint(size)) - 1
	mask := 1<<(exponent-bits.Len(uint(exponent))) - 1
	return (size + mask) &^ mask
}
