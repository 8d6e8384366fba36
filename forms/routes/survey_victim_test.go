package routes_test

// victimPatterns are those of the report of a crime at home and of what there is to
// know about compensation after violence abroad.
func victimPatterns() []shippedPattern {
	const (
		cheated = "facts.matter fraud; facts.danger no; other.known unknown; other.kind unknown; "
		attack  = "facts.matter other; facts.danger no; other.known unknown; other.kind unknown; "
	)
	return []shippedPattern{
		{"cheated by somebody in another Member State", cheated + "person.country DE; events.country ES",
			[]string{"eu-victim-complaint-residence open: fits=two_states"}},
		{"cheated on the internet, the place is not known", cheated + "person.country DE; events.country ?",
			[]string{"eu-victim-complaint-residence open: weak=where_open"}},
		{"cheated where the person lives", cheated + "person.country DE; events.country DE",
			[]string{"eu-victim-complaint-residence closed: fits=two_states closed=at_home"}},
		{"cheated from outside the Union", cheated + "person.country DE; events.country NG",
			[]string{"eu-victim-complaint-residence closed: closed=outside"}},
		{"the victim lives outside the Union", cheated + "person.country CH; events.country FR",
			[]string{"eu-victim-complaint-residence closed: closed=not_resident"}},
		{"the victim lives in Denmark", cheated + "person.country DK; events.country FR",
			[]string{"eu-victim-complaint-residence closed: closed=denmark"}},
		{"it happened in Denmark", cheated + "person.country FR; events.country DK",
			[]string{"eu-victim-complaint-residence closed: closed=in_denmark"}},
		{"the day that the police named has passed", cheated + "person.country DE; events.country ES; eu-victim-complaint-residence.limit_day 20 November 2026",
			[]string{"eu-victim-complaint-residence open: fits=two_states over=2026-11-20"}},
		{"attacked in another Member State", attack + "person.country FR; events.country BE",
			[]string{"eu-victim-complaint-residence open: fits=two_states weak=is_it_a_crime", "eu-crime-victim-compensation information: fits=abroad information"}},
		{"threatened after a fraud", "facts.matter fraud; facts.danger yes; other.known unknown; other.kind unknown; person.country FR; events.country BE",
			[]string{"eu-victim-complaint-residence open: fits=two_states", "eu-crime-victim-compensation information: fits=abroad weak=rarely information"}},
		{"no violence after all", attack + "person.country FR; events.country BE; eu-crime-victim-compensation.violent no",
			[]string{"eu-victim-complaint-residence open: fits=two_states weak=is_it_a_crime", "eu-crime-victim-compensation closed: fits=abroad closed=not_violent"}},
		{"attacked at home", attack + "person.country FR; events.country FR",
			[]string{"eu-crime-victim-compensation closed: fits=abroad closed=at_home", "eu-victim-complaint-residence closed: fits=two_states weak=is_it_a_crime closed=at_home"}},
		{"the day that the authority named has passed", attack + "person.country FR; events.country BE; eu-crime-victim-compensation.violent yes; eu-crime-victim-compensation.elsewhere yes; eu-crime-victim-compensation.limit_day 20 November 2026",
			[]string{"eu-victim-complaint-residence open: fits=two_states weak=is_it_a_crime", "eu-crime-victim-compensation information: fits=abroad information"}},
	}
}
