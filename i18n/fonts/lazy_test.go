package fonts

import (
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
)

// A face draws nothing beyond the blocks that its design declares: what is asked
// of it outside of them would be lost.
func TestFacesStayWithinTheirBlocks(t *testing.T) {
	set, err := Document()
	if err != nil {
		t.Fatal(err)
	}
	for _, face := range set.Faces() {
		count := 0
		for runes := iterator(face.Font()); runes.Next(); {
			r, _ := runes.Char()
			if count++; r >= ' ' && r < 0xFFFF && !within(face.blocks, r) {
				t.Errorf("%s draws U+%04X, which none of its blocks holds", face.Name, r)
			}
		}
		if count < 50 {
			t.Errorf("%s draws %d characters", face.Name, count)
		}
	}
}

func iterator(f *font.Font) font.CmapIter { return f.Cmap.Iter() }

// What one script needs does not read the faces of others.
func TestOnlyNeededFacesAreRead(t *testing.T) {
	set, err := Document()
	if err != nil {
		t.Fatal(err)
	}
	read := map[Name]bool{}
	for _, face := range set.Faces() {
		reader := face.read
		face.read = func() content {
			read[face.Name] = true
			return reader()
		}
	}
	for _, r := range "Beschwerde über 1 250 € – „Daten“, § 5" {
		set.Choose(r, 0, language.Latin)
	}
	for _, r := range "شكوى (2026)، المادة 77" {
		set.Choose(r, 0, language.Arabic)
	}
	if len(read) != 2 || !read["NotoSerif-Regular"] || !read["NotoNaskhArabic-Regular"] {
		t.Errorf("read: %v", read)
	}
	set.Missing("ក 語")
	if len(read) != 4 || !read["NotoSerifKhmer-Regular"] || !read["NotoSerifCJKjp-Regular"] {
		t.Errorf("read: %v", read)
	}
}

// A damaged file draws nothing and stops nothing.
func TestDamagedFaceDrawsNothing(t *testing.T) {
	for name, read := range map[string]func() content{
		"not there": source{name: "Unknown"}.reader(),
		"no font":   func() content { return content{data: []byte("x")} },
		"cut short": source{name: "Unknown", kind: packedOpenType}.reader(),
	} {
		face := Face{blocks: []block{{0, 0x10FFFF}}, read: read}
		if face.Draws('a') || face.Draws('한') || face.Font() != nil {
			t.Errorf("%s: it draws", name)
		}
	}
}
