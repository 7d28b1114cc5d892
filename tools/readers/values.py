"""Values as other parsers return them, in the form in which they are compared."""

import re


def year_of(text):
    """The first year in a text."""
    found = re.search(r"(?:1[5-9]|20)\d\d", text or "")
    return found.group() if found else None


MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def month_of(text):
    """The number of a month that is a number or a name; None for a season."""
    text = (text or "").strip().lower()
    if re.fullmatch(r"0?[1-9]|1[0-2]", text):
        return int(text)
    return MONTHS.index(text[:3]) + 1 if text[:3] in MONTHS else None


def date_of(text):
    """Year, month and day of "2019/03/05/" or "2019 Mar 5"."""
    parts = re.split(r"[/\s-]+", (text or "").strip())
    if not re.fullmatch(r"\d{4}", parts[0] if parts else ""):
        return {}
    month = month_of(parts[1]) if len(parts) > 1 else None
    day = parts[2] if month and len(parts) > 2 and re.fullmatch(r"\d{1,2}", parts[2]) else None
    return {"month": month, "day": int(day) if day and int(day) else None}


def day_of_year(text):
    """Month and day of "NOV 24" or "MAY", as Web of Science writes them beside the year."""
    parts = (text or "").split()
    month = month_of(parts[0]) if parts and not parts[0].isdigit() else None
    day = parts[1] if month and len(parts) > 1 and re.fullmatch(r"\d{1,2}", parts[1]) else None
    return {"month": month, "day": int(day) if day else None}


def isbn_of(text):
    """An ISBN of 10 or 13 digits, as 13 digits without hyphens."""
    found = re.sub(r"[^0-9Xx]", "", text or "").upper()
    if len(found) == 13:
        return found
    if len(found) != 10:
        return None
    digits = "978" + found[:9]
    check = -sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(digits)) % 10
    return digits + str(check)


def issn_of(text):
    """The first ISSN in a text, with its hyphen; not a part of an ISBN."""
    found = re.search(r"(?<![\d-])(\d{4})-?(\d{3}[\dXx])(?![\d-])", text or "")
    return f"{found.group(1)}-{found.group(2).upper()}" if found else None


LANGUAGES = {
    "eng": "en", "english": "en", "ger": "de", "german": "de", "fre": "fr", "french": "fr",
    "spa": "es", "spanish": "es", "ita": "it", "italian": "it", "por": "pt", "portuguese": "pt",
    "dut": "nl", "dutch": "nl", "jpn": "ja", "japanese": "ja", "chi": "zh", "chinese": "zh",
}


def language_of(name):
    """The code of two letters (ISO 639-1) of a language."""
    name = (name or "").strip().lower()
    return LANGUAGES.get(name, name) or None


def edition_of(text):
    """An edition; EndNote stores the date of publication ahead of print there."""
    return None if re.search(r"\b\d{4}\b", text or "") else text


def pmcid_of(text):
    """A PMCID with its letters."""
    return text if not text or text.startswith("PMC") else "PMC" + text


NOTHING = {"na", "n/a", "null", "nan", "-", ""}


def value(text):
    """A text, or None for a placeholder."""
    if text is None or text.strip().lower() in NOTHING:
        return None
    return text


def doi_of(*texts):
    """The first DOI in some texts."""
    for text in texts:
        found = re.search(r"10\.\d{4,9}/[^\s\"]+", text or "")
        if found:
            return re.sub(r"[.,;]+$", "", found.group())
    return None


def title_of(text):
    """A title without markup."""
    return re.sub(r"</?(?:sup|sub|i|b|em)>", "", text) if text else text


def doi_in_addresses(addresses):
    """The DOI in a publisher's URL; databases without a DOI field export only the URL."""
    for address in addresses:
        found = re.search(r"/(10\.\d{4,9}/[^\s/?#]+)", address)
        if found:
            return found.group(1)
    return None
