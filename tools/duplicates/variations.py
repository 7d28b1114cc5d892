"""Copies of records as databases write them, and records that only look like copies.

``vary.py`` says where the differences come from.
"""

import random
import re
import unicodedata

SPELLING = [
    ("randomised", "randomized"), ("behaviour", "behavior"), ("programme", "program"),
    ("paediatric", "pediatric"), ("hospitalised", "hospitalized"), ("tumour", "tumor"),
    ("oesophag", "esophag"), ("haem", "hem"), ("centre", "center"), ("alpha", "α"), ("beta", "β"),
    (" and ", " & "), ("health care", "healthcare"), ("follow-up", "follow up"),
]


def parts_of(name):
    """The family name, given names and initials of an author; None if they are not plain."""
    family, _, given = name.partition(",")
    if not given.strip():
        words = name.split()
        if len(words) < 2 or len(words) > 4:
            return None
        # "J R Smith" and "Smith JR"
        initials = [word for word in words if re.fullmatch(r"[A-Z]{1,3}", word)]
        if re.fullmatch(r"[A-Z]{1,3}", words[-1]):
            family = " ".join(word for word in words if word not in initials)
            given = " ".join("".join(initials))
        else:
            family, given = words[-1], " ".join(words[:-1])
    letters = [word[0].upper() for word in re.findall(r"[^\W\d_]+", given)]
    return family.strip(), given.strip(), letters


class Variation:
    """Copies of records, varied at random from a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, share):
        return self.random.random() < share

    def name(self, name, form):
        """An author as a database writes it."""
        parts = parts_of(name)
        if parts is None:
            return name
        family, _, letters = parts
        if form == "ovid":
            return f"{family} {''.join(letters)}"
        if form == "scopus":
            return f"{family} {'.'.join(letters)}."
        if form == "wos":
            return f"{family}, {''.join(letters)}"
        return f"{family}, {' '.join(letter + '.' for letter in letters)}"

    def title(self, title, form):
        """A title as a database writes it."""
        if self.chance(0.25):
            for one, other in SPELLING:
                if one in title:
                    title = title.replace(one, other)
                elif other.strip() in title and self.chance(0.5):
                    title = title.replace(other, one)
        if form == "wos" and self.chance(0.5):
            title = title.upper() if self.chance(0.5) else title.title()
        if self.chance(0.2):
            title = re.sub(r"[-–—]", " ", title)
        if self.chance(0.2):
            title = title.replace(":", " -") if self.chance(0.5) else title.replace(": ", ". ")
        if self.chance(0.5):
            title = title.rstrip(".") if title.endswith(".") else title + "."
        if self.chance(0.04):
            title = re.sub(r"\b(\w+)$", r"<i>\1</i>", title.rstrip("."))
        if self.chance(0.04):
            title += self.random.choice([" [Review]", " [see comment]", " (English)", " [corrected]"])
        if form == "cinahl" and self.chance(0.08) and ": " in title:
            title = title.partition(": ")[0]
        if self.chance(0.03) and len(title) > 40:
            # A typing or OCR error.
            place = self.random.randrange(10, len(title) - 5)
            title = title[:place] + title[place + 1:]
        return title

    def journal(self, journal, form):
        """The name of a journal, in full or abbreviated."""
        if not journal:
            return journal
        words = journal.split()
        if form in ("wos",) and self.chance(0.6):
            return journal.upper()
        if form in ("ovid", "pubmed") and self.chance(0.4) and len(words) > 1:
            small = {"of", "the", "and", "for", "in", "on"}
            return " ".join(
                word if len(word) < 6 else word[:self.random.randint(3, 5)]
                for word in words if word.lower() not in small)
        if self.chance(0.1):
            return "The " + journal
        return journal

    def pages(self, pages, form):
        """Pages, shortened, in full, or only the first."""
        if not pages:
            return pages
        first, _, last = pages.replace("–", "-").partition("-")
        if not last:
            return first
        if len(last) < len(first):
            last = first[:len(first) - len(last)] + last
        if form in ("ovid", "cinahl") and len(last) == len(first):
            shared = 0
            while shared < len(last) - 1 and first[shared] == last[shared]:
                shared += 1
            last = last[shared:]
        if self.chance(0.05):
            return first
        return f"{first}-{last}"

    def copy(self, record):
        """A record as another database would export it."""
        form = self.random.choice(["ovid", "scopus", "wos", "cinahl", "central"])
        copy = dict(record)
        copy["title"] = self.title(record["title"], form)
        authors = [self.name(name, form) for name in record["authors"]]
        if form == "scopus" and len(authors) > 10:
            authors = authors[:10]
        if self.chance(0.1) and len(authors) > 3:
            authors = authors[:3]
        copy["authors"] = [] if self.chance(0.03) else authors
        copy["journal"] = self.journal(record["journal"], form)
        copy["pages"] = self.pages(record["pages"], form)
        copy["pmid"] = None
        if not self.chance({"ovid": .7, "scopus": .85, "wos": .7, "cinahl": .5, "central": .6}[form]):
            copy["doi"] = None
        if self.chance(0.05):
            copy["year"] = None
        elif self.chance(0.06) and record["year"]:
            copy["year"] = record["year"] - 1
            if self.chance(0.5):
                copy["volume"] = copy["issue"] = copy["pages"] = None
        if self.chance(0.1):
            copy["issue"] = None
        if form == "scopus" and self.chance(0.1):
            copy["pages"] = None
        return copy

    def lookalike(self, record, number):
        """A record that only looks like a copy."""
        other = dict(record)
        other["doi"] = None
        other["pmid"] = str(90_000_000 + number) if record["pmid"] else None
        kind = self.random.choice(["abstract", "erratum", "reply", "part", "update"])
        if kind == "abstract":
            other["type"] = "Conference Abstract"
            other["pmid"] = None
            other["volume"], other["pages"] = "99", f"S{number}"
            other["journal"] = "Abstracts of the annual meeting"
        elif kind == "erratum":
            other["title"] = "Erratum: " + record["title"]
            other["pages"] = str(9000 + number)
        elif kind == "reply":
            other["title"] = "Reply to: " + record["title"]
            other["authors"] = ["Other, A."] + record["authors"][1:2]
            other["pages"] = str(8000 + number)
        elif kind == "part":
            other["title"] = record["title"].rstrip(".") + ": part 2"
            other["pages"] = str(7000 + number)
        else:
            other["year"] = (record["year"] or 2010) + 4
            other["volume"], other["pages"] = str(200 + number % 50), str(6000 + number)
        return other


class OtherVariation(Variation):
    """Copies of records as sources that Variation does not know write them."""

    def name(self, name, form):
        """An author as another source writes it."""
        parts = parts_of(name)
        if parts is None:
            return name
        family, given, letters = parts
        if form in ("scholar", "typed"):
            # Without accents; the particle of a compound name is lost now and then.
            family = "".join(
                letter for letter in unicodedata.normalize("NFD", family)
                if not unicodedata.combining(letter))
            if self.chance(0.2):
                family = re.sub(r"(?i)^(van den|van der|van|von|de la|de|da|di)\s+", "", family)
        if form == "scholar":
            return f"{''.join(letters[:1])} {family}"
        if form == "lilacs":
            return f"{family.upper()}, {given}"
        if form == "typed":
            return f"{family} {'. '.join(letters)}."
        return f"{family}, {'.-'.join(letters)}."

    def title(self, title, form):
        """A title as another source writes it."""
        if self.chance(0.2):
            for one, other in SPELLING:
                title = title.replace(one, other)
        if form == "embase" and self.chance(0.3):
            # Title case without articles in lower case.
            title = " ".join(word[:1].upper() + word[1:] for word in title.split())
        if form == "scholar" and self.chance(0.15) and len(title) > 90:
            # Google Scholar cuts long titles.
            title = title[:self.random.randint(70, 85)].rsplit(" ", 1)[0] + " …"
        if form == "proquest" and self.chance(0.3):
            title = re.sub(r"['’]", "&apos;", title)
        if form == "proquest" and self.chance(0.2):
            title = title.replace("–", "-").replace(" - ", "--")
        if form == "lilacs" and self.chance(0.1):
            title = f"[{title.rstrip('.')}]"
        if form == "typed":
            if self.chance(0.15) and ". " not in title and ": " in title:
                title = title.replace(": ", ", ", 1)
            for _ in range(self.random.choice([0, 0, 0, 0, 1, 1, 2])):
                # Two neighbouring letters change places, or one is typed twice.
                place = self.random.randrange(1, max(2, len(title) - 2))
                if self.chance(0.5):
                    title = (
                        title[:place] + title[place + 1:place + 2] + title[place:place + 1]
                        + title[place + 2:])
                else:
                    title = title[:place] + title[place - 1:]
        if self.chance(0.3):
            title = title.rstrip(".")
        if self.chance(0.05):
            title = "Original article: " + title if form == "lilacs" else title + " (Article)"
        return title

    def journal(self, journal, form):
        """The name of a journal, abbreviated with points or with its whole subtitle."""
        if not journal:
            return journal
        words = [
            word for word in journal.split()
            if word.lower() not in {"of", "the", "and", "for", "in", "on", "&"}]
        if form == "typed" and self.chance(0.4) and len(words) > 1:
            return " ".join(word if len(word) < 6 else word[:4] + "." for word in words)
        if form == "embase" and self.chance(0.2):
            return journal + " : official journal of the society"
        if form == "lilacs" and self.chance(0.3):
            return journal + " (Online)"
        return journal

    def pages(self, pages, form):
        """Pages with other dashes, with “p.”, or none."""
        if not pages:
            return pages
        if self.chance(0.1):
            return None
        if form == "typed":
            return "pp. " + pages.replace("-", "–")
        return pages.replace("-", " - ") if form == "proquest" else pages

    def copy(self, record):
        """A record as another source would export it."""
        form = self.random.choice(["embase", "lilacs", "proquest", "scholar", "typed"])
        copy = dict(record)
        copy["title"] = self.title(record["title"], form)
        authors = [self.name(name, form) for name in record["authors"]]
        if form == "scholar" and len(authors) > 4:
            authors = authors[:4] + ["…"]
        if form == "typed" and len(authors) > 6:
            authors = authors[:6] + ["et al."]
        copy["authors"] = authors
        copy["journal"] = self.journal(record["journal"], form)
        copy["pages"] = self.pages(record["pages"], form)
        copy["pmid"] = record["pmid"] if self.chance(0.2) else None
        share = {"embase": .8, "lilacs": .3, "proquest": .5, "scholar": 0, "typed": .2}[form]
        if not record["doi"] or not self.chance(share):
            copy["doi"] = None
        elif self.chance(0.5):
            copy["doi"] = "https://doi.org/" + record["doi"].upper()
        if self.chance(0.04) and record["year"]:
            copy["year"] = record["year"] + 1
        if form == "scholar":
            copy["issue"] = None
            if self.chance(0.3):
                copy["volume"] = copy["pages"] = None
        if form == "embase" and record["volume"] and self.chance(0.1):
            copy["volume"] = record["volume"] + " Suppl 1"
        return copy
