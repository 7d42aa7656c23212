# ruff: noqa: RUF001 - texts are full of typographic signs
"""Bytes to text: Unicode first, and a named guess for what is older."""

from __future__ import annotations

import codecs
import itertools

from factcheck.errors import DocumentError
from factcheck.frozen import dataclass

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of files that may look like text further on.
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"{\\rtf", "an RTF document"),
)
_SAMPLE = 262_144
# Bytes that text does not have: C0 controls other than tab, line ends, form feed, escape.
_CONTROLS = bytes(sorted({*range(32), 127} - {9, 10, 11, 12, 13, 27}))
# What windows-1252 has above ASCII that English text uses; the rest of it is rare.
_WESTERN = frozenset(
    "€‚„…‘’“”•–—™£¥§©«®°±²³´·»¼½¾¿×\xa0ÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÚÜßàáâãäåæçèéêëìíîïñòóôõöøùúûü"
)
_SIGNS = frozenset("³¹²¿±·¼½¾¶´»")
_FEW = 0.25
_MAX_RIVALS = 2
_MAX_CHAOS = 15.0


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with how it was decoded.

    Attributes:
        text: All of it, without a byte order mark.
        encoding: Name of the encoding.
        guessed: Whether the encoding is a guess.
    """

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, *, name: str) -> Decoded:
    """Return the text of a file.

    Args:
        data: The bytes of the file.
        name: The document, as it is named in the report.

    Raises:
        DocumentError: It is a binary file, or cannot be decoded.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise DocumentError(name, f"it is {kind}, and there is no reader for it")
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        return _wide(data, name)
    if len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 100:
        raise DocumentError(name, "it is a binary file")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, error.start, name)


def _strict(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            name,
            f"it begins as {encoding.upper()} and cannot be decoded: {error.reason} "
            f"at byte {error.start}",
        ) from error


def _wide(data: bytes, name: str) -> Decoded:
    """Decode UTF-16 without a mark, which has a zero beside every ASCII character."""
    sample = data[: _SAMPLE // 2 * 2]
    half = len(sample) // 2
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(data) % 2 == 0 and zeros.count(0) > half * 0.4:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return Decoded(text, encoding, guessed=True)
    raise DocumentError(name, "it is a binary file")


def _guess(data: bytes, wrong: int, name: str) -> Decoded:
    """Decode bytes that are no UTF-8 from position `wrong` on."""
    sample = data[max(0, wrong - 1_000) : wrong + _SAMPLE]
    encoding = "windows-1252" if _is_western(sample) else _detected(sample)
    if encoding is not None:
        try:
            return Decoded(data.decode(encoding), encoding, guessed=True)
        except UnicodeDecodeError:
            pass  # the sample fits and the rest does not
    raise DocumentError(name, f"it cannot be decoded: no UTF-8 at byte {wrong}")


def _is_western(sample: bytes) -> bool:
    """Return whether a sample is English or Western European text in windows-1252."""
    above = len(sample.translate(None, bytes(range(128))))
    text = sample.decode("windows-1252", errors="replace")
    return (
        above <= len(sample) * _FEW
        and _WESTERN.issuperset(character for character in text if character > "\x7f")
        # A sign before a small letter is a letter of another encoding.
        and not any(
            sign in _SIGNS and letter.islower()
            for sign, letter in itertools.pairwise(text)
        )
    )


def _detected(sample: bytes) -> str | None:
    """Return the encoding that charset-normalizer finds likeliest, unless it is a toss-up."""
    # Slow to import (20 ms), and few files need it.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    found = from_bytes(sample)
    best = found.best()
    if best is None or best.percent_chaos > _MAX_CHAOS:
        return None
    rivals = [match for match in found if match.percent_chaos == best.percent_chaos]
    if not best.percent_coherence and len(rivals) > _MAX_RIVALS:
        return None
    return best.encoding
