package storage

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"

	"filippo.io/age"
	"github.com/google/uuid"

	"recourse/storage/passphrase"
)

// maxWorkFactor bounds what a slot may ask of us on reading: 1 GiB.
const maxWorkFactor = 20

// secrets is what every slot holds: all that is needed to open the vault.
type secrets struct {
	Format   int    `json:"format"`
	Kind     string `json:"kind"`
	Vault    string `json:"vault"`
	Identity string `json:"identity"`
	Handover string `json:"handover"`
	Signing  []byte `json:"signing"`
}

// keys are the secrets, ready for use.
type keys struct {
	secrets
	identity *age.X25519Identity // nil once the vault is closed
	handover *age.X25519Identity
	signing  ed25519.PrivateKey
}

// public is the key that checks what this vault has signed.
func (k keys) public() ed25519.PublicKey { return k.signing.Public().(ed25519.PublicKey) }

// newKeys draws the secrets of a new vault.
func newKeys() (keys, error) {
	vault, err := uuid.NewRandom()
	if err != nil {
		return keys{}, err
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return keys{}, err
	}
	handover, err := age.GenerateX25519Identity()
	if err != nil {
		return keys{}, err
	}
	seed := make([]byte, ed25519.SeedSize)
	if _, err := rand.Read(seed); err != nil {
		return keys{}, err
	}
	return secrets{Format: format, Kind: "secrets", Vault: vault.String(),
		Identity: identity.String(), Handover: handover.String(), Signing: seed}.keys()
}

// keys parses the secrets.
func (s secrets) keys() (keys, error) {
	identity, err := age.ParseX25519Identity(s.Identity)
	if err != nil {
		return keys{}, ErrDamaged
	}
	handover, err := age.ParseX25519Identity(s.Handover)
	if err != nil || len(s.Signing) != ed25519.SeedSize || s.Kind != "secrets" {
		return keys{}, ErrDamaged
	}
	return keys{s, identity, handover, ed25519.NewKeyFromSeed(s.Signing)}, nil
}

// normal is the exact text that goes into scrypt, or ErrPassphrase.
func normal(typed []byte) (string, error) {
	words, err := passphrase.Normal(typed)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	return words, nil
}

// sealSlot returns the secrets as an age file to a recipient.
func sealSlot(s secrets, to age.Recipient) ([]byte, error) {
	plain, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	return encrypt(plain, to)
}

// scryptTo is the recipient of the passphrase slot.
func scryptTo(words string, factor int) (age.Recipient, error) {
	recipient, err := age.NewScryptRecipient(words)
	if err != nil {
		return nil, err
	}
	recipient.SetWorkFactor(factor)
	return recipient, nil
}

// scryptBy is the identity that opens the passphrase slot.
func scryptBy(words string) (age.Identity, error) {
	identity, err := age.NewScryptIdentity(words)
	if err != nil {
		return nil, err
	}
	identity.SetMaxWorkFactor(maxWorkFactor)
	return identity, nil
}

// openSlot returns the secrets in a slot: the given error if the identity is not
// its own, ErrDamaged if it cannot be a slot at all.
func openSlot(slot []byte, by age.Identity, wrong error) (keys, error) {
	plain, err := decrypt(slot, by)
	if mismatch := new(age.NoIdentityMatchError); errors.As(err, &mismatch) {
		return keys{}, wrong
	}
	if err != nil {
		return keys{}, ErrDamaged
	}
	if err := checkFormat(plain); err != nil {
		return keys{}, err
	}
	var s secrets
	if err := decode(plain, &s); err != nil {
		return keys{}, err
	}
	return s.keys()
}

// publicText is the signing key's public half as text.
func (k keys) publicText() string { return base64.StdEncoding.EncodeToString(k.public()) }
