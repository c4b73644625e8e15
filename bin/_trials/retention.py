#!/usr/bin/env python3
"""The end of a campaign's personal data, step by step, and what remains of it.

bin/_trials/retention.py <address of a server> <one admin's token> <another's> [<folder to search afterwards>...]
"""
import json
import os
import sys
import time
import urllib.error
import urllib.request

server, one, other, *folders = sys.argv[1:]
run = f"{int(time.time()):x}"
slug = f"ended-{run}"
NAMES = [f"Qxhana{run} Mori", f"Qxana{run} Silva", f"Qxken{run} Abe", f"Qxyui{run} Sato"]


def call(method, path, token=one, body=None, kind="application/json"):
    data = None if body is None else (body if isinstance(body, str) else json.dumps(body)).encode()
    asked = urllib.request.Request(server + "/api/v1" + path, data, method=method)
    asked.add_header("Content-Type", kind)
    if token:
        asked.add_header("Authorization", "Bearer " + token)
    try:
        with urllib.request.urlopen(asked) as answer:
            said = answer.read()
            return answer.status, json.loads(said) if said[:1] in (b"{", b"[") else said.decode()
    except urllib.error.HTTPError as refused:
        return refused.code, json.loads(refused.read() or b"{}").get("detail", "")


def tell(words, answer):
    print(f"{words}: {answer[0]} {json.dumps(answer[1], ensure_ascii=False) if not isinstance(answer[1], str) else answer[1]}")
    return answer[1]


def report():
    said = call("GET", here + "/retention")[1]
    return {k: said[k] for k in ("persons", "signatures", "leaves", "keyAlive", "due", "overdue", "askedBy", "approvedBy",
                                 "erased", "doneAt")}


def mail(mailbox, purpose):
    for waited in range(60):
        found = [m for m in call("GET", f"/mail?to={mailbox}")[1]["items"] if m["purpose"] == purpose]
        if found:
            raw = call("GET", f"/mail/{found[0]['id']}/raw")[1]
            return raw.replace("=\r\n", "").replace("=3D", "=")
        time.sleep(0.5)
    sys.exit("no mail")


def after(text, mark):
    rest = text[text.index(mark) + len(mark):]
    return rest[:43]


here = f"/campaigns/{slug}"
call("POST", "/campaigns/save-north-korean-refugees-day/clone", body={"slug": slug})
call("POST", here + "/open")
lines = "".join(f"{name},{name.split()[0].lower()}@example.org,JP,Sendai,Qxwords{run} of mine,FULL\n" for name in NAMES[:3])
tell("three from a list", (200, call("POST", here + "/signatures/import", kind="text/csv; charset=UTF-8",
                                     body="name,email,country,city,comment,disclosure\n" + lines)[1]["added"]))
webs = f"qxyui{run}@example.org"
call("POST", here + "/signatures", None, {"name": NAMES[3], "email": webs, "country": "JP", "disclosure": "FULL"})
my = call("POST", "/confirmations/" + after(mail(webs, "CONFIRMATION"), "/confirm/"), None)[1]["myUrl"].rsplit("/", 1)[1]
for waited in range(60):
    receipt = call("GET", f"/my/{my}/receipt", None)
    if receipt[0] == 200 and call("GET", here + "/count", None)[1]["count"] == 4:
        break
    time.sleep(0.5)
head = call("GET", here + "/ledger", None)[1]
print("one on the web, confirmed; counted", call("GET", here + "/count", None)[1]["count"], "leaves", head["size"])
print("her own page holds:", ", ".join(sorted(call("GET", f"/my/{my}/data", None)[1])))
tell("she erases herself", call("DELETE", f"/my/{my}", None))
tell("her page", call("GET", f"/my/{my}", None))
tell("asking before the end", call("POST", here + "/retention/ask"))
call("POST", here + "/close")
call("PUT", here + "/retention", body={"days": 0})
tell("dry run", (200, report()))
tell("asked by one", (call("POST", here + "/retention/ask")[0], report()))
tell("approved by the same", call("POST", here + "/retention/approve"))
tell("approved by another", (call("POST", here + "/retention/approve", other)[0], ""))
for waited in range(120):
    if report()["doneAt"]:
        break
    time.sleep(0.5)
tell("after the run", (200, report()))
print("what remains:")
for row in call("GET", here + "/signatures")[1]["items"]:
    print("  signature", {k: v for k, v in row.items() if v not in (None, False)})
now = call("GET", here + "/ledger", None)[1]
print("  ledger", now["size"], "leaves, root", "unchanged" if now["root"] == head["root"] else now["root"])
print("  count", call("GET", here + "/count", None)[1])
mails = [m for name in NAMES for m in call("GET", f"/mail?to={name.split()[0].lower()}@example.org")[1]["items"]]
print("  mails found by the signers' mailboxes:", len(mails))
print("  trail", [a["action"] for a in call("GET", "/audit?size=500")[1]["items"] if slug in str(a)][:12])
found = 0
for folder in folders:
    for root, _, files in os.walk(folder):
        for name in files:
            with open(os.path.join(root, name), "rb") as file:
                data = file.read().lower()
            found += sum(data.count(f"{word}{run}".encode()) for word in ("qxhana", "qxana", "qxken", "qxyui", "qxwords"))
if folders:
    print("  their names, mailboxes and words in the bytes of", " ".join(folders) + ":", found)
