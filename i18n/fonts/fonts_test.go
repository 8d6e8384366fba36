package fonts_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"

	"recourse/i18n/fonts"
)

func document(t *testing.T) fonts.Set {
	t.Helper()
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// The faces in the program are those that build/fonts/document.py recorded, and
// no file lies beside them that is not in its list.
func TestFacesAreTheRecordedOnes(t *testing.T) {
	list, err := os.ReadFile("../../build/fonts/document.sha256")
	if err != nil {
		t.Fatal(err)
	}
	recorded := map[string]string{}
	for line := range strings.Lines(string(list)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		if rest, ours := strings.CutPrefix(name, "document/"); ours {
			recorded[rest] = sum
		}
	}
	files, err := filepath.Glob("document/*.[tg][tz]*")
	if err != nil {
		t.Fatal(err)
	}
	set := document(t)
	if len(files) != len(recorded) || len(set.Faces()) != len(recorded) {
		t.Fatalf("%d files, %d faces, %d recorded", len(files), len(set.Faces()), len(recorded))
	}
	for _, face := range set.Faces() {
		name := string(face.Name) + ".ttf"
		if strings.HasPrefix(string(face.Data()[:4]), "OTTO") {
			name = string(face.Name) + ".otf"
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(face.Data())); sum != recorded[name] {
			t.Errorf("%s has the fingerprint %s: build it anew with build/fonts/document.py", face.Name, sum)
		}
	}
}

// The licences that the faces stand under lie beside them and name them.
func TestLicencesLieBesideTheFaces(t *testing.T) {
	for file, all := range map[string][]string{
		"OFL.txt": {"SIL OPEN FONT LICENSE Version 1.1", "Noto Serif", "Armenian, Bengali, Devanagari, Ethiopic,\nGeorgian, Hebrew, Khmer, Tamil and Thai",
			"Noto Naskh Arabic", "Noto Serif CJK", "Noto Sans Symbols 2", "Noto Sans Math"},
		"APACHE.txt": {"Apache License", "Version 2.0, January 2004", "END OF TERMS", "Droid Sans Fallback"},
	} {
		text, err := os.ReadFile("document/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range all {
			if !strings.Contains(string(text), words) {
				t.Errorf("document/%s does not say %q", file, words)
			}
		}
	}
}

// The faces stay small enough to be carried in the program.
func TestFacesAreSmall(t *testing.T) {
	files, err := filepath.Glob("document/*")
	if err != nil {
		t.Fatal(err)
	}
	total := int64(0)
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > 10_000_000 {
		t.Errorf("the faces take %d bytes", total)
	}
}

// A character is set in the face of its script and style, and in the nearest
// face where that one lacks it.
func TestChooseByScriptAndStyle(t *testing.T) {
	set := document(t)
	for _, c := range []struct {
		name   string
		r      rune
		style  fonts.Style
		script language.Script
		want   fonts.Name
	}{
		{"Latin", 'é', 0, language.Latin, "NotoSerif-Regular"},
		{"Greek, bold", 'Ω', fonts.Bold, language.Greek, "NotoSerif-Bold"},
		{"Cyrillic, italic", 'ж', fonts.Italic, language.Cyrillic, "NotoSerif-Italic"},
		{"both", 'a', fonts.Bold | fonts.Italic, language.Latin, "NotoSerif-BoldItalic"},
		{"Arabic", 'ع', 0, language.Arabic, "NotoNaskhArabic-Regular"},
		{"Arabic has no italic", 'ع', fonts.Bold | fonts.Italic, language.Arabic, "NotoNaskhArabic-Bold"},
		{"space among Arabic", ' ', 0, language.Arabic, "NotoNaskhArabic-Regular"},
		{"quotation mark among Arabic", '«', 0, language.Arabic, "NotoNaskhArabic-Regular"},
		{"quotation mark among Latin", '«', 0, language.Latin, "NotoSerif-Regular"},
		{"bracket among Arabic", '(', 0, language.Arabic, "NotoSerif-Regular"},
		{"Arabic digit", '٣', 0, language.Latin, "NotoNaskhArabic-Regular"},
		{"Persian digit", '۳', 0, language.Arabic, "NotoNaskhArabic-Regular"},
		{"ballot box", '☒', fonts.Bold, language.Latin, "NotoSansSymbols2-Regular"},
		{"inequality", '≥', 0, language.Latin, "NotoSansMath-Regular"},
		{"Hebrew", 'ש', 0, language.Hebrew, "NotoSerifHebrew-Regular"},
		{"Devanagari, bold", 'क', fonts.Bold, language.Devanagari, "NotoSerifDevanagari-Bold"},
		{"Bengali", 'ক', 0, language.Bengali, "NotoSerifBengali-Regular"},
		{"danda among Bengali", '।', 0, language.Bengali, "NotoSerifBengali-Regular"},
		{"Tamil", 'க', 0, language.Tamil, "NotoSerifTamil-Regular"},
		{"Thai", 'ก', 0, language.Thai, "NotoSerifThai-Regular"},
		{"bracket among Thai", '(', 0, language.Thai, "NotoSerif-Regular"},
		{"Khmer", 'ក', 0, language.Khmer, "NotoSerifKhmer-Regular"},
		{"Ethiopic", 'ሀ', 0, language.Ethiopic, "NotoSerifEthiopic-Regular"},
		{"Georgian", 'ა', 0, language.Georgian, "NotoSerifGeorgian-Regular"},
		{"Armenian", 'ա', 0, language.Armenian, "NotoSerifArmenian-Regular"},
		{"Chinese", '诉', 0, language.Han, "NotoSerifCJKjp-Regular"},
		{"Chinese, old", '訴', fonts.Bold, language.Han, "NotoSerifCJKjp-Regular"},
		{"Chinese, rare", '㐂', 0, language.Han, "DroidSansFallback"},
		{"Japanese", 'あ', 0, language.Hiragana, "NotoSerifCJKjp-Regular"},
		{"Korean", '한', 0, language.Hangul, "NotoSerifCJKjp-Regular"},
		{"Korean, rare", '똠', 0, language.Hangul, "NotoSerifCJKjp-Regular"},
		{"wide quotation mark", '“', 0, language.Han, "NotoSerifCJKjp-Regular"},
		{"quotation mark among Latin", '“', 0, language.Latin, "NotoSerif-Regular"},
		{"digit among Chinese", '2', 0, language.Han, "NotoSerif-Regular"},
		{"full stop of Chinese", '。', 0, language.Latin, "NotoSerifCJKjp-Regular"},
	} {
		face, ok := set.Choose(c.r, c.style, c.script)
		if !ok || face.Name != c.want {
			t.Errorf("%s: %q is set in %v, want %s", c.name, c.r, face, c.want)
		}
	}
}

// Every character that documents need in the shipped languages can be drawn.
func TestNothingIsMissingFromTheShippedLanguages(t *testing.T) {
	set := document(t)
	for name, text := range map[string]string{
		"signs":       "☒ ☐ ☑ ✓ • – — · “ ” „ ‚ ‘ ’ « » ‹ › € £ § ¶ † № … → ≤ ≥ − × ½ ° @ # % & /",
		"Latin":       "ÄÖÜäöüßẞ ÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆ ąćęłńóśźż čďěňřšťůž őű ăâîșț ğışİ đêôơư Ệ ħ þ ð ŵ",
		"Greek":       "Άλφα βήτα ΐ ΰ ώ ς ᾳ",
		"Cyrillic":    "Съешь ещё этих мягких ђјљњћџ ґєії ў қңғүұһәө",
		"Arabic":      "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ةىءآأإؤئ ًٌٍَُِّْ ٠١٢٣٤٥٦٧٨٩ ، ؛ ؟ ـ",
		"Persian":     "پچژگکی ۰۱۲۳۴۵۶۷۸۹ می‌روم",
		"Urdu":        "ا آ ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ں و ؤ ہ ۂ ھ ء ی ئ ے ۓ ۃ ۴۵۶۷ ۔ ، ؟ ؛ ٪ ؐ ٔ",
		"Hebrew":      "אבגדהוזחטיכךלמםנןסעפףצץקרשת שָׁלוֹם ״ ׳ ־ ₪",
		"Devanagari":  "अआइईउऊऋएऐओऔ कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह ळ क़ख़ग़ज़ड़ढ़फ़ ािीुूृेैोौंःँ़् ०१२३४५६७८९ । ॥ ॐ ₹ ऽ",
		"Bengali":     "অআইঈউঊঋএঐওঔ কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ ড়ঢ়য় ৎংঃঁ ািীুূৃেৈোৌ্ ০১২৩৪৫৬৭৮৯ । ৳ ৰৱ",
		"Tamil":       "அஆஇஈஉஊஎஏஐஒஓஔஃ கஙசஞடணதநபமயரலவழளறன ஜஷஸஹ க்ஷ ஸ்ரீ ாிீுூெேைொோௌ் ௧௨௩ ₹",
		"Thai":        "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ ะัาำิีึืุูเแโใไๅๆ็่้๊๋์ํ๎ ฯ ๐๑๒๓๔๕๖๗๘๙ ฿",
		"Khmer":       "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ ឥឦឧឪឫឬឭឮឯឰឱឳ ាិីឹឺុូួើឿៀេែៃោៅំះៈ់៌៍័្ ០១២៣៤៥៦៧៨៩ ។ ៕ ៗ ៖ ៛",
		"Ethiopic":    "ሀለሐመሠረሰሸቀበተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ ሁሂሃሄህሆ ፡ ። ፣ ፤ ፩፪፫ ቷ ኋ",
		"Georgian":    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ ᲐᲑᲒ ₾",
		"Armenian":    "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև ՛ ՜ ՝ ՞ ։ ֏",
		"Chinese":     "关于违反数据保护法的投诉书,我的个人信息。、;:?!()「」『』《》〈〉【】——……“”‘’¥ 〇 ㈠ 龘 䶮 囍",
		"old Chinese": "關於違反資料保護法之申訴書,個人資料。 臺灣 灣 鬱 龜",
		"Japanese":    "個人情報保護法違反に関する申立書 ァィゥェォッャュョ ヶ 々 ー 「」、。・〜 ㈱ 直 骨 辻 髙 﨑 ①②",
		"Korean":      "개인정보 보호법 위반에 관한 진정서 「」 · … 똠 뷁 ㄱㄴㄷ ㅏㅑ 大韓民國",
		"hidden":      "a\u200bb\u200dc\u2066d\u2069\ufeff\u00ad\n\t\x00\x7f",
	} {
		if missing := set.Missing(text); len(missing) > 0 {
			t.Errorf("%s: no face draws %q", name, missing)
		}
	}
}

// Missing names each character once, in the order of appearance.
func TestMissingNamesEachOnce(t *testing.T) {
	got := document(t).Missing("aກ😀bກ\u1000")
	if want := []rune{'ກ', '😀', 'က'}; !slices.Equal(got, want) {
		t.Errorf("missing %q, want %q", got, want)
	}
}

// Characters that have no shape are told from those that are drawn.
func TestSilentAndJoiner(t *testing.T) {
	for _, c := range []struct {
		name           string
		r              rune
		silent, joiner bool
	}{
		{"letter", 'a', false, false}, {"space", ' ', false, false}, {"no-break space", 0xA0, false, false},
		{"control", 0x07, true, false}, {"newline", '\n', true, false}, {"soft hyphen", 0xAD, true, false},
		{"override", 0x202E, true, false}, {"isolate", 0x2067, true, false}, {"zero-width space", 0x200B, true, false},
		{"byte order mark", 0xFEFF, true, false}, {"noncharacter", 0xFFFE, true, false}, {"noncharacter of plane 2", 0x2FFFF, true, false},
		{"Arabic number sign", 0x0600, false, false}, {"end of ayah", 0x06DD, false, false},
		{"non-joiner", 0x200C, false, true}, {"joiner", 0x200D, false, true}, {"variation selector", 0xFE0F, false, true},
		{"combining mark", 0x0301, false, false}, {"tag", 0xE0041, true, false}, {"line separator", 0x2028, true, false},
	} {
		if got := fonts.Silent(c.r); got != c.silent {
			t.Errorf("%s: silent is %v", c.name, got)
		}
		if got := fonts.Joiner(c.r); got != c.joiner {
			t.Errorf("%s: joiner is %v", c.name, got)
		}
	}
}

// Faces are found by the names that pages give them.
func TestFaceByName(t *testing.T) {
	set := document(t)
	for _, face := range set.Faces() {
		if got, ok := set.Face(face.Name); !ok || got != face {
			t.Errorf("%s is not found", face.Name)
		}
	}
	if _, ok := set.Face("Unknown-Regular"); ok {
		t.Error("a face that is not there is found")
	}
}

// A face is read once, whichever of many goroutines needs it first, and always
// with the same result.
func TestFacesAreReadOnce(t *testing.T) {
	set := document(t)
	face, _ := set.Face("NotoSerifThai-Regular")
	seen := make(chan *byte, 8)
	for range cap(seen) {
		go func() {
			face.Draws('ก')
			seen <- &face.Data()[0]
		}()
	}
	first := <-seen
	for range cap(seen) - 1 {
		if again := <-seen; again != first {
			t.Error("the face was read twice")
		}
	}
}
