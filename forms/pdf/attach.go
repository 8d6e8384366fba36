package pdf

import (
	"crypto/md5"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// attach adds the attachments, each as data that belong to the whole document
// (ISO 19005-3, 6.8 and annex E), in the order of their names.
func (f *file) attach(m Meta) {
	sorted := slices.SortedFunc(slices.Values(m.Attachments), func(a, b Attachment) int { return strings.Compare(a.Name, b.Name) })
	var associated, names types.Array
	for _, a := range sorted {
		ref := f.add(f.attachment(a, m))
		associated = append(associated, ref)
		names = append(names, text(a.Name), ref)
	}
	if len(sorted) > 0 {
		f.catalog["AF"] = associated
		f.catalog["Names"] = types.Dict{"EmbeddedFiles": types.Dict{"Names": names}}
	}
}

// attachment returns the specification of an embedded file. The title of the
// document describes it, since the file holds no words but the document's.
func (f *file) attachment(a Attachment, m Meta) types.Dict {
	sum := md5.Sum(a.Content) // asked for by the format; nothing rests on it
	params := types.Dict{"Size": types.Integer(len(a.Content)), "CheckSum": types.HexLiteral(hex.EncodeToString(sum[:]))}
	if !m.Created.IsZero() {
		params["ModDate"] = date(m.Created)
	}
	content := f.stream(types.Dict{"Type": types.Name("EmbeddedFile"), "Params": params,
		"Subtype": types.Name(types.EncodeName(a.Media))}, a.Content)
	return types.Dict{"Type": types.Name("Filespec"), "F": text(a.Name), "UF": text(a.Name), "Desc": text(m.title()),
		"AFRelationship": types.Name("Data"), "EF": types.Dict{"F": content, "UF": content}}
}
