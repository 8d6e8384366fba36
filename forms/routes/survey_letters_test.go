package routes_test

import "slices"

// letterPatterns are those of the letters that stand beside a filing or before it.
func letterPatterns() []shippedPattern {
	return slices.Concat(providerLetterPatterns())
}

// providerLetterPatterns are those of the letter to the provider about a demand of
// the United States.
func providerLetterPatterns() []shippedPattern {
	const asked = "facts.matter order; facts.authority prosecutor; order.state US; data.kinds account; order.notice no; "
	const own = "us-sca-2703h-provider-comity."
	return []shippedPattern{
		{"the provider has told a customer in the United Kingdom", asked + "person.country GB",
			[]string{own[:len(own)-1] + " open: fits=abroad fits=no_notice", "us-sca-2704-customer-challenge closed: closed=no_notice"}},
		{"a customer in the United States can write too", asked + "person.country US; " + own + "us_person us",
			[]string{own[:len(own)-1] + " open: fits=no_notice", "us-sca-2704-customer-challenge closed: closed=no_notice"}},
		{"the 14 days of the provider are over: the letter stays open", asked + "person.country AU; " + own + "us_person not-us; " + own + "served_on 2 November 2026",
			[]string{own[:len(own)-1] + " open: fits=abroad fits=no_notice over=2026-11-16 late=provider_motion.late", "us-sca-2704-customer-challenge closed: closed=no_notice"}},
		{"a summons of the tax authority for messages", "facts.matter order; facts.authority tax; order.state US; data.kinds communications; order.notice no; person.country GB", nil},
		{"bank records alone", "facts.matter order; facts.authority police; order.state US; data.kinds financial; order.notice no; person.country GB",
			[]string{"us-rfpa-customer-challenge closed: closed=no_notice"}},
	}
}
