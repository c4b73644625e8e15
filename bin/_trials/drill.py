"""What a house holds, in lines to compare: drill.py <address> <bundle> <list of SignLoad>. No person is printed, only digests."""

import hashlib
import json
import sys
import urllib.request

app, bundle, acknowledged = sys.argv[1:4]
CAMPAIGN = "/api/v1/campaigns/save-north-korean-refugees-day"
SAMPLE = 20


def get(path):
    request = urllib.request.Request(app + path, headers={"Authorization": "Bearer bench-token-of-no-other-use"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


def ask(path):
    return json.loads(get(path))


def everything(path):
    items, page = [], 0
    while True:
        found = ask(f"{path}{'&' if '?' in path else '?'}size=500&page={page}")["items"]
        items += found
        page += 1
        if len(found) < 500:
            return items


def digest(things):
    return hashlib.sha256("\n".join(sorted(json.dumps(thing, sort_keys=True) for thing in things)).encode()).hexdigest()[:16]


register = everything(CAMPAIGN + "/signatures")
mails = everything("/api/v1/mail")
count, ledger = ask(CAMPAIGN + "/count"), ask(CAMPAIGN + "/ledger")
pages = [line.split()[2] for line in open(acknowledged) if line.startswith("confirmed")][:SAMPLE]
state = ask(f"{CAMPAIGN}/bundles/{bundle}")
print(f"register: {len(register)} rows, opened, {digest(register)}")
print(f"count: {count['count']}, by country {digest([count['byCountry']])}")
print(f"ledger: {ledger['size']} leaves, root {ledger['root']}, key {ledger['publicKey']}")
print(f"mails: {len(mails)}, {digest(mails)}")
raw = [get(f"/api/v1/mail/{mail['id']}/raw").decode() for mail in sorted(mails, key=lambda mail: mail["id"])[:SAMPLE]]
print(f"mails, whole: {len(raw)}, {digest(raw)}")
print(f"own pages: {len(pages)}, {digest([ask('/api/v1/my/' + page) for page in pages])}")
print(f"receipts: {len(pages)}, {digest([ask(f'/api/v1/my/{page}/receipt') for page in pages])}")
volumes = [get(f"{CAMPAIGN}/bundles/{bundle}/volumes/{volume['n']}") for volume in state["volumes"]]
print(f"bundle: {state['state']}, {state['signatures']} signatures, {len(volumes)} volumes, "
      f"{digest([hashlib.sha256(volume).hexdigest() for volume in volumes])}, "
      f"{'all' if [hashlib.sha256(v).hexdigest() for v in volumes] == [v['sha256'] for v in state['volumes']] else 'NOT all'} as they say")
print("missions:", digest(ask("/api/v1/missions")["items"]))
