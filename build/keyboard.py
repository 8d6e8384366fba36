#!/usr/bin/env python3
"""Walks through the real window by keys alone: from the first start in Arabic to a
saved PDF in French, with a choice, a date and words in Arabic answered on the way.
It goes by what the window says of itself (-say): it presses Tab until what it looks
for has the keyboard, so it counts no fields. Needs a display, xdotool and xclip.

    build/keyboard.py WINDOW TERMINAL FOLDER

The folder is empty and becomes the home of the person; the PDF lies there then.
"""

import atexit
import json
import pathlib
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS = json.loads((ROOT / "i18n/locales/ar.json").read_text(encoding="utf-8"))
PASSPHRASE = "seven keys alone will open this quiet door"
ACCOUNT = "في صباح ذلك اليوم وجدت أن حسابي (Meridia Mail) فُتح من بلد لم أزره قط."
PATIENCE = 30  # seconds for what takes its time
CASE = {"events.account", "events.learned", "declaration.place"}  # what the person answers here


def die(words):
    sys.exit(f"keyboard: {words}")


class Window:
    """The window, its keys, and what it says."""

    def __init__(self, program, vault):
        self.said, self.lock = [], threading.Lock()
        self.program = subprocess.Popen([program, "-vault", vault, "-lang", "ar", "-say"], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, encoding="utf-8")
        atexit.register(self.program.kill)
        threading.Thread(target=self.listen, daemon=True).start()
        self.wait("the window", lambda: self.focus() is not None)
        number = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Recourse"], check=True,
                                capture_output=True, text=True).stdout.split()[0]
        subprocess.run(["xdotool", "windowfocus", "--sync", number], check=True)

    def listen(self):
        for line in self.program.stdout:
            role, _, words = line.rstrip("\n").partition("\t")
            with self.lock:
                self.said.append((role, words))

    def last(self, of):
        with self.lock:
            return next((s for s in reversed(self.said) if of(s[0])), None)

    def focus(self):
        """What has the keyboard: its role and its words."""
        return self.last(lambda role: role != "heading")

    def heading(self):
        found = self.last(lambda role: role == "heading")
        return found[1] if found else ""

    def wait(self, what, done):
        end = time.monotonic() + PATIENCE
        while not done():
            if self.program.poll() is not None:
                die(f"the program ended before {what}")
            if time.monotonic() > end:
                die(f"no {what}; the window says {self.heading()!r} and {self.focus()!r}")
            time.sleep(0.05)

    def turn(self):
        """Goes on, and waits for the next page. Where something has to be looked at
        first, or the next page has the same heading, that never comes."""
        before, end = self.heading(), time.monotonic() + 3
        self.press("ctrl+Return")
        while self.heading() == before and time.monotonic() < end:
            time.sleep(0.05)
        time.sleep(0.3)

    def press(self, *keys):
        subprocess.run(["xdotool", "key", *keys], check=True)
        time.sleep(0.35)  # three times what the window needs to say what is new

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "30", text], check=True)
        time.sleep(0.35)

    def paste(self, text):
        subprocess.run(["xclip", "-selection", "clipboard"], input=text, encoding="utf-8", check=True)
        self.press("ctrl+v")

    def go(self, words, role=None, key="Tab"):
        """Presses Tab until something has the keyboard whose words begin so."""
        for _ in range(120):
            now = self.focus()
            if now and now[1].startswith(words) and role in (None, now[0]):
                return
            self.press(key)
        die(f"Tab does not lead to {words!r} on {self.heading()!r}")

    def push(self, key):
        """Goes to a button and pushes it, and waits for another page."""
        before = self.heading()
        self.go(WORDS[key], "button")
        self.press("space")
        self.wait("page behind " + key, lambda: self.heading() != before)
        time.sleep(0.3)

    def close(self):
        number = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Recourse"], check=True,
                                capture_output=True, text=True).stdout.split()[0]
        subprocess.run([sys.executable, str(ROOT / "build/close_window.py"), number], check=True)
        if self.program.wait(PATIENCE) != 0:
            die("the program ended badly")


def first_start(program, vault):
    """Goes through the first start: the language, what Recourse is, where cases are
    kept, a passphrase of one's own, typed twice, and no recovery sheet yet; and leaves."""
    window = Window(program, vault)
    for _ in range(3):
        window.push("ui.continue")
    window.go(WORDS["ui.pass.own"], "button")
    window.press("space")  # to a page with the same heading
    window.go(WORDS["ui.passphrase"], "secret")
    window.type(PASSPHRASE)
    window.push("ui.continue")
    window.go(WORDS["ui.passphrase"], "secret")
    window.type(PASSPHRASE)
    window.push("ui.create.button")
    window.wait("recovery sheet", lambda: window.heading() == WORDS["ui.sheet.title"])
    window.push("ui.sheet.later")
    window.wait("list of cases", lambda: window.heading() == WORDS["ui.cases.title"])
    window.close()


def put_case(terminal, vault, home):
    """Puts a case into the vault that lacks what the person answers here."""
    sample = subprocess.run([terminal, "sample", "gdpr-art77-complaint", "--seed", "4", "--on", "2026-11-23",
                             "--document-lang", "fr"], check=True, capture_output=True).stdout
    case = json.loads(sample)
    case["language"] = "ar"
    for path in CASE:
        case["answers"].pop(path, None)
    (home / "case.json").write_text(json.dumps(case), encoding="utf-8")
    (home / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")
    command = f'"{terminal}" vault put "{home}/case.json" --vault "{vault}" --passphrase-fd 3 3<"{home}/passphrase"'
    subprocess.run(["sh", "-c", command], check=True, stdout=subprocess.DEVNULL)


def answer(window):
    """Answers what the present page asks, if it is open: words for what is long, a day
    for a date, a name for what is short, the first option of a choice."""
    role, words = window.focus()
    if words == window.heading() and role in ("text-area", "field"):
        window.paste(ACCOUNT if role == "text-area" else "بيروت")
    elif role == "field" and words.endswith(WORDS["ui.date.box.day"]):
        for box in ("14", "11", "2025"):
            window.type(box)
            window.press("Tab")
    elif role in ("radio", "check") and words.endswith(": false"):
        window.press("space")


def file(program, vault, home):
    """Opens the case, answers what is missing, and saves the document in French."""
    window = Window(program, vault)
    window.type(PASSPHRASE)
    window.press("Return")
    window.wait("list of cases", lambda: window.heading() == WORDS["ui.cases.title"])
    window.go(WORDS["ui.cases.title"])
    window.press("Return")
    window.wait("interview", lambda: window.heading() != WORDS["ui.cases.title"])
    for _ in range(120):
        if window.focus()[1].endswith(WORDS["ui.back"]):
            break  # the check begins with its way back
        answer(window)
        window.turn()
    window.go(WORDS["ui.document-language"], "select")
    if not window.focus()[1].endswith("Français"):
        die(f"the document is in {window.focus()[1]!r}")
    window.go(WORDS["ui.export.filing"], "button")
    window.press("space")
    window.go(WORDS["ui.export.path"], "field")
    window.press("Return")
    window.wait("PDF", lambda: list(home.glob("**/*.pdf")))
    time.sleep(2)
    window.close()
    return list(home.glob("**/*.pdf"))[0]


def main():
    program, terminal, home = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    vault = str(home / "vault")
    first_start(program, vault)
    put_case(terminal, vault, home)
    document = file(program, vault, home)
    text = subprocess.run(["pdftotext", str(document), "-"], check=True, capture_output=True, text=True).stdout
    for words in ("Réclamation", "14 novembre 2025", "Meridia Mail"):
        if words not in text:
            die(f"{words!r} is not in {document}")
    print(f"ok: {document.name} was saved by keys alone, in French from Arabic")


main()
