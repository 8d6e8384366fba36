package main

import (
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"recourse/forms"
)

// versionOut is what "version --json" shows.
type versionOut struct {
	Version    string `json:"version"`
	Go         string `json:"go"`
	CaseFormat int    `json:"case_format"`
}

func (p *program) versionCommand() *cobra.Command {
	asJSON := false
	c := p.command("version", "cli.cmd.version", cobra.NoArgs, func([]string) error {
		out := versionOut{Version: "(devel)", Go: runtime.Version(), CaseFormat: forms.CaseFormat}
		if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
			out.Version = info.Main.Version
		}
		if asJSON {
			return p.json(out)
		}
		p.print("recourse-cli %s (%s)", out.Version, out.Go)
		return nil
	})
	p.jsonFlag(c, &asJSON)
	return c
}
