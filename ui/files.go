package ui

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"

	"recourse/ui/vm"
)

// files is the files of the machine.
type files struct {
	own string // the person's folder; "" for none
}

// Places lists the person's folder, those in it where files are kept, and the media
// that are plugged in.
func (f files) Places() []string {
	var out []string
	if f.own != "" {
		out = append(out, f.own)
		for _, name := range []string{"Documents", "Downloads", "Desktop", "Pictures"} {
			out = append(out, filepath.Join(f.own, name))
		}
		out = append(out, media(filepath.Base(f.own))...)
	}
	var there []string
	for _, folder := range out {
		if info, err := os.Stat(folder); err == nil && info.IsDir() {
			there = append(there, folder)
		}
	}
	return there
}

// media are the folders in which a system shows what is plugged in.
func media(user string) []string {
	switch runtime.GOOS {
	case "windows":
		var drives []string
		for letter := 'C'; letter <= 'Z'; letter++ {
			drives = append(drives, string(letter)+`:\`)
		}
		return drives
	case "darwin":
		return within("/Volumes")
	default:
		return append(within(filepath.Join("/media", user)), within(filepath.Join("/run/media", user))...)
	}
}

// within lists the folders in a folder.
func within(folder string) []string {
	found, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		return nil
	}
	return found
}

// List implements vm.Files.
func (files) List(folder string) ([]vm.FileEntry, error) {
	found, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var out []vm.FileEntry
	for _, f := range found {
		if strings.HasPrefix(f.Name(), ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(folder, f.Name())) // what a link leads to
		if err != nil || !info.IsDir() && !info.Mode().IsRegular() {
			continue
		}
		out = append(out, vm.FileEntry{Name: f.Name(), Folder: info.IsDir(), Size: info.Size(), Modified: info.ModTime()})
	}
	return out, nil
}

// Open implements vm.Files. Only a file can be read to its end.
func (files) Open(path string) (io.ReadCloser, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("open %s: no regular file: %w", filepath.Base(path), fs.ErrInvalid)
	}
	if err != nil {
		_ = f.Close() // it was only read
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// paths are the files of the machine among what was dropped on the window.
func paths(dropped []fyne.URI) []string {
	var out []string
	for _, u := range dropped {
		if u.Scheme() == "file" {
			out = append(out, u.Path())
		}
	}
	return out
}
