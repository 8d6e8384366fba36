package routes_test

// bankRecordsPatterns are those of the challenge under the Right to Financial
// Privacy Act of the United States.
func bankRecordsPatterns() []shippedPattern {
	const us, id = "facts.matter order; facts.authority police; order.state US; data.kinds financial; ", "us-rfpa-customer-challenge "
	return []shippedPattern{
		{"a notice about bank records came by post", us + "order.notice yes; order.informed 20 November 2026; facts.notice_how mailed; facts.mailed 13 November 2026; person.country PT",
			[]string{id + "open: fits=told"}},
		{"a notice about bank records was served", us + "order.notice yes; order.informed 16 November 2026; facts.notice_how served; person.country US",
			[]string{id + "open: fits=told"}},
		{"posted so long ago that the last day has passed", us + "order.notice yes; order.informed 20 November 2026; facts.notice_how mailed; facts.mailed 6 November 2026; person.country PT",
			[]string{id + "closed: fits=told over=2026-11-20"}},
		{"served so long ago that the last day has passed", us + "order.notice yes; order.informed 10 November 2026; facts.notice_how served; person.country US",
			[]string{id + "closed: fits=told over=2026-11-20"}},
		{"bank records without a notice", us + "order.notice no; person.country PT",
			[]string{id + "closed: closed=no_notice"}},
		{"a summons of the tax authority", "facts.matter order; facts.authority tax; order.state US; data.kinds financial; order.notice yes; person.country PT",
			[]string{"us-irs-7609-petition-to-quash open: fits=tax fits=told", id + "closed: fits=told closed=tax"}},
		{"the way in which the notice came is not known", us + "order.notice yes; order.informed 20 November 2026; facts.notice_how unknown; person.country PT",
			[]string{id + "open: fits=told"}},
		{"an order of the United States for data of a kind not yet told", "facts.matter order; order.state US; order.notice yes; person.country DE",
			[]string{"us-sca-2704-customer-challenge unclear: unclear fits=told", "dpf-national-security-redress unclear: unclear fits=home", "us-rfpa-customer-challenge unclear: unclear fits=told", "us-irs-7609-petition-to-quash unclear: unclear fits=told", "us-sca-2703h-provider-comity unclear: unclear fits=abroad"}},
		{"another court case is under way, which does not close it", us + "order.notice yes; order.informed 16 November 2026; facts.notice_how served; person.country US; earlier.started yes; earlier.proceedings/a/earlier.kind court; earlier.proceedings/a/earlier.outcome pending",
			[]string{id + "open: fits=told"}},
		{"an order of the United States for messages", "facts.matter order; order.state US; data.kinds communications; order.notice yes; person.country DE",
			[]string{"us-sca-2704-customer-challenge open: fits=messages fits=told", "us-sca-2703h-provider-comity open: fits=abroad", "dpf-national-security-redress unclear: unclear fits=home", "us-irs-7609-petition-to-quash unclear: unclear fits=told"}},
	}
}
