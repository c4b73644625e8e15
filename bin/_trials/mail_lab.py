"""Fills and watches the queue of a node in a trial: mail_lab.py <node URL> signers <from> <to> | news | letters <n>

signers: imports that many signers; news: has an update for them asked for and approved, and prints its id; letters: has
that many letters to one mission asked for and approved.
"""
import json
import sys
import urllib.parse
import urllib.request

node, what = sys.argv[1:3]
SLUG = "save-north-korean-refugees-day"
ASKER, APPROVER = "trial-token-of-the-one-who-asks", "trial-token-of-the-other-one"


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def call(path, data=None, kind="application/json", token=ASKER, method="POST"):
    request = urllib.request.Request(node + path, data, {"Authorization": f"Bearer {token}", "Content-Type": kind}, method=method)
    try:
        with urllib.request.build_opener(Stay).open(request, timeout=900) as response:
            return response.read()
    except urllib.error.HTTPError as answer:
        if answer.code == 303:
            return b""
        raise SystemExit(f"{path}: {answer.code} {answer.read().decode()[:400]}")


if what == "signers":
    # Each list is one transaction, which a busy machine must end within a minute.
    for first in range(int(sys.argv[3]), int(sys.argv[4]), 500):
        rows = "".join(f"Signer {n},signer-{n}@example.org,JP,,,,COUNTRY,1\n" for n in range(first, min(first + 500, int(sys.argv[4]))))
        call(f"/api/v1/campaigns/{SLUG}/signatures/import", ("name,email,country,region,city,comment,disclosure,sheet\n" + rows).encode(), "text/csv")
elif what == "news":
    form = {"subject-en": "What happened since", "body-en": "Dear friend,\n\n" + "Here is what happened since you signed. " * 130}
    call(f"/desk/news/{SLUG}/ask", urllib.parse.urlencode(form).encode(), "application/x-www-form-urlencoded")
    page = call(f"/desk/news/{SLUG}", method="GET").decode()
    number = page.split("/approve\"")[0].rsplit("/", 1)[1] if "/approve\"" in page else page.split("/cancel\"")[0].rsplit("/", 1)[1]
    call(f"/desk/news/{SLUG}/{number}/approve", token=APPROVER)
    print(number)
elif what in ("pause", "resume"):
    call(f"/desk/news/{SLUG}/{sys.argv[3]}/{what}")
elif what == "letters":
    mission = json.loads(call(f"/api/v1/campaigns/{SLUG}", method="GET"))["missions"][0]
    call(f"/api/v1/missions/{mission}/verify", b'{"email":"consul@example.net","note":"for this trial"}')
    for _ in range(int(sys.argv[3])):
        plan = json.loads(call(f"/api/v1/campaigns/{SLUG}/deliveries", json.dumps({"missions": [mission], "content": "PETITION"}).encode()))
        call(f"/api/v1/campaigns/{SLUG}/deliveries/{plan['id']}/approve", token=APPROVER)
