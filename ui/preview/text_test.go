package preview

import (
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"

	"recourse/forms/doc"
	"recourse/i18n"
)

// prose is a text whose words are looked for in what PDFium takes out of the
// file. A script that Recourse has a face for gets a line.
var prose = []struct {
	name  string
	lang  i18n.Tag
	least float64 // share of the words
	text  string
}{
	{"English", "en", 1, "The office filed affidavits; “naïve” efforts—fjords, AVATAR, flow—cost £1,250.50 (50 % of it). See § 5.1: it’s final."},
	{"German", "de", 1, "Die angegriffene Verfügung trifft Straße, Maß und Übermaß; „größtenteils“ schriftlich, Auflage fünf, Stoffflut, ẞ."},
	{"Greek", "el", 1, "Η προσφυγή υποβλήθηκε στις 14 Νοεμβρίου· «Ευρωπαϊκή» Αρχή, ώστε να κριθεί. Άρθρο 77."},
	{"Russian", "ru", 1, "Жалоба подана 14 ноября; «объём» данных — ещё неизвестен. № 5, Щука, съезд, йод."},
	{"Arabic", "ar", 0.9, "كتبت إلى المزوّد في 14 نوفمبر 2026 وطلبت نسخة من الأمر، فأجاب بأن «السرية» تمنعه من ذلك. الحمد لله؛ وعدتُها بالسرّية، ولا علاقة لأي رسالة منها بموضوع الإجراء؟ بِسْمِ اللَّهِ كاملًا."},
	{"Persian", "fa", 0.9, "من در ۱۴ نوامبر ۲۰۲۶ به ارائه‌دهنده نامه نوشتم و رونوشت دستور را خواستم؛ پاسخ داد که «محرمانه» است. می‌روم، پرونده‌ها گزارش شده‌اند."},
	{"Urdu", "ur", 0.9, "میں نے فراہم کنندہ کو لکھا اور حکم کی نقل مانگی۔ معلومات ٹھیکہ ہے، کیا یہ درست ہے؟"},
	{"Hebrew", "he", 0.9, "ב־14 בנובמבר 2026 הודיעה לי החברה שאלמונים חדרו למערכותיה; השבתי: \"פרטיותכם חשובה לנו\", כך היא מסיימת. ביקשתי מן הרשות לבדוק כיצד הגנה החברה על המידע שלי. שָׁלוֹם וּבְרָכָה!"},
	{"Hindi", "hi", 1, "मैंने 14 नवंबर 2026 को कंपनी को लिखा और आदेश की प्रति माँगी; उत्तर नहीं मिला। क्या यह ठीक है?"},
	{"Bengali", "bn", 1, "আমি ১৪ নভেম্বর কোম্পানিকে লিখেছি এবং আদেশের অনুলিপি চেয়েছি; উত্তর পাইনি। এটি কি ঠিক?"},
	{"Tamil", "ta", 1, "நான் நவம்பர் 14 அன்று நிறுவனத்திற்கு எழுதினேன்; பதில் கிடைக்கவில்லை. இது சரியா?"},
	{"Amharic", "am", 1, "ኅዳር 5 ቀን 2019 ዓ.ም. ድርጅቱ ያልታወቁ ሰዎች መረጃዬን እንደወሰዱ አሳወቀኝ። ይህ ይበቃልን?"},
	{"Georgian", "ka", 1, "ბანკმა ჩემი ანგარიში დაბლოკა; პასუხი არ მიმიღია. საკმარისია კი ეს?"},
	{"Armenian", "hy", 1, "Ընկերությունը հայտնեց, որ անհայտ անձինք վերցրել են իմ տվյալները։ Բավարա՞ր է դա։"},
	{"Korean", "ko", 1, "회사는 신원을 알 수 없는 자들이 시스템에 침입하여 여권 사본을 가져갔다고 알려 왔습니다."},
}

// PDFium, which is in most browsers, takes the words out of our files: all where
// lines run from left to right, nine of ten in Arabic script.
func TestWordsComeOutInPDFium(t *testing.T) {
	for _, p := range prose {
		t.Run(p.name, func(t *testing.T) {
			d := doc.Document{Lang: p.lang, Title: p.name}
			for range 3 {
				d.Blocks = append(d.Blocks, doc.Paragraph{Text: doc.Runs{{Text: p.text + " " + p.text}}})
			}
			data, _ := written(t, d)
			got := ""
			asked(t, data, func(pdfium pdfium.Pdfium, page func(int) requests.Page) error {
				r, err := pdfium.GetPageText(&requests.GetPageText{Page: page(0)})
				if err == nil {
					got = r.Text
				}
				return err
			})
			share := found(strings.Fields(got), strings.Fields(strings.Repeat(p.text+" ", 6)))
			t.Logf("%.3f", share)
			if share < p.least {
				t.Errorf("%.3f of the words, want %.2f, in\n%s", share, p.least, got)
			}
		})
	}
}

// found returns the share of the wanted words that are among those got, each as
// often as it is wanted.
func found(got, want []string) float64 {
	have := map[string]int{}
	for _, w := range got {
		have[w]++
	}
	hits := 0
	for _, w := range want {
		if have[w] > 0 {
			have[w]--
			hits++
		}
	}
	return float64(hits) / float64(len(want))
}
