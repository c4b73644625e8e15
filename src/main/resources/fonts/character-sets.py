"""Writes the code points that each East Asian face keeps; run beside the unpacked npm packages. See README.md."""
import bz2
import re

from fontTools.ttLib import TTFont


def encodable(codec, max_bytes=4):
    """What the codec can write in that many bytes; Python's euc_kr spells rare syllables in eight."""
    found = set()
    for code_point in range(0x20, 0x30000):
        try:
            if len(chr(code_point).encode(codec)) <= max_bytes:
                found.add(code_point)
        except UnicodeEncodeError:
            pass
    return found


def span(first, last):
    return set(range(first, last + 1))


def is_han(c):
    return 0x2E80 <= c < 0x3000 or 0x3400 <= c < 0xA000 or 0x20000 <= c < 0x33000


latin_and_marks = (
    span(0x20, 0x7E) | span(0xA0, 0x17F) | span(0x2010, 0x2044) | span(0x3000, 0x30FF) | span(0xFF00, 0xFFEF)
    | {0x25A1, 0x2116, 0x20AC}
)
unihan = bz2.open("/usr/share/unicode/Unihan_OtherMappings.txt.bz2", "rt").read()
general_standard = {int(m, 16) for m in re.findall(r"^U\+([0-9A-F]+)\tkTGH", unihan, re.M)}
serif_jp_whole = set(TTFont("noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf").getBestCmap())

japanese = (
    encodable("euc_jis_2004") | encodable("cp932") | span(0x31F0, 0x31FF) | span(0xF900, 0xFAFF) | latin_and_marks
    | {c for c in serif_jp_whole if is_han(c)}
)
korean = encodable("euc_kr", 2) | span(0x1100, 0x11FF) | span(0x3130, 0x318F) | latin_and_marks
chinese = encodable("gb2312") | general_standard | latin_and_marks

for name, kept in {
    "serif-jp": japanese,
    "serif-kr": korean,
    "sans-kr": encodable("cp949") - korean,
    "serif-sc": chinese,
    "sans-sc": {c for c in encodable("gbk") - chinese - japanese - korean if c >= 0x3400},
}.items():
    with open(name + ".txt", "w") as out:
        out.write("\n".join("U+%04X" % c for c in sorted(kept)))
