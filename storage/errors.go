package storage

import "errors"

// The causes of failure that a caller may wish to tell apart with errors.Is.
// The errors returned wrap them with the name of the file or case at fault.
var (
	// ErrExists means that the folder of a new vault holds files already.
	ErrExists = errors.New("the folder is not empty: choose a new or empty one")
	// ErrNotVault means that the folder is missing or holds no vault.
	ErrNotVault = errors.New("there is no vault in this folder")
	// ErrNewer means that the format is not one that this version can read.
	ErrNewer = errors.New("the format is unknown to this version: use the version that wrote it, or a newer one")
	// ErrPassphrase means that the passphrase is wrong, empty or not UTF-8. A
	// damaged passphrase slot cannot always be told apart from it.
	ErrPassphrase = errors.New("the passphrase does not open the vault")
	// ErrRecovery means that the typed recovery key is not one, or not this vault's.
	ErrRecovery = errors.New("the recovery key does not open the vault")
	// ErrLocked means that another process has the vault open, so that it cannot
	// be written to here.
	ErrLocked = errors.New("the vault is open in another window or program: close it there first")
	// ErrReadOnly means that the vault could be opened for reading only.
	ErrReadOnly = errors.New("the vault can only be read here: make its folder writable, or copy it to another place")
	// ErrChanged means that somebody else wrote to the folder, as a sync program
	// does, since it was opened.
	ErrChanged = errors.New("the vault was changed from elsewhere: close it and open it again")
	// ErrDamaged means that a file is not what this vault wrote in that place.
	ErrDamaged = errors.New("the file is damaged or exchanged: restore it from a backup")
	// ErrNotFound means that the vault holds no case, version or exhibit of that id.
	ErrNotFound = errors.New("the vault holds no such case")
	// ErrConflict means that the stored revision is not the expected one.
	ErrConflict = errors.New("the stored revision is another: read the case again before writing")
	// ErrTooLarge means that the data exceeds MaxSize, or a name its bounds.
	ErrTooLarge = errors.New("the case is larger than 64 MiB")
	// ErrUnsynced means that a file was replaced or removed whole, but that its
	// folder could not be synced: a power loss may still bring the old state back.
	ErrUnsynced = errors.New("the change may not survive a power loss: save again or elsewhere")
	// ErrInvalidID means that an id is not the canonical text of a UUID.
	ErrInvalidID = errors.New("the id is not a UUID in canonical form")
	// ErrClosed means that the vault was closed before the call.
	ErrClosed = errors.New("the vault is closed")
	// ErrForeign means that a card, backup or hand-over file is not one, is
	// damaged, or breaks its bounds.
	ErrForeign = errors.New("the file is not what it should be, or damaged: ask for it anew")
	// ErrNotForUs means that a hand-over file is for another vault.
	ErrNotForUs = errors.New("the file is for somebody else: it was sealed to another card")
)
