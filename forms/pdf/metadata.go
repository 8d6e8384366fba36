package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// producer is the name of the program as the file tells it.
const producer = "Recourse"

// info returns the information dictionary. It says what the metadata say.
func (m Meta) info() types.Dict {
	d := types.Dict{"Title": text(m.title()), "Producer": text(producer)}
	if !m.Created.IsZero() {
		d["CreationDate"], d["ModDate"] = date(m.Created), date(m.Created)
	}
	return d
}

func date(t time.Time) types.Object {
	return types.StringLiteral("D:" + t.UTC().Format("20060102150405") + "+00'00'")
}

// title returns the title as both information and metadata can hold it: without
// what XML cannot, and no longer than a string may be.
func (m Meta) title() string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r == 0x7F:
			return ' '
		case r&0xFFFE == 0xFFFE || r == 0xFEFF || r == 0xFFFD:
			return -1
		default:
			return r
		}
	}, m.Title)
	if runes := []rune(strings.TrimSpace(clean)); len(runes) > longestTitle {
		return string(runes[:longestTitle])
	}
	return strings.TrimSpace(clean)
}

const longestTitle = 1000

// packet is the metadata of a file (ISO 16684-1). The claims of PDF/A (ISO
// 19005-2 and -3, 6.6.4) and of PDF/UA (ISO 14289-1, 5) stand in it; PDF/A asks
// for a description of the latter, which it does not know.
const packet = `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>%[1]d</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%[2]s</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>%[3]s</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>%[4]s</pdf:Producer>%[5]s
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`

// metadata adds the metadata stream, which stays uncompressed so that programs
// find it that know nothing of PDF.
func (f *file) metadata(m Meta) types.IndirectRef {
	part, dates := 2, ""
	if len(m.Attachments) > 0 {
		part = 3
	}
	if !m.Created.IsZero() {
		day := m.Created.UTC().Format("2006-01-02T15:04:05Z")
		dates = "\n<xmp:CreateDate>" + day + "</xmp:CreateDate><xmp:ModifyDate>" + day + "</xmp:ModifyDate>"
	}
	raw := fmt.Appendf(nil, packet, part, escaped(m.title()), escaped(string(m.Lang)), producer, dates)
	return f.add(types.StreamDict{Raw: raw, Dict: types.Dict{"Type": types.Name("Metadata"), "Subtype": types.Name("XML")}})
}

func escaped(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // writes to memory, which cannot fail
	return b.String()
}
