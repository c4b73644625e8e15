"""What became of everything acknowledged in a trial: verdict.py <folder> <site URL> <worker URL> <most mails sent twice>"""
import collections
import json
import sys
import time
import urllib.request

lab, site, worker, most_twice = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
acknowledged = [line.split() for line in open(f"{lab}/acknowledged")]
events = [line.split(" ", 1) for line in open(f"{lab}/events")]
export = open(f"{lab}/export.csv", encoding="utf-8").read()
missing = [email for _, email in acknowledged if email not in export]
mails = [line.rstrip("\n").split("\t") for line in open(f"{lab}/relay.log")]
first = [m for m in mails if m[2]]
by_person = collections.Counter(m[1] for m in first)
unmailed = [email for _, email in acknowledged if email not in by_person]
by_number = collections.Counter(m[0] for m in mails)
twice = sum(n - 1 for n in by_number.values())
times = [float(t) for t, _ in acknowledged]
print(f"acknowledged {len(times)}, {len(times) / (times[-1] - times[0]):.0f} a second; missing in the register {len(missing)}")
print(f"mails taken by the relay {len(mails)}; people without one {len(unmailed)}; sent twice {twice} (at most {most_twice})")
for at, what in events:
    near = [t for t in times if float(at) - 2 < t < float(at) + 30]
    gap = max((b - a for a, b in zip(near, near[1:])), default=float("nan"))
    print(f"{what.strip()}: longest time without an acknowledged signature {gap:.1f} s")


def call(url, method="GET"):
    with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=20) as response:
        return json.load(response)


confirmed = 0
for token in list(dict.fromkeys(m[2] for m in first))[:200]:
    confirmed += call(f"{site}/api/v1/confirmations/{token}", "POST")["status"] == "CONFIRMED"
path = f"{site}/api/v1/campaigns/save-north-korean-refugees-day"
for _ in range(60):
    counted = call(path + "/count")["count"]
    if counted == confirmed:
        break
    time.sleep(1)
ledger = call(path + "/ledger")
print(f"confirmed through a site node {confirmed}, counted {counted}, ledger {ledger['size']}")
sys.exit(bool(missing or unmailed or twice > most_twice or counted != confirmed or ledger["size"] != counted))
