package routes_test

import "slices"

// letterPatterns are those of the letters that stand beside a filing or before it.
func letterPatterns() []shippedPattern {
	return slices.Concat(providerLetterPatterns(), controllerLetterPatterns(), mandatePatterns())
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
			[]string{"gdpr-controller-request open: fits=rights", "gdpr-art77-complaint open:", "gdpr-representative-mandate open: weak=if_somebody_acts"}},
		{"an account was locked, only the brand is known", "facts.matter account; other.known partly; other.kind platform; person.country FR",
			[]string{"gdpr-art77-complaint open: fits=lives_here", "gdpr-controller-request open:", "gdpr-representative-mandate open: weak=if_somebody_acts", "eu-victim-complaint-residence open: weak=where_open weak=is_it_a_crime", "eu-crime-victim-compensation information: unclear weak=rarely information"}},
		{"nobody knows who has the data", "facts.matter data; events.kinds breach; other.known unknown; other.kind unknown; person.country FR",
			[]string{"gdpr-art77-complaint open: fits=lives_here fits=told_by_them weak=not_known", "gdpr-representative-mandate open: weak=if_somebody_acts", "gdpr-controller-request closed: fits=what_got_out closed=unknown"}},
		{"the organisation and everything else are outside the EEA", "facts.matter data; events.kinds marketing; other.known known; other.kind company; other.country CA; person.country CA; person.work_country CA; events.country CA",
			[]string{"gdpr-controller-request closed: fits=rights closed=outside", "gdpr-art77-complaint closed: closed=outside", "gdpr-representative-mandate closed: weak=if_somebody_acts closed=outside"}},
	}
}

// mandatePatterns are those of the mandate for somebody who complains.
func mandatePatterns() []shippedPattern {
	return []shippedPattern{
		{"an association shall complain", "facts.matter data; events.kinds disclosure; other.known known; other.kind association; other.country IT; person.country IT; representative.acting yes; representative.kind organisation",
			[]string{"gdpr-art77-complaint open: fits=lives_here fits=told_by_them", "gdpr-controller-request open: fits=what_got_out", "gdpr-representative-mandate open: weak=if_somebody_acts"}},
		{"nobody acts: no mandate is needed", "facts.matter data; events.kinds disclosure; other.known known; other.kind association; other.country IT; person.country IT; representative.acting no",
			[]string{"gdpr-art77-complaint open: fits=lives_here fits=told_by_them", "gdpr-controller-request open: fits=what_got_out", "gdpr-representative-mandate closed: weak=if_somebody_acts closed=nobody"}},
		{"a mandate against a body of the Union", "facts.matter data; events.kinds disclosure; other.known known; other.kind eu-institution; person.country IT; representative.acting yes; representative.kind lawyer",
			[]string{"gdpr-art77-complaint closed: fits=lives_here fits=told_by_them closed=eu_institution", "gdpr-controller-request closed: fits=what_got_out closed=eu_institution", "gdpr-representative-mandate closed: weak=if_somebody_acts closed=eu_institution"}},
	}
}
