"""A decision tree for somebody who was just hurt: every way through it is walked, and none may hurt again."""

import re
from collections.abc import Callable, Iterator

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule, Scope
from guidebook.book.house_rules.tree_ways import said, ways
from guidebook.engine.kinds.tree.model import Outcome, Step, TreeQuiz
from guidebook.engine.problem import Problem
from guidebook.engine.quiz_file import QuizFile
from guidebook.engine.yaml.source import Where

HELP = "/help.md"
FRIENDS = "/tools/how-friends-can-help.md"
MOST = 6
"""Questions and outcome together, on the longest way."""

REMOVING = r"\b(?:delet|remov|hide|hidden|block|tak(?:e|ing) it down|come down)"
KINDNESS = r"\b(?:kind(?:ly|ness)?|polite|forgiv\w*|good wishes)\b"
DEMANDS = (
    r"\b(?:must|should|ought|have to|has to|need to|always|remember to|try to|(?<!may )be kind)\b"
)
LEAF = ("**One small step.** ", "**Afterwards.** ", "**Who can help.** ")
"""How the last paragraphs but one begin: an act, what to do after it, and whom to ask."""


def _leads_to_help(outcome: Outcome) -> bool:
    return (outcome.tool or "").startswith(HELP)


def _parts(tree: TreeQuiz) -> Iterator[tuple[Where, Step | Outcome]]:
    """Every step and outcome, at its place."""
    yield from ((("steps", name), step) for name, step in tree.steps.items())
    yield from ((("outcomes", name), outcome) for name, outcome in tree.outcomes.items())


def danger(file: QuizFile, tree: TreeQuiz) -> Iterator[Problem]:
    """Safety is asked first; doubt counts as danger; what follows names whom to call."""
    where = ("steps", tree.start)
    options = {option.id: option.go for option in tree.steps[tree.start].options}
    safety = options.get("yes", "")
    if options.keys() != {"yes", "unsure", "no"} or options["unsure"] != safety:
        message = "ask about safety first, with yes, unsure and no; yes and unsure lead to the same"
        yield file.source.problem(where, message, key=True)
    elif safety not in tree.outcomes or not _leads_to_help(tree.outcomes[safety]):
        message = f'"yes" leads to an outcome whose "tool" is {HELP} or a part of it'
        yield file.source.problem(where, message, key=True)
    elif not any(
        option.go == safety
        for name, step in tree.steps.items()
        if name != tree.start
        for option in step.options
    ):
        message = f'let a later question lead to "{safety}" too: some see a threat only then'
        yield file.source.problem(where, message, key=True)
    elif f"]({HELP})" not in tree.outcomes[safety].text:
        at = ("outcomes", safety, "text")
        yield file.source.problem(at, f"link [help]({HELP}) here")
    elif "emergency number" not in tree.outcomes[safety].text.partition("\n")[0]:
        message = "begin with what to do in danger, and name the local emergency number"
        yield file.source.problem(("outcomes", safety, "text"), message)


def saving(file: QuizFile, tree: TreeQuiz) -> Iterator[Problem]:
    """What is to be removed is saved before, on every way, and said again where it is removed."""
    for name, outcome in tree.outcomes.items():
        again = "once it is saved" in outcome.text.lower() or _leads_to_help(outcome)
        if re.search(REMOVING, outcome.text, re.IGNORECASE) and not again:
            message = 'say "once it is saved" where something is removed: somebody may have gone on without'
            yield file.source.problem(("outcomes", name, "text"), message)
    parts = {where[-1]: part for where, part in _parts(tree)}
    early = set()
    for way in ways(tree):
        told = "\n".join(said(parts[name]) for name in way)
        removed, saved = (re.search(p, told, re.IGNORECASE) for p in (REMOVING, r"\bsave"))
        if removed and not (saved and saved.start() < removed.start()):
            early.add(way[-1])
    for name in sorted(early):
        message = "a way leads here that tells of removing before it tells of saving; ask about saving first"
        yield file.source.problem(("outcomes", name), message, key=True)


def gently(file: QuizFile, tree: TreeQuiz) -> Iterator[Problem]:
    """No reply is asked for, kindness is never demanded, and no way is long."""
    for name, outcome in tree.outcomes.items():
        if "no reply is needed" not in outcome.text.lower():
            message = 'say that "no reply is needed"'
            yield file.source.problem(("outcomes", name, "text"), message)
    for where, part in _parts(tree):
        for sentence in re.split(r"(?<=[.?:])\s+", said(part)):
            if re.search(KINDNESS, sentence, re.IGNORECASE) and re.search(
                DEMANDS, sentence, re.IGNORECASE
            ):
                message = f'"{sentence[:60]}" asks for kindness; offer it, as in "you may be kind about it"'
                yield file.source.problem((*where, "text"), message)
    longest = max(ways(tree), key=len)
    if len(longest) > MOST:
        message = f"{len(longest)} questions and texts on the way to here; {MOST} at most"
        yield file.source.problem(("outcomes", longest[-1]), message, key=True)


def company(file: QuizFile, tree: TreeQuiz) -> Iterator[Problem]:
    """An outcome ends with an act, what to do afterwards, whom to ask, and where to read on."""
    for name, outcome in tree.outcomes.items():
        if _leads_to_help(outcome):
            continue
        last = outcome.text.strip().split("\n\n")[-len(LEAF) - 1 :]
        begun = len(last) > len(LEAF) and all(map(str.startswith, last, LEAF))
        if not begun:
            message = f"end with four paragraphs: {', '.join(x.strip() for x in LEAF)}, and where to read on"
            yield file.source.problem(("outcomes", name, "text"), message)
        elif f"]({FRIENDS})" not in last[2]:
            message = f"link [a card for friends]({FRIENDS}) where you say who can help"
            yield file.source.problem(("outcomes", name, "text"), message)


ByTree = Callable[[QuizFile, TreeQuiz], Iterator[Problem]]


def _of_each(check: ByTree) -> Callable[[House], Iterator[Problem]]:
    return lambda house: (
        problem
        for name in house.settings.scope.after_cruelty
        for file in [house.book.quizzes.get(name)]
        if file and isinstance(file.written, TreeQuiz)
        for problem in check(file, file.written)
    )


_SCOPE: Scope = "the tables and decision trees of this book"
RULES = (
    Rule(
        id="danger first",
        says="A tree for somebody who was just hurt asks about safety first, and doubt counts as danger.",
        reason="Somebody may open it on the worst day of the year.",
        cure="Keep the first question, with yes, unsure and no, and the outcome that leads to help.",
        scope=_SCOPE,
        check=_of_each(danger),
    ),
    Rule(
        id="saved before",
        says="There nothing is removed before it is saved.",
        reason="Once a comment is gone, there may be nothing to show.",
        cure="Ask about saving before you tell of removing, and write “once it is saved” beside it.",
        scope=_SCOPE,
        check=_of_each(saving),
    ),
    Rule(
        id="no reply",
        says=f"There no outcome asks for a reply or for kindness, and no way has more than {MOST} parts.",
        reason="Whoever was hurt owes nobody an answer, and is tired.",
        cure="Write “no reply is needed”, and offer kindness with “you may”.",
        scope=_SCOPE,
        check=_of_each(gently),
    ),
    Rule(
        id="company",
        says="There each outcome ends with one small step, what to do afterwards, who can help, and where to read on.",
        reason="Nobody should be left alone with it.",
        cure="Keep the four paragraphs, with the card for friends in the third.",
        scope=_SCOPE,
        check=_of_each(company),
    ),
)
