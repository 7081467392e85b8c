"""The Nepali verb: every form of a lemma, and every lemma of a form, from one description.

`inflect`, `compounds` and `phases` put forms together, `label` says what they are. `analyse` and `analyse_phrase` take
them apart and are their inverse. `analyse_variant` understands spellings of the press, `guess` verbs that the lexicon
does not have.
"""

from nepalint.language.nepali.verb_analysis import analyse, analyse_phrase
from nepalint.language.nepali.verb_guessing import guess
from nepalint.language.nepali.verb_labels import label
from nepalint.language.nepali.verb_lexicon import lexicon
from nepalint.language.nepali.verb_paradigm import compounds, copulas, inflect, phases
from nepalint.language.nepali.verb_spellings import Variant, analyse_variant

__all__ = [
    "Variant",
    "analyse",
    "analyse_phrase",
    "analyse_variant",
    "compounds",
    "copulas",
    "guess",
    "inflect",
    "label",
    "lexicon",
    "phases",
]
