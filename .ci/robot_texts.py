"""Writes the texts of each Robot Framework test, unescaped as Robot does it, into a JSON file (runs on Python 2 too)."""
import json
import re

from robot.api import SuiteVisitor
from robot.utils import unescape


# Jython makes no half of a surrogate pair: it is shown between two private characters.
HALF = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89a-f][0-9a-f]{2})")


def text(cell):
    return unescape(HALF.sub(lambda m: m.group(1) + u"\ue000" + m.group(2) + u"\ue001", cell))


class robot_texts(SuiteVisitor):

    def __init__(self, path):
        self.path = path
        self.texts = {}

    def visit_test(self, test):
        rows = {}
        for row in test.body:
            rows.setdefault(row.name, []).append([text(a) for a in row.args])
        case = rows["Case"][0]
        texts = [case[1], case[4]]
        texts += [r[0] for r in rows.get("Precondition", [])]
        texts += [r[1] for r in rows.get("Test Data", [])]
        texts += [t for r in rows["Step"] for t in r]
        self.texts[case[0]] = texts

    def end_suite(self, suite):
        with open(self.path, "w") as out:
            json.dump(self.texts, out)
