package storage

import (
	"errors"
	"fmt"
)

// settings is what the program keeps of itself in a vault: nothing of any case.
type settings struct {
	Format int    `json:"format"`
	Kind   string `json:"kind"`
	Vault  string `json:"vault"`
	Data   []byte `json:"data"`
}

// settingsKind is the kind that stands in the file.
const settingsKind = "settings"

// maxSettings is the largest number of bytes that settings may have.
const maxSettings = 64 << 10

// Settings returns what SaveSettings has kept last, or nothing. They are no part
// of a case or a backup: settings that are damaged are reported by Verify, and
// count as none here. The error is ErrClosed or one of the file system.
func (v *Vault) Settings() ([]byte, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.ready(); err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	x, err := v.readSettings()
	if absent(err) || errors.Is(err, ErrDamaged) || errors.Is(err, ErrNewer) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	return x.Data, nil
}

func (v *Vault) readSettings() (settings, error) {
	var x settings
	_, err := v.readSigned(v.at(settingsName), &x)
	if err == nil && (x.Kind != settingsKind || x.Vault != v.keys.Vault) {
		err = ErrDamaged
	}
	return x, err
}

// SaveSettings keeps up to 64 KiB of settings in the place of those before. The
// errors are ErrTooLarge, ErrLocked or ErrReadOnly, ErrClosed, ErrUnsynced and the
// file system's; after one the settings before are there, or none.
func (v *Vault) SaveSettings(data []byte) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.saveSettings(data); err != nil {
		return fmt.Errorf("save settings: %w", err)
	}
	return nil
}

func (v *Vault) saveSettings(data []byte) error {
	if err := v.writable(); err != nil {
		return err
	}
	if len(data) > maxSettings {
		return ErrTooLarge
	}
	plain, err := sign(settings{Format: format, Kind: settingsKind, Vault: v.keys.Vault, Data: data}, v.keys.signing, 0)
	if err != nil {
		return err
	}
	sealed, err := encrypt(plain, v.keys.identity.Recipient())
	if err != nil {
		return err
	}
	return v.vanished(writeFile(v.world.disk, v.at(settingsName), sealed, filePerm))
}

// verifySettings reports settings that are damaged.
func (v *Vault) verifySettings(s *state) error {
	_, err := v.readSettings()
	if errors.Is(err, ErrDamaged) {
		s.find(Damaged, "", settingsName)
		return nil
	}
	return err
}
