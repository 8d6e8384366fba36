package traces

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The files beside the program that say how it keeps what it is told. What is in
// them does not matter.
const (
	MarkPortable     = "recourse.portable"
	MarkLeaveNothing = "recourse.leave-nothing"
)

// The folders beside a portable program.
const (
	vaultBeside = "recourse-vault"
	filesBeside = "recourse-files"
)

// Wish is what the program was asked for.
type Wish struct {
	// Program is the path of the file that runs.
	Program string
	// Vault is the folder that was named for cases; "" for none.
	Vault string
	// LeaveNothing keeps cases in memory alone.
	LeaveNothing bool
}

// Places says where the program may write. All paths are whole ones, as far as
// those of the wish are.
type Places struct {
	Vault   string // the folder of the vault; "" where nothing is left
	Exports string // the folder that is offered for documents
	Cache   string // for compiled code, which tells nothing of cases; "" keeps none
	Config  string // for the little that is kept outside of the vault, such as the language; "" keeps none
	Home    string // the person's own folder, where choosing a file begins: Settle names another to libraries; "" where the system has none
	// Portable says that all lies on the medium of the program.
	Portable bool
	// LeaveNothing says that cases are kept in memory alone.
	LeaveNothing bool

	files string // for what libraries write, on the medium; "" for none
	apart bool   // libraries write in memory, unless there are files
}

// ErrBoth means that a folder for the vault was named and none is to be left.
var ErrBoth = errors.New("to leave nothing and to keep cases in a folder cannot both be asked for")

// Find says where the program may write. It changes nothing. Exists tells whether
// a folder holds a vault. The errors are ErrBoth, and those of a system that names
// no folder for the person.
func Find(w Wish, exists func(folder string) bool) (Places, error) {
	beside := besideProgram(w.Program)
	p := Places{Portable: marked(beside, MarkPortable), LeaveNothing: w.LeaveNothing || marked(beside, MarkLeaveNothing)}
	if own, err := os.UserHomeDir(); err == nil {
		p.Home = own
	}
	switch {
	case p.LeaveNothing && w.Vault != "":
		return Places{}, ErrBoth
	case p.LeaveNothing:
		p.Exports, p.apart = documents(), true
		if p.Portable {
			p.Exports = beside
		}
		return p, nil
	case p.Portable:
		return p.onMedium(beside, w.Vault), nil
	}
	return p.inProfile(w.Vault, exists)
}

// besideProgram is the folder in which the program lies; that of a bundle of macOS
// is a file for people.
func besideProgram(program string) string {
	folder := filepath.Dir(program)
	if bundle, ok := strings.CutSuffix(filepath.ToSlash(folder), ".app/Contents/MacOS"); ok {
		return filepath.Dir(filepath.FromSlash(bundle))
	}
	return folder
}

func marked(folder, mark string) bool {
	_, err := os.Stat(filepath.Join(folder, mark))
	return err == nil
}

func (p Places) onMedium(beside, vault string) Places {
	p.files = filepath.Join(beside, filesBeside)
	p.Vault, p.Exports, p.Config = vault, beside, p.files // code is compiled anew, and never taken from a medium that others may have had
	if vault == "" {
		p.Vault = filepath.Join(beside, vaultBeside)
	}
	return p
}

// inProfile keeps all in the folders of the person. Until there is a vault it is
// not known whether anything is to be left at all.
func (p Places) inProfile(vault string, exists func(string) bool) (Places, error) {
	config, err := os.UserConfigDir()
	if err != nil && vault == "" {
		return Places{}, fmt.Errorf("find a folder for the vault, or name one with -vault: %w", err)
	}
	if err == nil {
		p.Config = filepath.Join(config, "recourse")
	}
	p.Vault, p.Exports = vault, documents()
	if vault == "" {
		p.Vault = filepath.Join(p.Config, "vault")
	}
	if !exists(p.Vault) {
		p.apart = true
		return p, nil
	}
	if own, err := os.UserCacheDir(); err == nil {
		p.Cache = filepath.Join(own, "recourse")
	}
	return p, nil
}

// documents is the folder that is offered for documents: Documents, where there is
// one, else the person's own; "" where the system has none.
func documents() string {
	own, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	folder := filepath.Join(own, "Documents")
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		return folder
	}
	return own
}

// Settle makes the folders that libraries are to use in place of the person's, and
// names them to the libraries, through the environment of this process. Call it
// before anything makes a window, and what it returns at the end of the program: it
// removes what lay in memory. A medium that cannot be written gives way to memory.
func (p Places) Settle() (free func() error, err error) {
	nothing := func() error { return nil }
	if p.files == "" && !p.apart {
		return nothing, nil
	}
	folder := p.files
	if folder == "" || makeAll(folder) != nil {
		sweep(inMemory())
		if folder, err = os.MkdirTemp(inMemory(), scratchPattern()); err != nil {
			return nothing, fmt.Errorf("make a folder in memory: %w", err)
		}
		free = func() error { return removeAll(folder) }
		err = makeAll(folder)
	}
	if free == nil {
		free = nothing
	}
	if err == nil {
		err = instead(folder)
	}
	if err != nil {
		return nothing, errors.Join(fmt.Errorf("keep libraries out of the profile: %w", err), free())
	}
	return free, nil
}

// removeAll removes a folder in which a library may still be writing its last file.
func removeAll(folder string) (err error) {
	for range 20 {
		if err = os.RemoveAll(folder); err == nil {
			return nil
		}
		time.Sleep(25 * time.Millisecond)
	}
	return err
}

// The folders that stand for those of the person.
const (
	configFolder = "config"
	cacheFolder  = "cache"
	dataFolder   = "data"
	stateFolder  = "state"
	tempFolder   = "temporary"
)

// makeAll makes a folder and those in it for its owner alone, and tries whether it
// can be written.
func makeAll(folder string) error {
	for _, name := range []string{configFolder, cacheFolder, dataFolder, stateFolder, tempFolder} {
		if err := os.MkdirAll(filepath.Join(folder, name), 0o700); err != nil {
			return err
		}
	}
	probe := filepath.Join(folder, tempFolder, "probe")
	if err := os.WriteFile(probe, nil, 0o600); err != nil {
		return err
	}
	return os.Remove(probe)
}

// instead names the folders to the libraries.
func instead(folder string) error {
	var errs []error
	for name, value := range variables(folder, os.Getenv, there) {
		errs = append(errs, os.Setenv(name, value))
	}
	return errors.Join(errs...)
}

func there(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
