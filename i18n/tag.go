package i18n

// Tag is a language as a canonical BCP 47 tag, such as "en", "fr", "de", "ar".
type Tag string
