package vm

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// addressParts are the parts of an address in the order of its country, which the
// person may not have chosen yet.
func (v *Interview) addressParts(value map[string]string) []Part {
	labels := map[i18n.AddressPart]i18n.Key{i18n.AddressLines: "ui.address.lines", i18n.AddressPostcode: "input.label.postcode",
		i18n.AddressCity: "input.label.city", i18n.AddressRegion: "input.label.region"}
	names := map[i18n.AddressPart]string{i18n.AddressLines: partLines, i18n.AddressPostcode: partPostcode,
		i18n.AddressCity: partCity, i18n.AddressRegion: partRegion}
	var out []Part
	for _, p := range i18n.AddressOrder(value[partCountry]) {
		part := Part{Name: names[p], Label: v.a.text(labels[p]), Value: value[names[p]]}
		if p == i18n.AddressLines {
			part.Rows, part.Full = 2, true
		}
		out = append(out, part)
	}
	return append(out, Part{Name: partCountry, Label: v.a.text("input.label.country"), Value: value[partCountry],
		Options: v.countries(value[partCountry], false)})
}

// moneyParts are an amount and its currency.
func (v *Interview) moneyParts(value map[string]string) []Part {
	amount := Part{Name: partText, Label: v.a.text("ui.money.amount"), Value: value[partText], Example: v.example(forms.KindMoney)}
	unit := Part{Name: partCurrency, Label: v.a.text("ui.money.currency"), Value: value[partCurrency], Hint: v.a.text("ui.money.choose")}
	unit.Options = slices.Clone(v.a.currencyNames())
	for i := range unit.Options {
		unit.Options[i].Chosen = unit.Options[i].Code == value[partCurrency]
	}
	return []Part{amount, unit}
}

// currencyNames are the currencies with the countries that pay with them, put
// together once for each language.
func (a *App) currencyNames() []Option {
	if list, ok := a.currencies[a.tag]; ok {
		return list
	}
	var list []Option
	for _, code := range i18n.Currencies() {
		var also []string
		for _, land := range i18n.CurrencyCountries(code) {
			also = append(also, i18n.Country(a.tag, land))
		}
		list = append(list, Option{Code: code, Label: code, Also: also})
	}
	a.currencies[a.tag] = list
	return list
}

// moneyOf takes an amount and its currency apart, as they are written for editing or
// were typed; what cannot be taken apart stands as the amount.
func (v *Interview) moneyOf(x forms.Answer) map[string]string {
	money, ok := x.Value.(forms.Money)
	if !ok {
		return map[string]string{partText: x.Pending}
	}
	amount := strings.TrimSpace(strings.Replace(v.reader().Format(x), money.Currency, "", 1))
	return map[string]string{partText: amount, partCurrency: money.Currency}
}

// readMoney reads an amount in its currency. One that was typed with its currency
// needs none to be chosen.
func (v *Interview) readMoney(q *forms.Question, parts map[string]string) forms.Answer {
	raw := line(parts[partText])
	if raw == "" {
		return forms.Answer{}
	}
	whole, code := v.reader().Parse(q, raw)
	if code == "" || parts[partCurrency] == "" {
		return whole
	}
	together, code := v.reader().Parse(q, raw+" "+parts[partCurrency])
	if code == "" {
		return together
	}
	return whole
}
