package vm

import (
	"errors"
	"io/fs"

	"recourse/forms"
	"recourse/i18n"
	"recourse/storage"
)

// Message is something that went wrong, in the person's words: what happened,
// what it means for the case, what to do next.
type Message struct{ What, Means, Next string }

// fault names an error for which the catalogs have words, under
// ui.error.<fault>.what, .means and .next.
type fault string

// The faults. What is not in the table is internal, and its text is never shown.
const (
	faultInternal   fault = "internal"
	faultPassphrase fault = "passphrase"
	faultEmpty      fault = "passphrase-empty"
	faultShort      fault = "passphrase-short"
	faultWeak       fault = "passphrase-weak"
	faultRepeat     fault = "passphrase-repeat"
	faultExists     fault = "exists"
	faultNotVault   fault = "not-vault"
	faultNewer      fault = "newer"
	faultLocked     fault = "locked"
	faultReadOnly   fault = "read-only"
	faultChanged    fault = "changed"
	faultDamaged    fault = "damaged"
	faultNotFound   fault = "not-found"
	faultConflict   fault = "conflict"
	faultTooLarge   fault = "too-large"
	faultUnsynced   fault = "unsynced"
	faultPermission fault = "permission"
	faultNoFolder   fault = "no-folder"
	faultSave       fault = "save"
	faultCaseFile   fault = "case-file"
	faultProcedure  fault = "procedure"
	faultLanguage   fault = "language"
	faultNoName     fault = "no-name"
	faultRecovery   fault = "recovery"
	faultForeign    fault = "foreign"
	faultErase      fault = "erase"
	faultFolder     fault = "folder"
	faultFile       fault = "file"
	faultDropped    fault = "dropped"
	faultNotForUs   fault = "not-for-us"
	faultHere       fault = "here-already"
	faultCard       fault = "card"
	faultSender     fault = "sender"
	faultCompare    fault = "compare"
	faultFiledDay   fault = "filed-day"
	faultFiledLater fault = "filed-later"
)

// faults lists all of them.
func faults() []fault {
	return []fault{faultInternal, faultPassphrase, faultEmpty, faultShort, faultWeak, faultRepeat, faultExists, faultNotVault,
		faultNewer, faultLocked, faultReadOnly, faultChanged, faultDamaged, faultNotFound, faultConflict, faultTooLarge, faultUnsynced,
		faultPermission, faultNoFolder, faultSave, faultCaseFile, faultProcedure, faultLanguage, faultNoName,
		faultFolder, faultFile, faultDropped, faultForeign, faultNotForUs, faultHere, faultCard, faultSender, faultCompare,
		faultFiledDay, faultFiledLater, faultRecovery, faultErase}
}

// Error lets a fault be an error of its own.
func (f fault) Error() string { return "ui: " + string(f) }

// causes is the one table from errors to faults; the first that fits counts.
func causes() []struct {
	err error
	is  fault
} {
	return []struct {
		err error
		is  fault
	}{
		{storage.ErrPassphrase, faultPassphrase},
		{storage.ErrRecovery, faultRecovery},
		{storage.ErrForeign, faultForeign},
		{storage.ErrExists, faultExists},
		{storage.ErrNotVault, faultNotVault},
		{storage.ErrNewer, faultNewer},
		{storage.ErrLocked, faultLocked},
		{storage.ErrReadOnly, faultReadOnly},
		{storage.ErrChanged, faultChanged},
		{storage.ErrDamaged, faultDamaged},
		{storage.ErrNotFound, faultNotFound},
		{storage.ErrConflict, faultConflict},
		{storage.ErrTooLarge, faultTooLarge},
		{storage.ErrUnsynced, faultUnsynced},
		{storage.ErrNotForUs, faultNotForUs},
		{fs.ErrPermission, faultPermission},
		{fs.ErrNotExist, faultNoFolder},
	}
}

// faultOf finds the fault of an error; a foreign one is otherwise.
func faultOf(err error, otherwise fault) fault {
	if own := fault(""); errors.As(err, &own) {
		return own
	}
	if file := new(forms.FileError); errors.As(err, &file) {
		return faultCaseFile
	}
	for _, c := range causes() {
		if errors.Is(err, c.err) {
			return c.is
		}
	}
	return otherwise
}

// words says an error in the language of a catalog.
func (f fault) words(t *i18n.Catalog) Message {
	key := i18n.Key("ui.error." + f)
	if f == faultInternal {
		key = "ui.error"
	}
	return Message{What: t.Text(key+".what", nil), Means: t.Text(key+".means", nil), Next: t.Text(key+".next", nil)}
}

// problemWords says a problem in the language of the texts of a procedure. Where
// it has a text of its own, that is what happened; what to do may stand there too.
func problemWords(t *i18n.Catalog, p forms.Problem) Message {
	key := i18n.Key("problem." + p.Code)
	args := p.ArgsFor(t.Tag())
	m := Message{What: t.Text(key+".what", args), Means: t.Text(key+".means", args), Next: t.Text(key+".next", args)}
	if p.Text == "" {
		return m
	}
	m.What = t.Text(p.Text, nil)
	if do := p.Text + ".do"; t.Has(do) {
		m.Next = t.Text(do, nil)
	}
	return m
}
