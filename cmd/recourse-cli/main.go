package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/google/uuid"
	"golang.org/x/term"

	"recourse/forms/packs"
	"recourse/offline"
)

func main() {
	if err := offline.Enforce(); err != nil {
		fmt.Fprintf(os.Stderr, "recourse-cli: %v\n", err) // the rest of the promise holds
	}
	p := &program{
		stdin: os.Stdin, echoes: term.IsTerminal(int(os.Stdin.Fd())), stdout: os.Stdout, stderr: os.Stderr,
		env: os.Getenv, now: time.Now, newID: uuid.NewString,
		secret: secretFromTerminal, descriptor: openDescriptor, packs: packs.Files(),
	}
	os.Exit(p.run(os.Args[1:]))
}

// openDescriptor opens a file descriptor that the caller of the program left open.
func openDescriptor(n uintptr) io.Reader { return os.NewFile(n, "passphrase") }
