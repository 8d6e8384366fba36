package routes_test

// tribunalPatterns are those of the Investigatory Powers Tribunal of the United
// Kingdom.
func tribunalPatterns() []shippedPattern {
	const gb, id, own = "facts.state GB; ", "uk-ipt ", "uk-ipt."
	return []shippedPattern{
		{"watched by an intelligence service of the United Kingdom", "facts.matter watched; facts.authority intelligence; " + gb + "person.country AT",
			[]string{id + "open: fits=secret_service fits=watched"}},
		{"watched in the United Kingdom, by whom is not told", "facts.matter watched; " + gb + "person.country GB",
			[]string{id + "open: fits=watched", "led-complaint-indirect-access closed: unclear weak=only_suspected closed=outside"}},
		{"watched by the police of the United Kingdom", "facts.matter watched; facts.authority police; " + gb + "person.country GB",
			[]string{id + "open: fits=watched", "led-complaint-indirect-access closed: weak=only_suspected closed=outside"}},
		{"a right violated by an intelligence service of the United Kingdom", "facts.matter rights; facts.authority intelligence; " + gb + "person.country GB",
			[]string{"uk-ipt open: fits=secret_service", "echr-individual-application open:", "un-hrc-op1-communication open:"}},
		{"a right violated by a court of the United Kingdom", "facts.matter rights; facts.authority court; " + gb + "person.country GB", []string{"echr-individual-application open:", "un-hrc-op1-communication open:"}},
		{"watched by INTERPOL, as it seems", "facts.matter watched; facts.authority interpol; " + gb + "person.country GB",
			[]string{id + "closed: fits=watched closed=no_powers"}},
		{"the police of the United Kingdom want data from a provider", "facts.matter order; facts.authority police; order.state GB; order.notice yes",
			[]string{id + "open:"}},
		{"the year is over: late, with reasons", "facts.matter watched; facts.authority intelligence; " + gb + own + "body_kind intelligence; " + own + "form complaint; " + own + "conduct_last 1 September 2025",
			[]string{id + "open: fits=secret_service fits=watched over=2026-09-01 late=complaint.late"}},
		{"the last day of the year is today", "facts.matter watched; facts.authority intelligence; " + gb + own + "body_kind intelligence; " + own + "form complaint; " + own + "conduct_last 23 November 2025",
			[]string{id + "open: fits=secret_service fits=watched"}},
		{"a private person did it", "facts.matter watched; facts.authority other; " + gb + own + "body_kind private",
			[]string{id + "closed: fits=watched closed=private_firm"}},
		{"nobody will sign in person", "facts.matter watched; facts.authority intelligence; " + gb + own + "signs nobody",
			[]string{id + "closed: fits=secret_service fits=watched closed=not_signed"}},
	}
}
