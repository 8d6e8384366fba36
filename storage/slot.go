package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"filippo.io/age"
	"github.com/google/uuid"
	"golang.org/x/text/unicode/norm"
)

const (
	// workFactor is age's own default: 256 MiB and about half a second.
	workFactor = 18
	// maxWorkFactor bounds what a slot may ask of us on reading: 1 GiB.
	maxWorkFactor = 20
)

// secrets is what every slot holds: all that is needed to open the vault.
type secrets struct {
	Format   string `json:"format"`
	Vault    string `json:"vault"`
	Identity string `json:"identity"`
}

// newSecrets draws a vault id and an X25519 identity.
func newSecrets() (secrets, error) {
	vault, err := uuid.NewRandom()
	if err != nil {
		return secrets{}, err
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return secrets{}, err
	}
	return secrets{Format: format, Vault: vault.String(), Identity: identity.String()}, nil
}

// normalize returns the exact text that goes into scrypt: Unicode form NFKC,
// one space between words, none at the ends. So the same words open the vault
// whichever keyboard or paste they came from.
func normalize(passphrase []byte) (string, error) {
	if !utf8.Valid(passphrase) {
		return "", fmt.Errorf("the passphrase is not valid UTF-8: %w", ErrPassphrase)
	}
	words := bytes.Join(bytes.Fields(norm.NFKC.Bytes(passphrase)), []byte{' '})
	if len(words) == 0 {
		return "", fmt.Errorf("the passphrase is empty: %w", ErrPassphrase)
	}
	return string(words), nil
}

// sealSlot returns the secrets as an age file under the normalised passphrase.
func sealSlot(s secrets, passphrase string, factor int) ([]byte, error) {
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	recipient.SetWorkFactor(factor)
	plain, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	return encrypt(plain, recipient)
}

// openSlot returns the secrets in a slot, ErrPassphrase if the passphrase is not
// its own, ErrDamaged if it cannot be a slot at all.
func openSlot(slot []byte, passphrase string) (secrets, error) {
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return secrets{}, err
	}
	identity.SetMaxWorkFactor(maxWorkFactor)
	plain, err := decrypt(slot, identity)
	if wrong := new(age.NoIdentityMatchError); errors.As(err, &wrong) {
		return secrets{}, ErrPassphrase
	}
	if err != nil {
		return secrets{}, ErrDamaged
	}
	return parseSecrets(plain)
}

func parseSecrets(plain []byte) (secrets, error) {
	var s secrets
	if json.Unmarshal(plain, &s) != nil {
		return secrets{}, ErrDamaged
	}
	if s.Format != format {
		return secrets{}, ErrNewer
	}
	return s, nil
}

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

func decrypt(sealed []byte, by age.Identity) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(sealed), by)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
