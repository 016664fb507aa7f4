"""Compares what a framework found in the rendered files with the cases that they were rendered from.

rendered.py pytest|robot|playwright|gherkin FOLDER REPORT [TEXTS]
"""
import json
import re
import sys
import xml.etree.ElementTree as xml


# Half a surrogate pair, as robot_texts.py shows it.
HALF = re.compile("\ue000(d[89a-f][0-9a-f]{2})\ue001")


def pytest_or_playwright(report):
    for case in xml.parse(report).iter("testcase"):
        properties = [(p.get("name"), p.get("value") or p.text) for p in case.iter("property")]
        yield {
            "skipped": case.find("skipped") is not None,
            "id": next(v for n, v in properties if n == "test_case"),
            "requirements": [v for n, v in properties if n == "requirement"],
        }


def robot(report):
    for test in xml.parse(report).iter("test"):
        yield {
            "skipped": test.findall("status")[-1].get("status") == "SKIP",
            "id": test.get("name").split(" [")[0],
            "requirements": [t.text for t in test.findall("tag")],
        }


def gherkin(report):
    """A scenario is pending while each of its steps is undefined; its requirements are the product's to find."""
    for case in xml.parse(report).iter("testcase"):
        steps = case.findtext("system-out").splitlines()
        yield {
            "skipped": all(s.endswith(".undefined") for s in steps) and not case.findtext("failure").strip(),
            "id": case.get("name").split(" ")[0],
            "requirements": None,
        }


READERS = {"pytest": pytest_or_playwright, "playwright": pytest_or_playwright, "robot": robot, "gherkin": gherkin}


def main(framework, folder, report, texts=None):
    expected = json.load(open(folder + "/expected.json", encoding="utf-8"))
    found = list(READERS[framework](report))
    problems = []
    if len(found) != len(expected):
        problems.append("%d tests, not %d" % (len(found), len(expected)))
    problems += ["not pending: " + f["id"] for f in found if not f["skipped"]]
    ids = {f["id"]: f for f in found}
    for case in expected:
        name = case["symbol"] if framework in ("robot", "gherkin") else case["id"]
        test = ids.get(name) or ids.get(shown(name))
        if test is None:
            problems.append("missing: " + case["id"])
        elif test["requirements"] is not None and not all(carries(test["requirements"], r) for r in case["requirement_ids"]):
            problems.append("no requirement ID: %s has %s" % (case["id"], test["requirements"]))
    if texts:
        problems += changed(expected, json.load(open(texts, encoding="utf-8")))
    for problem in problems[:10]:
        print(framework + ": " + ascii(problem))
    print("%s: %d tests, all pending, IDs%s right" % (framework, len(found), " and texts" if texts else "")
          if not problems else "%s: %d problems" % (framework, len(problems)))
    sys.exit(1 if problems else 0)


def shown(text):
    """As a report has it: some tools write out what is beyond the basic plane."""
    return re.sub("[\U00010000-\U0010ffff]", lambda m: "#x%X" % ord(m.group()), text)


def carries(found, requirement):
    """Robot's own words get "id" before them."""
    return {tag(shown(requirement)), "id" + tag(requirement), tag(requirement)} & set(map(tag, found))


def tag(text):
    return "".join(c for c in text.lower() if c.isalnum())


def changed(expected, read):
    for case in expected:
        texts = [HALF.sub(lambda m: chr(int(m.group(1), 16)), t) for t in read.get(case["id"], [])]
        wanted = [case["title"], case["source_quote"], *case["preconditions"],
                  *[d["value"] for d in case["test_data"]],
                  *[t for s in case["steps"] for t in (s["action"], s["expected"])]]
        if texts != wanted:
            yield "text changed: %s: %s, not %s" % (case["id"], texts, wanted)


main(*sys.argv[1:])
