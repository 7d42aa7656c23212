"""The reasons why two numbers that look like one fact may both be right, in words.

Each is a phrase that completes "may both be right: ...". None of them is a proof; each is what
an editor would say before picking up the telephone.
"""

from __future__ import annotations

from factcheck.model import Part, Stance

CHANGE = "one says by how much it changed, the other how much there is"
EARLIER = "one is the figure from before a change"
RATE = "one is a rate, such as so many a day"
TIMES = "they are about different dates or periods"
BASES = "the two changes are measured from different times"
THINGS = "the words beside them exclude each other, as men and women do"
KINDS = "they count different kinds of people"
PLACES = "they are about different places"
NAMES = "they seem to be about different people, places or organisations"
REVISED = "the count may have been updated between the two reports"
EVENTS = "one may add up several events"
OTHER_EVENTS = "they are about attacks of different kinds"
OTHER_TIMES = "they may be about different periods"
AFTERSHOCK = "one is an aftershock"
FRESH = "one is of the new ones only"
OTHER_SURVEY = "they are from different polls"
SURVEY = "only one of them is from a poll"
PART = "one may be only a part of what the other covers"
SCALE = "one is a bare number in a table, whose scale may be told elsewhere"
SHARE = "one is given as a percentage of the other"
REDUCED = "one is a price for certain people or days only"
CHANGED = "one tells how things stood that day, and they may have changed since"
ATTACKER = "one may include the attacker"
TARGET = "one is a target or a limit, not what was reached"
FORECAST = "one is a forecast"
PARTS = {
    Part.OTHERS: "one counts only the others, without those already mentioned",
    Part.EXCLUDING: "one leaves out some of what the other counts",
    Part.OF: "one is a part of a larger total",
    Part.INCLUDING: "one is a part of a larger total",
}
STANCES = (
    (Stance.TARGET, TARGET),
    (Stance.PREVIOUS, "one is an earlier figure"),
    (Stance.HYPOTHETICAL, "one is only supposed, not stated as a fact"),
    (Stance.DENIAL, "one is a figure that its own text denies"),
    (Stance.FORECAST, FORECAST),
)
# What is only guessed from other words, and gives way to a plain slip.
SURMISES = frozenset((KINDS, NAMES, PART, RATE, PARTS[Part.OF]))
# What holds even where one text copies the other: it may be a later edition of it.
LATER = frozenset((OTHER_TIMES, REVISED, CHANGED))
# What gives way where still more says that two numbers are one.
LOOSE = frozenset((CHANGE, PARTS[Part.EXCLUDING], FORECAST))
