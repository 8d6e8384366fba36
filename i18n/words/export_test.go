package words

import "strings"

// File returns a list as its file has it before packing.
func File(name string) []byte {
	return []byte(strings.Join(read(name+".txt.gz"), "\n") + "\n")
}
