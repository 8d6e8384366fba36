package routes_test

// messagePatterns are those of the motion under 18 U.S.C. 2704.
func messagePatterns() []shippedPattern {
	const asked = "facts.matter order; facts.authority police; order.state US; data.kinds communications; person.country DE; "
	const own = "us-sca-2704-customer-challenge."
	return []shippedPattern{
		{"the United States want messages, notice handed over", asked + "order.notice yes; facts.notice_how served; order.informed 16 November 2026",
			[]string{"us-sca-2704-customer-challenge open: fits=messages fits=told", "us-sca-2703h-provider-comity open: fits=abroad"}},
		{"pictures, by an authority of a kind that is not known", "facts.matter order; facts.authority unknown; order.state US; data.kinds images; order.notice yes; facts.notice_how served; order.informed 16 November 2026",
			[]string{"us-sca-2704-customer-challenge open: fits=told", "us-sca-2703h-provider-comity open:"}},
		{"posted more than 14 days ago", asked + "order.notice yes; facts.notice_how mailed; facts.mailed 5 November 2026; order.informed 12 November 2026",
			[]string{"us-sca-2703h-provider-comity open: fits=abroad", "us-sca-2704-customer-challenge closed: fits=messages fits=told over=2026-11-19"}},
		{"no way of service told: counted from the date of the notice", asked + "order.notice yes; facts.notice_how unknown; order.informed 16 November 2026; " + own + "notice_date 13 November 2026",
			[]string{"us-sca-2704-customer-challenge open: fits=messages fits=told", "us-sca-2703h-provider-comity open: fits=abroad"}},
		{"no notice of the authority", asked + "order.notice no",
			[]string{"us-sca-2703h-provider-comity open: fits=abroad fits=no_notice", "us-sca-2704-customer-challenge closed: fits=messages closed=no_notice"}},
		{"a search warrant", asked + "order.notice yes; facts.notice_how served; order.informed 16 November 2026; " + own + "process warrant",
			[]string{"us-sca-2703h-provider-comity open: fits=abroad", "us-sca-2704-customer-challenge closed: fits=messages fits=told closed=by_warrant"}},
		{"the account of somebody else", asked + "order.notice yes; facts.notice_how served; order.informed 16 November 2026; " + own + "subscriber not-mine",
			[]string{"us-sca-2703h-provider-comity open: fits=abroad", "us-sca-2704-customer-challenge closed: fits=messages fits=told closed=not_mine"}},
		{"no backup copy", asked + "order.notice yes; facts.notice_how served; order.informed 16 November 2026; " + own + "backup not-told",
			[]string{"us-sca-2703h-provider-comity open: fits=abroad", "us-sca-2704-customer-challenge closed: fits=messages fits=told closed=no_backup"}},
	}
}
