#!/usr/bin/env python3
"""Walks through the real window by keys alone: from the first start in Arabic, over
the facts and the routes, through every question of a complaint, to a saved PDF in
French. It goes by what the window says of itself (-say): it presses Tab until what it
looks for has the keyboard, and answers each question by the words above it, as
build/keyboard_answers.py has it; so it counts no fields and no pages. Needs a
display, xdotool, xclip, imagemagick and poppler-utils.

    build/keyboard.py WINDOW FOLDER

The folder is empty and becomes the home of the person; the PDF lies there then.
"""

import atexit
import json
import pathlib
import subprocess
import sys
import threading
import time
from collections import Counter

from keyboard_answers import (ACCOUNT, COMPLAINT, EXPLAIN, FACTS, FILE, NAME, Body, Day, File, Items, Land, Money, Period, Person,
                              Place, Said, Skip)

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROCEDURE = "gdpr-art77-complaint"


def catalog(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


WORDS = catalog("i18n/locales/ar.json")
TEXTS = {**catalog("forms/packs/common/lang/ar.json"), **catalog(f"forms/packs/{PROCEDURE}/lang/ar.json")}
PASSPHRASE = "seven keys alone will open this quiet door"
PATIENCE = 30  # seconds for what takes its time
LANDS = {"FR": "فرنسا"}
BOXES = {"day": WORDS["ui.date.box.day"], "month": WORDS["ui.date.box.month"], "year": WORDS["ui.date.box.year"]}
LEFT_AS_THEY_ARE = ("ui.date.sure", "ui.period.sure.from", "ui.period.sure.to", "ui.prose.language")
BACK, CHANGE = "‹ " + WORDS["ui.back"], WORDS["ui.change"]


def die(words):
    picture = ROOT / "dist/keyboard.png"
    picture.parent.mkdir(exist_ok=True)
    subprocess.run(["import", "-window", "root", str(picture)], check=False)
    sys.exit(f"keyboard: {words}")


def spaced(words):
    return " ".join(words.split())


class Window:
    """The window, its keys, and what it says."""

    def __init__(self, program, vault):
        self.said, self.news, self.keys = [], threading.Condition(), 0
        self.heading = self.group = self.role = self.words = self.option = ""
        self.alerts, self.focused = [], 0
        self.program = subprocess.Popen([program, "-vault", vault, "-lang", "ar", "-say"], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, encoding="utf-8")
        atexit.register(self.program.kill)
        threading.Thread(target=self.listen, daemon=True).start()
        self.wait("the window", lambda: self.role)
        self.number = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Recourse"], check=True,
                                     capture_output=True, text=True).stdout.split()[0]
        subprocess.run(["xdotool", "windowfocus", "--sync", self.number], check=True)

    def listen(self):
        for line in self.program.stdout:
            role, _, words = line.rstrip("\n").partition("\t")
            with self.news:
                self.take(role, words)
                self.news.notify()

    def take(self, role, words):
        """Takes one line of what the window says."""
        self.said.append((role, words))
        if role == "heading":
            self.heading = self.group = words
            self.role = self.words = ""
            self.alerts = []
        elif role == "group":
            self.group = words
        elif role == "option":
            self.option = words
        elif role == "alert":
            self.alerts.append(words)
        elif role != "status":
            self.role, self.words = role, words
            self.focused += 1
            if role != "field":
                self.option = ""

    def wait(self, what, done, patience=PATIENCE):
        end = time.monotonic() + patience
        with self.news:
            while not done():
                if self.program.poll() is not None:
                    die(f"the program ended before {what}")
                left = end - time.monotonic()
                if left < 0:
                    die(f"no {what}; the window says {self.heading!r}, {self.group!r}, {self.role} {self.words!r}; {self.alerts}")
                self.news.wait(min(left, 0.5))

    def press(self, *keys, new=True):
        """Presses keys, each when the one before has shown, and waits for what the
        window says of what has the keyboard then."""
        for key in keys:
            before = self.focused
            self.keys += 1
            subprocess.run(["xdotool", "key", key], check=True)
            if new:
                self.wait(f"answer to {key}", lambda: self.focused > before)
                self.settle()

    def settle(self):
        """Waits until the window has said all that it has to say at one time."""
        with self.news:
            while self.news.wait(0.02):
                pass

    def type(self, text):
        """Types what a keyboard of Latin letters has, key by key."""
        self.keys += len(text)
        before = len(self.said)
        subprocess.run(["xdotool", "type", "--delay", "12", text], check=True)
        if self.role == "secret":
            time.sleep(0.3)  # of a secret nothing is said
            return
        self.wait(f"{text!r}", lambda: len(self.said) > before and self.holds(text))

    def paste(self, text):
        self.keys += 1
        subprocess.run(["xclip", "-selection", "clipboard"], input=text, encoding="utf-8", check=True)
        while subprocess.run(["xclip", "-selection", "clipboard", "-o"], check=True, capture_output=True, encoding="utf-8").stdout != text:
            time.sleep(0.02)  # the text before is still there
        subprocess.run(["xdotool", "key", "ctrl+v"], check=True)
        self.wait(f"{text!r}", lambda: self.holds(text))

    def holds(self, text):
        return spaced(text)[:60] in self.words

    def write(self, text):
        """Puts a text into the field that has the keyboard, in place of what is there."""
        if self.holds(": " + text):
            return
        self.press("ctrl+a", new=False)
        if text.isascii() and len(text) < 20:
            self.type(text)
        else:
            self.paste(text)

    def go(self, words, role=None, key="Tab", group=None):
        """Presses Tab until something has the keyboard whose words begin so."""
        for _ in range(150):
            if self.words.startswith(words) and role in (None, self.role) and group in (None, self.group):
                return
            self.press(key)
        die(f"{key} does not lead to {words!r} on {self.heading!r}")

    def push(self, words, same=False):
        """Goes to a button and pushes it, and waits for another page, which may have
        the same heading."""
        self.go(words, "button")
        before, heading = self.focused, self.heading
        self.press("space", new=False)
        self.wait("page behind " + words, lambda: same or self.heading != heading)
        self.turned(before, words)

    def on(self):
        """Goes on to the next page."""
        before = self.focused
        self.press("ctrl+Return", new=False)
        self.turned(before, "page after " + self.heading)

    def back(self):
        before = self.focused
        self.press("alt+Left", new=False)
        self.turned(before, "page before " + self.heading)

    def turned(self, before, what):
        """Waits until a page has come with what has the keyboard on it."""
        self.wait("keyboard on the " + what, lambda: self.role and self.focused > before)
        self.settle()

    def close(self):
        subprocess.run([sys.executable, str(ROOT / "build/close_window.py"), self.number], check=True)
        try:
            code = self.program.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            die(f"the window does not close; it says {self.said[-5:]}")
        if code != 0:
            die(f"the program ended with {code}")


class Answers:
    """Answers the questions of pages by the words above them."""

    def __init__(self, window, table):
        self.w, self.table = window, table
        self.keys = {}  # of the catalog, by their words
        for key in table:
            self.keys[self.label(key)] = key
        self.done, self.pages, self.kinds = set(), 0, Counter()
        self.files = 0
        self.open = {}  # of the questions of the present page, the options that were not found yet

    def label(self, key):
        return spaced(TEXTS.get("ask.q." + key) or TEXTS["ask.r." + key])

    def key(self, group):
        return self.keys.get(group)

    def page(self):
        """Answers all that the present page asks, down to the bar below it."""
        self.pages += 1
        self.open = {}
        where = self.w.heading
        for _ in range(200):
            if self.w.role == "button" and self.w.words == BACK:
                break
            if self.answers():
                self.question()
            elif key := self.key(self.w.group):
                self.offers(key)
            self.w.press("Tab")
        else:
            die(f"Tab does not leave {where!r}")
        if missing := {key: left for key, left in self.open.items() if left}:
            die(f"{where!r} does not offer {missing}")

    def question(self):
        """Answers the question of what has the keyboard."""
        key = self.key(self.w.group)
        if key is None:
            die(f"no answer is known to {self.w.group!r}")
        if self.w.role in ("radio", "check") and key not in self.open:
            self.open[key] = set(self.options(key, self.table[key]))
        self.answer(key, self.table[key])
        if isinstance(self.table[key], Skip):
            return
        if key not in self.done:
            self.kinds[type(self.table[key]).__name__] += 1
        self.done.add(key)

    def answers(self):
        return self.w.role in ("radio", "check", "field", "text-area", "select")

    def offers(self, key):
        """Pushes the button that has the keyboard, where the answer asks for it."""
        a, words = self.table[key], self.w.words
        if isinstance(a, Skip) and words == WORDS["skip." + a.code]:
            self.w.press("space")
            self.done.add(key)
        elif isinstance(a, File) and a.name and words == WORDS["ui.exhibit.choose"] and not self.files:
            self.files += 1
            self.choose_file(a.name)
            self.question()

    def answer(self, key, a):
        """Puts an answer into what has the keyboard, as far as it belongs there."""
        role, words = self.w.role, self.w.words
        if isinstance(a, Skip) or words.startswith(tuple(WORDS[key] for key in LEFT_AS_THEY_ARE)):
            return
        if role in ("radio", "check"):
            self.choose(key, a)
        elif role == "select":
            self.select(self.wanted(key, a))
            if isinstance(a, Body):
                self.change_mind(a)
        elif self.w.words.partition(": ")[2] not in ("", *BOXES.values()):
            return  # it is told already
        elif isinstance(a, (Day, Period)):
            self.date(a)
        elif text := self.text(a):
            self.w.write(text)

    def change_mind(self, body):
        """Goes back to the body among those that fit, and from there on again."""
        self.w.go(body.name, "radio", "shift+Tab")
        self.w.press("space")
        self.w.go(WORDS["ui.authority.more"], "select")

    def choose(self, key, a):
        """Chooses the option that has the keyboard, if it is wanted."""
        name, _, now = self.w.words.rpartition(": ")
        found = {words for words in self.open[key] if self.named(name, words)}
        self.open[key] -= found
        wanted = bool(found)
        if wanted != (now == "true") and (wanted or self.w.role == "check"):
            self.w.press("space")

    def named(self, name, words):
        return name == words or name.startswith(words + ". ") or name.endswith("· " + words)

    def options(self, key, a):
        """The words of the options that an answer chooses."""
        if isinstance(a, Skip):
            return []
        if isinstance(a, bool):
            return [WORDS["ui.yes" if a else "ui.no"]]
        if isinstance(a, Body):
            return [a.name]
        if isinstance(a, File):
            return [a.name] if a.name else []
        codes = [a] if isinstance(a, str) else a
        return [spaced(TEXTS[f"ask.q.{key}.o.{code}"]) for code in codes]

    def wanted(self, key, a):
        """What a list that opens is to hold."""
        if isinstance(a, str):
            return self.options(key, a)[0]
        return {Land: lambda: LANDS[a.code], Place: lambda: LANDS[a.land], Money: lambda: a.currency, Body: lambda: a.first}[type(a)]()

    def select(self, wanted):
        """Chooses from the list that has the keyboard, by searching it."""
        if wanted in self.w.words:
            return
        self.w.press("space")
        if self.w.role == "field":
            self.w.paste(wanted)
            self.w.wait(f"{wanted!r} in the list", lambda: wanted in self.w.option)
        else:
            self.w.go(wanted, "select", "Down")
        self.w.press("Return")
        self.w.wait(f"{wanted!r} chosen", lambda: self.w.role == "select" and wanted in self.w.words)

    def date(self, a):
        """Puts a day, month or year, or all of them, into what has the keyboard."""
        if isinstance(a, Period):
            a = a.end if self.w.words.startswith(WORDS["ui.period.to"]) else a.start
        for part, words in BOXES.items():
            if self.w.words.split(": ")[1:2] == [words] or self.w.words.split(":")[0].endswith(words):
                return self.w.write(str(getattr(a, part)))
        self.w.write(f"{a.year:04}-{a.month:02}-{a.day:02}")

    def text(self, a):
        """The words of the answer for the field that has the keyboard."""
        if isinstance(a, str):
            return a
        name = self.w.words
        for words, field in ((WORDS["ui.name.family"], "family"), (WORDS["ui.name.given"], "given"), (WORDS["ui.address.lines"], "lines"),
                             (WORDS["input.label.postcode"], "postcode"), (WORDS["input.label.city"], "city"),
                             (WORDS["ui.money.amount"], "amount"), (WORDS["ui.prose.translation"].split("{")[0], "translation")):
            if name.startswith(words) and isinstance(a, (Person, Place, Money, Said)):
                return getattr(a, field, "")
        return a.words if isinstance(a, Said) else ""

    def choose_file(self, name):
        """Chooses a file among those of the home, by the beginning of its name. It has
        the keyboard when it is there."""
        self.w.push(WORDS["ui.exhibit.choose"])
        self.w.go(WORDS["ui.file.search"], "field")
        self.w.type(name[:6])
        self.w.go(name, "button")
        self.w.press("space", new=False)
        self.w.wait(f"{name!r} among the answers", lambda: self.w.role == "check" and name in self.w.words)
        self.w.settle()

    def walk(self, until=None, among=None):
        """Goes from page to page, to one that asks nothing, or to a question, or to
        one that is not among some."""
        while (key := self.key(self.w.heading)) and key != until and (among is None or key in among):
            self.page()
            a = self.table[key]
            if isinstance(a, Items) and key not in self.done:
                self.done.add(key)
                self.add(key, a)
            elif isinstance(a, Skip) and key not in self.done:
                self.done.add(key)
                self.w.push(WORDS["ui.skip-page"])
            else:
                self.w.on()

    def add(self, key, a):
        """Adds items to a list, and answers what is asked of each; first of those that
        are there already."""
        self.kinds["Items"] += 1
        where = self.w.heading
        if a.there:
            self.w.on()
            self.walk(among=a.asks)
        for _ in range(a.count):
            while self.w.heading != where:
                self.w.back()
            self.w.push("+ " + spaced(TEXTS[f"ask.r.{key}.add"]))
            self.walk(among=a.asks)


def first_start(w):
    """Goes through the first start: the language, what Recourse is, where cases are
    kept, a passphrase of one's own, typed twice, and no recovery sheet yet."""
    for _ in range(3):
        w.push(WORDS["ui.continue"])
    w.push(WORDS["ui.pass.own"], same=True)
    w.go(WORDS["ui.passphrase"], "secret")
    w.type(PASSPHRASE)
    w.push(WORDS["ui.continue"])
    w.go(WORDS["ui.passphrase"], "secret")
    w.type(PASSPHRASE)
    w.push(WORDS["ui.create.button"])
    w.wait("recovery sheet", lambda: w.heading == WORDS["ui.sheet.title"])
    w.push(WORDS["ui.sheet.later"])
    w.wait("list of cases", lambda: w.heading == WORDS["ui.cases.title"])


def unlock(program, home, question):
    """Opens the window again: the case comes back with the question that is open."""
    w = Window(program, str(home / "vault"))
    w.type(PASSPHRASE)
    w.press("Return", new=False)
    w.wait(f"question {question!r}", lambda: w.heading == question and w.role)
    return w


def save(w, home):
    """Makes sure that nothing is missing, and saves the document in French."""
    w.wait("check", lambda: w.words == BACK)
    if w.heading != WORDS["ui.check.ready"]:
        die(f"the check says {w.heading!r}: {missing(w)}")
    w.go(WORDS["ui.document-language"], "select")
    if not w.words.endswith("Français"):
        die(f"the document is in {w.words!r}")
    w.push(WORDS["ui.export.filing"])
    w.go(WORDS["ui.export.path"], "field")
    w.press("Return", new=False)
    done = spaced(WORDS["ui.export.done"].split("{")[0])
    w.wait("saved document", lambda: any(role == "status" and done in words for role, words in w.said))
    return next(home.glob("**/*.pdf"))


def missing(w):
    """Lists the questions that the check leads back to."""
    found, first = [], None
    for _ in range(150):
        if w.words == WORDS["ui.answer"]:
            found.append(w.group)
        if (w.words, w.group) == first:
            break
        first = first or (w.words, w.group)
        w.press("Tab")
    return list(dict.fromkeys(found))


def verify(document):
    """Looks into the document: its words, in both languages, and its language."""
    text = spaced(subprocess.run(["pdftotext", str(document), "-"], check=True, capture_output=True, text=True).stdout)
    for words in ("Réclamation auprès de l’autorité de contrôle", "Personne concernée", "14 novembre 2025", "9 mars 2026", "349,50",
                  COMPLAINT["other.name"], COMPLAINT["person.email"], EXPLAIN.translation[:40], NAME.given, NAME.family,
                  *ACCOUNT.words.split()[:6]):
        if words not in text:
            die(f"{words!r} is not in {document}")
    about = subprocess.run(["pdfinfo", "-meta", str(document)], check=True, capture_output=True, text=True).stdout
    if "<dc:language><rdf:Bag><rdf:li>fr</rdf:li>" not in about:
        die(f"{document} does not say that it is in French")


def main():
    program, home = sys.argv[1], pathlib.Path(sys.argv[2])
    began = time.monotonic()
    (home / FILE).write_text("Meridia Mail SAS\n18/11/2025\n", encoding="utf-8")
    w = Window(program, str(home / "vault"))
    first_start(w)
    w.push(WORDS["ui.cases.new"])
    facts = Answers(w, FACTS)
    facts.walk()
    w.wait("routes", lambda: w.heading != spaced(WORDS["ui.facts.short"]) and w.role)
    w.settle()
    w.go(WORDS["ui.new.choose"], "button", group=spaced(TEXTS["ask.name"]))
    w.push(w.words)
    w.push(WORDS["ui.start"])
    complaint = Answers(w, COMPLAINT)
    complaint.walk(until="other.name")
    w.close()
    keys = w.keys
    complaint.w = w = unlock(program, home, complaint.label("other.name"))
    complaint.walk()
    if never := [key for key in COMPLAINT if complaint.key(complaint.label(key)) not in complaint.done | facts.done]:
        die(f"never asked: {never}")
    document = save(w, home)
    w.close()
    verify(document)
    kinds = ", ".join(f"{n} {kind}" for kind, n in sorted((facts.kinds + complaint.kinds).items()))
    print(f"ok: {document.name} by {keys + w.keys} keys over {facts.pages + complaint.pages} pages in "
          f"{time.monotonic() - began:.0f} seconds ({kinds})")


if __name__ == "__main__":
    main()
