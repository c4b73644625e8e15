"""Looks for secrets and people in files: search.py <lab> site|control <file or folder...>

site: exit code 1 where what must not be there is. control: in a node that opens, where each kind of secret must be found.
"""
import base64
import collections
import mmap
import os
import sys

lab, what_for, places = sys.argv[1], sys.argv[2], sys.argv[3:]
needles = collections.defaultdict(list)
for line in open(f"{lab}/secrets"):
    what, hexed = line.rstrip("\n").split("\t")
    raw = bytes.fromhex(hexed)
    # A key in base64 stands in its file behind a header of any length: each of the three ways the bytes may fall.
    shifted = [base64.b64encode(b"\0" * n + raw)[4 if n else 0:40] for n in range(3)]
    needles[what.split(" campaign")[0].split(" organisation")[0]].append([raw, hexed.encode(), *shifted])
for line in list(open(f"{lab}/acknowledged"))[:100]:
    email = line.split()[1]
    needles["address of a signer"].append([email.encode(), email.encode("utf-16-le")])

# The key of this minute is in the process that seals with it; it opens the rows of this minute only.
allowed = {"current data key"}
# What the processor left behind and the collector has not yet cleared away; no secret of the house is among it.
left_behind = {"address of a signer", "old data key"}
bad, ever = False, set()
for place in places:
    files = [place] if os.path.isfile(place) else [os.path.join(d, f) for d, _, fs in os.walk(place) for f in fs]
    for name in files:
        if os.path.getsize(name) == 0:
            continue
        with open(name, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            hits = {what: sum(any(content.find(n) >= 0 for n in spellings) for spellings in all_of_it)
                    for what, all_of_it in needles.items()}
        hits = {what: n for what, n in hits.items() if n}
        ever |= set(hits)
        print(f"{what_for}: {os.path.relpath(name, lab)}: {os.path.getsize(name) >> 10} kB; "
              + (", ".join(f"{what}: {n}" for what, n in hits.items()) or "nothing"))
        bad |= bool(set(hits) - allowed - (left_behind if name.endswith(".all.hprof") else set()))
print(f"{what_for}: looked for " + ", ".join(f"{what}: {len(all_of_it)}" for what, all_of_it in needles.items()))
if what_for == "control":
    # Which of these a worker has open just now is chance.
    unseen = set(needles) - ever - {"scope key", "current data key", "old data key"}
    print("control: " + ("never found: " + ", ".join(sorted(unseen)) if unseen else "every kind was found, so the search can find"))
    sys.exit(bool(unseen))
print("site: " + ("FOUND what must not be there" if bad else "nothing that opens personal data"))
sys.exit(bad)
