"""Frozen data, made quickly: at the start, where there are many kinds, and one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from dataclasses import dataclass as _plain
from operator import attrgetter, eq, le, lt
from typing import TYPE_CHECKING, Any, TypeVar

_T = TypeVar("_T")
_MANY = 6  # slots that are sooner filled while the class is open
_CLASS = vars(object)["__class__"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, order: bool = False, **kinds: bool) -> Callable[[type], type]:
        """Return the standard library's `dataclass(frozen=True, slots=True)`, sooner.

        Making the class takes a quarter of the time, since its methods but `__init__` are not
        written and compiled one by one. Making one of it takes a quarter as long: the
        `__init__` there looks each slot up by its name, this one has them at hand, or fills
        one of an open class with many slots before it is frozen. A method that the class has
        itself is left alone.
        """
        assert kinds == {"frozen": True, "slots": True}
        return lambda cls: _made(cls, order=order)


__all__ = ["dataclass"]


def _made(cls: type[_T], *, order: bool) -> type[_T]:
    # Where a class says nothing of itself, `dataclass` would work its signature out.
    cls.__doc__ = cls.__doc__ or cls.__name__
    made = _plain(init=False, repr=False, eq=False, slots=True)(cls)
    known = _fields(made)
    key = attrgetter(*[field.name for field in known if field.compare])
    methods = {
        "__init__": _init(made, known),
        "__setattr__": _set,
        "__delattr__": _delete,
        "__reduce__": _reduce,
        "__repr__": _repr,
        "__eq__": _compared(key, eq),
        "__hash__": lambda self: hash(key(self)),
    }
    if order:
        # Python asks the other side for > and >=.
        methods |= {"__lt__": _compared(key, lt), "__le__": _compared(key, le)}
    own = vars(cls)
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _init(cls: type, fields: tuple[Field[Any], ...]) -> Callable[..., None]:
    names: dict[str, Any] = {"MISSING": MISSING}
    parameters, body = [], []
    is_open = len(fields) > _MANY
    if is_open:
        open_class = type(cls.__name__, (), {"__slots__": vars(cls)["__slots__"]})
        names |= {"open": open_class, "frozen": cls, "melt": _CLASS.__set__}
        body.append("melt(self, open)")
    for i, field in enumerate(fields):
        parameter = value = field.name
        names[f"set{i}"] = getattr(cls, field.name).__set__
        if field.default is not MISSING:
            names[f"default{i}"] = field.default
            parameter += f"=default{i}"
        elif field.default_factory is not MISSING:
            names[f"make{i}"] = field.default_factory
            parameter += "=MISSING"
            value = f"make{i}() if {field.name} is MISSING else {field.name}"
        parameters.append(parameter)
        body.append(
            f"self.{field.name} = {value}" if is_open else f"set{i}(self, {value})"
        )
    if is_open:
        body.append("self.__class__ = frozen")
    source = f"def __init__(self, {', '.join(parameters)}):\n " + "\n ".join(body)
    exec(source, names)  # noqa: S102 - names of fields alone, as `dataclass` does it
    made: Callable[..., None] = names["__init__"]
    return made


def _compared(
    key: Callable[[object], object], holds: Callable[[Any, Any], Any]
) -> Callable[[object, object], object]:
    def compared(self: object, other: object) -> object:
        if other.__class__ is self.__class__:
            return holds(key(self), key(other))
        return NotImplemented

    return compared


def _set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _reduce(self: object) -> tuple[type, tuple[object, ...]]:
    return self.__class__, tuple([getattr(self, field.name) for field in _fields(self)])


def _repr(self: object) -> str:
    told = [f"{f.name}={getattr(self, f.name)!r}" for f in _fields(self) if f.repr]
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _fields(made: object) -> tuple[Field[Any], ...]:
    return fields(made)  # type: ignore[arg-type] # it is a dataclass, or one of its kind
