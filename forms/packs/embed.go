package packs

import (
	"embed"
	"io/fs"
)

//go:embed index.json authorities.json common/*.yaml common/lists/*.yaml common/lang/*.json */procedure.yaml */lang/*.json
var embedded embed.FS

// Files is the file system of the packs that are part of the program.
func Files() fs.FS { return embedded }

// OpenEmbedded opens the packs that are part of the program.
func OpenEmbedded() (*Library, error) { return Open(embedded) }

// Embedded loads the packs that are part of the program, in full strictness: for
// tests.
func Embedded() (*Library, error) { return Load(embedded) }
