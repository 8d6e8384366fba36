package storage

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"math/bits"
	"slices"

	"filippo.io/age"
)

// format is the number of the format of docs/VAULT.md.
const format = 1

func encrypt(plain []byte, to age.Recipient) ([]byte, error) {
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	err = w.Close()
	return sealed.Bytes(), err
}

func decrypt(sealed []byte, by age.Identity) ([]byte, error) { return decryptInto(nil, sealed, by) }

// decryptInto is decrypt into a buffer, if that is large enough.
func decryptInto(into, sealed []byte, by age.Identity) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(sealed), by)
	if err != nil {
		return nil, err
	}
	plain := bytes.NewBuffer(slices.Grow(into[:0], len(sealed)+bytes.MinRead)) // what was sealed is never longer
	_, err = plain.ReadFrom(r)
	return plain.Bytes(), err
}

// sum is the hash by which manifests know a file.
func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}

// padded rounds a size up by the Padmé rule (Nikitin and others, "Reducing
// Metadata Leakage from Encrypted Files", PoPETs 2019): at most 12 % more, less
// the larger the file, and only few sizes to tell files apart by.
func padded(size int64) int64 {
	if size < 2 {
		return size
	}
	exponent := bits.Len64(uint64(size)) - 1
	mask := int64(1)<<(exponent-bits.Len(uint(exponent))) - 1
	return (size + mask) &^ mask
}

// pad appends spaces up to the padded size, and to at least min bytes.
func pad(plain []byte, min int) []byte {
	short := max(int(padded(int64(len(plain)))), min) - len(plain)
	return append(plain, bytes.Repeat([]byte{' '}, short)...)
}

// line joins a first line, the data and padding.
func line(first string, data []byte, min int) []byte {
	plain := make([]byte, 0, len(first)+1+len(data))
	return pad(append(append(append(plain, first...), '\n'), data...), min)
}

// decode reads JSON of exactly the fields of into. What stands in a sealed file
// was written by a vault, so a field that is not known is from a later format.
func decode(data []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return ErrDamaged
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return ErrDamaged
	}
	return nil
}

// checkFormat tells a format of a later version from damage.
func checkFormat(data []byte) error {
	var f struct {
		Format *int `json:"format"`
	}
	if json.NewDecoder(bytes.NewReader(data)).Decode(&f) != nil || f.Format == nil {
		return ErrDamaged
	}
	if *f.Format != format {
		return ErrNewer
	}
	return nil
}

// sign puts a signature in front of a document and pads it.
func sign(doc any, key ed25519.PrivateKey, min int) ([]byte, error) {
	data, err := json.Marshal(doc)
	if err != nil {
		return nil, err
	}
	const signed = 88 + 1 // base64 of a signature, and the line's end
	body := pad(data, 0)
	if total := int(padded(int64(max(len(body)+signed, min)))); total > len(body)+signed {
		body = pad(data, total-signed)
	}
	sig := ed25519.Sign(key, append([]byte(domainVault), body...))
	return append([]byte(base64.StdEncoding.EncodeToString(sig)+"\n"), body...), nil
}

// What is signed begins with what it is, so that no signature serves for
// something else.
const (
	domainVault    = "recourse vault 1\n"
	domainCard     = "recourse card 1\n"
	domainHandover = "recourse handover 1\n"
)

// unsign checks the signature in front of a document and reads it.
func unsign(plain []byte, key ed25519.PublicKey, into any) error {
	first, body, ok := bytes.Cut(plain, []byte{'\n'})
	if !ok || !verified(key, domainVault, body, string(first)) {
		return ErrDamaged
	}
	if err := checkFormat(body); err != nil {
		return err
	}
	return decode(body, into)
}

// verified checks a signature in base64.
func verified(key ed25519.PublicKey, domain string, body []byte, sig string) bool {
	raw, err := base64.StdEncoding.Strict().DecodeString(sig)
	return err == nil && len(key) == ed25519.PublicKeySize && len(raw) == ed25519.SignatureSize &&
		ed25519.Verify(key, append([]byte(domain), body...), raw)
}
