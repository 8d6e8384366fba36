package routes_test

import "slices"

// letterPatterns are those of the letters that stand beside a filing or before it.
func letterPatterns() []shippedPattern {
	return slices.Concat(providerLetterPatterns(), controllerLetterPatterns())
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
		{"a summons of the tax authority for messages", "facts.matter order; facts.authority tax; order.state US; data.kinds communications; order.notice no; person.country GB", []string{"us-irs-7609-petition-to-quash open: fits=tax"}},
		{"bank records alone", "facts.matter order; facts.authority police; order.state US; data.kinds financial; order.notice no; person.country GB",
			[]string{"us-rfpa-customer-challenge closed: closed=no_notice"}},
	}
}

// controllerLetterPatterns are those of the letter to the organisation itself.
func controllerLetterPatterns() []shippedPattern {
	return []shippedPattern{
		{"a wrong entry at a credit agency in the EEA", "facts.matter data; events.kinds inaccurate; other.known known; other.kind company; other.country AT; person.country EG",
			[]string{"gdpr-controller-request open: fits=rights", "gdpr-art77-complaint open:"}},
		{"an account was locked, only the brand is known", "facts.matter account; other.known partly; other.kind platform; person.country FR",
			[]string{"gdpr-art77-complaint open: fits=lives_here", "gdpr-controller-request open:"}},
		{"nobody knows who has the data", "facts.matter data; events.kinds breach; other.known unknown; other.kind unknown; person.country FR",
			[]string{"gdpr-art77-complaint open: fits=lives_here fits=told_by_them weak=not_known", "gdpr-controller-request closed: fits=what_got_out closed=unknown"}},
		{"the organisation and everything else are outside the EEA", "facts.matter data; events.kinds marketing; other.known known; other.kind company; other.country CA; person.country CA; person.work_country CA; events.country CA",
			[]string{"gdpr-controller-request closed: fits=rights closed=outside", "gdpr-art77-complaint closed: closed=outside"}},
	}
}
