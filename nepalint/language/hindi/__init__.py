"""The morphology of Hindi, as far as Nepali texts need it: word forms, verbs of several words, spelling variants."""

from nepalint.language.hindi.analyser import analyse, analyse_phrase, guess, inflect
from nepalint.language.hindi.closed import also_nepali
from nepalint.language.hindi.paradigms import Form
from nepalint.language.hindi.spelling import NONSTANDARD, without_marks

__all__ = ["NONSTANDARD", "Form", "also_nepali", "analyse", "analyse_phrase", "guess", "inflect", "without_marks"]
