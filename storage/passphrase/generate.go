package passphrase

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

//go:embed eff-large.txt
var list string

// Words is the list of 7,776 words, in its own order.
func Words() []string { return strings.Fields(list) }

// Usual is how many words a passphrase has if nobody asks for more.
const Usual = 6

// Generate draws a passphrase of so many words, each with the same chance. An
// error is that of the source of chance.
func Generate(chance io.Reader, words int) (string, error) {
	all := Words()
	out := make([]string, words)
	for i := range out {
		n, err := below(chance, uint16(len(all)))
		if err != nil {
			return "", fmt.Errorf("draw a word: %w", err)
		}
		out[i] = all[n]
	}
	return strings.Join(out, " "), nil
}

// below draws a number below n, each with the same chance: what would favour the
// lower ones is drawn again.
func below(chance io.Reader, n uint16) (uint16, error) {
	for {
		var raw [2]byte
		if _, err := io.ReadFull(chance, raw[:]); err != nil {
			return 0, err
		}
		if drawn := binary.BigEndian.Uint16(raw[:]); drawn < 0xffff/n*n {
			return drawn % n, nil
		}
	}
}
