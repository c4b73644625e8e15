#!/usr/bin/env python3
"""Whether the time of an answer tells who has signed: medians over new, known and held signatures, taken by turns.

bin/_trials/same-time.py <address of a server> [<rounds>]; run the server with the guard on and its limits out of the way:
DEMARCHE_GUARD_BURST=1000000 DEMARCHE_GUARD_SUSTAINED=1000000 DEMARCHE_GUARD_DOMAIN=1000000 DEMARCHE_GUARD_PRESSURE=1000000
"""
import http.client
import json
import random
import statistics
import sys
import time
import urllib.parse

PATH = "/api/v1/campaigns/save-north-korean-refugees-day/signatures"
server = urllib.parse.urlparse(sys.argv[1])
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 500
connection = http.client.HTTPConnection(server.hostname, server.port)
run = random.getrandbits(48)
known = f"known-{run}@example.org"


def sign(mailbox, trap=""):
    body = {"name": "Hana Mori", "email": mailbox, "country": "JP", "website": trap}
    begun = time.perf_counter()
    connection.request("POST", PATH, json.dumps(body), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    said = answer.read()
    if answer.status != 202:
        sys.exit(f"{answer.status} {said!r}")
    return (time.perf_counter() - begun) * 1000


for warm in range(300):
    sign(f"warm-{run}-{warm}@example.org")
sign(known)
kinds = {
    "new": lambda n: sign(f"new-{run}-{n}@example.org"),
    "known": lambda n: sign(known),
    "held": lambda n: sign(f"held-{run}-{n}@example.org", "x"),
    "held, known": lambda n: sign(known, "x"),
}
times = {kind: [] for kind in kinds}
for n in range(rounds):
    for kind in random.sample(sorted(kinds), len(kinds)):
        times[kind].append(kinds[kind](n))
for kind, taken in times.items():
    tenths = statistics.quantiles(taken, n=10)
    print(f"{kind}\tmedian {statistics.median(taken):.2f} ms\tnine in ten within {tenths[8]:.2f} ms")
