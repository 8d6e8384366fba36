package routes_test

// summonsPatterns are those of the petition to quash a summons of the Internal
// Revenue Service.
func summonsPatterns() []shippedPattern {
	const us, id = "facts.matter order; facts.authority tax; order.state US; data.kinds financial; ", "us-irs-7609-petition-to-quash "
	const own = "us-irs-7609-petition-to-quash."
	const bank = "us-rfpa-customer-challenge closed: fits=told closed=tax"
	return []shippedPattern{
		{"a summons of the IRS, the notice came by post", us + "order.notice yes; order.informed 18 November 2026; facts.notice_how mailed; facts.mailed 9 November 2026; person.country PT",
			[]string{id + "open: fits=tax fits=told", bank}},
		{"a summons of the IRS for data of another kind", "facts.matter order; facts.authority tax; order.state US; data.kinds work; order.notice yes; facts.notice_how served; order.informed 16 November 2026; person.country PT",
			[]string{id + "open: fits=tax fits=told"}},
		{"the 20th day after mailing is today", us + "order.notice yes; facts.notice_how mailed; facts.mailed 3 November 2026",
			[]string{id + "open: fits=tax fits=told", "us-rfpa-customer-challenge closed: fits=told over=2026-11-17 closed=tax"}},
		{"mailed 21 days ago: the 20th day was a Sunday, and there is no late petition", us + "order.notice yes; facts.notice_how mailed; facts.mailed 2 November 2026",
			[]string{id + "closed: fits=tax fits=told over=2026-11-22 closed=over_mailed", "us-rfpa-customer-challenge closed: fits=told over=2026-11-16 closed=tax"}},
		{"handed over officially too long ago", us + "order.notice yes; facts.notice_how served; order.informed 30 October 2026",
			[]string{id + "closed: fits=tax fits=told over=2026-11-19 closed=over_served", "us-rfpa-customer-challenge closed: fits=told over=2026-11-09 closed=tax"}},
		{"no notice has come, which does not close it", us + "order.notice no",
			[]string{id + "open: fits=tax", "us-rfpa-customer-challenge closed: closed=tax closed=no_notice"}},
		{"passed on by the bank, the notice was left there too long ago", us + "order.notice yes; facts.notice_how handed; order.informed 20 November 2026; " + own + "given_how left; " + own + "given_on 28 October 2026",
			[]string{id + "closed: fits=tax fits=told over=2026-11-17 closed=over_given", bank}},
		{"nobody knows when notice was given: counted from the earliest day", us + "order.notice yes; facts.notice_how unknown; " + own + "given_how unsure; " + own + "given_on 1 November 2026",
			[]string{id + "closed: fits=tax fits=told over=2026-11-21 closed=over_given", bank}},
		{"a summons to collect a tax that is fixed", us + "order.notice yes; facts.notice_how served; order.informed 16 November 2026; " + own + "summons_kind collection",
			[]string{id + "closed: fits=tax fits=told closed=excluded", bank}},
		{"a summons to the person", us + "order.notice yes; facts.notice_how served; order.informed 16 November 2026; " + own + "identified addressee",
			[]string{id + "closed: fits=tax fits=told closed=own_summons", bank}},
		{"bank records, wanted by an authority of a kind that is not known", "facts.matter order; facts.authority unknown; order.state US; data.kinds financial; order.notice yes; facts.notice_how served; order.informed 16 November 2026",
			[]string{"us-rfpa-customer-challenge open: fits=told", id + "open: fits=told"}},
		{"the tax authority of another country", "facts.matter order; facts.authority tax; order.state CA; data.kinds financial; order.notice yes", nil},
	}
}
