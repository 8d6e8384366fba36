package calendar

// The table of Umm al-Qura: for each year the months that have 30 days, the first
// of the year in the lowest bit; the others have 29. It is the one that the King
// Abdulaziz City for Science and Technology published for the years 1356 to 1500.
var (
	ummAlQura = [...]uint16{
		0xeaa, 0xe94, 0xd2a, 0xc56, 0x4ae, 0xa6d, 0x56a, 0xd55, 0xd4a, 0xa93, 0x52b, 0xa5b,
		0x53a, 0x6b5, 0xea9, 0xd52, 0xd29, 0xa55, 0x4ad, 0x56d, 0xaea, 0x6e4, 0xed1, 0xda2,
		0xaaa, 0x95a, 0x2da, 0x5b9, 0xbb2, 0x764, 0x6c9, 0x555, 0x2ab, 0x4db, 0xaba, 0x5b4,
		0xda9, 0xd52, 0xaa5, 0x92d, 0x26d, 0x8ed, 0x2da, 0xad5, 0xaa5, 0xa4b, 0x497, 0x937,
		0x2b6, 0x975, 0xd69, 0xd52, 0xc95, 0x92b, 0x25b, 0x4db, 0x9d5, 0x5d2, 0xda5, 0xd4a,
		0xa95, 0x54d, 0xaad, 0x3aa, 0xbd2, 0xbc4, 0xb89, 0xa95, 0x52d, 0x5ad, 0xb6a, 0x6d4,
		0xdc9, 0xd92, 0xaa6, 0x956, 0x2ae, 0x56d, 0x36a, 0xb55, 0xaaa, 0x94d, 0x49d, 0x95d,
		0x2ba, 0x5b5, 0x5aa, 0xd55, 0xa9a, 0x92e, 0x26e, 0x55d, 0xada, 0x6d4, 0x6a5, 0xb27,
		0xa4d, 0x4ad, 0x56d, 0xb5a, 0x754, 0xf49, 0xe92, 0xd26, 0xa56, 0x356, 0x6b5, 0xbaa,
		0xb92, 0xb25, 0x68b, 0xa9b, 0x55a, 0xada, 0x5b4, 0xda9, 0xb52, 0xa9a, 0x536, 0x276,
		0x575, 0xaf2, 0x6d4, 0x6a9, 0x555, 0x2ad, 0x4bd, 0x9ba, 0x574, 0xb69, 0xb52, 0xa95,
		0x52d, 0xa5d, 0x4da, 0xad9, 0x6b2, 0xe95, 0xe2a, 0xc96, 0x92e, 0xaad, 0x56a, 0xd65,
		0xd4a,
	}
	ummAlQuraStarts = starts()
)

// The table begins with the first of Muharram 1356, which is 14 March 1937.
const (
	tableFirst  = 1356
	tableNumber = 707182
)

// starts are the numbers of the first days of the years of the table, and of the
// year after it.
func starts() [len(ummAlQura) + 1]int {
	var out [len(ummAlQura) + 1]int
	out[0] = tableNumber
	for i, long := range ummAlQura {
		out[i+1] = out[i] + 12*29
		for m := range 12 {
			out[i+1] += int(long >> m & 1)
		}
	}
	return out
}

// inTable tells whether a year is in the table.
func inTable(year int) bool { return year >= tableFirst && year < tableFirst+len(ummAlQura) }

func islamicDays(year, month int) int {
	switch {
	case inTable(year):
		return 29 + int(ummAlQura[year-tableFirst]>>(month-1)&1)
	case month%2 == 1 || month == 12 && (11*year+14)%30 < 11:
		return 30
	}
	return 29
}

// islamicStart is the number of the first day of a month. The table and the tabular
// years meet without a gap: 1 Muharram 1356 is the same day in both, and 1501 too.
func islamicStart(year, month int) int {
	start := tabularStart(year)
	if inTable(year) {
		start = ummAlQuraStarts[year-tableFirst]
	}
	for m := 1; m < month; m++ {
		start += islamicDays(year, m)
	}
	return start
}

// tabularStart is the number of the first day of a year: that of 1 is 16 July 622 of
// the Julian calendar.
func tabularStart(year int) int {
	const first = 227015
	return first + 354*(year-1) + (11*year+3)/30
}

// islamicOf returns the day of a number.
func islamicOf(n int) Date {
	year := max((n-tabularStart(1))/355, 1)
	for islamicStart(year+1, 1) <= n {
		year++
	}
	rest, month := n-islamicStart(year, 1), 1
	for month < 12 && rest >= islamicDays(year, month) {
		rest -= islamicDays(year, month)
		month++
	}
	return Date{year, month, rest + 1}
}
