package calendar

// persianLeap is the rule of 33 years: eight of them are leap years.
func persianLeap(year int) bool { return (25*year+11)%33 < 8 }

func persianDays(year, month int) int {
	switch {
	case month <= 6:
		return 31
	case month < 12 || persianLeap(year):
		return 30
	}
	return 29
}

// persianBefore is how many days of a year are before a month.
func persianBefore(month int) int { return 30*(month-1) + min(month-1, 6) }

// persianStart is the number of the first day of a year. Carried back to the year
// 1, the rule begins a day before the calendar did, on 18 March 622 of the Julian
// calendar.
func persianStart(year int) int {
	const first = 226895
	return first + 365*(year-1) + (8*year+21)/33
}

// persianOf returns the day of a number.
func persianOf(n int) Date {
	year := (n-persianStart(1))/366 + 1
	for persianStart(year+1) <= n {
		year++
	}
	rest, month := n-persianStart(year), 1
	for rest >= persianDays(year, month) && month < 12 {
		rest -= persianDays(year, month)
		month++
	}
	return Date{year, month, rest + 1}
}
