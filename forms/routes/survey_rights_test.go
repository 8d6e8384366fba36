package routes_test

// rightsPatterns are those of a State that has violated rights, and of the bodies
// above States.
func rightsPatterns() []shippedPattern {
	const lost = "; earlier.started yes; earlier.proceedings/a/earlier.kind court; earlier.proceedings/a/earlier.date 1 May 2025; earlier.proceedings/a/earlier.outcome refused; "
	return []shippedPattern{
		{"all was tried, and the decision is fresh", "facts.matter rights; facts.state PL" + lost + "facts.decided 5 October 2026; facts.remedies_left no",
			[]string{"echr-individual-application open: fits=all_tried fits=refused_at_home", "un-hrc-op1-communication open: fits=all_tried"}},
		{"a remedy is left", "facts.matter rights; facts.state PL" + lost + "facts.decided 5 October 2026; facts.remedies_left yes",
			[]string{"echr-individual-application not-yet: fits=refused_at_home first=remedies_first", "un-hrc-op1-communication not-yet: first=remedies_first"}},
		{"the four months are over", "facts.matter rights; facts.state PL" + lost + "facts.decided 20 July 2026; facts.remedies_left no",
			[]string{"un-hrc-op1-communication open: fits=all_tried", "echr-individual-application closed: fits=all_tried fits=refused_at_home over=2026-11-20 closed=passed"}},
		{"the four months ended on a Sunday", "facts.matter rights; facts.state PL" + lost + "facts.decided 22 July 2026; facts.remedies_left no",
			[]string{"un-hrc-op1-communication open: fits=all_tried", "echr-individual-application closed: fits=all_tried fits=refused_at_home over=2026-11-22 closed=passed"}},
		{"the last day is today", "facts.matter rights; facts.state PL" + lost + "facts.decided 23 July 2026; facts.remedies_left no",
			[]string{"echr-individual-application open: fits=all_tried fits=refused_at_home", "un-hrc-op1-communication open: fits=all_tried"}},
		{"a State outside the Council of Europe", "facts.matter rights; facts.state BR" + lost + "facts.decided 5 October 2026; facts.remedies_left no",
			[]string{"un-hrc-op1-communication open: fits=all_tried", "echr-individual-application closed: fits=all_tried fits=refused_at_home closed=not_member"}},
		{"the matter is before another international body", "facts.matter rights; facts.state FR; earlier.started yes; earlier.proceedings/a/earlier.kind international; earlier.proceedings/a/earlier.outcome pending",
			[]string{"echr-individual-application closed: barred=pending_elsewhere", "un-hrc-op1-communication closed: barred=pending_elsewhere"}},
		{"another international body has decided", "facts.matter rights; facts.state FR; earlier.started yes; earlier.proceedings/a/earlier.kind international; earlier.proceedings/a/earlier.outcome refused; facts.decided 5 October 2026; facts.remedies_left no",
			[]string{"un-hrc-op1-communication open: fits=all_tried", "echr-individual-application closed: fits=all_tried barred=examined_elsewhere"}},
		{"nothing was tried yet", "facts.matter rights; facts.state FR; earlier.started no",
			[]string{"echr-individual-application not-yet: weak=nothing_tried first=remedies_first", "un-hrc-op1-communication not-yet: weak=nothing_tried first=remedies_first"}},
		{"nothing was tried, for there is nothing to try", "facts.matter rights; facts.state FR; earlier.started no; facts.remedies_left no",
			[]string{"echr-individual-application open: fits=all_tried weak=nothing_tried", "un-hrc-op1-communication open: fits=all_tried weak=nothing_tried"}},
		{"the State is Russia", "facts.matter rights; facts.state RU; earlier.started no",
			[]string{"echr-individual-application not-yet: weak=nothing_tried first=remedies_first", "un-hrc-op1-communication not-yet: weak=nothing_tried first=remedies_first"}},
		{"the last decision is more than five years old", "facts.matter rights; facts.state PY" + lost + "facts.decided 16 June 2021; facts.remedies_left no",
			[]string{"un-hrc-op1-communication open: fits=all_tried over=2026-06-16 late=submission.late", "echr-individual-application closed: fits=all_tried fits=refused_at_home over=2021-10-16 closed=not_member closed=passed"}},
		{"a State that has probably not accepted the Optional Protocol", "facts.matter rights; facts.state US" + lost + "facts.decided 5 October 2026; facts.remedies_left no",
			[]string{"un-hrc-op1-communication open: fits=all_tried", "echr-individual-application closed: fits=all_tried fits=refused_at_home closed=not_member"}},
		{"another international body settled it years ago", "facts.matter rights; facts.state PY; earlier.started yes; earlier.proceedings/a/earlier.kind international; earlier.proceedings/a/earlier.outcome settled; facts.remedies_left no",
			[]string{"un-hrc-op1-communication open: fits=all_tried", "echr-individual-application closed: fits=all_tried barred=examined_elsewhere closed=not_member"}},
	}
}
