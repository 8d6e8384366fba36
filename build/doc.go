// Package build keeps the rules of this house as tests: which package may import
// which and why, where files and the clock may be touched, what every package,
// file and exported name must have. Run them with
//
//	CGO_ENABLED=0 go test ./build
//
// Beside it lie the commands that need a whole machine: run.sh builds and starts
// the program, test.sh runs every test, smoke.sh tries the real window, and
// fonts/ makes the typefaces. The package itself holds no code.
package build
