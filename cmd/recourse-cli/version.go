package main

import (
	"runtime"

	"github.com/spf13/cobra"

	"recourse/forms"
)

// version is the release this program is or leads to, that of FyneApp.toml.
const version = "0.1.0"

// versionOut is what "version --json" shows.
type versionOut struct {
	Version    string `json:"version"`
	Go         string `json:"go"`
	CaseFormat int    `json:"case_format"`
}

func (p *program) versionCommand() *cobra.Command {
	asJSON := false
	c := p.command("version", "cli.cmd.version", cobra.NoArgs, func([]string) error {
		out := versionOut{Version: version, Go: runtime.Version(), CaseFormat: forms.CaseFormat}
		if asJSON {
			return p.json(out)
		}
		p.print("recourse-cli %s (%s)", out.Version, out.Go)
		return nil
	})
	p.jsonFlag(c, &asJSON)
	return c
}
