package packs

import (
	"embed"
	"io/fs"
)

//go:embed authorities.json common/*.yaml common/lists/*.yaml common/lang/*.json */procedure.yaml */lang/*.json
var embedded embed.FS

// Files is the file system of the packs that are part of the program.
func Files() fs.FS { return embedded }

// Embedded loads the packs that are part of the program.
func Embedded() (*Library, error) { return Load(embedded) }
