"""What lasts, how it begins and how it is over: captivity, from abduction to release.

Whether two dates are the ends of the time that a text tells of cannot be seen from where they
stand. It can from what happened on them: who was abducted then and freed then was captive in
between, whatever the sentences look like.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.frozen import dataclass
from factcheck.language.words import lemma

# Its begin | what is said of it while it lasts | its end.
_EPISODES = """
captivity: abduct kidnap capture hostage seize snatch captive_take captive_hold | captive captivity hostage kidnapper captor hold ordeal | free release hand_over go_let escape rescue liberate return
custody: imprison jail arrest detain incarcerate down_send convict prison_go up_lock custody_remand prison_enter | prison jail custody detention bar cell inmate prisoner imprisonment incarceration | release free walk_free custody_leave prison_leave jail_leave acquit exonerate freedom
office: elect appoint swear_in office_take charge_take over_take inaugurate power_come helm_take crown accede throne_ascend become installed | office post job charge helm power throne reign rule role mayor president governor premier minister chief head coach leader manager tenure serve term | resign retire down_step down_stand quit oust depart sack dismiss abdicate bow_out office_leave post_leave job_leave leave retirement resignation departure
service: join hire enlist | service job work employ career serve firm company | retire resign leave quit retirement
life: born birth hatch | age aged old live life | die death dead kill funeral bury pass_away
marriage: marry wed wedding knot_tie bride | marry marriage wed husband wife couple union | divorce die split separate widow death
use: open build launch inaugurate unveil service_enter commission founded found_ed established set_up founding founder opening debut start_trading | service use operation open business trade existence operate trading stand stood serve run | close shut demolish decommission scrap cease fold pull_down closure withdraw down_tear curtain_last
closure: close shut suspend halt interrupt pause stall delay postpone adjourn shut_down seal closure evacuate | close closure shut shutdown suspend suspension standstill empty hiatus idle absence | reopen open_again resume restart return restore open_back reopening
strike: strike walk_out out_walk walkout tools_down picket | strike walkout stoppage dispute picket action | return call_off end resume accept settle settlement deal work_back
building: ground_break begin start stone_foundation stone_lay dig excavate | construction building build work renovation restoration repair refurbishment dig digging scaffolding | complete finish open inaugurate reopen hand_over unveil
loss: sink vanish disappear lose missing_go bury steal wreck hide go_down founder missing theft disappearance | lie lose missing undisturbed bury hide steal seabed submerge unseen untouched forget | find discover recover raise reach reappear trace unearth locate surface up_turn discovery rediscover return
voyage: sail depart leave set_out set_off embark take_off lift_off launch departure blast_off | voyage journey trip expedition trek crossing march mission space sea orbit flight walk ride adrift drift row pilgrimage road | arrive land dock return reach touch_down splash_down finish home_come rescue landing back_come arrival
injury: injure hurt hobble limp tear rupture sprain fracture stretcher surgery suspend injury | miss injury sideline absence out layoff lay-off injure absent action | return comeback back_come recover bench_come play_again appearance back
illness: admit hospitalise hospitalize crash collapse ill_take hospital_take coma_fall | hospital coma ward treatment clinic care unconscious | discharge wake die recover home_go home_come home_send hospital_leave
war: invade besiege surround encircle break_out erupt blockade occupy invasion siege outbreak | war siege conflict fighting blockade occupation battle uprising insurgency | ceasefire surrender silent_fall lift withdraw liberate armistice truce peace liberation relief
study: recruit enrol enroll begin start baseline launch recruitment | study trial track follow monitor observe research cohort survey project volunteer participant experiment | last final end finish complete conclude
exile: flee exile emigrate deport banish | exile abroad | return home_come
holding: buy purchase acquire | own ownership owner hand | sell sale
home: move settle arrive | live home reside residence occupy | leave move die evict
record: set break_last win_last trophy_last title_last | wait record drought stand stood unbeaten famine gap | break beat end surpass lift win fall
outage: fail go_out cut knock_out out_trip blackout out_cut power_lose | outage blackout power dark cut darkness supply water | restore reconnect resume return light_back
ban: impose ban introduce outlaw prohibit embargo declare | ban sanction embargo moratorium curfew restriction rule emergency state lockdown prohibition | lift scrap abolish repeal revoke end
event: open begin start kick_off get_under opening | festival fair exhibition tournament conference show course championship hearing trial inquiry talk summit campaign tour season game run broadcast series strike protest march vigil siege search event walkout project war term | close end finish conclude final verdict over closing last finale
fire: break_out start ignite erupt | burn fire blaze eruption erupt smoulder | extinguish put_out end douse
publication: publish print issue launch appear | print publication publish appear paper magazine edition air broadcast | fold cease close last final end
"""
# "The vote opened the talks", but also "it opened": what begins or is over without naming it.
_WORD = re.compile(r"[a-z][a-z'-]*")
LIFE = "life"
_GAP = 3  # words within which two make a phrase: "took her hostage"
_ENDINGS = (("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ies", "y"), ("s", ""))


@dataclass(frozen=True, slots=True)
class Signs:
    """The episodes that some words begin, speak of, or end.

    Attributes:
        begun: Names of episodes.
        lasting: Names of episodes.
        ended: Names of episodes.
    """

    begun: frozenset[str]
    lasting: frozenset[str]
    ended: frozenset[str]


def _table() -> tuple[
    dict[str, set[tuple[str, int]]], dict[str, dict[str, set[tuple[str, int]]]]
]:
    single: dict[str, set[tuple[str, int]]] = {}
    pairs: dict[str, dict[str, set[tuple[str, int]]]] = {}
    for line in _EPISODES.strip().splitlines():
        name, _, parts = line.partition(": ")
        for part, words in enumerate(parts.split(" | ")):
            for word in words.split():
                first, joined, second = word.partition("_")
                known = (
                    pairs.setdefault(first, {}).setdefault(second, set())
                    if joined
                    else single.setdefault(word, set())
                )
                known.add((name, part))
                if joined:
                    pairs.setdefault(second, {}).setdefault(first, set()).add(
                        (name, part)
                    )
    return single, pairs


_SINGLE, _PAIRED = _table()


class _Known(NamedTuple):
    """What a word says by itself, and what it says with others, by the forms of these."""

    alone: frozenset[tuple[str, int]]
    beside: dict[str, set[tuple[str, int]]]
    forms: frozenset[str]


@lru_cache(maxsize=1 << 14)
def _known(word: str) -> _Known | None:
    """Return what a word says of any episode; None for most words."""
    forms = {word, lemma(word)}
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            forms.add(word.removesuffix(ending) + instead)
    alone = {each for form in forms for each in _SINGLE.get(form, ())}
    beside: dict[str, set[tuple[str, int]]] = {}
    for form in forms:
        for other, said in _PAIRED.get(form, {}).items():
            beside.setdefault(other, set()).update(said)
    if not alone and not beside:
        return None
    return _Known(frozenset(alone), beside, frozenset(forms))


@lru_cache(maxsize=1 << 12)
def signs(text: str) -> Signs:
    """Return which episodes some words in lower case begin, speak of and end.

    >>> sorted(signs("was set free by the kidnappers").ended)
    ['captivity', 'custody']
    """
    found: tuple[set[str], set[str], set[str]] = (set(), set(), set())
    known = [
        (at, word)
        for at, each in enumerate(_WORD.findall(text))
        if (word := _known(each))
    ]
    for number, (at, word) in enumerate(known):
        said = set(word.alone)
        for there, other in known[number + 1 : number + 1 + _GAP]:
            if there - at <= _GAP and word.beside:
                for form in other.forms:
                    said |= word.beside.get(form, set())
        for name, part in said:
            found[part].add(name)
    return Signs(*map(frozenset, found))
