//go:build ignore

// This program writes notices.txt: the licences of the modules that the programs
// are built of on each system, of Go, of PDFium and what is in it, and of typefaces
// and lists of words. Run it in the root of the repository, with the modules at
// hand: go run ui/notices/generate.go
package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// file is a text that belongs to a part; a licence that is not named is found by its
// words.
type file struct{ name, path, licence string }

func main() {
	var out bytes.Buffer
	add(&out, file{name: "Recourse", licence: "Apache-2.0"}, "LICENSE")
	for _, f := range own() {
		add(&out, f, f.path)
	}
	for _, m := range modules() {
		add(&out, m, texts(m.path)...)
	}
	if err := os.WriteFile("ui/notices/notices.txt", bytes.TrimRight(out.Bytes(), "\n"), 0o644); err != nil {
		log.Fatal(err)
	}
}

// own are the parts that are no modules.
func own() []file {
	fyne, glfw := dir("fyne.io/fyne/v2"), dir("github.com/go-gl/glfw/v3.4/glfw")
	parts := "ui/notices/parts/"
	return []file{
		{"Go", filepath.Join(output("go", "env", "GOROOT"), "LICENSE"), "BSD-3-Clause"},
		{"Recourse Sans, made of Noto Sans", "ui/theme/OFL.txt", "OFL-1.1"},
		{"Noto typefaces of documents", "i18n/fonts/document/OFL.txt", "OFL-1.1"},
		{"Droid Sans Fallback", "i18n/fonts/document/APACHE.txt", "Apache-2.0"},
		{"Words of passphrases, Electronic Frontier Foundation", "storage/passphrase/eff-large.LICENSE", "CC-BY-3.0-US"},
		{"Thai and Khmer words, ICU", "i18n/words/LICENCE.txt", "Unicode-3.0"},
		{"GLFW", filepath.Join(glfw, "glfw", "LICENSE.md"), "Zlib"},
		{"Fyne: Noto Sans", filepath.Join(fyne, "theme", "font", "LICENSE.txt"), "OFL-1.1"},
		{"Fyne: DejaVu Sans Mono", filepath.Join(fyne, "theme", "font", "LICENSE_DejaVu-Powerline.txt"), "Bitstream-Vera"},
		{"Fyne: Inter", filepath.Join(fyne, "theme", "font", "LICENSE_Inter.txt"), "OFL-1.1"},
		{"Fyne: EmojiOne Color", filepath.Join(fyne, "theme", "font", "LICENSE_EmojiOneColor.txt"), "MIT"},
		{"PDFium", parts + "pdfium.txt", "BSD-3-Clause and Apache-2.0"},
		{"PDFium: Abseil", parts + "abseil.txt", "Apache-2.0"},
		{"PDFium: Anti-Grain Geometry", parts + "agg23.txt", "AGG"},
		{"PDFium: fast_float", parts + "fast_float.txt", "MIT"},
		{"PDFium: FreeType", parts + "freetype.txt", "FTL"},
		{"PDFium: ICU", parts + "icu.txt", "Unicode-3.0"},
		{"PDFium: libjpeg-turbo", parts + "libjpeg-turbo.txt", "IJG and BSD-3-Clause and Zlib"},
		{"PDFium: Little CMS", parts + "lcms.txt", "MIT"},
		{"PDFium: LLVM", parts + "llvm.txt", "Apache-2.0 with LLVM exceptions"},
		{"PDFium: musl", parts + "musl.txt", "MIT"},
		{"PDFium: OpenJPEG", parts + "libopenjpeg.txt", "BSD-2-Clause"},
		{"PDFium: zlib", parts + "zlib.txt", "Zlib"},
	}
}

// modules are those of which a program is built on any system.
func modules() []file {
	var out []file
	for _, system := range []string{"linux", "windows", "darwin"} {
		list := exec.Command("go", "list", "-e", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", ".", "./cmd/recourse-cli")
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
		text, err := list.Output()
		if err != nil {
			log.Fatalf("list the modules on %s: %v", system, err)
		}
		for line := range strings.Lines(string(text)) {
			if name, path, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				out = append(out, file{name: name, path: path})
			}
		}
	}
	slices.SortFunc(out, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return slices.Compact(out)
}

func dir(module string) string { return output("go", "list", "-m", "-f", "{{.Dir}}", module) }

func output(name string, args ...string) string {
	text, err := exec.Command(name, args...).Output()
	if err != nil {
		log.Fatalf("%s %v: %v", name, args, err)
	}
	return strings.TrimSpace(string(text))
}

var isNotice = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)`)

// texts are the licence and the notices in the folder of a module.
func texts(folder string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		log.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		if e.Type()&fs.ModeType == 0 && isNotice.MatchString(e.Name()) {
			out = append(out, filepath.Join(folder, e.Name()))
		}
	}
	if len(out) == 0 {
		log.Fatalf("%s has no licence", folder)
	}
	return out
}

// add writes a part with its texts.
func add(out *bytes.Buffer, f file, paths ...string) {
	var text bytes.Buffer
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			log.Fatal(err)
		}
		data = bytes.ReplaceAll(bytes.TrimRight(data, " \n\t"), []byte("\r\n"), []byte("\n"))
		text.Write(bytes.TrimLeft(data, "\n\ufeff"))
		text.WriteString("\n\n")
	}
	if f.licence == "" {
		f.licence = kind(text.String())
	}
	fmt.Fprintf(out, "##### %s | %s\n%s", f.name, f.licence, text.String())
}

// kind is the short name of a licence by its words; of several the stricter ones
// together.
func kind(text string) string {
	flat := strings.Join(strings.Fields(strings.ReplaceAll(strings.ReplaceAll(text, "//", " "), "*", " ")), " ")
	var out []string
	for _, k := range []struct{ words, name string }{
		{"Apache License", "Apache-2.0"}, {"This is free and unencumbered software", "Unlicense"},
		{"Permission is hereby granted, free of charge", "MIT"}, {"Permission to use, copy, modify, and/or distribute", "ISC"},
	} {
		if strings.Contains(flat, k.words) {
			out = append(out, k.name)
		}
	}
	switch {
	case !strings.Contains(flat, "Redistributions of source code must retain"):
	case strings.Contains(flat, "Neither the name"):
		out = append(out, "BSD-3-Clause")
	default:
		out = append(out, "BSD-2-Clause")
	}
	if len(out) == 0 {
		log.Fatalf("no licence is known in: %.200s", text)
	}
	return strings.Join(out, " and ")
}
