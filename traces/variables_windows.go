package traces

import "path/filepath"

// variables are those that name a person's folders to libraries, with folders in
// their place.
func variables(folder string, _ func(string) string, _ func(string) bool) map[string]string {
	temp := filepath.Join(folder, tempFolder)
	return map[string]string{
		"USERPROFILE": folder, "APPDATA": filepath.Join(folder, configFolder), "LOCALAPPDATA": filepath.Join(folder, cacheFolder),
		"TMP": temp, "TEMP": temp,
	}
}
