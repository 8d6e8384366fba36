package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// phrases are the words of a sample page.
type phrases struct {
	dir                                     Direction
	path, saved, language, lock             string
	step                                    string
	steps                                   []string
	title, help                             string
	day, example, date, sure, exact         string
	how, hint                               string
	options                                 []string
	notice, story, tell                     string
	back, skip, due, next                   string
	why, because, kept, keep                string
	ask, answer, cancel, remove, open, file string
}

func english() phrases {
	return phrases{
		dir: LTR, path: "Production order on mailbox › Challenge the production order", saved: "Saved just now",
		language: "English ▾", lock: "Lock", step: "Step 4 of 9 · about 12 minutes left",
		steps: []string{"You", "Who helps you", "The authority", "What happened", "The data", "Why it is unlawful",
			"What you ask for", "Exhibits", "Check and file"},
		title: "When did you learn about the order?",
		help:  "If you are not sure, give the earliest day it could have been: the limit in your notice runs from it.",
		day:   "Day you learned of it", example: "For example 14 11 2026", date: "14 November 2026",
		sure: "How sure are you?", exact: "Exact day", how: "How did you learn of it?",
		hint:    "For example an e-mail from your mail or cloud service",
		options: []string{"A notice from the provider", "A notice from the authority", "From the file of a criminal case"},
		notice:  "Exhibit 2 “Notice from provider.pdf” is linked to this answer.",
		story:   "What happened then?", tell: "In your own words",
		back: "‹ Back", skip: "I do not know yet — skip for now", due: "File by Mon 14 Dec 2026", next: "Continue ›",
		why: "Why this is asked", because: "The limit is the one in your notice: 30 days from the day you were told.",
		kept: "What helps your case", keep: "Keep the notice as you received it. Do not forward it.",
		ask: "Delete this case?", answer: "Its answers and exhibits cannot be brought back.",
		cancel: "Keep the case", remove: "Delete the case", open: "Open the case", file: "Ready to file",
	}
}

func arabic() phrases {
	return phrases{
		dir: RTL, path: "أمر تقديم بيانات البريد ‹ الطعن في أمر التقديم", saved: "حُفظ الآن",
		language: "العربية ▾", lock: "قفل", step: "الخطوة 4 من 9 · نحو 12 دقيقة",
		steps: []string{"أنت", "من يساعدك", "السلطة", "ماذا حدث", "البيانات", "لماذا هو غير قانوني",
			"ماذا تطلب", "المرفقات", "المراجعة والتقديم"},
		title: "متى علمتَ بالأمر؟",
		help:  "إن لم تكن متأكدًا فاذكر أبكر يوم ممكن: منه تبدأ المهلة المذكورة في الإشعار.",
		day:   "اليوم الذي علمتَ فيه", example: "مثال: 14 11 2026", date: "14 نوفمبر 2026",
		sure: "ما مدى تأكدك؟", exact: "يوم محدد", how: "كيف علمتَ به؟",
		hint:    "مثلاً رسالة من خدمة البريد أو التخزين السحابي",
		options: []string{"إشعار من مقدّم الخدمة (Meridia Mail)", "إشعار من السلطة", "من ملف قضية جنائية"},
		notice:  "المرفق 2 (Notice.pdf) مرتبط بهذا الجواب.",
		story:   "ماذا حدث بعد ذلك؟", tell: "بكلماتك",
		back: "› رجوع", skip: "لا أعرف بعد — تخطَّ الآن", due: "قدّم قبل الاثنين 14 ديسمبر 2026", next: "متابعة ‹",
		why: "لماذا نسأل", because: "المهلة هي المذكورة في الإشعار: 30 يومًا من يوم إبلاغك.",
		kept: "ما يفيد قضيتك", keep: "احتفظ بالإشعار كما وصلك. لا تُعد توجيهه.",
		ask: "حذف هذه القضية؟", answer: "لا يمكن استعادة أجوبتها ومرفقاتها.",
		cancel: "إبقاء القضية", remove: "حذف القضية", open: "فتح القضية", file: "جاهز للتقديم",
	}
}

// samplePage is the question page of the design.
func samplePage(p phrases) fyne.CanvasObject {
	top := NewBar(true, NewInset(24, 5, NewFlow(p.dir, 16, NewLine(p.dir, Heading, "Recourse").Toned(Teal),
		NewLabel(p.dir, Body, p.path).Toned(Slate), Spacer(), NewLine(p.dir, Caption, p.saved),
		NewButton(p.dir, Secondary, p.language, nil).Small(), NewButton(p.dir, Secondary, p.lock, nil).Small())))
	bottom := NewBar(false, NewInset(32, 14, NewFlow(p.dir, 16, NewButton(p.dir, Secondary, p.back, nil),
		NewButton(p.dir, Quiet, p.skip, nil), Spacer(), NewPill(p.dir, Amber, p.due), NewButton(p.dir, Primary, p.next, nil))))
	rest := NewSides(p.dir, nil, sampleHelp(p), NewPage(NewInset(48, 36, NewMeasure(p.dir, 604, sampleQuestion(p)))))
	return NewFrame(top, bottom, NewSides(p.dir, NewSides(p.dir, nil, NewRule(), sampleSteps(p)), nil, rest))
}

func sampleSteps(p phrases) fyne.CanvasObject {
	progress := NewProgress(p.dir, p.step)
	progress.Set(4.0/9, p.step)
	steps := NewColumn(0)
	states := []StepState{Done, Done, Done, Current, Attention, Open, Open, Open, Open}
	for i, s := range p.steps {
		steps.Add(NewStep(p.dir, strconv.Itoa(i+1), s, states[i], "state", nil))
	}
	return NewWidth(280, NewSide(NewPage(NewInset(16, 22,
		NewColumn(12, NewInset(12, 0, NewColumn(6, NewLabel(p.dir, Caption, p.step), progress)), steps)))))
}

func sampleQuestion(p phrases) fyne.CanvasObject {
	var options []Option
	for _, o := range p.options {
		options = append(options, Option{Label: o})
	}
	options[0].Hint = p.hint
	return NewColumn(22,
		NewColumn(8, NewLabel(p.dir, Title, p.title), NewLabel(p.dir, Body, p.help).Toned(Slate)),
		NewGrid(p.dir, 2, NewField(p.dir, p.day, p.example, NewEntry(p.dir, p.day, p.date, nil)),
			NewField(p.dir, p.sure, "", NewSelect(p.dir, p.sure, []string{p.exact, p.skip, p.back}, 0, "", nil))),
		NewField(p.dir, p.how, "", NewRadios(p.dir, p.how, options, 0, nil)),
		NewNotice(p.dir, Teal, p.notice),
		NewChecks(p.dir, p.how, options[1:], []int{1}, nil),
		NewField(p.dir, p.story, "", NewLongEntry(p.dir, p.story, "", 4, nil).Hinted(p.tell)))
}

func sampleHelp(p phrases) fyne.CanvasObject {
	part := func(head, text string) fyne.CanvasObject {
		return NewColumn(6, NewLabel(p.dir, Strong, head), NewLabel(p.dir, Hint, text))
	}
	return NewWidth(300, NewSides(p.dir, NewRule(), nil,
		NewPage(NewInset(28, 36, NewColumn(22, part(p.why, p.because), part(p.kept, p.keep))))))
}

// sampleCards is a page of cards, pills and a field with a problem.
func sampleCards(p phrases) fyne.CanvasObject {
	wrong := NewField(p.dir, p.day, p.example, NewEntry(p.dir, p.day, p.date, nil))
	wrong.SetProblem(p.answer)
	return NewPage(NewInset(72, 36, NewColumn(14,
		NewLabel(p.dir, Title, p.title),
		NewChosenCard(NewFlow(p.dir, 12, NewLabel(p.dir, Heading, p.options[0]), Spacer(), NewPill(p.dir, Amber, p.due)),
			NewLabel(p.dir, Caption, p.hint), NewLabel(p.dir, Body, p.because), NewLabel(p.dir, Caption, p.keep)),
		NewCard(NewFlow(p.dir, 12, NewLabel(p.dir, Heading, p.options[1]), Spacer(), NewPill(p.dir, Green, p.file),
			NewPill(p.dir, Red, p.due), NewPill(p.dir, Slate, p.saved), NewPill(p.dir, Teal, p.step)), NewLabel(p.dir, Body, p.help)),
		NewNotice(p.dir, Amber, p.notice), NewGrid(p.dir, 2, wrong, NewField(p.dir, p.sure, "", NewSelect(p.dir, p.sure, p.steps, 3, "", nil))))))
}
