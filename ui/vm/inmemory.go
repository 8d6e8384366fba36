package vm

import "recourse/storage"

// InMemory is the Vaults of a program that leaves nothing: there is no vault to
// open, and one that is made is kept in the memory of the process, with its keys,
// whatever folder and passphrase are given. When it is closed it is gone.
type InMemory struct{ Disk }

// Exists is false: nothing is ever found.
func (InMemory) Exists(string) bool { return false }

// Create makes a vault in memory.
func (i InMemory) Create(string, []byte) (Vault, error) { return i.Memory() }

// Open finds no vault.
func (InMemory) Open(string, []byte) (Vault, error) { return nil, storage.ErrNotVault }
