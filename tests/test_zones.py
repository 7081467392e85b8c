"""Zones: what is prose and what is not, in every format, for any text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nepalint.text.spans import Span
from nepalint.text.zones import Format, ZoneKind, ZoneMap, detect_format, map_zones
from nepalint.text.zones.marks import Mark, Paragraph, cut, plain_pairs
from nepalint.text.zones.quotation import CONTINUATION

FORMATS = [Format.PLAIN, Format.WIKITEXT, Format.MARKDOWN, Format.HTML]


def prose(text: str, format: Format) -> str:
    """The text with each protected stretch shown as one ·."""
    parts = []
    last = 0
    for start, end in map_zones(text, format).protected:
        parts += [text[last:start], "·"]
        last = end
    return "".join([*parts, text[last:]])


def quoted(text: str, format: Format = Format.PLAIN) -> list[str]:
    return [text[zone.start : zone.end] for zone in map_zones(text, format).zones if zone.kind is ZoneKind.QUOTATION]


def pieces(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


# Quotations


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("उनले “म आउँछु ।” भने ।", ["म आउँछु ।"]),
        ("उनको कृति ‘मुनामदन’ हो ।", ["मुनामदन"]),
        ("पत्रिका «गोरखापत्र» छापियो", ["गोरखापत्र"]),
        ('नाम "मदन" थियो।', ["मदन"]),
        ('पत्र "गोरखा"को सम्पादक', ["गोरखा"]),
        ('कृति ""मुनामदन""का लागि', ["मुनामदन"]),
        ("‘‘म आउँछु’’ भने", ["म आउँछु"]),
        ("थाले ।‘गोरखा’ पत्रिकामा", ["गोरखा"]),
        ('भने,"म आउँछु।"भने', ["म आउँछु।"]),
        ('("मदन")', ["मदन"]),
        ('"मदन","रमा"', ["मदन", "रमा"]),
        ('"मदन""रमा"', ["मदन", "रमा"]),
        ('" मदन " हो', [" मदन "]),
        ('उनले "…भन्ने" भने', ["…भन्ने"]),
        ("उनले “म ‘मुनामदन’ पढ्छु” भने", ["म ‘मुनामदन’ पढ्छु", "मुनामदन"]),
        ('उनले "म "मुनामदन" पढ्छु" भने', ['म "मुनामदन" पढ्छु', "मुनामदन"]),
        ('"म "मुनामदन""', ['म "मुनामदन"', "मुनामदन"]),
        ('उनले "‘मुनामदन’" भने', ["‘मुनामदन’", "मुनामदन"]),
        ("”मदन” हो", ["मदन"]),
        ("“मदन“ हो", ["मदन"]),
        ('“मदन" हो', ["मदन"]),
        ("„मदन” हो", ["मदन"]),
        ('\ufeff"मदन" हो', ["मदन"]),
        ("भा’को छ", []),
        ("Lenin’s ‘State’", ["State"]),
        ("the workers’ day", []),
        ("’४६ सालमा", []),
        ("'मदन' हो", []),
        ("२७°४२’३०” उत्तर", []),
        ("27°42'30\" उत्तर", []),
        ('खाली "" हो', []),
        ("‘भा’को छ’ भने", ["भा’को छ"]),
    ],
)
def test_what_is_quoted(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside
    assert quoted(text, Format.WIKITEXT) == inside


def test_the_marks_are_no_part_of_the_quotation() -> None:
    text = 'कृति ""मुनामदन"" हो'
    zones = map_zones(text, Format.PLAIN)
    (pair,) = zones.quote_pairs
    assert (pair.open, pair.inside, pair.close) == (Span(5, 7), Span(7, 14), Span(14, 16))
    assert not zones.protected.overlaps(*pair.open)
    assert not zones.protected.overlaps(*pair.close)
    assert list(zones.quotations) == [pair.inside]


def test_depth() -> None:
    text = "“क ‘ख «ग» घ’ ङ” ‘च’"
    assert [(text[pair.open.start], pair.depth) for pair in map_zones(text, Format.PLAIN).quote_pairs] == [
        ("“", 1),
        ("‘", 2),
        ("«", 3),
        ("‘", 1),
    ]


@pytest.mark.parametrize(
    ("text", "inside", "unclosed"),
    [
        ("उनले “म आउँछु भने ।\nअर्को", ["म आउँछु भने ।"], ["“"]),
        ('उनले "म आउँछु भने ।\r\nअर्को', ["म आउँछु भने ।"], ['"']),
        ('उनले "म "मदन" हुँ', ['म "मदन" हुँ', "मदन"], ['"']),
        ("“क ‘ख” ग", ["क ‘ख", "ख", " ग"], ["‘"]),
        ("« “क ‘ख” ग » घ", [" “क ‘ख” ग ", "क ‘ख", "ख", " ग ", " घ"], ["‘"]),
        ("“क\n“ख”", ["क", "ख"], ["“"]),
        ('""क" ख', ['"क" ख', "क"], ['"']),
    ],
)
def test_an_unclosed_quotation_lasts_to_the_end_of_its_paragraph(
    text: str, inside: list[str], unclosed: list[str]
) -> None:
    zones = map_zones(text, Format.PLAIN)
    assert quoted(text) == inside
    assert pieces(text, zones.unclosed) == unclosed
    assert zones.stray == ()
    assert not any(pair.clean for pair in zones.quote_pairs if "\n" not in text)


def test_a_stray_mark_protects_nothing() -> None:
    text = "उनी आए” भने ।"
    zones = map_zones(text, Format.PLAIN)
    assert (zones.zones, zones.unclosed, pieces(text, zones.stray)) == ((), (), ["”"])


def test_a_quotation_over_several_lines() -> None:
    text = '"म आउँछु ।\nउनी पनि "मदन" हुन् ।\nसबै आउँछन्," उनले भने ।'
    zones = map_zones(text, Format.PLAIN)
    assert quoted(text) == [text[1 : text.index('," ') + 1], "मदन"]
    assert (zones.unclosed, zones.stray) == ((), ())
    assert [pair.clean for pair in zones.quote_pairs] == [False, True]


@pytest.mark.parametrize("between", ["\n\n", "\r\n \r\n", "\nक “ख\n", "\n" + "क" * CONTINUATION + "\n"])
def test_lines_too_far_apart_are_not_one_quotation(between: str) -> None:
    zones = map_zones("“क" + between + "ग” घ", Format.PLAIN)
    assert len(zones.unclosed) >= 1
    assert zones.unclosed[0] == Span(0, 1)
    assert zones.stray or between.count("“")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ('"क" र "ख"', True),
        ("“क ‘ख’ ग”", True),
        ('"क"को', True),
        ('“क" र "ख"', False),
        ('"क "ख" ग"', False),
        ('" क " र "ख"', False),
        ('"क" र ख"', False),
        ("‘क’ र “ख", False),
        ('शब्द"क" ख', False),
        ("‘क’ र ”ख”", False),
    ],
)
def test_which_paragraphs_are_clean(text: str, clean: bool) -> None:
    pairs = map_zones(text + "\n“ग”", Format.PLAIN).quote_pairs
    assert {pair.clean for pair in pairs[:-1]} == {clean}
    assert pairs[-1].clean


@given(st.text(st.sampled_from('"“”‘’« क1।'), max_size=8).filter(lambda text: text.strip(" क1।")))
def test_the_short_way_finds_what_the_long_way_finds(text: str) -> None:
    marks: list[Mark] = []
    start = 0
    while start < len(text):
        end = start
        while end < len(text) and text[end] in '"“”‘’«':
            end += 1
        marks += cut(text, start, end)
        start = end + 1
    pairs = plain_pairs(text, marks)
    if pairs is not None:
        paragraph = Paragraph(text, marks)
        assert paragraph.clean
        assert paragraph.pairs == [(opened, closed, 1) for opened, closed in pairs]


# Plain text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("हेर https://ne.wikipedia.org/wiki/नेपाल_(देश), र", "हेर ·, र"),
        ("(http://example.org/क)", "(·)"),
        ("www.example.org।", "·।"),
        ("‘http://क.np’ मा", "‘·’ मा"),
        ("ठेगाना ram.k@example.com.np हो", "ठेगाना · हो"),
        ("लेख्नुस् सूचना.घर@example.com मा", "लेख्नुस् · मा"),
        ("केही@ छैन @ हो", "केही@ छैन @ हो"),
        ("साइट example.com.np/पुस्तक/क।ख", "साइट ·।ख"),
        ("फाइल उल्यानोव.jpg राख", "फाइल · राख"),
        ("फाइल/उल्यानोव.pdfको", "·को"),
        ("चित्र:व्लादिमिर लेनिन.JPG|thumb|लेनिन", "·|thumb|लेनिन"),
        ("साइट example.com मा", "साइट · मा"),
        ("वि.सं. २००७ को", "वि.सं. २००७ को"),
        ("[[चित्र:उल्यानोव.jpg|thumb|[[क]] उल्यानोव]] हो", "· हो"),
        ("[[File:x.jpg]]", "·"),
        ("[[चित्र:x.jpg\n]] क", "[[·\n]] क"),
        ("[[नेपाल]] हो", "[[नेपाल]] हो"),
        ("thumb|right|230px|लेनिन", "thumb|right|230px|लेनिन"),
        ("<!-- क -->", "<!-- क -->"),
    ],
)
def test_plain(text: str, left: str) -> None:
    assert prose(text, Format.PLAIN) == left


# Wikitext


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("{{ज्ञानसन्दूक|नाम=क}} ख", "· ख"),
        ("{{क|{{ख|[[ग]]}}\n\n|घ}} ङ", "· ङ"),
        ("{{{१|क}}} ख", "· ख"),
        ("{{{{{क}}}|ख}} ग", "· ग"),
        ("[[नेपाल|नेपालको]] राजधानी", "·नेपालको· राजधानी"),
        ("[[नेपाल]]को", "·को"),
        ("[[नेपाल|]]", "·"),
        ("[[नेपाल|नेपाल '''को''' {{क}} ख]]", "·नेपाल '''को''' · ख·"),
        ("[[:चित्र:क.jpg|यो चित्र]]", "·यो चित्र·"),
        ("[[वर्ग:नेपाल|क]] [[Category:Nepal]]", "· ·"),
        ("[[चित्र:क.jpg|thumb|250px|राजाको [[दरबार|दरबारमा]] भोज]] ख", "·राजाको ·दरबारमा· भोज· ख"),
        ("[[चित्र:क.jpg|राजा]]", "·राजा·"),
        ("[[चित्र:क.jpg|thumb|२५०px]] ख", "· ख"),
        ("[[File:क.jpg|thumb|alt=राजा]] ख", "· ख"),
        ("[http://example.org/क नेपालको साइट] ख", "· नेपालको साइट] ख"),
        ("http://example.org/क ख", "· ख"),
        ('क <!-- [[ख}} \n\n" --> ग', "क · ग"),
        ("<nowiki>[[क]] {{</nowiki> ख", "· ख"),
        ('<ref name="क">{{cite|ख}}</ref> ग', "· ग"),
        ("<ref>हेर http://x.org क</ref> ग", "· ग"),
        ('<ref name="क">मदन, पृ. ५</ref> ग<ref name="क" />', "·मदन, पृ. ५· ग·"),
        ('<math>क " {{</math> <syntaxhighlight lang=x>क"</syntaxhighlight> ख', "· · ख"),
        ("<gallery>\nचित्र:क.jpg|ख\n</gallery> ग", "· ग"),
        ("'''क''' र ''ख''", "'''क''' र ''ख''"),
        ("== क ==\n__विषयसूची__", "== क ==\n·"),
        ('{| class="क"\n|-\n! scope="ख" | ग\n| घ || style="ङ" | च\n|}', "·\n·\n· ग\n| घ · च\n|}"),
        ("क<br />ख", "क·ख"),
        ("क < ख > ग", "क < ख > ग"),
        ("क <blockquote>ख\n\nग</blockquote> घ <q>ङ</q>", "क · घ ·"),
    ],
)
def test_wikitext(text: str, left: str) -> None:
    zones = map_zones(text, Format.WIKITEXT)
    assert prose(text, Format.WIKITEXT) == left
    assert zones.unclosed_markup == zones.stray_markup == zones.unclosed == zones.stray == ()


@pytest.mark.parametrize(
    ("text", "left", "unclosed", "stray"),
    [
        ("क [[नेपाल ख\nग", "क ·\nग", ["[["], []),
        ("क [[नेपाल|ख\n\nग]] घ", "क ·ख\n\nग]] घ", ["[["], ["]]"]),
        ("क {{नेपाल\n| ख\n\nग [[घ|ङ]]", "क ·\n\nग ·ङ·", ["{{"], []),
        ("क}} ख]]", "क}} ख]]", [], ["}}", "]]"]),
        ("<nowiki>क\nख\n\nग", "·\n\nग", ["<nowiki>"], []),
        ("क <!-- ख\n\nग", "क ·", ["<!--"], []),
        ("<ref>क <ref name=ख/> ग", "·क · ग", ["<ref>"], []),
        ("{{क|[[ख}} ग", "· ग", [], []),
        ("{{क|ख]]}} ग", "· ग", [], []),
    ],
)
def test_broken_wikitext(text: str, left: str, unclosed: list[str], stray: list[str]) -> None:
    zones = map_zones(text, Format.WIKITEXT)
    assert prose(text, Format.WIKITEXT) == left
    assert pieces(text, zones.unclosed_markup) == unclosed
    assert pieces(text, zones.stray_markup) == stray


def test_quotations_in_wikitext() -> None:
    text = '<span style="क">"[[नेपाल|नेपाल"]] ख {{x|"}} "ग\n\n{{"}}"\'\'\'घ\'\'\'" "[[ङ]]"को'
    assert quoted(text, Format.WIKITEXT) == ["[[नेपाल|नेपाल", "ग", "'''घ'''", "[[ङ]]"]


def test_a_line_end_inside_markup_ends_no_paragraph() -> None:
    text = '"क {{x\n|y}} ख" ग'
    assert quoted(text, Format.WIKITEXT) == ["क {{x\n|y}} ख"]
    assert map_zones(text, Format.WIKITEXT).quote_pairs[0].clean


@pytest.mark.parametrize("format", [Format.WIKITEXT, Format.MARKDOWN, Format.HTML])
def test_comments_are_listed(format: Format) -> None:
    text = "क <!-- nepalint: off --> ख <!---->ग <!-- घ"
    assert pieces(text, map_zones(text, format).comments) == ["<!-- nepalint: off -->", "<!---->"]


def test_a_comment_in_code_is_none() -> None:
    assert map_zones("<nowiki><!-- क --></nowiki>", Format.WIKITEXT).comments == ()
    assert map_zones("```\n<!-- क -->\n```\n`<!-- ख -->`", Format.MARKDOWN).comments == ()
    assert map_zones("<pre><!-- क --></pre>", Format.HTML).comments == ()


# Markdown and HTML


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("---\ntitle: क\n---\nख", "·\nख"),
        ("---\nक\nख", "---\nक\nख"),
        ("क\n```py\nख\n```\nग", "क\n·\nग"),
        ("~~~~\nक\n~~~\nख\n~~~~\nग", "·\nग"),
        ("क\n```\nख", "क\n·"),
        ("क `ख` ग ``घ ` ङ`` च", "क · ग · च"),
        ("क `ख\n\nग` घ", "क `ख\n\nग` घ"),
        ('[क](http://x.org/(ख) "ग") ![घ](ङ.png)', "[क· ![घ·"),
        ("[क][ख]\n\n[ख]: http://x.org ग", "[क·\n\n·"),
        ("क <b class='ख'>ग</b> <http://x.org>", "क ·ग· ·"),
        ("“क\nख” ग", "“·” ग"),
        ("“क\n\nख", "“·\n\nख"),
        ("क [ख] ग [ख ग] [^१]\n\n[ख]: http://x.org\n[^१]: टिप्पणी", "क · ग [ख ग] ·\n\n·\n·"),
        ("क\n\n    ख\n    ग\n\n\tघ\nङ\n    च", "क\n\n·\n·\n\n·\nङ\n    च"),
        ("- क\n\n    ख\nग\n\nघ\n\n    ङ", "- क\n\n    ख\nग\n\nघ\n\n·"),
        ("    क", "·"),
        ("क <q>ख</q>", "क ·"),
    ],
)
def test_markdown(text: str, left: str) -> None:
    assert prose(text, Format.MARKDOWN) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('<!DOCTYPE html><p lang="ne">क <b>ख</b></p>', "·क ·ख·"),
        ("<script>क</script >ख<style>ग</style>घ<pre>ङ</pre><code>च</code>", "·ख·घ·"),
        ("<p>“क<p>ख", "·“·ख"),
        ("<p>“क<b>ख</b>ग”</p>", "·“·”·"),
        ("क < ख", "क < ख"),
        ("<blockquote><p>क</p></blockquote>ख", "·ख"),
        ("<script>क", "·क"),
        ("<![CDATA[क]]>ख", "·ख"),
        ("“क <![CDATA[ख\n\n<p>ग]]> घ<p>ङ", "“·ङ"),
    ],
)
def test_html(text: str, left: str) -> None:
    assert prose(text, Format.HTML) == left


# Formats


@pytest.mark.parametrize(
    ("text", "name", "format"),
    [
        ("क", "a.wiki", Format.WIKITEXT),
        ("क", "x/a.MediaWiki", Format.WIKITEXT),
        ("[[क]] [[ख]]", "a.md", Format.MARKDOWN),
        ("क", "a.xhtml", Format.HTML),
        ("क", "a.b/c", Format.PLAIN),
        ("[[क]] र [[ख|ग]]", "a.txt", Format.WIKITEXT),
        ("{{क}}\n'''ख''' हो", "", Format.WIKITEXT),
        ("== क ==\r\nख\r\n=== ग ===", "", Format.WIKITEXT),
        ("[[क]] मात्र", "", Format.PLAIN),
        ("“[[क]] र [[ख]]” मा", "", Format.PLAIN),
        ('पहिलो\n"[[क]]" र\n"{{ख}}"', "", Format.PLAIN),
        ("१ == १ हो, क [[ खुला", "", Format.PLAIN),
        ("", "", Format.PLAIN),
    ],
)
def test_formats(text: str, name: str, format: Format) -> None:
    assert detect_format(text, name) is format
    if not name:
        assert map_zones(text, Format.AUTO).format is format


# Any text

UNITS = [
    *(
        "[[",
        "]]",
        "{{",
        "}}",
        "{{{",
        "}",
        "|",
        "[[a|",
        "[[a]]",
        "[[चित्र:",
        "[[चित्र:a|thumb|",
        "[[वर्ग:",
        "<ref>",
        "</ref>",
    ),
    *(
        "<ref name=x/>",
        "<nowiki>",
        "</nowiki>",
        "<!--",
        "-->",
        "<math>",
        "</math>",
        "<b",
        ">",
        "{|\n",
        "\n|-\n",
        "|| a=b |",
    ),
    *(
        "[http://x ",
        "http://",
        "www.",
        "@",
        "a@b.np",
        "क.jpg",
        "चित्र:",
        '"',
        '""',
        "“",
        "”",
        "‘",
        "’",
        "«",
        "»",
        "'",
        "''",
    ),
    *(
        "`",
        "```\n",
        "~~~",
        "](",
        "](a)",
        "[a]: b\n",
        "---\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        " ",
        "।",
        "क",
        "क्",
        "1",
    ),
    *(
        "\u200d",
        "\u200c",
        "😀",
        "\udc80",
        "\ud800",
        "\ufeff",
        "== क ==\n",
        "'''क'''",
        "__क__",
        "<pre>",
        "</pre>",
        "<![CDATA[",
    ),
]
TEXTS = st.one_of(st.lists(st.sampled_from(UNITS), max_size=30).map("".join), st.text(max_size=40))


def assert_sound(zones: ZoneMap, text: str) -> None:
    open_ends: list[tuple[int, ZoneKind]] = []
    for before, zone in pairwise((None, *zones.zones)):
        assert zone is not None
        assert 0 <= zone.start < zone.end <= len(text)
        assert before is None or (before.start, -before.end) <= (zone.start, -zone.end)
        while open_ends and open_ends[-1][0] <= zone.start:
            open_ends.pop()
        for end, kind in open_ends[-1:]:
            assert zone.end <= end
            assert kind is ZoneKind.QUOTATION  # other zones hold no zones
        open_ends.append((zone.end, zone.kind))
    for pair in zones.quote_pairs:
        assert pair.open.end <= pair.close.start
        assert pair.depth >= 1
        assert not set(text[pair.open.start : pair.open.end] + text[pair.close.start : pair.close.end]) - set(
            '"“”‘’«»„‟‚‛‹›'
        )
        assert pair.inside.start == pair.inside.end or zones.quotations.overlaps(*pair.inside)
        assert set(range(*pair.inside)) <= {at for span in zones.quotations for at in range(*span)}
    for mark in (*zones.unclosed, *zones.stray, *zones.unclosed_markup, *zones.stray_markup, *zones.comments):
        assert 0 <= mark.start < mark.end <= len(text)
    for mark in zones.unclosed:  # whatever follows in the line is protected
        end = min([at for at in (text.find("\n", mark.end), text.find("\r", mark.end)) if at >= 0], default=len(text))
        rest = {at for at in range(mark.end, end) if at not in zones.protected}
        assert {text[at] for at in rest} <= set('"“”‘’«»„‟‚‛‹›')
    for start, end in zones.comments:
        assert text[start:end].startswith("<!--")
        assert text[start:end].endswith("-->")


@pytest.mark.parametrize("format", [*FORMATS, Format.AUTO])
@given(text=TEXTS)
def test_zones_are_sound_for_any_text(text: str, format: Format) -> None:
    assert_sound(map_zones(text, format), text)


@pytest.mark.parametrize("format", FORMATS)
@given(raw=st.binary(max_size=80))
def test_zones_are_sound_for_any_bytes(raw: bytes, format: Format) -> None:
    text = raw.decode("utf-8", "surrogateescape")
    assert_sound(map_zones(text, format), text)


@pytest.mark.parametrize("format", FORMATS)
def test_zones_of_one_paragraph_do_not_depend_on_its_neighbours(format: Format) -> None:
    paragraph = "उनले “म ‘मुनामदन’ पढ्छु” भने । http://example.org क.jpg"
    alone = map_zones(paragraph, format)
    after = map_zones("नेपाल\n\n" + paragraph + "\n\nअन्त्य", format)
    assert [zone.span.shift(7) for zone in alone.zones] == [zone.span for zone in after.zones]


@pytest.mark.parametrize("format", FORMATS)
def test_time_grows_with_length_only(format: Format) -> None:
    slow = []
    for unit in dict.fromkeys(
        [
            *(*UNITS, '"क ', "“क\n", "क”\n", "‘“", '("', "{{a|[[b|c]]", "[[a|{{b}}", "[[[[a|b]]", "[[a|b "),
            *("`a``", "a.com/", "    a\n\n", "[a]: b\n"),
        ]
    ):
        short, long = (_seconds(unit * (length // len(unit)), format) for length in (7_500, 60_000))
        if long > 0.3 and long > 16 * short and _seconds(unit * (60_000 // len(unit)), format) > 16 * short:
            slow.append((unit, short, long))
    assert not slow


def _seconds(text: str, format: Format) -> float:
    started = time.process_time()
    map_zones(text, format)
    return time.process_time() - started
