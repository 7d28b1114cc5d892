"""A small library of records that changes at random, from a seed."""

import json
import os
import random

WORDS = (
    "peer support worker recovery stigma housing clinic hepatitis HIV diabetes group ward trust "
    "role clarity training supervision employment interview trial survey veterans youth rural "
    "prison harm reduction mentor carer wellbeing loneliness anxiety depression access care"
).split()


class Library:
    """A folder of JSON Lines files; `records` is what its index must contain."""

    def __init__(self, folder, seed):
        self.folder = folder
        self.random = random.Random(seed)
        self.files = {}
        self.next = 0
        os.makedirs(folder)
        for _ in range(4):
            self.add_file()

    def record(self, name):
        self.next += 1
        words = self.random.choices(WORDS, k=self.random.randint(5, 120))
        for place in range(9, len(words), 10):
            words[place] += "."
        return {
            "_id": f"{name}-{self.next}",
            "title": " ".join(self.random.choices(WORDS, k=5)) + f" {self.next}",
            "text": " ".join(words) + ".",
            "year": self.random.randint(1990, 2025),
        }

    def add_file(self):
        name = f"f{self.next}"
        self.files[name] = [self.record(name) for _ in range(self.random.randint(1, 25))]
        self.write(name)

    def write(self, name):
        path = os.path.join(self.folder, name + ".jsonl")
        with open(path + ".new", "w", encoding="utf-8") as file:
            for record in self.files[name]:
                file.write(json.dumps(record) + "\n")
        os.replace(path + ".new", path)

    def change(self):
        """Adds, changes and removes records and files; returns the ids of unchanged records."""
        before = {r["_id"]: json.dumps(r) for records in self.files.values() for r in records}
        kind = self.random.random()
        names = list(self.files)
        if kind < 0.3 or len(names) < 3:
            self.add_file()
        elif kind < 0.45 and len(names) > 3:
            name = self.random.choice(names)
            del self.files[name]
            os.remove(os.path.join(self.folder, name + ".jsonl"))
        else:
            for name in self.random.sample(names, min(len(names), 2)):
                records = self.files[name]
                for place in range(len(records) - 1, -1, -1):
                    chance = self.random.random()
                    if chance < 0.1 and len(records) > 1:
                        del records[place]
                    elif chance < 0.4:
                        new = self.record(name)
                        new["_id"] = records[place]["_id"]
                        records[place] = new
                if self.random.random() < 0.5:
                    records.append(self.record(name))
                self.write(name)
        if sum(map(len, self.files.values())) > 200:
            name = max(self.files, key=lambda name: len(self.files[name]))
            del self.files[name]
            os.remove(os.path.join(self.folder, name + ".jsonl"))
        after = {r["_id"]: json.dumps(r) for records in self.files.values() for r in records}
        return {id for id, text in after.items() if before.get(id) == text}

    @property
    def ids(self):
        return {record["_id"] for records in self.files.values() for record in records}
