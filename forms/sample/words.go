package sample

import (
	"recourse/forms"
	"recourse/i18n"
)

// All names, places and events in here are invented.

var people = []forms.Person{
	{Given: "Jonas", Family: "Weber"},
	{Given: "Lucía", Family: "Peña Ortúzar"},
	{Given: "Zoë", Family: "Łukasiewicz-Świątek"},
	{Given: "Ελένη", Family: "Παπαδοπούλου"},
	{Given: "Борис", Family: "Щербаков"},
	{Given: "ليلى", Family: "حدّاد"},
	{Given: "Nguyễn Thị", Family: "Ánh"},
	{Given: "Sukarno"},
	{Given: "Siobhán", Family: "O’Flaherty"},
}

var addresses = []forms.Address{
	{Lines: []string{"Musterweg 12"}, Postcode: "10999", City: "Berlin", Country: "DE"},
	{Lines: []string{"Rua do Exemplo 7, 3.º Esq."}, Postcode: "1200-093", City: "Lisboa", Country: "PT"},
	{Lines: []string{"8 rue de l’Échantillon", "Bâtiment C"}, Postcode: "69003", City: "Lyon", Country: "FR"},
	{Lines: []string{"Οδός Παραδείγματος 5"}, Postcode: "105 58", City: "Αθήνα", Country: "GR"},
	{Lines: []string{"ул. Примерная, 3"}, Postcode: "1000", City: "София", Country: "BG"},
	{Lines: []string{"شارع المثال ١٢"}, City: "بيروت", Country: "LB"},
	{Lines: []string{"Flat 2, 14 Sample Street"}, Postcode: "D02 X000", City: "Dublin", Country: "IE"},
}

var countries = []string{"DE", "FR", "IE", "NL", "RO", "BG", "DK", "AT", "GR", "ES", "LB", "US"}

// texts are lines by what the name of the question says it asks for; questions
// of other names take from those of "".
var texts = map[string][]string{
	"place":        {"Berlin", "Lisboa", "Αθήνα", "София", "بيروت"},
	"reference":    {"274 Js 118/26", "K-2026/00417-β", "2026/МВ-19"},
	"authority":    {"Staatsanwaltschaft Musterstadt", "Parquet d’Exempleville", "Εισαγγελία Παραδείγματος"},
	"validated_by": {"Amtsgericht Musterstadt", "Tribunal d’Exempleville"},
	"court":        {"Landgericht Musterstadt", "Tribunal judiciaire d’Exempleville", "محكمة المثال"},
	"organisation": {"Beratungsstelle Muster e. V.", "Association d’Exemple « Étoile »"},
	"offence":      {"fraud", "défaut d’exemple, art. 0", "Computerbetrug"},
	"account":      {"account 4711-0815 (“premium”)", "postfach@example.org"},
	"service":      {"example.com, customer number 4711-0815", "تطبيق المثال"},
	"contact":      {"privacy@example.com", "Datenschutzbeauftragte, Postfach 1"},
	"title":        {"Letter of the provider", "Bescheid", "Capture d’écran du compte", "رسالة من الشركة"},
	"": {
		"Meridia Mail Ltd.",
		"Société d’Exemple « Étoile » SARL",
		"Παράδειγμα Α.Ε.",
		"ООО «Пример»",
		"شركة المثال",
		"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
	},
}

var words = map[i18n.Tag][]string{
	"en": {
		"On that morning I found that my account had been opened from a country where I have never been.",
		"The company wrote: “We take your privacy seriously”, and nothing else.",
		"Since then I have changed every password, and I still sleep badly.",
		"Nobody told me which of my data were taken, although I asked three times.",
		"The letter names the address https://www.example.org/notices/2026/a-very-long-path-that-nobody-would-ever-type-by-hand-but-that-must-not-leave-the-page.",
		"My clients trusted me with their letters; some of them were in that mailbox.",
	},
	"fr": {
		"Ce matin-là, j’ai constaté que mon compte avait été ouvert depuis un pays où je ne suis jamais allée.",
		"La société a répondu : « Nous prenons votre vie privée au sérieux », sans rien d’autre.",
		"Depuis, j’ai changé tous mes mots de passe et je dors toujours mal.",
		"Personne ne m’a dit quelles données avaient été prises, bien que je l’aie demandé à trois reprises.",
		"L’œuvre entière de dix années se trouvait dans cette boîte aux lettres.",
	},
	"de": {
		"An diesem Morgen stellte ich fest, dass mein Konto aus einem Land geöffnet worden war, in dem ich nie gewesen bin.",
		"Das Unternehmen schrieb nur: „Wir nehmen den Schutz Ihrer Daten ernst“.",
		"Seither habe ich alle Passwörter geändert und schlafe noch immer schlecht.",
		"Niemand hat mir gesagt, welche Daten abgeflossen sind, obwohl ich dreimal gefragt habe.",
		"Die Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesakte lag ebenfalls in diesem Postfach.",
	},
	"ar": {
		"في ذلك الصباح وجدتُ أن حسابي قد فُتح من بلد لم أزره قط.",
		"كتبت الشركة: «نحن نأخذ خصوصيتك على محمل الجد»، ولا شيء غير ذلك.",
		"منذ ذلك الحين غيّرتُ كل كلمات المرور (وعددها 14) وما زلت لا أنام جيدًا.",
		"لم يخبرني أحد أي بيانات أُخذت، مع أنني سألت ثلاث مرات عبر البريد help@example.org.",
		"كانت رسائل من وثقوا بي في صندوق البريد لدى Meridia Mail Ltd. أيضًا.",
	},
	"el": {
		"Εκείνο το πρωί διαπίστωσα ότι ο λογαριασμός μου είχε ανοιχτεί από χώρα όπου δεν έχω πάει ποτέ.",
		"Κανείς δεν μου είπε ποια δεδομένα πάρθηκαν, παρόλο που ρώτησα «τρεις φορές».",
	},
	"ru": {
		"В то утро я обнаружила, что мою учётную запись открыли из страны, где я никогда не была.",
		"Никто не сказал мне, какие данные были похищены, хотя я спрашивала «трижды».",
	},
}
