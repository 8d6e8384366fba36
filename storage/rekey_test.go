package storage

import (
	"errors"
	"maps"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestThePassphraseChanges proves that the new one opens the vault and the old
// one does not, and that unusable ones change nothing.
func TestThePassphraseChanges(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	for _, words := range []string{"", "  ", "\xff"} {
		if err := v.ChangePassphrase([]byte(words)); !errors.Is(err, ErrPassphrase) {
			t.Errorf("ChangePassphrase(%q) = %v", words, err)
		}
	}
	if err := v.ChangePassphrase([]byte("other  words")); err != nil {
		t.Fatal(err)
	}
	clean(t, v)
	_ = v.Close()
	if _, err := open(small(m), home, []byte(passphraseText)); !errors.Is(err, ErrPassphrase) {
		t.Errorf("the old passphrase: %v", err)
	}
	v, err := open(small(m), home, []byte("other words"))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	holds(t, v, idA, textA, 1)
	clean(t, v)
}

// TestAnOldSlotThatComesBackIsNoticed proves that a slot of before the change,
// put back by somebody who knows the old passphrase, is reported.
func TestAnOldSlotThatComesBackIsNoticed(t *testing.T) {
	v, m := inMemory(t)
	path := v.at(slotsDir, passSlot)
	old := m.files[path]
	if err := v.ChangePassphrase([]byte("other words")); err != nil {
		t.Fatal(err)
	}
	_ = v.Close()
	m.files[path] = old
	m.files[v.dir+string(filepath.Separator)+slotsDir+string(filepath.Separator)+"extra.age"] = old
	v = mustOpen(t, m, home)
	list := finds(t, v, Foreign, Damaged)
	if list[0].File != "slots/extra.age" || list[1].File != "slots/pass.age" {
		t.Errorf("Verify = %v", list)
	}
}

// TestTheRecoveryKeyOpens proves that the key opens the vault as it was typed in
// any grouping, that slips are told, that a new sheet ends an old one, and that
// with it a new passphrase can be set.
func TestTheRecoveryKeyOpens(t *testing.T) {
	v, m := inMemory(t)
	mustPut(t, v, idA, textA, 0)
	if err := v.ProveRecovery([]byte("AGE-SECRET-KEY-1")); !errors.Is(err, ErrRecovery) {
		t.Errorf("without a slot: %v", err)
	}
	if v.HasRecovery() {
		t.Error("a sheet before there is one")
	}
	old, err := v.NewRecovery()
	if !v.HasRecovery() {
		t.Error("no sheet after one was made")
	}
	if err != nil {
		t.Fatal(err)
	}
	key, err := v.NewRecovery()
	if err != nil || key.Vault != v.ID() || strings.Contains(key.String(), key.Key[20:]) || key.Made.IsZero() {
		t.Fatalf("NewRecovery = %v, %v", key, err)
	}
	clean(t, v)
	bare := strings.TrimPrefix(key.Key, recoveryPrefix)
	typed := []string{key.Key, strings.ToLower(key.Key), " " + strings.Join(key.Groups(), " ") + "\n", bare, strings.Join(key.Groups()[1:], "-"), strings.ToLower(bare)}
	for _, text := range typed {
		if err := v.ProveRecovery([]byte(text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	other, _ := inMemory(t)
	foreign, err := other.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	slip := []byte(key.Key)
	slip[30]++
	for _, text := range []string{"", "x", string(slip), bare[1:], old.Key, foreign.Key} {
		if err := v.ProveRecovery([]byte(text)); !errors.Is(err, ErrRecovery) {
			t.Errorf("%q: %v, want ErrRecovery", text, err)
		}
	}
	_ = v.Close()
	for _, text := range []string{old.Key, foreign.Key, "x"} {
		if _, err := openRecovery(small(m), home, []byte(text)); !errors.Is(err, ErrRecovery) {
			t.Errorf("open with another key: %v", err)
		}
	}
	v, err = openRecovery(small(m), home, []byte(key.Key))
	if err != nil {
		t.Fatal(err)
	}
	if err := v.ChangePassphrase([]byte("new words")); err != nil {
		t.Fatal(err)
	}
	_ = v.Close()
	v, err = open(small(m), home, []byte("new words"))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	holds(t, v, idA, textA, 1)
	clean(t, v)
}

// TestWithoutASheetThereIsNoRecovery proves that a vault without the slot says so.
func TestWithoutASheetThereIsNoRecovery(t *testing.T) {
	v, m := inMemory(t)
	other, _ := inMemory(t)
	foreign, err := other.NewRecovery()
	if err != nil {
		t.Fatal(err)
	}
	_ = v.Close()
	if _, err := openRecovery(small(m), home, []byte(foreign.Key)); !errors.Is(err, ErrRecovery) {
		t.Errorf("OpenRecovery = %v", err)
	}
}

// TestAChangeThatIsCutShortIsSettled proves that a slot that was accepted but not
// written, or written but not yet alone, ends in a vault without findings.
func TestAChangeThatIsCutShortIsSettled(t *testing.T) {
	v, m := inMemory(t)
	slot, err := passphraseSlot(v.keys, "other words", 1)
	if err != nil {
		t.Fatal(err)
	}
	accept := func(name string, hashes ...string) {
		if err := v.commit(v.number(), nil, func(r *root) { r.Slots[name] = append(r.Slots[name], hashes...) }); err != nil {
			t.Fatal(err)
		}
	}
	accept(passSlot, sum(slot))
	accept(recSlot, noSlot, sum(slot))
	_ = v.Close()
	before := maps.Clone(m.files)
	for _, words := range []string{passphraseText, "other words"} {
		m.files = maps.Clone(before)
		if words == "other words" {
			m.files[v.at(slotsDir, passSlot)] = slot
		}
		again, err := open(small(m), home, []byte(words))
		if err != nil {
			t.Fatal(err)
		}
		clean(t, again)
		if r := again.state.root; len(r.Slots) != 1 || len(r.Slots[passSlot]) != 1 {
			t.Errorf("the root accepts %v", r.Slots)
		}
		_ = again.Close()
	}
}

// TestSlotsOfAnotherVaultAndLaterFormats proves that what opens is still refused
// when it says something else.
func TestSlotsOfAnotherVaultAndLaterFormats(t *testing.T) {
	v, m := inMemory(t)
	other, o := inMemory(t)
	path := v.at(slotsDir, passSlot)
	_ = v.Close()
	slots := map[string]error{string(o.files[path]): ErrDamaged}
	to, err := scryptTo(passphraseText, 1)
	if err != nil {
		t.Fatal(err)
	}
	good := other.keys.secrets
	bad := good
	bad.Kind = "x"
	for plain, want := range map[string]error{`{"format":2}`: ErrNewer, "{}": ErrDamaged, "no JSON": ErrDamaged, `{"format":1,"kind":"secrets","identity":"AGE-SECRET-KEY-1"}`: ErrDamaged,
		`{"format":1,"kind":"secrets","identity":"` + good.Identity + `","handover":"x"}`: ErrDamaged, `{"format":1,"more":1}`: ErrDamaged} {
		slot, err := encrypt([]byte(plain), to)
		if err != nil {
			t.Fatal(err)
		}
		slots[string(slot)] = want
	}
	slot, err := sealSlot(bad, to)
	if err != nil {
		t.Fatal(err)
	}
	slots[string(slot)] = ErrDamaged
	for slot, want := range slots {
		m.files[path] = []byte(slot)
		if _, err := open(small(m), home, []byte(passphraseText)); !errors.Is(err, want) {
			t.Errorf("Open = %v, want %v", err, want)
		}
	}
}

// TestTheDelayGrows proves that the first tries are free, that the delay grows to
// a minute and never further.
func TestTheDelayGrows(t *testing.T) {
	last := time.Duration(0)
	for wrong := range 100 {
		d := TryDelay(wrong)
		if d < last || wrong < 3 && d != 0 || wrong == 3 && d != time.Second || d > time.Minute || wrong > 10 && d != time.Minute {
			t.Errorf("TryDelay(%d) = %v", wrong, d)
		}
		last = d
	}
}
