package storage

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"filippo.io/age"

	"recourse/storage/passphrase"
)

// Card says how to hand a case over to a vault, and who signs what comes from
// it. It holds nothing secret; that it is whose it says, only a comparison of
// its Fingerprint by voice or on paper shows.
type Card struct {
	Format    int    `json:"format"`
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	Recipient string `json:"recipient"`
	Signing   string `json:"signing"`
	Signature string `json:"signature,omitempty"`
}

// maxCard bounds the file of a card, maxCardName the name on it in characters.
const (
	maxCard     = 8 << 10
	maxCardName = 100
)

// Card makes the card of this vault. The name is for people: at most 100
// characters, on one line. The errors are ErrForeign for another name, and
// ErrClosed.
func (v *Vault) Card(name string) (Card, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.ready(); err != nil {
		return Card{}, fmt.Errorf("make card: %w", err)
	}
	if !isCardName(name) {
		return Card{}, fmt.Errorf("make card: the name: %w", ErrForeign)
	}
	return v.keys.card(name)
}

func (k keys) card(name string) (Card, error) {
	c := Card{Format: format, Kind: "card", Name: name, Recipient: k.handover.Recipient().String(), Signing: k.publicText()}
	data, err := json.Marshal(c)
	if err != nil {
		return Card{}, err
	}
	c.Signature = base64.StdEncoding.EncodeToString(ed25519.Sign(k.signing, append([]byte(domainCard), unclosed(data)...)))
	return c, nil
}

// unclosed is what a signature of a card covers: the line up to the signature.
func unclosed(data []byte) []byte { return bytes.TrimSuffix(data, []byte("}")) }

// isCardName tells whether a name is fit to be shown: one line of text without
// characters that are not seen or that turn the direction.
func isCardName(name string) bool {
	return utf8.ValidString(name) && utf8.RuneCountInString(name) <= maxCardName && strings.TrimSpace(name) != "" &&
		!strings.ContainsFunc(name, func(r rune) bool {
			return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
		})
}

// Bytes is the card as it stands in its file.
func (c Card) Bytes() ([]byte, error) {
	data, err := json.Marshal(c)
	return append(data, '\n'), err
}

// ParseCard reads a card and checks that it is whole. The error is ErrForeign,
// or ErrNewer.
func ParseCard(data []byte) (Card, error) {
	c, err := parseCard(data)
	if err != nil {
		return Card{}, fmt.Errorf("read card: %w", err)
	}
	return c, nil
}

func parseCard(data []byte) (Card, error) {
	if len(data) > maxCard {
		return Card{}, ErrForeign
	}
	if err := checkFormat(data); err != nil {
		return Card{}, foreign(err)
	}
	var c Card
	if err := decode(data, &c); err != nil {
		return Card{}, ErrForeign
	}
	return c, c.check()
}

// foreign calls damage by the name that it has in files of others.
func foreign(err error) error {
	if err == ErrDamaged { //nolint:errorlint // the very value
		return ErrForeign
	}
	return err
}

func (c Card) check() error {
	bare := c
	bare.Signature = ""
	data, err := json.Marshal(bare)
	if err != nil {
		return err
	}
	_, badRecipient := age.ParseX25519Recipient(c.Recipient)
	if c.Kind != "card" || badRecipient != nil || !isCardName(c.Name) || !verified(c.key(), domainCard, unclosed(data), c.Signature) {
		return ErrForeign
	}
	return nil
}

// key is the key that signs what comes from the owner of the card; nil if it is
// none.
func (c Card) key() ed25519.PublicKey {
	raw, err := base64.StdEncoding.Strict().DecodeString(c.Signing)
	if err != nil || len(raw) != ed25519.PublicKeySize {
		return nil
	}
	return raw
}

// digest is what a fingerprint is made of: 20 bytes.
func (c Card) digest() []byte {
	h := sha256.Sum256([]byte(c.Recipient + "\n" + c.Signing))
	return h[:20]
}

// Fingerprint is what two people compare to know that a card is the right one:
// eight groups of four characters. It does not depend on the name.
func (c Card) Fingerprint() string {
	text := strings.ToUpper(fileName.EncodeToString(c.digest()))
	groups := make([]string, 0, 8)
	for ; len(text) > 0; text = text[4:] {
		groups = append(groups, text[:4])
	}
	return strings.Join(groups, " ")
}

// Words is the same fingerprint for the voice: twelve English words.
func (c Card) Words() string {
	words := passphrase.Words()
	n, base, digit := new(big.Int).SetBytes(c.digest()[:19]), big.NewInt(int64(len(words))), new(big.Int)
	out := make([]string, 12)
	for i := len(out) - 1; i >= 0; i-- {
		n.DivMod(n, base, digit)
		out[i] = words[digit.Int64()]
	}
	return strings.Join(out, " ")
}
