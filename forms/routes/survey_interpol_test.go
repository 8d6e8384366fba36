package routes_test

// interpolPatterns are those of the requests to the commission that watches over
// the files of INTERPOL.
func interpolPatterns() []shippedPattern {
	const (
		police = "led-complaint-indirect-access closed: fits=file_held closed=interpol"
		held   = "facts.matter records; facts.authority interpol"
		self   = held + "; interpol.concerned yes; representative.acting no; interpol.subject person"
	)
	return []shippedPattern{
		{"INTERPOL may hold something, it is not known what", held,
			[]string{"interpol-ccf-access open: fits=first_step", "interpol-ccf-correction-deletion open:", police}},
		{"a suspect in a country asks first what is there", held + "; facts.role suspect",
			[]string{"interpol-ccf-access open: fits=first_step", "interpol-ccf-correction-deletion open: weak=against_you", police}},
		{"data at INTERPOL are known to be wrong", "facts.matter data records; events.kinds inaccurate; facts.authority interpol; person.country FR; other.known known; other.kind police",
			[]string{"interpol-ccf-correction-deletion open: fits=wrong_data", "interpol-ccf-access open: fits=first_step", "gdpr-art77-complaint closed: fits=lives_here closed=police", "gdpr-controller-request closed: fits=rights closed=police", police, "gdpr-representative-mandate closed: weak=if_somebody_acts closed=police"}},
		{"nobody may act for the person", held + "; interpol.concerned no",
			[]string{"interpol-ccf-access closed: fits=first_step closed=not_concerned", police, "interpol-ccf-correction-deletion closed: closed=not_concerned"}},
		{"no valid identity document", self + "; interpol.id_valid no",
			[]string{"interpol-ccf-access closed: fits=first_step closed=no_id", police, "interpol-ccf-correction-deletion closed: closed=no_id"}},
		{"no way into the portal", self + "; interpol.id_valid yes; interpol.portal no; interpol.exception no",
			[]string{"interpol-ccf-access closed: fits=first_step closed=no_portal", police, "interpol-ccf-correction-deletion closed: closed=no_portal"}},
		{"the commission has allowed another way", self + "; interpol.id_valid yes; interpol.portal no; interpol.exception yes",
			[]string{"interpol-ccf-access open: fits=first_step", "interpol-ccf-correction-deletion open:", police}},
		{"a limit after the decision closes nothing", self + "; interpol-ccf-correction-deletion.decided yes; interpol-ccf-correction-deletion.new_fact yes; interpol-ccf-correction-deletion.new_fact_date 1 May 2026",
			[]string{"interpol-ccf-access open: fits=first_step", "interpol-ccf-correction-deletion open:", police}},
		{"who holds the file is not told", "facts.matter records; facts.state FR",
			[]string{"led-complaint-indirect-access open: fits=file_held", "interpol-ccf-access unclear: unclear", "interpol-ccf-correction-deletion unclear: unclear"}},
	}
}
