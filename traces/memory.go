package traces

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// scratchPrefix begins the names of folders in memory; the number of the process
// follows.
const scratchPrefix = "recourse-"

func scratchPattern() string { return fmt.Sprintf("%s%d-*", scratchPrefix, os.Getpid()) }

// sweep removes the folders of processes that were ended before they could.
func sweep(memory string) {
	entries, err := os.ReadDir(memory)
	if err != nil {
		return
	}
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), scratchPrefix)
		number, _, numbered := strings.Cut(rest, "-")
		process, err := strconv.Atoi(number)
		if ours && numbered && err == nil && e.IsDir() && gone(process) {
			_ = os.RemoveAll(filepath.Join(memory, e.Name())) // of another person, it stays
		}
	}
}
