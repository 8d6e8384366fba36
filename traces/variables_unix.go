//go:build !windows && !darwin

package traces

import "path/filepath"

// variables are those that name a person's folders to libraries, with folders in
// their place, and those that keep drivers of graphics from keeping files. What
// opens the display and composes letters stays where it is.
func variables(folder string, env func(string) string, there func(string) bool) map[string]string {
	v := map[string]string{
		"HOME": folder, "XDG_CONFIG_HOME": filepath.Join(folder, configFolder), "XDG_CACHE_HOME": filepath.Join(folder, cacheFolder),
		"XDG_DATA_HOME": filepath.Join(folder, dataFolder), "XDG_STATE_HOME": filepath.Join(folder, stateFolder),
		"TMPDIR":                    filepath.Join(folder, tempFolder),
		"MESA_SHADER_CACHE_DISABLE": "true",
		"MESA_GLSL_CACHE_DISABLE":   "true",
		"__GL_SHADER_DISK_CACHE":    "0",
	}
	for name, file := range map[string]string{"XAUTHORITY": ".Xauthority", "XCOMPOSEFILE": ".XCompose"} {
		if path := filepath.Join(env("HOME"), file); env(name) == "" && env("HOME") != "" && there(path) {
			v[name] = path
		}
	}
	return v
}
