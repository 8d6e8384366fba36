package traces

import "path/filepath"

// variables are those that name a person's folders to libraries, with folders in
// their place: the second is what the system's own libraries ask for.
func variables(folder string, _ func(string) string, _ func(string) bool) map[string]string {
	return map[string]string{"HOME": folder, "CFFIXED_USER_HOME": folder, "TMPDIR": filepath.Join(folder, tempFolder)}
}
