package packs

// The structs of this file are the YAML of docs/PACKS.md about routes, time limits
// and checklists, as those of raw.go.

type rawReview struct {
	By string `yaml:"by"`
	On string `yaml:"on"`
}

type rawSafe struct {
	Length int    `yaml:"length"`
	Unit   string `yaml:"unit"`
}

type rawLate struct {
	Allowed bool   `yaml:"allowed"`
	Reasons string `yaml:"reasons"`
	Mark    string `yaml:"mark"`
	Source  string `yaml:"source"`
}

type rawRoute struct {
	For       string         `yaml:"for"`
	First     []rawRouteRule `yaml:"first"`
	Closed    []rawRouteRule `yaml:"closed"`
	Limits    []string       `yaml:"limits"`
	Fit       []rawFit       `yaml:"fit"`
	Tells     []rawTell      `yaml:"tells"`
	Languages []string       `yaml:"languages"`
	Channels  []string       `yaml:"channels"`
	Conflicts []rawConflict  `yaml:"conflicts"`
}

type rawRouteRule struct {
	ID     string   `yaml:"id"`
	When   string   `yaml:"when"`
	Route  string   `yaml:"route"`
	Wait   string   `yaml:"wait"`
	Law    []string `yaml:"law"`
	Mark   string   `yaml:"mark"`
	Source string   `yaml:"source"`
}

type rawFit struct {
	ID       string `yaml:"id"`
	When     string `yaml:"when"`
	Strength string `yaml:"strength"`
}

type rawTell struct {
	ID     string   `yaml:"id"`
	About  string   `yaml:"about"`
	When   string   `yaml:"when"`
	Law    []string `yaml:"law"`
	Mark   string   `yaml:"mark"`
	Source string   `yaml:"source"`
}

type rawConflict struct {
	ID     string   `yaml:"id"`
	Rule   string   `yaml:"rule"`
	With   []string `yaml:"with"`
	When   string   `yaml:"when"`
	Law    []string `yaml:"law"`
	Mark   string   `yaml:"mark"`
	Source string   `yaml:"source"`
}

// rawList is a checklist: common/lists/<id>.yaml.
type rawList struct {
	Format int            `yaml:"format"`
	ID     string         `yaml:"id"`
	When   string         `yaml:"when"`
	Groups []rawListGroup `yaml:"groups"`
}

type rawListGroup struct {
	ID    string        `yaml:"id"`
	Items []rawListItem `yaml:"items"`
}

type rawListItem struct {
	ID   string `yaml:"id"`
	When string `yaml:"when"`
}

// UnmarshalYAML reads an item that is an id alone, or a map.
func (i *rawListItem) UnmarshalYAML(unmarshal func(any) error) error {
	var id string
	if unmarshal(&id) == nil {
		*i = rawListItem{ID: id}
		return nil
	}
	type plain rawListItem
	return unmarshal((*plain)(i))
}
