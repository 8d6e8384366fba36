package pdf_test

import (
	"strings"
	"testing"
	"unicode"

	"recourse/forms/doc"
	"recourse/forms/layout"
	"recourse/forms/layout/samples"
)

// The words come out of the file exactly as they went in.
func TestTextComesOutExactly(t *testing.T) {
	set := faces(t)
	for lang, text := range map[string]string{
		"en": "The office filed affidavits; “naïve” efforts—fjords, AVATAR, flow—cost £1,250.50 (50 % of it). See § 5.1: it’s final.",
		"fr": "L’œuvre d’Éloïse : « où êtes-vous, Noël ? » Ça coûte 1 250 €, n° 5. Déjà vu, août, naïveté, aïeul, cœur, ÇA Ÿ.",
		"de": "Die angegriffene Verfügung trifft Straße, Maß und Übermaß; „größtenteils“ schriftlich, Auflage fünf, Stoffflut, ẞ.",
		"el": "Η προσφυγή υποβλήθηκε στις 14 Νοεμβρίου· «Ευρωπαϊκή» Αρχή: ΐ, ώστε ᾳ, γιατί; Άρθρο 77.",
		"ru": "Жалоба подана 14 ноября; «объём» данных — ещё неизвестен. № 5, Щука, ъезд, йод, е\u0301ж.",
		"vi": "Tiếng Việt: đơn khiếu nại được gửi đến toà án; Nguyễn, Ước, ngữ.",
	} {
		d := doc.Document{Lang: "de", Title: lang}
		for range 12 {
			d.Blocks = append(d.Blocks, doc.Paragraph{Text: doc.Runs{{Text: text + " " + text + " ", Lang: "de"}, {Text: text, Style: doc.Bold}}})
		}
		want := strings.Fields(strings.Repeat(text+" ", 36))
		out, _ := run(t, "poppler-utils", "pdftotext", save(t, lang+".pdf", write(t, set, d)), "-")
		if got := strings.Fields(out); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: %q", lang, out[:min(len(out), 400)])
		}
	}
}

// Words of Arabic script come out in their logical order, at least 98 of a
// hundred. White space is not compared: the tool turns a comma or full stop with
// the space behind it around, because it takes them for parts of numbers.
func TestArabicComesOutByWord(t *testing.T) {
	set := faces(t)
	for lang, text := range map[string]string{
		"ar": "كتبت إلى المزوّد في 14 نوفمبر 2026 وطلبت نسخة من الأمر، فأجاب بأن «السرية» تمنعه من ذلك. الحمد لله؛ وعدتُها بالسرّية، ولا علاقة لأي رسالة منها بموضوع الإجراء؟ بِسْمِ اللَّهِ كاملًا.",
		"fa": "من در ۱۴ نوامبر ۲۰۲۶ به ارائه‌دهنده نامه نوشتم و رونوشت دستور را خواستم؛ پاسخ داد که «محرمانه» است. می‌روم، پرونده‌ها گزارش شده‌اند.",
		"ur": "میں نے فراہم کنندہ کو لکھا اور حکم کی نقل مانگی۔ معلومات ٹھیکہ ہے، کیا یہ درست ہے؟",
	} {
		d := doc.Document{Lang: "ar", Title: lang}
		for range 4 {
			d.Blocks = append(d.Blocks, doc.Paragraph{Text: doc.Runs{{Text: text + " " + text}}})
		}
		want := strings.Fields(strings.Repeat(text+" ", 8))
		out, _ := run(t, "poppler-utils", "pdftotext", save(t, lang+".pdf", write(t, set, d)), "-")
		if share := found(unsteered(out), want); share < 0.98 {
			t.Errorf("%s: %.3f of the words in\n%s", lang, share, out)
		}
	}
}

// unsteered takes out white space and the marks by which the tool notes directions.
func unsteered(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F {
			return -1
		}
		return r
	}, text)
}

// found returns the share of the words that the text holds, each near behind the
// one before it.
func found(text string, words []string) float64 {
	const near = 60
	hits := 0
	for _, w := range words {
		at := strings.Index(text[:min(len(w)+near, len(text))], w)
		if at >= 0 {
			hits++
			text = text[at+len(w):]
		}
	}
	return float64(hits) / float64(len(words))
}

// A letter with more marks than one code can stand for comes out whole.
func TestManyMarksComeOut(t *testing.T) {
	letter := "a"
	for mark := '\u0300'; mark < '\u0340'; mark++ {
		letter += string(mark)
	}
	d := doc.Document{Lang: "de", Title: "Marks", Blocks: []doc.Block{doc.Paragraph{Text: runs("Vor " + letter + " nach")}}}
	out, _ := run(t, "poppler-utils", "pdftotext", save(t, "marks.pdf", write(t, faces(t), d)), "-")
	if got := strings.Join(strings.Fields(out), " "); got != "Vor "+letter+" nach" {
		t.Errorf("%+q", got)
	}
}

// The search for the text of a page finds what the page holds, sign for sign.
func TestPageTextIsTheSetText(t *testing.T) {
	set := faces(t)
	d := samples.Letter()
	pages, _ := layout.Pages(d, set)
	var want strings.Builder
	for _, text := range pages[0].Texts {
		want.WriteString(text.String() + " ")
	}
	out, _ := run(t, "poppler-utils", "pdftotext", "-raw", save(t, "letter.pdf", write(t, set, d)), "-")
	if got, want := strings.Join(strings.Fields(out), " "), strings.Join(strings.Fields(want.String()), " "); got != want {
		t.Errorf("%q, not %q", got, want)
	}
}
