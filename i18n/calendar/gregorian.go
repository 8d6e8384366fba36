package calendar

func gregorianLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func gregorianDays(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if gregorianLeap(year) {
			return 29
		}
		return 28
	}
	return 31
}

// gregorianStart is the number of the first day of a year.
func gregorianStart(year int) int {
	y := year - 1
	return 365*y + y/4 - y/100 + y/400 + 1
}

// gregorianBefore is how many days of a year are before a month.
func gregorianBefore(year, month int) int {
	days := 0
	for m := 1; m < month; m++ {
		days += gregorianDays(year, m)
	}
	return days
}

// gregorianOf returns the day of a number.
func gregorianOf(n int) Date {
	year := (n-1)/366 + 1
	for gregorianStart(year+1) <= n {
		year++
	}
	rest, month := n-gregorianStart(year), 1
	for rest >= gregorianDays(year, month) {
		rest -= gregorianDays(year, month)
		month++
	}
	return Date{year, month, rest + 1}
}
