"""Frozen data made quickly is what the standard library makes, but for the time it takes."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from factcheck.frozen import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Berth:
    """A place for a ship."""

    pier: str
    number: int = 1
    notes: list[str] = dataclasses.field(
        default_factory=list, repr=False, compare=False
    )


@dataclass(frozen=True, slots=True)
class Mooring:
    pier: str


def test_it_takes_positions_names_and_defaults():
    assert dataclasses.astuple(Berth("north")) == ("north", 1, [])
    assert dataclasses.astuple(Berth(number=4, pier="b")) == ("b", 4, [])
    assert Berth("north").notes is not Berth("north").notes
    with pytest.raises(TypeError, match="pier"):
        Berth(number=2)  # type: ignore[call-arg] # it must not be possible


def test_it_is_shown_with_its_fields():
    assert repr(Berth("north", 2)) == "Berth(pier='north', number=2)"
    assert Mooring.__doc__ == "Mooring"


def test_what_is_alike_is_equal_and_hashed_alike():
    assert Berth("north", 2, ["deep"]) == Berth("north", 2)
    assert hash(Berth("north", 2, ["deep"])) == hash(Berth("north", 2))
    other: object = Berth("north")
    assert Berth("north", 2) != Berth("north", 3)
    assert Mooring("north") != other
    assert {Mooring("north"), Mooring("north")} == {Mooring("north")}


def test_a_class_may_say_itself_what_is_equal():
    @dataclass(frozen=True, slots=True)
    class Buoy:
        colour: str

        __eq__ = object.__eq__
        __hash__ = object.__hash__

    buoy = Buoy("red")
    assert {buoy, buoy, Buoy("red")} - {buoy} != set()
    assert dataclasses.astuple(buoy) == ("red",)


def test_it_is_ordered_by_its_fields_where_that_is_asked_for():
    berths = [Berth("b"), Berth("a", 3), Berth("a", 2)]

    assert sorted(berths) == [Berth("a", 2), Berth("a", 3), Berth("b")]
    assert Berth("a") <= Berth("a")
    assert Berth("b") > Berth("a", 9)
    assert Berth("b") >= Berth("b")
    with pytest.raises(TypeError, match="not supported"):
        assert Berth("a") < Mooring("b")  # type: ignore[operator] # it must not be possible
    with pytest.raises(TypeError, match="not supported"):
        assert Mooring("a") < Mooring("b")  # type: ignore[operator] # as above


def test_nothing_of_it_can_be_changed():
    berth = Berth("north")

    with pytest.raises(dataclasses.FrozenInstanceError, match="assign to field 'pier'"):
        berth.pier = "south"  # type: ignore[misc] # it must not be possible
    with pytest.raises(dataclasses.FrozenInstanceError, match="delete field 'pier'"):
        del berth.pier
    with pytest.raises(dataclasses.FrozenInstanceError):
        berth.depth = 4  # type: ignore[attr-defined] # it must not be possible
    assert not hasattr(berth, "__dict__")


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(lambda made: pickle.loads(pickle.dumps(made)), id="pickled"),
        pytest.param(copy.deepcopy, id="copied"),
        pytest.param(dataclasses.replace, id="replaced"),
    ],
)
def test_it_can_be_made_again(again):
    berth = Berth("north", 2, ["deep"])

    assert dataclasses.astuple(again(berth)) == ("north", 2, ["deep"])
