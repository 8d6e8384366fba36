// Package samples holds a document of each kind, with invented facts, for tests,
// measurements and pictures: German after the drawing of the page, Arabic with
// mirrored pages, and one on Letter paper. The program itself never uses it.
package samples

import "recourse/forms/doc"

func words(text string) doc.Runs { return doc.Runs{{Text: text}} }

// German is the document of the drawing of the page.
func German() doc.Document {
	return doc.Document{
		Lang: "de", Title: "Antrag auf gerichtliche Überprüfung", Footer: "Antrag Jonas Weber · 274 Js 118/26",
		PageOf: "Seite {page} von {pages}", Paper: doc.A4,
		Blocks: append([]doc.Block{
			doc.Letterhead{Sender: []doc.Runs{words("Jonas Weber"), words("Rua do Carmo 12, 1200-093 Lisboa, Portugal"),
				words("+351 21 000 00 00 · j.weber@example.org")}, PlaceDate: words("Lissabon, 23. November 2026")},
			doc.Addressee{Lines: []doc.Runs{words("Landgericht Musterstadt"), words("Gerichtsplatz 1"), words("00000 Musterstadt")}},
			doc.Title{Text: words("Antrag auf gerichtliche Überprüfung einer Europäischen Herausgabeanordnung"),
				Reference: words("Art. 18 der Verordnung (EU) 2023/1543 · Az. der Anordnung: 274 Js 118/26")},
			doc.Heading{Level: 1, Number: "1", Text: words("Antragsteller")},
			doc.Facts{Rows: []doc.Fact{
				{Label: words("Name"), Value: []doc.Runs{{{Text: "Jonas Weber", From: "person.name"}}}},
				{Label: words("Geburtsdatum"), Value: []doc.Runs{words("3. März 1984")}},
				{Label: words("Staatsangehörigkeit"), Value: []doc.Runs{words("Deutschland")}},
				{Label: words("Rolle im Verfahren"), Value: []doc.Runs{words("Betroffener, nicht Beschuldigter")}},
			}},
			doc.Heading{Level: 1, Number: "2", Text: words("Die angegriffene Anordnung")},
			doc.Facts{Rows: []doc.Fact{
				{Label: words("Anordnende Behörde"), Value: []doc.Runs{words("Staatsanwaltschaft Musterstadt")}},
				{Label: words("Aktenzeichen"), Value: []doc.Runs{words("274 Js 118/26")}},
				{Label: words("Diensteanbieter"), Value: []doc.Runs{words("Meridia Mail Ltd., Dublin, Irland")}},
				{Label: words("Angeforderte Daten"), Value: []doc.Runs{words("Inhaltsdaten des Postfachs, 1. Januar 2019 bis 30. September 2026")}},
				{Label: words("Kenntnis erlangt am"), Value: []doc.Runs{{{Text: "14. November 2026 ("}, exhibit("Anlage 2", "e2"), {Text: ")"}}}},
			}},
			doc.Heading{Level: 1, Number: "3", Text: words("Sachverhalt")},
			doc.Paragraph{Number: "3.1", Text: doc.Runs{{Text: "Am 14. November 2026 teilte mir mein Diensteanbieter mit, dass er den gesamten Inhalt meines Postfachs an die Staatsanwaltschaft herausgegeben hat ("}, exhibit("Anlage 1, S. 2", "e1"), {Text: ")."}}},
			doc.Paragraph{Number: "3.2", Text: words("Ich bin Journalist. Das Postfach enthält Nachrichten von Informanten, denen ich Vertraulichkeit zugesichert habe. Keine dieser Nachrichten betrifft den Gegenstand des Verfahrens.")},
		}, germanGrounds()...),
	}
}

// exhibit refers to an exhibit.
func exhibit(text, anchor string) doc.Run { return doc.Run{Text: text, Ref: anchor} }

// germanGrounds is the second half of the German document.
func germanGrounds() []doc.Block {
	return []doc.Block{
		doc.Heading{Level: 1, Number: "4", Text: words("Gründe")},
		doc.Paragraph{Number: "4.1", Text: doc.Runs{{Text: "Verhältnismäßigkeit.", Style: doc.Bold}, {Text: " Die Anordnung umfasst sieben Jahre und den gesamten Inhalt, ohne Einschränkung nach Zeitraum, Personen oder Suchbegriffen."}}},
		doc.Paragraph{Number: "4.2", Text: doc.Runs{{Text: "Schutz journalistischer Quellen.", Style: doc.Bold}, {Text: " Die Herausgabe legt offen, "}, {Text: "wer", Style: doc.Italic}, {Text: " sich mir anvertraut hat. Der Staat erhält damit, was er durch eine Durchsuchung der Redaktion nicht erhalten könnte, und die Betroffenen erfahren nichts davon. Ein milderes Mittel wäre gewesen, die Auskunft auf Bestandsdaten zu beschränken."}}},
		doc.Heading{Level: 2, Text: words("Worauf sich der Antrag stützt")},
		doc.List{Items: []doc.Item{
			{Marker: "☒", Text: []doc.Runs{words("Die Anordnung ist unverhältnismäßig.")}},
			{Marker: "☒", Text: []doc.Runs{words("Der Quellenschutz ist verletzt. Die Daten sind geschützt, auch wenn sie bei einem Anbieter in einem anderen Mitgliedstaat liegen.")}},
			{Marker: "☐", Text: []doc.Runs{words("Der Betroffene wurde nicht unterrichtet.")}},
		}},
		doc.Paragraph{Number: "4.3", Text: doc.Runs{{Text: "كتبت إلى المزوّد في 14 نوفمبر 2026 وطلبت نسخة من الأمر، فأجاب بأن «السرية» تمنعه من ذلك (Meridia Mail Ltd.).", Lang: "ar", From: "events.account"}}, KeepWithNext: true},
		doc.Paragraph{Quote: true, Text: words("Ich schrieb dem Anbieter am 14. November 2026 und bat um eine Abschrift der Anordnung; er antwortete, die „Vertraulichkeit“ hindere ihn daran (Meridia Mail Ltd.).")},
		doc.Heading{Level: 1, Number: "5", Text: words("Anlagen")},
		doc.Table{Head: []doc.Runs{words("Nr."), words("Bezeichnung"), words("Beweist"), words("Fingerabdruck (SHA-256)")}, Widths: []float64{0.7, 3, 3, 3},
			Rows: []doc.TableRow{
				{Cells: []doc.Runs{words("1"), words("Schreiben der Meridia Mail Ltd. vom 14. November 2026"), words("die Herausgabe des Postfachs"), words("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")}, Anchor: "e1"},
				{Cells: []doc.Runs{words("2"), words("Umschlag mit Poststempel"), words("den Tag der Kenntnis"), words("60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752")}, Anchor: "e2"},
			}},
		doc.Notice{Text: []doc.Runs{words("Diese Abschrift ist nicht zum Einreichen bestimmt."), words("Die Adresse ist vor dem Absenden zu prüfen.")}},
		doc.Signature{Sentence: words("Ich versichere, dass die Angaben nach bestem Wissen und Gewissen richtig und vollständig sind."),
			PlaceDate: words("Lissabon, 23. November 2026"), Name: words("Jonas Weber"), Caption: words("Unterschrift")},
	}
}

// Arabic is a document whose pages are mirrored.
func Arabic() doc.Document {
	return doc.Document{
		Lang: "ar", Title: "شكوى إلى سلطة حماية البيانات", Footer: "شكوى ليلى حداد · 2026/118", PageOf: "صفحة {page} من {pages}",
		Banner: "نسخة للقراءة: ليست للتقديم", Paper: doc.A4,
		Blocks: []doc.Block{
			doc.Letterhead{Sender: []doc.Runs{words("ليلى حداد"), words("12 شارع الجمهورية، تونس 1000"), words("l.haddad@example.org · +216 71 000 000")}, PlaceDate: words("تونس، 23 نوفمبر 2026")},
			doc.Addressee{Lines: []doc.Runs{words("الهيئة الوطنية لحماية المعطيات الشخصية"), words("تونس")}},
			doc.Title{Text: words("شكوى بشأن تسريب بيانات شخصية"), Reference: words("المادة 77 من اللائحة (الاتحاد الأوروبي) 2016/679 · الملف: AB-118/26")},
			doc.Heading{Level: 1, Number: "1", Text: words("مقدمة الشكوى")},
			doc.Facts{Rows: []doc.Fact{
				{Label: words("الاسم"), Value: []doc.Runs{words("ليلى حداد")}},
				{Label: words("تاريخ الميلاد"), Value: []doc.Runs{words("3 مارس 1984")}},
				{Label: words("مقدم الخدمة"), Value: []doc.Runs{words("Meridia Mail Ltd., Dublin")}},
				{Label: words("البيانات"), Value: []doc.Runs{words("محتوى صندوق البريد من 1 يناير 2019 إلى 30 سبتمبر 2026، مع المرفقات كلها وقائمة جهات الاتصال")}},
			}},
			doc.Heading{Level: 1, Number: "2", Text: words("الوقائع")},
			doc.Paragraph{Number: "2.1", Text: doc.Runs{{Text: "في 14 نوفمبر 2026 أخبرتني شركة Meridia Mail Ltd. (دبلن، أيرلندا) بأنها سلّمت محتوى صندوق بريدي كاملًا إلى النيابة العامة ("}, {Text: "المرفق 1", Ref: "e1"}, {Text: ")."}}},
			doc.Paragraph{Number: "2.2", Text: words("أنا صحفية. يحتوي الصندوق على رسائل من مصادر وعدتُها بالسرّية، ولا علاقة لأي رسالة منها بموضوع الإجراء. تلقّيت منذ ذلك الحين 3 مكالمات من أرقام مجهولة، وفُتح باسمي حساب لدى مصرف «الأمان» بمبلغ 1,250 €.")},
			doc.Paragraph{Number: "2.3", Text: doc.Runs{{Text: "I wrote to the provider and asked for a copy of the order. It answered that the order was confidential.", Lang: "en"}}, KeepWithNext: true},
			doc.Paragraph{Quote: true, Text: words("كتبتُ إلى مقدم الخدمة وطلبت نسخة من الأمر، فأجاب بأن الأمر سرّي.")},
			doc.Heading{Level: 1, Number: "3", Text: words("المرفقات")},
			doc.List{Items: []doc.Item{
				{Marker: "1", Text: []doc.Runs{words("رسالة من Meridia Mail Ltd. بتاريخ 14 نوفمبر 2026")}, Anchor: "e1"},
				{Marker: "☒", Text: []doc.Runs{words("لم تُبلَّغ صاحبة الشأن.")}},
			}},
			doc.Signature{Sentence: words("أصرّح بأن المعلومات الواردة أعلاه صحيحة وكاملة على حد علمي."), PlaceDate: words("تونس، 23 نوفمبر 2026"), Name: words("ليلى حداد"), Caption: words("التوقيع")},
		},
	}
}

// Letter is a document for a body of the United States.
func Letter() doc.Document {
	return doc.Document{Lang: "en", Title: "Customer challenge", Footer: "Challenge of Jane Roe", PageOf: "Page {page} of {pages}", Paper: doc.Letter,
		Blocks: []doc.Block{
			doc.Title{Text: words("Customer’s motion to challenge government’s access to financial records")},
			doc.Paragraph{Number: "1", Text: words("I am the customer whose records are sought: café, naïve, office, fi, ffl.")},
			doc.Signature{Sentence: words("I declare under penalty of perjury that the foregoing is true and correct."), Name: words("Jane Roe"), Caption: words("Signature")},
		}}
}
