"""Words that pass a test: each distinct word is tested once in a process, however many documents hold it.

All sieves share the words that were seen, because telling the new words of a document from those costs more than the
tests.
"""

from collections.abc import Callable, Iterable

MEMO_WORDS = 400_000
"""Words that are remembered; beyond this the sieves start anew, so that memory stays bounded."""


class Sieve:
    """A test of words with what it said; `test` is given words and gives back those that pass."""

    def __init__(self, test: Callable[[Iterable[str]], Iterable[str]]) -> None:
        self._test = test
        self._passed: set[str] = set()
        SEEN.add(self)

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """Those of `words` that pass."""
        SEEN.take(words)
        return words & self._passed

    def take(self, words: frozenset[str]) -> None:
        """Test words that were not seen before."""
        self._passed.update(self._test(words))

    def forget(self) -> None:
        """Start anew."""
        self._passed.clear()


class Seen:
    """The words that all sieves have tested."""

    def __init__(self) -> None:
        self.generation = 0
        """How often the sieves have started anew."""
        self._sieves: list[Sieve] = []
        self._words: set[str] = set()
        self._last: frozenset[str] | None = None

    def add(self, sieve: Sieve) -> None:
        self._sieves.append(sieve)
        self._start_anew()

    def take(self, words: frozenset[str]) -> None:
        """Test the words of a document."""
        if words is not self._last:
            self.offer(words, words - self._words)

    def offer(self, words: frozenset[str], fresh: frozenset[str]) -> None:
        """The same where it is known already that all of `words` but `fresh` were tested in this generation."""
        if len(self._words) > MEMO_WORDS:
            self._start_anew()
            fresh = words
        if fresh:
            for sieve in self._sieves:
                sieve.take(fresh)
            self._words |= fresh
        self._last = words

    def _start_anew(self) -> None:
        self.generation += 1
        self._words.clear()
        self._last = None
        for sieve in self._sieves:
            sieve.forget()


SEEN = Seen()
"""What the sieves of this process have seen."""
