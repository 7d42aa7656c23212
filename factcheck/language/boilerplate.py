# ruff: noqa: RUF001 - texts are full of typographic signs
"""What stands around a story and is no part of it: appeals, credits, related links.

General cues of English news pages, none of one publisher. The text is read all the same; the
reader of the document marks it, so that no number in it is evidence.
"""

from __future__ import annotations

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

# First words of a byline or a legal line.
_CREDITS = (
    "©",
    "(c) 1",
    "(c) 2",
    "copyright ",
    "author:",
    "authors:",
    "byline:",
    "additional reporting by ",
    "reporting by ",
    "reporting and writing by ",
    "writing by ",
    "editing by ",
    "edited by ",
    "translated by ",
    "this article was ",
    "this story was ",
    "this report was ",
)
# First words of a caption.
_CAPTIONS = (
    "open image in gallery",
    "open image in lightbox",
    "open image in new",
    "view image in",
    "enlarge image",
    "enlarge this image",
    "image source",
    "image caption",
    "image credit",
    "photo credit",
    "file photo",
    "in this photo",
    "in this image",
    "in this picture",
    "in this file photo",
    "in this screengrab",
    "this photo ",
    "this handout ",
    "[photo",
    "[image",
    "[picture",
)
_CAPTION_LABELS = frozenset(
    {"image", "images", "photo", "photos", "photograph", "picture", "video", "caption"}
)
# Agencies and words of a credit in brackets at the very end: "( AP )", "(A. Bell/Reuters)".
_AGENCIES = frozenset(
    {
        "aa",
        "afp",
        "alamy",
        "anadolu",
        "ansa",
        "ap",
        "ap photo",
        "bloomberg",
        "courtesy",
        "dpa",
        "epa",
        "file",
        "getty",
        "getty images",
        "handout",
        "image",
        "nurphoto",
        "pa",
        "photo",
        "picture",
        "reuters",
        "shutterstock",
        "supplied",
        "tass",
        "xinhua",
    }
)

_HEAD = 2_000
_TAIL = 1_200
_SHORT = 420
_MAX_CAPTION = 600
_CREDIT_SPAN = 120
_NAME_WORDS = 8
_NEAR = 600
_ENOUGH = 2
_ENDS = (". ", "! ", "? ", "… ", ".” ", "!” ", "?” ", '." ', ".\n")


def is_navigation(line: str) -> bool:
    """Return whether a line is a button or label of the page."""
    return line.strip(" \t:>»›→|*_#.-").lower() in _LINES


def opens_related(line: str) -> bool:
    """Return whether a line is the heading of a list of other stories."""
    plain = line.strip(" \t:>»›→|*_#-").lower().replace("’", "'")
    return (
        len(plain) < 60  # noqa: PLR2004 - a heading is short
        and plain.startswith(_RELATED)
        and not plain.endswith(".")
    )


def is_related_link(line: str) -> bool:
    """Return whether a line is one link to another story: "Read more: ...", "Related: ..."."""
    head, colon, _ = line[:40].partition(":")
    return bool(colon) and opens_related(head)


def is_caption(text: str) -> bool:
    """Return whether a paragraph is the caption of a picture or ends with its credit."""
    if len(text) > _MAX_CAPTION:
        return False
    head = text[:30].lower()
    if head.startswith(_CAPTIONS):
        return True
    label, mark, _ = head.replace("|", ":").partition(":")
    return (bool(mark) and label.strip() in _CAPTION_LABELS) or _has_credit(text)


def is_credit(text: str) -> bool:
    """Return whether a short paragraph is a byline or a copyright line."""
    if len(text) >= _SHORT:
        return False
    if text.lower().startswith(_CREDITS):
        return True
    words = text.split(maxsplit=_NAME_WORDS)
    return (
        text[:3].lower() == "by "
        and 2 < len(words) <= _NAME_WORDS  # noqa: PLR2004 - "By" and at least two names
        and all(word[0].isupper() or word in ("and", "de", "van") for word in words[1:])
        and text[-1] not in ".:"
    )


def _has_credit(text: str) -> bool:
    tail = text.rstrip()
    opening = {")": "(", "]": "["}.get(tail[-1:])
    if opening is None:
        return False
    start = tail.rfind(opening, max(0, len(tail) - _CREDIT_SPAN))
    if start < 0:
        return False
    inside = tail[start + 1 : -1].lower()
    for mark in "/|,:-":
        inside = inside.replace(mark, ";")
    parts = [part.strip() for part in inside.split(";")]
    return not _AGENCIES.isdisjoint(parts) or parts[0].startswith("courtesy of")


def appeals(text: str) -> list[tuple[int, int]]:
    """Return the ranges of a paragraph that appeal to the reader, in whole sentences.

    A prompt to comment at the end of a story leaves the sentences before it alone. Of a very
    long paragraph only the two ends are looked at.
    """
    cues = _cues(text[:_HEAD], 0)
    if len(text) > _HEAD:
        base = max(_HEAD, len(text) - _TAIL)
        cues += _cues(text[base:], base)
    found: list[tuple[int, int]] = []
    group: list[tuple[int, int]] = []
    for at, weight in [*cues, (len(text) + _NEAR + 1, 0)]:
        if group and at - group[-1][0] > _NEAR:
            if sum(weight for _, weight in group) >= _ENOUGH:
                end = _sentence_end(text, group[-1][0])
                end = len(text) if is_navigation(text[end : end + _HEAD]) else end
                found.append((_sentence_start(text, group[0][0]), end))
            group = []
        group.append((at, weight))
    # A short paragraph that begins as an appeal is one to its end.
    is_one = len(text) <= _SHORT and found and found[0][0] == 0
    return [(0, len(text))] if is_one else found


def _cues(part: str, base: int) -> list[tuple[int, int]]:
    """Return where the phrases of appeals first stand, and how much each counts."""
    lower = part.lower().replace("’", "'")
    cues = [(base + lower.find(cue), _ENOUGH) for cue in _STRONG if cue in lower]
    cues += [(base + lower.find(cue), 1) for cue in _WEAK if cue in lower]
    return sorted(cues)


def _sentence_start(text: str, at: int) -> int:
    """Return where the sentence that holds a position starts."""
    start = max(text.rfind(mark, max(0, at - _HEAD), at) for mark in _ENDS)
    return 0 if start < 0 else _after(text, start)


def _sentence_end(text: str, at: int) -> int:
    """Return where the sentence after the one that holds a position starts."""
    ends = [text.find(mark, at, at + _HEAD) for mark in _ENDS]
    end = min((end for end in ends if end >= 0), default=-1)
    return len(text) if end < 0 else _after(text, end)


def _after(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    while at < len(text) and text[at].isspace():
        at += 1
    return at
