package routes_test

// redressPatterns are those of the redress against intelligence services of the
// United States.
func redressPatterns() []shippedPattern {
	return []shippedPattern{
		{"watched by a secret service of the United States, lives in Germany", "facts.matter watched; facts.authority intelligence; facts.state US; person.country DE",
			[]string{"dpf-national-security-redress open: fits=home fits=secret_service"}},
		{"the same from Switzerland, who watches is not known", "facts.matter watched; facts.authority unknown; facts.state US; person.country CH",
			[]string{"dpf-national-security-redress open: fits=home weak=who_is_open"}},
		{"an order of a secret service of the United States to a provider", "facts.matter order; facts.authority intelligence; order.state US; order.notice yes; person.country FR",
			[]string{"dpf-national-security-redress open: fits=home fits=secret_service", "us-sca-2704-customer-challenge unclear: unclear fits=told", "us-rfpa-customer-challenge unclear: unclear fits=told", "us-sca-2703h-provider-comity unclear: unclear fits=abroad"}},
		{"the State is not known yet", "facts.matter watched; facts.authority intelligence; person.country FR",
			[]string{"dpf-national-security-redress unclear: unclear fits=home fits=secret_service", "uk-ipt unclear: unclear fits=secret_service fits=watched"}},
		{"watched by a secret service of another State", "facts.matter watched; facts.authority intelligence; facts.state CA; person.country FR", nil},
		{"watched by the police of the United States", "facts.matter watched; facts.authority police; facts.state US; person.country FR", []string{"led-complaint-indirect-access closed: weak=only_suspected closed=outside"}},
		{"has complained and waits for the notice", "facts.matter watched; facts.authority intelligence; facts.state US; person.country DE; dpf-national-security-redress.stage waiting",
			[]string{"dpf-national-security-redress closed: fits=home fits=secret_service closed=wait_for_notice"}},
		{"the notice came a month ago", "facts.matter watched; facts.authority intelligence; facts.state US; person.country DE; dpf-national-security-redress.stage review; dpf-national-security-redress.notice_received 20 October 2026",
			[]string{"dpf-national-security-redress open: fits=home fits=secret_service"}},
		{"the notice came too long ago", "facts.matter watched; facts.authority intelligence; facts.state US; person.country DE; dpf-national-security-redress.stage review; dpf-national-security-redress.notice_received 20 September 2026",
			[]string{"dpf-national-security-redress closed: fits=home fits=secret_service over=2026-11-19 closed=too_late"}},
		{"the data went to the United States before the redress counts", "facts.matter watched; facts.authority intelligence; facts.state US; person.country DE; representative.acting no; dpf-national-security-redress.stage complaint; dpf-national-security-redress.transfers/a/dpf-national-security-redress.origin eea; dpf-national-security-redress.transfers/a/dpf-national-security-redress.last 1 May 2022",
			[]string{"dpf-national-security-redress closed: fits=home fits=secret_service closed=too_early"}},
	}
}
