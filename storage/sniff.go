package storage

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// sniffed is how many bytes of a file its type is told by.
const sniffed = 4096

// magic is how a type of file begins, from the specification of each.
type magic struct {
	at    int
	bytes string
	media string
}

func magics() []magic {
	return []magic{
		{0, "%PDF-", "application/pdf"},
		{0, "\x89PNG\r\n\x1a\n", "image/png"},
		{0, "\xff\xd8\xff", "image/jpeg"},
		{0, "GIF87a", "image/gif"},
		{0, "GIF89a", "image/gif"},
		{8, "WEBP", "image/webp"},
		{0, "II*\x00", "image/tiff"},
		{0, "MM\x00*", "image/tiff"},
		{4, "ftypheic", "image/heic"},
		{4, "ftypqt", "video/quicktime"},
		{4, "ftypM4A", "audio/mp4"},
		{4, "ftyp", "video/mp4"},
		{8, "AVI ", "video/x-msvideo"},
		{8, "WAVE", "audio/wav"},
		{0, "\x1aE\xdf\xa3", "video/webm"},
		{0, "OggS", "audio/ogg"},
		{0, "ID3", "audio/mpeg"},
		{0, "\xff\xfb", "audio/mpeg"},
		{0, "#!AMR", "audio/amr"},
		{30, "mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"},
		{30, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"},
		{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"},
		{0, "{\\rtf", "application/rtf"},
		{0, "7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"},
		{0, "Rar!\x1a\x07", "application/vnd.rar"},
		{0, "\x1f\x8b", "application/gzip"},
	}
}

// mediaType tells the type of a file by its first bytes; what a file is called
// says nothing. Unknown is application/octet-stream.
func mediaType(first []byte) string {
	for _, m := range magics() {
		if len(first) >= m.at && bytes.HasPrefix(first[m.at:], []byte(m.bytes)) {
			return m.media
		}
	}
	if bytes.HasPrefix(first, []byte("PK\x03\x04")) {
		return zipType(first)
	}
	if isText(first) {
		return "text/plain"
	}
	return "application/octet-stream"
}

// zipType tells office documents from other archives by the names in them.
func zipType(first []byte) string {
	switch {
	case bytes.Contains(first, []byte("word/")):
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case bytes.Contains(first, []byte("xl/")):
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
	return "application/zip"
}

// isText tells whether the beginning of a file is UTF-8 without control
// characters, but for those of lines. A letter may be cut off at the end.
func isText(first []byte) bool {
	text := first
	for i := 0; i < utf8.UTFMax-1 && len(text) > 0 && !utf8.Valid(text); i++ {
		text = text[:len(text)-1]
	}
	return len(text) > 0 && utf8.Valid(text) &&
		!strings.ContainsFunc(string(text), func(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\r\n\f", r) || r == 0x7f })
}
