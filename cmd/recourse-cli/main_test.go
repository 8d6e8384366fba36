package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"recourse/storage"
	"recourse/storage/storagetest"
)

// The parts that this test binary plays as a process of its own.
const (
	partKey     = "RECOURSE_CLI_PART"
	partCLI     = "program"  // the terminal program, with vaults that open at once
	partLogging = "careless" // the same, but for a log of its input
)

func TestMain(m *testing.M) {
	switch part := os.Getenv(partKey); part {
	case partCLI, partLogging:
		_ = storage.NoDumps()
		p := machine()
		p.vaults = []storage.Option{storagetest.Cheap()}
		if part == partLogging {
			p.stdin = logged(p.stdin)
		}
		os.Exit(p.run(os.Args[1:]))
	}
	os.Exit(m.Run())
}

// logged notes what is read in a file of the person's profile, as a program should
// never do.
func logged(from io.Reader) io.Reader {
	folder, err := os.UserCacheDir()
	if err != nil {
		panic(err)
	}
	log, err := os.OpenFile(filepath.Join(folder, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	return io.TeeReader(from, log)
}
