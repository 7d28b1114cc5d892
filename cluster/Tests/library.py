#!/usr/bin/env python3
"""Writes a library of records for the tests of a cluster: JSON Lines, the same on every run."""

import json
import random
import sys

PEOPLE = ["peer support workers", "peers", "community health workers (CHWs)", "lay counsellors",
          "peer mentors", "people with lived experience", "volunteers", "patient navigators"]
CONDITIONS = ["hepatitis C virus (HCV)", "HIV", "type 2 diabetes", "breast cancer", "depression",
              "opioid use disorder (OUD)", "psychosis", "hypertension", "stroke", "chronic pain"]
DESIGNS = ["a randomised controlled trial", "a qualitative interview study", "a systematic review",
           "a cohort study", "a cross-sectional survey", "a pilot study", "a mixed-methods study"]
PLACES = ["in the community", "in primary care", "in prison", "in hospital", "online", "at home",
          "in rural areas", "in needle and syringe programmes"]
OUTCOMES = ["quality of life", "role clarity", "burnout", "treatment uptake", "stigma",
            "self-management", "engagement", "recovery", "adherence", "social support", "hope"]
VERBS = ["improved", "reduced", "changed", "did not affect", "was associated with", "predicted"]


def record(number, chance):
    people, condition, design, place = map(chance.choice, (PEOPLE, CONDITIONS, DESIGNS, PLACES))
    first, second = chance.sample(OUTCOMES, 2)
    bare = people.split(" (")[0]
    title = f"{first.capitalize()} and {second} of {bare} {place}: {design.removeprefix('a ')}"
    count = chance.randint(6, 900)
    sentences = [
        f"{bare.capitalize()} are employed {place} to support people with {condition}.",
        f"We conducted {design} with {count} participants.",
        f"The work of {people} {chance.choice(VERBS)} {first}.",
    ]
    for _ in range(chance.randint(2, 40)):
        one, other = chance.sample(OUTCOMES, 2)
        sentences.append(chance.choice([
            f"Peer support {chance.choice(VERBS)} {one}, but not {other}.",
            f"Supervision of {bare} {chance.choice(VERBS)} {one} after {chance.randint(2, 24)} months.",
            f"Participants described how {one} and {other} depend on training.",
            f"In {condition.split(' (')[0]}, {other} {chance.choice(VERBS)} {one} {place}.",
        ]))
    # Abbreviations with a second meaning: one in few records, one in more than 256.
    if number % 50 == 3:
        sentences.append("The Clinic for Hepatic Wellness (CHW) recruited participants to CHW.")
    if number % 5 == 1:
        sentences.append("Each kept an occupational update diary (OUD), and the OUD was read.")
    made = {"_id": f"r{number:05}", "title": title, "text": " ".join(sentences),
            "authors": [f"{chance.choice('ABCDEFG')}. {chance.choice(['Smith', 'García', 'Okafor', 'Ng', 'Müller'])}"],
            "journal": f"Journal of {chance.choice(CONDITIONS).split(' (')[0].title()}",
            "keywords": chance.sample(OUTCOMES, 2)}
    if chance.random() < 0.9:
        made["year"] = chance.randint(1995, 2024)
    if chance.random() < 0.5:
        made["doi"] = f"10.5555/peer.{number}"
    return made


def main():
    chance = random.Random(7)
    with open(sys.argv[1], "w") as file:
        for number in range(1500):
            file.write(json.dumps(record(number, chance)) + "\n")


if __name__ == "__main__":
    main()
