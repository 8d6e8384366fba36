package storage

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"filippo.io/age"
)

// Recovery is what stands on a recovery sheet. Whoever has it can open the vault
// without the passphrase.
type Recovery struct {
	Vault string // the id of the vault
	Key   string // AGE-SECRET-KEY-1 and 58 characters
	Made  time.Time
}

// String hides the key from logs and messages.
func (r Recovery) String() string { return "recovery key of vault " + r.Vault }

// recoveryPrefix is what every key begins with.
const recoveryPrefix = "AGE-SECRET-KEY-1"

// Groups are the parts of the key as the sheet shows them: the beginning that is
// the same for all keys, then groups of at most four characters.
func (r Recovery) Groups() []string {
	rest := strings.TrimPrefix(r.Key, recoveryPrefix)
	groups := []string{recoveryPrefix}
	for len(rest) > 4 {
		groups, rest = append(groups, rest[:4]), rest[4:]
	}
	return append(groups, rest)
}

// parseRecovery reads a key as it was typed: in either case of letters, in
// whatever groups, with or without its beginning. Its own checksum finds slips.
func parseRecovery(typed []byte) (age.Identity, error) {
	key := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' || r == '\u2010' || r == '\u2011' || r == '\u2013' {
			return -1
		}
		return unicode.ToUpper(r)
	}, string(typed))
	key = strings.TrimPrefix(key, strings.ReplaceAll(recoveryPrefix, "-", ""))
	identity, err := age.ParseX25519Identity(recoveryPrefix + key)
	if err != nil {
		return nil, fmt.Errorf("the recovery key has a slip in it: %w", ErrRecovery)
	}
	return identity, nil
}

// HasRecovery tells whether there is a recovery sheet that opens the vault.
func (v *Vault) HasRecovery() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return len(v.state.root.Slots[recSlot]) > 0
}

// TryDelay is how long to wait after a number of wrong tries before the next:
// nothing for the first three, then twice as long each time, at most a minute.
// Nothing is ever wiped.
func TryDelay(wrong int) time.Duration {
	const free, most = 3, 60 * time.Second
	if wrong < free {
		return 0
	}
	return min(time.Second<<min(wrong-free, 6), most)
}
