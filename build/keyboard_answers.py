"""What the person of build/keyboard.py answers, by the key of each question. Nobody
of the names here exists; the domains end in .example.

An answer is one of: True or False; the code of an option, or a list of codes; a text;
Said (long words, with their translation into the language of the document); Day;
Period; Person; Place (an address); Money; Land (a country, by its code); Body (an
authority, by its name, after another that is found first); File (the end of the name
of a file that is chosen, or no file); Items (how many are added, what is asked of
each, whether some are there already); Skip.
"""

from collections import namedtuple

Said = namedtuple("Said", "words translation", defaults=("",))
Day = namedtuple("Day", "year month day")
Period = namedtuple("Period", "start end")
Person = namedtuple("Person", "given family")
Place = namedtuple("Place", "lines postcode city land")
Money = namedtuple("Money", "amount currency")
Land = namedtuple("Land", "code")
Body = namedtuple("Body", "name first")
File = namedtuple("File", "name")
Items = namedtuple("Items", "count asks there", defaults=(False,))
Skip = namedtuple("Skip", "code")

ACCOUNT = Said("في صباح ذلك اليوم وجدت أن حسابي (Meridia Mail) فُتح من بلد لم أزره قط.")
EXPLAIN = Said("لم تحمِ الشركة حسابي، ولم تعطني نسخة من بياناتي.",
               "La société n’a pas protégé mon compte et ne m’a pas donné de copie de mes données.")
FILE = "lettre-meridia.txt"  # lies in the home of the person
NAME = Person("نور", "النموذجي")

FACTS = {
    "facts.danger": False,
    "facts.matter": ["data", "account"],
    "events.kinds": ["breach", "marketing"],
    "data.kinds": ["identity", "contact", "communications"],
    "other.known": "known",
    "other.kind": "company",
    "other.country": Land("FR"),
    "person.country": Land("FR"),
    "person.work_country": Skip("prefer-not"),
    "events.country": Land("FR"),
    "events.period": Period(Day(2025, 11, 3), Day(2025, 11, 14)),
    "events.learned": Day(2025, 11, 14),
    "events.learned_how": "noticed",
    "earlier.started": True,
    "earlier.proceedings": Items(1, ["earlier.kind", "earlier.body", "earlier.country", "earlier.date", "earlier.outcome"]),
    "earlier.kind": "police",
    "earlier.body": "Commissariat de Ville-Exemple",
    "earlier.country": Land("FR"),
    "earlier.date": Day(2025, 11, 20),
    "earlier.outcome": "pending",
    "facts.remedies_left": Skip("dont-know"),
}

COMPLAINT = {
    **FACTS,
    "representative.acting": False,
    "capacity": "data-subject",
    "events.account": ACCOUNT,
    "events.cross_border": "single",
    "events.others": True,
    "events.others_detail": Said("كتب لي شخصان آخران أن الأمر نفسه حدث لهما."),
    "breach_told": True,
    "breach_told_date": Day(2025, 11, 18),
    "breach_notice": File(FILE),
    "breach_gaps": Said("لم تذكر الرسالة أي بيانات نُسخت."),
    "breach_signs": Said("منذ ذلك اليوم يتصل بي غرباء ويذكرون اسمي."),
    "marketing_channels": ["email", "phone"],
    "marketing_objected": True,
    "marketing_objected_date": Day(2026, 1, 12),
    "marketing_went_on": True,
    "told": ["bank", "platform"],
    "told_detail": Said("أخبرت المصرف في اليوم نفسه فأوقف البطاقة."),
    "other.name": "Meridia Mail SAS",
    "other.address": Place("1 rue de l’Exemple", "75000", "Paris", "FR"),
    "other.contact": Skip("dont-know"),
    "other.service": "meridia.example, 4711-0815",
    "asked": True,
    "requests": Items(1, ["request_kinds", "request_sent", "request_received", "request_how", "request_file", "extended", "reply",
                          "reply_date", "reply_detail", "reply_files", "reminders", "reminder_date", "reminder_how",
                          "reminder_answer", "reminder_files"]),
    "request_kinds": ["access", "erasure"],
    "request_sent": Day(2026, 2, 2),
    "request_received": Day(2026, 2, 3),
    "request_how": "email",
    "request_file": File(FILE),
    "extended": "not-told",
    "reply": "refused",
    "reply_date": Day(2026, 3, 9),
    "reply_detail": Said("رفضوا إرسال نسخة من بياناتي دون أن يذكروا سببًا."),
    "reply_files": File(""),
    "reminders": Items(1, ["reminder_date", "reminder_how", "reminder_answer", "reminder_files"]),
    "reminder_date": Day(2026, 3, 2),
    "reminder_how": "registered",
    "reminder_answer": "none",
    "reminder_files": File(""),
    "data.detail": Said("اسمي وعنواني ورسائلي منذ سنة 2019."),
    "data.sensitive": True,
    "data.special": ["health"],
    "authority": Body("Commission Nationale de l'Informatique et des Libertés – CNIL", "لوكسمبورغ"),
    "linked": True,
    "link": ["residence", "infringement"],
    "limit_form": "length",
    "limit_length": "12",
    "limit_unit": "months",
    "limit_event": "received",
    "limit_from": Day(2026, 3, 9),
    "channel": "portal",
    "grounds": ["security", "access"],
    "explain": EXPLAIN,
    "harm.kinds": ["money", "distress"],
    "harm.account": Said("لم أعد أنام جيدًا، وغيّرت رقم هاتفي."),
    "harm.amount": Money("349.50", "EUR"),
    "harm.urgent": True,
    "harm.urgency": Said("ما زال حسابي مفتوحًا لغيري."),
    "asks": ["finding", "comply", "inform"],
    "asks_other": Said("أرجو أن تُسأل الشركة عمّن رأى رسائلي."),
    "earlier.reference": "PV-EXEMPLE-7",
    "earlier.note": Said("قدّمت بلاغًا ولم يصلني جواب."),
    "earlier.files": File(""),
    "person.name": NAME,
    "person.birth_date": Day(1990, 5, 4),
    "person.contact_safe": True,
    "person.address": Place("2 impasse du Modèle", "69000", "Lyon", "FR"),
    "person.email": "nour@exemple.example",
    "person.phone": "+33 1 99 00 00 00",
    "identity_withheld": True,
    "identity_reason": Said("أخشى أن يصل اسمي إلى من دخل إلى حسابي."),
    "exhibits.list": Items(1, ["exhibits.title", "exhibits.proves", "exhibits.form", "exhibits.date"], there=True),
    "exhibits.title": "Captures d’écran du compte",
    "exhibits.proves": Said("تُظهر الصور الدخول من بلد آخر."),
    "exhibits.form": "printout",
    "exhibits.date": Day(2025, 11, 14),
    "declaration.place": "Lyon",
    "declaration.date": Day(2026, 11, 23),
}
