"""What a real mail server makes of our mail, and we of its reports: real_peer.py <app> <imap port> <password>"""
import email
import email.policy
import imaplib
import json
import sys
import time
import urllib.error
import urllib.request

app, port, password = sys.argv[1], int(sys.argv[2]), sys.argv[3]
ASKER, APPROVER = "trial-token-of-the-one-who-asks", "trial-token-of-the-other-one"
SLUG = "save-north-korean-refugees-day"
failed = []


def call(method, path, body=None, token=ASKER):
    request = urllib.request.Request(app + path, method=method, headers={"Authorization": f"Bearer {token}"})
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.load(response)
    except urllib.error.HTTPError as refused:
        raise SystemExit(f"{method} {path}: {refused.code} {refused.read().decode()}")


def check(what, right, shown=""):
    print(f"{'ok   ' if right else 'WRONG'}  {what}{': ' + str(shown) if shown != '' else ''}")
    if not right:
        failed.append(what)


def wait(get, wanted, seconds=90):
    end = time.monotonic() + seconds
    found = get()
    while not wanted(found) and time.monotonic() < end:
        time.sleep(0.5)
        found = get()
    return found


def box(user):
    with imaplib.IMAP4("127.0.0.1", port) as imap:
        imap.login(user, password)
        imap.select("INBOX", readonly=True)
        numbers = imap.search(None, "ALL")[1][0].split()
        raws = [imap.fetch(number, "(RFC822)")[1][0][1] for number in numbers]
    return [email.message_from_bytes(raw, policy=email.policy.default) for raw in raws]


def sign(mailbox):
    call("POST", f"/api/v1/campaigns/{SLUG}/signatures",
         {"name": "Kim Hana", "email": mailbox, "country": "JP", "language": "ja"})


def mail_to(mailbox):
    return call("GET", f"/api/v1/mail?to={mailbox}")["items"][0]


def letter(mission, mailbox):
    call("POST", f"/api/v1/missions/{mission}/verify", {"email": mailbox, "note": "for this trial"})
    plan = call("POST", f"/api/v1/campaigns/{SLUG}/deliveries", {"missions": [mission], "content": "PETITION"})
    call("POST", f"/api/v1/campaigns/{SLUG}/deliveries/{plan['id']}/approve", token=APPROVER)
    return lambda: next(d for d in call("GET", f"/api/v1/campaigns/{SLUG}/deliveries")["items"] if d["plan"] == plan["id"])


codes = call("GET", f"/api/v1/campaigns/{SLUG}")["missions"]

begun = time.monotonic()
sign("kim@mission.example.net")
mine = wait(lambda: box("kim@mission.example.net"), len)
check("a confirmation is read back over IMAP", len(mine) == 1, f"{time.monotonic() - begun:.1f} s")
got = mine[0]
check("text comes before HTML", [p.get_content_type() for p in got.iter_parts()] == ["text/plain", "text/html"])
check("its words survived", "署名" in got.get_body(("plain",)).get_content(), got["Subject"])
check("it says that a machine wrote it", got["Auto-Submitted"] == "auto-generated")
check("answers go nowhere else", got["Reply-To"] is None)
check("its return address is its own", got["Return-Path"].startswith("<bounces+o-"), got["Return-Path"])
check("it is signed", "d=house.example.org" in (got["DKIM-Signature"] or ""))

progress = letter(codes[0], "consul@mission.example.net")
mine = wait(lambda: box("consul@mission.example.net"), len)
check("a letter to a mission is read back", len(mine) == 1, wait(progress, lambda d: d["state"] == "ACCEPTED")["lastAnswer"])
files = list(mine[0].iter_attachments())
check("its PDF is whole", len(files) == 1 and files[0].get_content().startswith(b"%PDF") and b"%%EOF" in files[0].get_content()[-64:],
      f"{files[0].get_filename()}, {len(files[0].get_content())} bytes")

sign("refused@mission.example.net")
at_once = wait(lambda: mail_to("refused@mission.example.net"), lambda m: m["state"] not in ("QUEUED", "SENDING"))
check("who is refused at once", at_once["state"] == "HARD_BOUNCED", at_once["lastAnswer"])

begun = time.monotonic()
sign("nobody@mission.example.net")
later = wait(lambda: mail_to("nobody@mission.example.net"), lambda m: m["state"] == "HARD_BOUNCED")
check("Postfix took it, and its bounce was taken in and matched", later["state"] == "HARD_BOUNCED",
      f"{time.monotonic() - begun:.1f} s; {later['lastAnswer']}")

progress = letter(codes[1], "gone@mission.example.net")
bounced = wait(progress, lambda d: d["state"] == "BOUNCED")
check("the bounce of a mission's letter reaches its delivery", bounced["state"] == "BOUNCED", bounced["lastAnswer"])
reports = box("bounces@house.example.org")
check("reports in the bounce mailbox", len(reports) == 2, f"{len(reports)}, {reports[0]['Subject']}")

sign("nobody@mission.example.net")
time.sleep(3)
again = call("GET", "/api/v1/mail?to=nobody@mission.example.net")["items"]
check("who is gone is not mailed again", all(m["state"] in ("HARD_BOUNCED", "SUPPRESSED") for m in again),
      sorted(m["state"] for m in again))
sys.exit(bool(failed))
