"""SUP: remarks on suppression directives. The engine reads the directives and reports under these cards."""

from collections.abc import Iterator

from nepalint.diagnostic import Diagnostic
from nepalint.document import Document
from nepalint.rulebook import Bad, RuleMeta, TextRule
from nepalint.text.zones import Format


class _Remark(TextRule):
    """A card that the engine reports under while it applies directives."""

    def check(self, document: Document) -> Iterator[Diagnostic]:
        return iter(())


class UnusedSuppression(_Remark):
    """A directive that suppresses nothing.

    What it does: reports a directive none of whose findings exist any more.
    Why: it hides the next real finding of that rule.
    Example: `<!-- nepalint: ignore ORT001 -->` on a line without such a finding.
    Fix safety: no fix; the comment may say more than the directive.
    References: none.
    """

    meta = RuleMeta(
        code="SUP001",
        name="unused-suppression",
        reports_protected=True,
        message="यो निर्देशनले अब केही रोक्दैन: {found}।",
        message_en="This directive suppresses nothing any more: {found}.",
        why="काम सकिएको निर्देशनले त्यही नियमको पछिल्लो साँचो भेटलाई पनि लुकाउँछ।",
        why_en="A directive that has done its work hides the next true finding of its rule.",
        references=("nepalint guide: suppressions",),
        since="0.1",
        bad=(Bad("उनीहरू आए। <!-- nepalint: ignore ORT001 -->", None),),
        good=("उनीहरु आए। <!-- nepalint: ignore ORT001 -->", "<!-- nepalint को टिप्पणी -->"),
        example_format=Format.WIKITEXT,
    )


class MalformedSuppression(_Remark):
    """A directive that cannot be read.

    What it does: reports a comment that addresses nepalint but is no directive.
    Why: the writer believes that something is suppressed.
    Example: `<!-- nepalint: off -->`.
    Fix safety: no fix.
    References: none.
    """

    meta = RuleMeta(
        code="SUP002",
        name="malformed-suppression",
        reports_protected=True,
        message="यो निर्देशन बुझिएन: ‘{found}’। ‘ignore CODE’ वा ‘ignore-file CODE’ लेख्नुहोस्।",
        message_en="This directive cannot be read: ‘{found}’. Write ‘ignore CODE’ or ‘ignore-file CODE’.",
        why="नबुझिएको निर्देशनले केही रोक्दैन, तर लेख्नेले रोकिएको ठान्छ।",
        why_en="A directive that cannot be read suppresses nothing, while its writer believes that it does.",
        references=("nepalint guide: suppressions",),
        since="0.1",
        bad=(Bad("उनी आए। <!-- nepalint: off -->", None),),
        good=("उनीहरु आए। <!-- nepalint: ignore ORT001 -->", "<!-- nepalint को टिप्पणी -->"),
        example_format=Format.WIKITEXT,
    )


RULES = (UnusedSuppression(), MalformedSuppression())
