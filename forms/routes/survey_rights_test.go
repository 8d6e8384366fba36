package routes_test

// rightsPatterns are those of a State that has violated rights, and of the bodies
// above States.
func rightsPatterns() []shippedPattern {
	const lost = "; earlier.started yes; earlier.proceedings/a/earlier.kind court; earlier.proceedings/a/earlier.date 1 May 2025; earlier.proceedings/a/earlier.outcome refused; "
	return []shippedPattern{
		{"all was tried, and the decision is fresh", "facts.matter rights; facts.state PL" + lost + "facts.decided 5 October 2026; facts.remedies_left no",
			[]string{"echr-individual-application open: fits=all_tried fits=refused_at_home"}},
		{"a remedy is left", "facts.matter rights; facts.state PL" + lost + "facts.decided 5 October 2026; facts.remedies_left yes",
			[]string{"echr-individual-application not-yet: fits=refused_at_home first=remedies_first"}},
		{"the four months are over", "facts.matter rights; facts.state PL" + lost + "facts.decided 20 July 2026; facts.remedies_left no",
			[]string{"echr-individual-application closed: fits=all_tried fits=refused_at_home over=2026-11-20 closed=passed"}},
		{"the four months ended on a Sunday", "facts.matter rights; facts.state PL" + lost + "facts.decided 22 July 2026; facts.remedies_left no",
			[]string{"echr-individual-application closed: fits=all_tried fits=refused_at_home over=2026-11-22 closed=passed"}},
		{"the last day is today", "facts.matter rights; facts.state PL" + lost + "facts.decided 23 July 2026; facts.remedies_left no",
			[]string{"echr-individual-application open: fits=all_tried fits=refused_at_home"}},
		{"a State outside the Council of Europe", "facts.matter rights; facts.state BR" + lost + "facts.decided 5 October 2026; facts.remedies_left no",
			[]string{"echr-individual-application closed: fits=all_tried fits=refused_at_home closed=not_member"}},
		{"the matter is before another international body", "facts.matter rights; facts.state FR; earlier.started yes; earlier.proceedings/a/earlier.kind international; earlier.proceedings/a/earlier.outcome pending",
			[]string{"echr-individual-application closed: barred=pending_elsewhere"}},
		{"another international body has decided", "facts.matter rights; facts.state FR; earlier.started yes; earlier.proceedings/a/earlier.kind international; earlier.proceedings/a/earlier.outcome refused; facts.decided 5 October 2026; facts.remedies_left no",
			[]string{"echr-individual-application closed: fits=all_tried barred=examined_elsewhere"}},
		{"nothing was tried yet", "facts.matter rights; facts.state FR; earlier.started no",
			[]string{"echr-individual-application open: weak=nothing_tried"}},
		{"the State is Russia", "facts.matter rights; facts.state RU; earlier.started no",
			[]string{"echr-individual-application open: weak=nothing_tried"}},
	}
}
