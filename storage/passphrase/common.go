package passphrase

import "strings"

// keyboards are the rows of common keyboards.
func keyboards() []string {
	return []string{"qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiopü", "asdfghjklöä", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn",
		"1234567890", "1qaz2wsx3edc4rfv5tgb", "qazwsxedcrfvtgb", "1q2w3e4r5t6y7u8i9o0p", "йцукенгшщзхъ", "фывапролджэ", "ضصثقفغعهخحجد"}
}

// common are words that lists of leaked passwords begin with in many countries,
// and names that suggest themselves here; in small letters.
func common() []string {
	return strings.Fields(`password passwort passwd motdepasse contraseña contrasena senha parola hasło haslo пароль wachtwoord lösenord
		qwerty azerty qwertz iloveyou jetaime tequiero ichliebedich letmein welcome willkommen bienvenue admin administrator root user guest test
		login master hello hallo bonjour hola ciao salam monkey dragon football fussball soccer baseball basketball superman batman pokemon
		starwars princess princesa sunshine shadow michael jessica daniel charlie jordan thomas nicole andrea maria mohamed muhammad ahmed
		freedom liberty secret geheim secreto segredo trustno1 whatever computer internet google facebook whatsapp instagram twitter
		abc123 1q2w3e4r zaq12wsx asdf1234 passw0rd p4ssword changeme default
		liverpool chelsea arsenal barcelona realmadrid juventus bayern galatasaray fenerbahce besiktas
		january february march april june july august september october november december spring summer autumn winter
		monday tuesday wednesday thursday friday saturday sunday
		recourse vault complaint privacy gdpr passphrase recovery`)
}

// phrases are passphrases that have stood in books, films, songs and
// instructions, without spaces and signs, in small letters.
func phrases() []string {
	return strings.Fields(`correcthorsebatterystaple correcthorsebatterystable tobeornottobe tobeornottobethatisthequestion
		itwasadarkandstormynight itwasthebestoftimes maytheforcebewithyou thequickbrownfox thequickbrownfoxjumpsoverthelazydog
		callmeishmael ithinkthereforeiam cogitoergosum carpediem liveandletdie letitbe yesterdayalltroubles
		thisismypassword thisismypassphrase mypasswordispassword iloveyouforever iloveyousomuch loveyouforever
		openthevault opensesame neveragain allyouneedislove stairwaytoheaven hotelcalifornia bohemianrhapsody
		winteriscoming onceuponatime inthebeginning ourfatherwhoartinheaven thelordismyshepherd bismillahirrahmanirrahim
		liberteegalitefraternite fluctuatnecmergitur franzjagtimkomplettverwahrlosten aprilapril esirrtdermensch
		abcdefghijklmnopqrstuvwxyz abcdefghijklmno qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm
		onetwothreefourfive einszweidreivierfuenf undeuxtroisquatrecinq unodostrescuatrocinco
		lacasadepapel vivalavida hastalavistababy hakunamatata supercalifragilisticexpialidocious
		correcthorsebatterystaples wonderwall imaginealltheepeople wearethechampions`)
}
