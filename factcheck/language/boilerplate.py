# ruff: noqa: RUF001 - texts are full of typographic signs
"""What stands around a story and is no part of it: appeals, credits, related links.

General cues of English news pages, none of one publisher. The text is read all the same; the
reader of the document marks it, so that no number in it is evidence.
"""

from __future__ import annotations

import re

# Lines that say nothing else.
_LINES = frozenset(
    {
        "advertisement",
        "advertising",
        "article continues below",
        "back to top",
        "comment",
        "comments",
        "continue reading",
        "copy link",
        "donate",
        "donate now",
        "facebook",
        "follow us",
        "get the app",
        "listen",
        "log in",
        "login",
        "menu",
        "more",
        "newsletter",
        "print",
        "read more",
        "register",
        "save",
        "share",
        "share this",
        "share this article",
        "sign in",
        "sign up",
        "skip to content",
        "skip to main content",
        "sponsored",
        "story continues below",
        "story continues below advertisement",
        "subscribe",
        "subscribe now",
        "support now",
        "support us",
        "tweet",
        "watch",
        "whatsapp",
    }
)

# Headings of lists of other stories.
_RELATED = (
    "also read",
    "also on",
    "don't miss",
    "editor's picks",
    "editors' picks",
    "in other news",
    "latest news",
    "latest stories",
    "more from",
    "more in",
    "more on this",
    "more stories",
    "most popular",
    "most read",
    "most viewed",
    "popular stories",
    "read also",
    "read more",
    "recommended",
    "related",
    "see also",
    "similar stories",
    "top stories",
    "trending",
    "what to read next",
    "you may also like",
    "you might also like",
)

# Phrases that only the page says; one is enough.
_STRONG = (
    "all rights reserved",
    "article was originally published",
    "article was first published",
    "click here to",
    "donate today",
    "download our app",
    "download our free",
    "follow us on",
    "in the comments below",
    "leave a comment",
    "may not be published, broadcast",
    "may not be reproduced",
    "our independent journalism",
    "our newsletter",
    "our supporters",
    "share this article",
    "share your thoughts",
    "sign up for our",
    "sign up here",
    "sign up to our",
    "straight to your inbox",
    "subscribe now",
    "subscribe to our",
    "support now",
    "support our journalism",
    "support our work",
    "support our reporting",
    "to your inbox",
    "unlock this article",
    "your support helps",
    "your support makes",
)
# Phrases that a story may say too; two different ones are needed.
_WEAK = (
    "become a member",
    "become a subscriber",
    "by clicking",
    "click here",
    "contact us at",
    "cookie policy",
    "cookies",
    "free newsletter",
    "get in touch",
    "have your say",
    "in the comments",
    "make a contribution",
    "make a donation",
    "newsletter",
    "on social media",
    "originally appeared",
    "originally published",
    "our journalism",
    "our reporters",
    "our reporting",
    "paywall",
    "please consider",
    "privacy policy",
    "read more",
    "send us a tip",
    "sign up for",
    "sign up to",
    "spread the word",
    "subscribe to",
    "terms and conditions",
    "terms of service",
    "terms of use",
    "what do you think",
    "your contribution",
    "your donation",
    "your email",
    "your support",
)

_CREDIT_LINE = re.compile(
    r"(?:©|\(c\) ?\d{4}|copyright\b|by [A-Z][\w.'-]+ [A-Z][\w.'-]+$|author:|byline:|"
    r"(?:additional )?reporting (?:and writing )?by |writing by |editing by |"
    r"edited by |translated by |this (?:article|story|report) (?:was|has been|is) )",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:open image in (?:gallery|lightbox|new (?:tab|window))|image (?:source|caption|credit)|"
    r"(?:image|photo|photograph|picture|video|caption|photo credit|file photo)s?\s*[:|]|"
    r"view image in|enlarge (?:this )?image|\[(?:photo|image|picture)|file photo\b|"
    r"in this (?:file )?(?:photo|image|picture|screengrab)|this (?:photo|image|picture|handout) )",
    re.IGNORECASE,
)
# A credit at the very end: "( AP )", "(Anna Example/Reuters)", "[Photo: Example]".
_CREDIT = re.compile(
    r"(?:[(\[]\s*(?:[^()\[\]\n]{0,60}[/,|:-]\s*)?"
    r"(?:AP|AFP|EPA|PA|Reuters|Getty(?: Images)?|AP Photo|Shutterstock|Alamy|Bloomberg|Xinhua|"
    r"TASS|Anadolu|AA|DPA|ANSA|NurPhoto|Handout|Supplied|File|Courtesy[^()\[\]\n]{0,40})"
    r"(?:\s*[/,|-]\s*[^()\[\]\n]{0,40})?\s*[)\]]|"
    r"(?:Photo(?:graph)?|Image|Picture|Credit)s?(?: by|:) ?[^.\n]{2,60})\s*$"
)

_HEAD = 2_000
_TAIL = 1_200
_SHORT = 420
_MAX_CAPTION = 600
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\s+")


def is_navigation(line: str) -> bool:
    """Return whether a line is a button or label of the page."""
    return line.strip(" \t:>»›→|*_#.-").lower() in _LINES


def opens_related(line: str) -> bool:
    """Return whether a line is the heading of a list of other stories."""
    plain = line.strip(" \t:>»›→|*_#-").lower().replace("’", "'")
    return len(plain) < 60 and plain.startswith(_RELATED)  # noqa: PLR2004 - a heading is short


def is_related_link(line: str) -> bool:
    """Return whether a line is one link to another story: "Read more: ...", "Related: ..."."""
    head, colon, _ = line[:40].partition(":")
    return bool(colon) and opens_related(head)


def is_caption(text: str) -> bool:
    """Return whether a paragraph is the caption of a picture or its credit."""
    if len(text) > _MAX_CAPTION:
        return False
    return bool(_CAPTION.match(text) or _CREDIT.search(text))


def is_credit(text: str) -> bool:
    """Return whether a short paragraph is a byline or a copyright line."""
    return len(text) < _SHORT and _CREDIT_LINE.match(text) is not None


def appeal_start(text: str) -> int | None:
    """Return where a paragraph turns into an appeal to the reader, or None.

    0 where all of it is one; else the start of the sentence that begins it: a prompt to
    comment at the end of a story leaves the sentences before it alone.
    """
    if len(text) <= _HEAD:
        return _appeal(text, 0)
    start = _appeal(text[:_HEAD], 0)
    return start if start is not None else _appeal(text, len(text) - _TAIL)


def _appeal(text: str, base: int) -> int | None:
    part = text[base:].lower().replace("\u2019", "'")
    strong = [part.find(cue) for cue in _STRONG if cue in part]
    weak = [part.find(cue) for cue in _WEAK if cue in part]
    if not strong and len(weak) < 2:  # noqa: PLR2004 - two weak cues make one strong
        return None
    sentence = _sentence_start(text, base + min(strong + weak))
    return sentence if sentence * 2 >= len(text) else 0


def _sentence_start(text: str, at: int) -> int:
    start = 0
    floor = max(0, at - _HEAD)
    for match in _SENTENCE.finditer(text, floor, at):
        start = match.end()
    return start
