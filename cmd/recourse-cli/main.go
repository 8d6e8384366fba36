package main

import (
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/google/uuid"
	"golang.org/x/term"

	"recourse/forms/packs"
	"recourse/offline"
	"recourse/storage"
	"recourse/traces"
)

func main() {
	defer traces.Guard(os.Stderr, os.Exit)
	if err := offline.Enforce(); err != nil {
		fmt.Fprintf(os.Stderr, "recourse-cli: %v\n", err) // the rest of the promise holds
	}
	_ = storage.NoDumps() // where the system has no such switch there is nothing to do
	os.Exit(machine().run(os.Args[1:]))
}

// machine is the program on the machine that it runs on.
func machine() *program {
	return &program{
		stdin: os.Stdin, echoes: term.IsTerminal(int(os.Stdin.Fd())), stdout: os.Stdout, stderr: os.Stderr,
		env: os.Getenv, now: time.Now, newID: uuid.NewString,
		secret: secretFromTerminal, descriptor: openDescriptor, chance: rand.Reader, packs: packs.Files(),
	}
}

// openDescriptor opens a file descriptor that the caller of the program left open.
func openDescriptor(n uintptr) io.Reader { return os.NewFile(n, "passphrase") }
