package storage

import (
	"strings"
	"testing"

	"recourse/storage/canary"
)

// TestNothingReadableLiesInTheVault proves that neither data nor names of
// exhibits, passphrase, keys, summaries or ids as the program writes them are in
// any file or name, also in what a failed save leaves.
func TestNothingReadableLiesInTheVault(t *testing.T) {
	v, dir := newVault(t)
	d := &faultyDisk{disk: osDisk{}}
	v.world.disk = d
	mustPut(t, v, idB, canary.Word, 0)
	mustPut(t, v, idB, canary.Word+canary.Word, 1)
	x, err := v.AddExhibit(idB, Source{Name: canary.Word, Who: canary.Word, From: canary.Word, Data: strings.NewReader(canary.Word)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.Summaries(canary.Word, func(data []byte) string { return string(data) }); err != nil {
		t.Fatal(err)
	}
	v.SaveIndex()
	recovery, err := v.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	for failAt := 1; failAt < 30; failAt++ {
		d.arm(failAt, true) // so that temporary files stay
		_, _ = v.Put(idB, []byte(canary.Word), 2)
	}
	d.arm(0, false)
	secrets := []string{canary.Word, passphraseText, recovery.Key, string(idB), string(x.ID), x.SHA256,
		v.keys.secrets.Identity, v.keys.identity.Recipient().String(), v.keys.secrets.Handover, v.keys.handover.Recipient().String(),
		string(v.keys.Signing), v.state.any(idB).Identity}
	for _, secret := range secrets {
		if found, err := canary.Found(dir, secret); err != nil || len(found) > 0 {
			t.Errorf("%s is found: %v, %v", secret, found, err)
		}
	}
}
