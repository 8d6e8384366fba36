package forms

import "recourse/forms/cond"

// The blocks of court papers, forms and letters, beside those of every document.
const (
	BlockParties      BlockKind = "parties"      // who stands against whom
	BlockCover        BlockKind = "cover"        // a sheet of its own on top: title, parties, enclosures, pages
	BlockCertificate  BlockKind = "certificate"  // of service or mailing: who, how, when
	BlockSworn        BlockKind = "sworn"        // a sworn statement with the lines of the officer
	BlockVerification BlockKind = "verification" // a signature that a notary certifies
	BlockMandate      BlockKind = "mandate"      // a power of attorney
	BlockTranslator   BlockKind = "translator"   // the statement of each translator of the person's words
	BlockWorksheet    BlockKind = "worksheet"    // the fields of a portal or form, a box for each
	BlockAnnex        BlockKind = "annex"        // what is enclosed with a form, with pages of its own
)

// BlockKinds lists the kinds of blocks in the order of the docs.
func BlockKinds() []BlockKind {
	return []BlockKind{BlockLetterhead, BlockAddressee, BlockTitle, BlockParties, BlockContents, BlockSection, BlockWorksheet,
		BlockAnnex, BlockExhibits, BlockSignature, BlockCover, BlockCertificate, BlockSworn, BlockVerification, BlockMandate,
		BlockTranslator, BlockNotices, BlockDeadlines}
}

// Headed tells whether blocks of the kind have an id and, in the catalog, a heading.
func (k BlockKind) Headed() bool {
	switch k {
	case BlockSection, BlockWorksheet, BlockAnnex, BlockCover, BlockCertificate, BlockSworn, BlockVerification, BlockMandate, BlockTranslator:
		return true
	case BlockLetterhead, BlockAddressee, BlockTitle, BlockParties, BlockContents, BlockExhibits, BlockSignature, BlockNotices, BlockDeadlines:
		return false
	}
	return false
}

// Signs tells whether blocks of the kind have a sentence that is signed. All but
// BlockSignature have a shared one, for packs that do not give their own.
func (k BlockKind) Signs() bool {
	switch k {
	case BlockSignature, BlockCertificate, BlockSworn, BlockVerification, BlockMandate, BlockTranslator:
		return true
	case BlockSection, BlockWorksheet, BlockAnnex, BlockCover, BlockLetterhead, BlockAddressee, BlockTitle, BlockParties, BlockContents,
		BlockExhibits, BlockNotices, BlockDeadlines:
		return false
	}
	return false
}

// Furniture is the fields of the blocks of court papers, forms and letters.
type Furniture struct {
	Page         bool          // any block: begins a new page
	To           []ID          // addressee: name and address of one who is not the body; empty for the body
	Window       ID            // addressee: whose country's window envelope it is placed for
	Parties      []Party       // parties, cover
	Enclosures   []string      // cover: texts of what is enclosed beside the exhibits
	Fingerprints bool          // exhibits
	Dated        bool          // exhibits: in the order of their dates, with a column for the page
	Pages        int           // annex: the most pages that the body takes; 0 for no limit
	Principal    []ID          // mandate: name, address and so on of who gives it
	Agent        []ID          // mandate: the same of who receives it
	Args         map[string]ID // of Sentence, Revocation and Officer
	Organisation ID            // blocks that are signed: whose name stands before that of the signer
	Capacity     ID            // blocks that are signed: what the signer signs as
	Behalf       ID            // letterhead, blocks that are signed: for whom, if it is somebody else
	Form         SignatureForm
	Revocation   string // mandate: the text on how it ends; "" for the shared one
	Officer      string // sworn, verification: the text that the officer or notary completes; "" for the shared one
	Fields       []Field
}

// Party is one party in the heading of a court paper. It is named by the first of
// Names that is answered, or by Text. Without a name it is left out.
type Party struct {
	Role    string    // its words are in the catalog, under doc.p.<role>
	When    cond.Expr // zero: always
	Names   []ID
	Text    string
	Details []ID // a line each
	Beside  bool // on the side of the party before
}

// SignatureForm is how a block is signed.
type SignatureForm string

// The forms of a signature.
const (
	DrawnSignature SignatureForm = "drawn" // a line for the hand
	TypedSignature SignatureForm = "typed" // the name, typed
	ImageSignature SignatureForm = "image" // a picture of the signature where there is one, else drawn
)

// Field is one field of a portal or form on a worksheet, in the order of that form.
type Field struct {
	ID   string // its words are in the catalog, under doc.w.<block>.<id>
	From []ID   // the answers that go into it, one below the other
	Limit
}

// Limit is the most that a field of a form takes: characters, or lines of so many
// columns. The rest goes to an annex. The zero Limit is none.
type Limit struct {
	Characters int
	Lines      int
	Columns    int // of a line; 0 is DefaultColumns
	Unit       CountUnit
}

// CountUnit is what a form takes for a character. The zero CountUnit is UTF16.
type CountUnit string

// The units that forms count in.
const (
	UTF16      CountUnit = "utf16"      // as browsers count: 16-bit units
	Codepoints CountUnit = "codepoints" // characters of Unicode
	Graphemes  CountUnit = "graphemes"  // what a reader takes for one character
)

// DefaultColumns is how many characters a line of a form holds if it does not say.
const DefaultColumns = 80

// IsZero tells whether there is no limit.
func (l Limit) IsZero() bool { return l.Characters == 0 && l.Lines == 0 }
