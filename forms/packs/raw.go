package packs

// The structs of this file are the YAML of docs/PACKS.md, field by field and in
// the canonical order. They hold what is written; build.go makes the vocabulary
// of package forms of them.

type rawCommon struct {
	Format int       `yaml:"format"`
	ID     string    `yaml:"id"`
	Items  []rawItem `yaml:"items"`
}

type rawProcedure struct {
	Format    int           `yaml:"format"`
	ID        string        `yaml:"id"`
	Version   int           `yaml:"version"`
	Status    string        `yaml:"status"`
	Role      string        `yaml:"role"`
	AsOf      string        `yaml:"as_of"`
	CheckBy   string        `yaml:"check_by"`
	Review    *rawReview    `yaml:"review"`
	Valid     *rawValid     `yaml:"valid"`
	Paper     string        `yaml:"paper"`
	Body      rawBody       `yaml:"body"`
	Sources   []rawSource   `yaml:"sources"`
	Sections  []rawSection  `yaml:"sections"`
	Notices   []rawNotice   `yaml:"notices"`
	Deadlines []rawDeadline `yaml:"deadlines"`
	Outline   []rawBlock    `yaml:"outline"`
	Sheets    []rawSheet    `yaml:"sheets"`
	Filing    []rawStep     `yaml:"filing"`
	Route     *rawRoute     `yaml:"route"`
	Omits     []rawOmission `yaml:"omits"`
}

type rawValid struct {
	From string `yaml:"from"`
	To   string `yaml:"to"`
}

type rawBody struct {
	Authority string   `yaml:"authority"`
	State     []string `yaml:"state"`
	Name      string   `yaml:"name"`
	Address   string   `yaml:"address"`
	Country   string   `yaml:"country"`
	Language  string   `yaml:"language"`
}

type rawSource struct {
	ID        string `yaml:"id"`
	Title     string `yaml:"title"`
	URL       string `yaml:"url"`
	Grade     string `yaml:"grade"`
	Retrieved string `yaml:"retrieved"`
	CheckBy   string `yaml:"check_by"`
}

type rawSection struct {
	Use     string      `yaml:"use"`
	ID      string      `yaml:"id"`
	When    string      `yaml:"when"`
	Help    []string    `yaml:"help"`
	Without []string    `yaml:"without"`
	Change  []rawChange `yaml:"change"`
	More    []rawItem   `yaml:"more"`
	Items   []rawItem   `yaml:"items"`
}

// rawChange is what a procedure sets anew on a common item.
type rawChange struct {
	ID       string   `yaml:"id"`
	When     string   `yaml:"when"`
	Required string   `yaml:"required"`
	Together *bool    `yaml:"together"`
	Law      []string `yaml:"law"`
}

// rawItem is a question, a repeat, or the use of a common item.
type rawItem struct {
	Use      string      `yaml:"use"`
	Without  []string    `yaml:"without"`
	Repeat   string      `yaml:"repeat"`
	ID       string      `yaml:"id"`
	Kind     string      `yaml:"kind"`
	Options  []rawOption `yaml:"options"`
	When     string      `yaml:"when"`
	Required string      `yaml:"required"`
	Checks   []rawCheck  `yaml:"checks"`
	Skips    []string    `yaml:"skips"`
	Private  bool        `yaml:"private"`
	Hard     bool        `yaml:"hard"`
	Together *bool       `yaml:"together"`
	Max      int         `yaml:"max"`
	Min      int         `yaml:"min"`
	Help     []string    `yaml:"help"`
	Law      []string    `yaml:"law"`
	Items    []rawItem   `yaml:"items"`
}

type rawOption struct {
	Code    string   `yaml:"code"`
	When    string   `yaml:"when"`
	Article bool     `yaml:"article"`
	Hint    bool     `yaml:"hint"`
	Law     []string `yaml:"law"`
	Mark    string   `yaml:"mark"`
	Source  string   `yaml:"source"`
}

// UnmarshalYAML reads an option that is a code alone, or a map.
func (o *rawOption) UnmarshalYAML(unmarshal func(any) error) error {
	var code string
	if unmarshal(&code) == nil {
		*o = rawOption{Code: code}
		return nil
	}
	type plain rawOption
	return unmarshal((*plain)(o))
}

type rawCheck struct {
	Code string `yaml:"code"`
	Rule string `yaml:"rule"`
}

// UnmarshalYAML reads a check that is a name alone, or a map.
func (c *rawCheck) UnmarshalYAML(unmarshal func(any) error) error {
	var code string
	if unmarshal(&code) == nil {
		*c = rawCheck{Code: code}
		return nil
	}
	type plain rawCheck
	return unmarshal((*plain)(c))
}

type rawNotice struct {
	ID     string    `yaml:"id"`
	Effect string    `yaml:"effect"`
	Route  string    `yaml:"route"`
	When   string    `yaml:"when"`
	Over   string    `yaml:"over"`
	At     string    `yaml:"at"`
	Valid  *rawValid `yaml:"valid"`
	Law    []string  `yaml:"law"`
	Mark   string    `yaml:"mark"`
	Source string    `yaml:"source"`
}

type rawDeadline struct {
	ID      string        `yaml:"id"`
	Kind    string        `yaml:"kind"`
	When    string        `yaml:"when"`
	Trigger string        `yaml:"trigger"`
	Count   *rawCount     `yaml:"count"`
	Extend  *rawExtension `yaml:"extend"`
	Lodged  bool          `yaml:"lodged"`
	Notice  *rawLimit     `yaml:"notice"`
	Events  *rawValid     `yaml:"events"`
	Safe    *rawSafe      `yaml:"safe"`
	Late    *rawLate      `yaml:"late"`
	Valid   *rawValid     `yaml:"valid"`
	Law     []string      `yaml:"law"`
	Mark    string        `yaml:"mark"`
	Source  string        `yaml:"source"`
}

type rawCount struct {
	From      string   `yaml:"from"`
	NotBefore []string `yaml:"not_before"`
	Length    int      `yaml:"length"`
	Unit      string   `yaml:"unit"`
	Method    string   `yaml:"method"`
	Calendar  string   `yaml:"calendar"`
	Roll      bool     `yaml:"roll"`
}

type rawExtension struct {
	When   string `yaml:"when"`
	Length int    `yaml:"length"`
	Unit   string `yaml:"unit"`
}

type rawLimit struct {
	LastDay string `yaml:"last_day"`
	Length  string `yaml:"length"`
	Unit    string `yaml:"unit"`
	Event   string `yaml:"event"`
	From    string `yaml:"from"`
}

type rawBlock struct {
	Block        string            `yaml:"block"`
	ID           string            `yaml:"id"`
	When         string            `yaml:"when"`
	Page         bool              `yaml:"page"`
	Sender       []string          `yaml:"sender"`
	To           []string          `yaml:"to"`
	Window       string            `yaml:"window"`
	Parties      []rawParty        `yaml:"parties"`
	Reference    []string          `yaml:"reference"`
	Enclosures   []string          `yaml:"enclosures"`
	Fingerprints bool              `yaml:"fingerprints"`
	Dated        bool              `yaml:"dated"`
	Pages        int               `yaml:"pages"`
	Principal    []string          `yaml:"principal"`
	Agent        []string          `yaml:"agent"`
	Sentence     string            `yaml:"sentence"`
	Args         map[string]string `yaml:"args"`
	Signer       []string          `yaml:"signer"`
	Organisation string            `yaml:"organisation"`
	Capacity     string            `yaml:"capacity"`
	Behalf       string            `yaml:"behalf"`
	Place        string            `yaml:"place"`
	Date         string            `yaml:"date"`
	Form         string            `yaml:"form"`
	Revocation   string            `yaml:"revocation"`
	Officer      string            `yaml:"officer"`
	Fields       []rawField        `yaml:"fields"`
	Items        []rawEntry        `yaml:"items"`
}

type rawParty struct {
	Role    string   `yaml:"role"`
	When    string   `yaml:"when"`
	Names   []string `yaml:"names"`
	Text    string   `yaml:"text"`
	Details []string `yaml:"details"`
	Beside  bool     `yaml:"beside"`
}

type rawField struct {
	ID      string   `yaml:"id"`
	From    []string `yaml:"from"`
	Limit   int      `yaml:"limit"`
	Lines   int      `yaml:"lines"`
	Columns int      `yaml:"columns"`
	Count   string   `yaml:"count"`
}

type rawEntry struct {
	Facts     []string          `yaml:"facts"`
	Limit     int               `yaml:"limit"`
	Lines     int               `yaml:"lines"`
	Columns   int               `yaml:"columns"`
	Count     string            `yaml:"count"`
	Text      string            `yaml:"text"`
	Args      map[string]string `yaml:"args"`
	Prose     string            `yaml:"prose"`
	Checklist string            `yaml:"checklist"`
	Every     bool              `yaml:"every"`
	List      string            `yaml:"list"`
	Each      string            `yaml:"each"`
	When      string            `yaml:"when"`
	Under     []rawUnder        `yaml:"under"`
	Items     []rawEntry        `yaml:"items"`
}

type rawUnder struct {
	Code  string     `yaml:"code"`
	Items []rawEntry `yaml:"items"`
}

type rawSheet struct {
	ID      string     `yaml:"id"`
	Outline []rawBlock `yaml:"outline"`
}

type rawStep struct {
	ID     string   `yaml:"id"`
	When   string   `yaml:"when"`
	Law    []string `yaml:"law"`
	Mark   string   `yaml:"mark"`
	Source string   `yaml:"source"`
}

type rawOmission struct {
	Law    string `yaml:"law"`
	Reason string `yaml:"reason"`
}
