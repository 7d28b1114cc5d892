"""Makes queries for a library from the words of its titles; the same seed makes the same ones."""

import random
import re

STOP = set("a an and are as at by for from in into is of on or that the to with".split())


def make(titles, count, seed):
    """Requests as (path, parameters)."""
    chance = random.Random(seed)
    sentences = [re.findall(r"[A-Za-z][A-Za-z-]+", title) for title in titles]
    sentences = [words for words in sentences if len(words) > 3]

    def words(number):
        found = [word for word in chance.choice(sentences) if word.lower() not in STOP]
        return found[:number] or ["support"]

    def word():
        return chance.choice(words(8)).lower()

    def pair():
        title = chance.choice(sentences)
        start = chance.randrange(len(title) - 2)
        return title[start:start + chance.choice([2, 2, 3])]

    kinds = {
        "words": lambda: " ".join(words(chance.randint(1, 5))),
        "title": lambda: " ".join(chance.choice(sentences)),
        "common": lambda: chance.choice(
            ["peer support", "peer support worker", "HCV", "CHW training", "quality of life",
             "mental health recovery", "diabetes self-management", "RCT peer", "support",
             "community health workers", "opioid use disorder", "cancer patients"]),
        "phrase": lambda: f'"{" ".join(pair())}"',
        "phrase and words": lambda: f'"{" ".join(pair())}" {word()} {word()}',
        "and": lambda: f"{word()} AND {word()}",
        "or not": lambda: f"({word()} OR {word()}) NOT {word()}",
        "required": lambda: f"+{word()} {word()} -{word()}",
        "near": lambda: f"{word()} NEAR/{chance.randint(0, 12)} {word()}",
        "near phrase": lambda: f'"{" ".join(pair())}" NEAR/5 {word()}',
        "prefix": lambda: f"{word()[:5]}* {word()}",
        "wildcard": lambda: f"{word()[:4]}*{word()[-1]}",
        "title field": lambda: f"title:{word()} {word()}",
        "title phrase": lambda: f'title:"{" ".join(pair())}"',
        "abstract field": lambda: f"abstract:{word()} AND title:{word()}",
        "heading": lambda: chance.choice(
            ['subject:"quality of life"', "subject:stigma NOT subject:hope",
             f"{word()} AND subject:recover*", f"subject:burnout OR {word()}"]),
        "pre": lambda: f"{word()} PRE/3 {word()}",
        "limited operand": lambda: f"({word()} AND year:2015..) OR {word()}",
        "limited exclusion": lambda: f"{word()} NOT ({word()} AND method:qualitative)",
        "not only": lambda: f"NOT {word()}",
        "misspelled": lambda: word() + "x " + word(),
        "many": lambda: " ".join(word() for _ in range(30)),
        "very many": lambda: " ".join(word() for _ in range(60)),
    }
    filters = [
        {"year": "2015.."}, {"year": "..2014"}, {"min_sample": 20}, {"year": "none"},
        {"min_sample": 50, "include_unknown": "true"}, {"method": "qualitative"},
        {"method": ["rct", "review"]}, {"setting": "community"}, {"condition": "none"},
        {"method": "qualitative", "year": "2010..2020"}, {"possible": "true", "max_sample": 100},
    ]
    requests = []
    names = list(kinds)
    for number in range(count):
        kind = names[number % len(names)]
        parameters = {"q": kinds[kind](), "unit": chance.choice(["document", "passage"])}
        if chance.random() < 0.4:
            parameters.update(chance.choice(filters))
        if chance.random() < 0.15:
            parameters["exact"] = "true"
        if chance.random() < 0.2:
            parameters["offset"] = chance.choice([5, 10, 95])
        if chance.random() < 0.15:
            parameters["limit"] = chance.choice([1, 50, 150])
        if chance.random() < 0.1:
            parameters["sort"] = chance.choice(["year", "sample-size"])
        if chance.random() < 0.1:
            parameters["explain"] = "true"
        if chance.random() < 0.2:
            parameters["facets"] = "true"
        if parameters["unit"] == "document" and chance.random() < 0.2:
            parameters["passages"] = 3
        if parameters["unit"] == "document" and chance.random() < 0.2:
            parameters["related"] = 5
        requests.append((kind, "/search", parameters))
    return requests
