package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSeedsThroughTheProgram proves for ten invented cases of both procedures that
// the program writes a case which it finds complete and prints the same twice.
func TestSeedsThroughTheProgram(t *testing.T) {
	for seed := 1; seed <= 10; seed++ {
		procedure := []string{"gdpr-art77-complaint", "eu-eevidence-order-challenge"}[seed%2]
		t.Run(fmt.Sprintf("%s %d", procedure, seed), func(t *testing.T) {
			folder := t.TempDir()
			run := func(stdout io.Writer, args ...string) {
				t.Helper()
				var told bytes.Buffer
				if got := testProgram(strings.NewReader(""), stdout, &told, folder).run(args); got != 0 {
					t.Fatalf("%s ended with %d: %s", args, got, told.String())
				}
			}
			var sample bytes.Buffer
			run(&sample, "sample", procedure, "--seed", fmt.Sprint(seed), "--on", "2026-11-23")
			if err := os.WriteFile(filepath.Join(folder, "case.json"), sample.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			run(io.Discard, "check", "case.json", "--on", "2026-11-23")
			var files [2][]byte
			for i := range files {
				name := fmt.Sprintf("%d.pdf", i)
				run(io.Discard, "pdf", "case.json", "-o", name, "--on", "2026-11-23")
				var err error
				if files[i], err = os.ReadFile(filepath.Join(folder, name)); err != nil {
					t.Fatal(err)
				}
			}
			if len(files[0]) == 0 || !bytes.Equal(files[0], files[1]) {
				t.Error("not the same document twice")
			}
		})
	}
}

// TestSignaturePicture proves that a picture of a signature stands in a document
// that takes one.
func TestSignaturePicture(t *testing.T) {
	folder := t.TempDir()
	pen := image.NewPaletted(image.Rect(0, 0, 60, 20), color.Palette{color.White, color.Black})
	for x := range 60 {
		pen.SetColorIndex(x, x/3, 1)
	}
	var picture, sample, told bytes.Buffer
	if err := png.Encode(&picture, pen); err != nil {
		t.Fatal(err)
	}
	run := func(stdout io.Writer, args ...string) {
		t.Helper()
		if got := testProgram(strings.NewReader(""), stdout, &told, folder).run(args); got != 0 {
			t.Fatalf("%s ended with %d: %s", args, got, told.String())
		}
	}
	run(&sample, "sample", "gdpr-art77-complaint", "--seed", "6")
	for name, data := range map[string][]byte{"case.json": sample.Bytes(), "pen.png": picture.Bytes()} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		args []string
		want int
	}{{nil, 0}, {[]string{"--signature", "pen.png"}, 1}} {
		var pdf bytes.Buffer
		run(&pdf, append([]string{"pdf", "case.json", "-o", "-"}, c.args...)...)
		if got := bytes.Count(pdf.Bytes(), []byte("/Subtype /Image")); got != c.want {
			t.Errorf("%v: %d pictures, want %d", c.args, got, c.want)
		}
	}
}
