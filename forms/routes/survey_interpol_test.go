package routes_test

// interpolPatterns are those of the requests to the commission that watches over
// the files of INTERPOL.
func interpolPatterns() []shippedPattern {
	const police = "led-complaint-indirect-access closed: fits=file_held closed=interpol"
	return []shippedPattern{
		{"INTERPOL may hold something, it is not known what", "facts.matter records; facts.authority interpol",
			[]string{"interpol-ccf-access open: fits=first_step", police}},
		{"nobody may act for the person", "facts.matter records; facts.authority interpol; interpol.concerned no",
			[]string{"interpol-ccf-access closed: fits=first_step closed=not_concerned", police}},
		{"the identity document has expired", "facts.matter records; facts.authority interpol; representative.acting no; interpol.subject person; interpol.id_valid no",
			[]string{"interpol-ccf-access closed: fits=first_step closed=no_id", police}},
		{"who holds the file is not told", "facts.matter records; facts.state FR",
			[]string{"led-complaint-indirect-access open: fits=file_held", "interpol-ccf-access unclear: unclear"}},
	}
}
