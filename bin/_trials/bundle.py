"""The hands of bin/_trials/kill-bundle: signs, writes letters, asks for a bundle, waits, and reads it back."""

import collections
import concurrent.futures
import hashlib
import io
import json
import pathlib
import re
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile

CAMPAIGN = "/api/v1/campaigns/save-north-korean-refugees-day"
MISSION = "cn-jp-sapporo"
ASKER, APPROVER = "bench-token-of-no-other-use", "second-token-of-no-other-use"
app = sys.argv[2]


def call(method, path, body=None, token=ASKER, kind="application/json"):
    data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(app + path, data, method=method, headers={"Content-Type": kind})
    if token:
        request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request, timeout=120) as answer:
        return answer.read()


def ask_json(path):
    return json.loads(call("GET", path))


def mark(kind, number):
    return f"{kind}q{number:06d}"


def sign(count):
    for start in range(0, count, 500):
        rows = "".join(f"{mark('S', n)} Mori,JP,FULL,T-1\n" for n in range(start, min(count, start + 500)))
        call("POST", CAMPAIGN + "/signatures/import", ("name,country,disclosure,sheet\n" + rows).encode(), kind="text/csv")
    wait_counted()


def write(count):
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        list(pool.map(write_one, range(count)))
    wait_counted()


def write_one(number):
    mailbox = f"{mark('w', number)}@example.org"
    call("POST", CAMPAIGN + "/letters", {
        "name": mark("W", number) + " Mori", "email": mailbox, "country": "JP", "region": "JP-01", "city": "Sapporo",
        "language": "en", "disclosure": "FULL", "mission": MISSION, "channel": "PLATFORM",
        "paragraph": "I ask this for my neighbours." if number % 3 else "",
    }, token=None)
    mails = ask_json("/api/v1/mail?to=" + urllib.parse.quote(mailbox))["items"]
    raw = call("GET", f"/api/v1/mail/{mails[0]['id']}/raw").decode().replace("=\r\n", "")
    call("POST", "/api/v1/confirmations/" + re.search(r"/confirm/([A-Za-z0-9_-]+)", raw)[1], b"", token=None)


def confirmed():
    """The names of all confirmed signers, from the database."""
    names, page = [], 0
    while True:
        items = ask_json(f"{CAMPAIGN}/signatures?status=CONFIRMED&size=500&page={page}")["items"]
        names += [item["name"] for item in items]
        page += 1
        if len(items) < 500:
            return names


def wait_counted():
    wanted = len(confirmed())
    for _ in range(600):
        if ask_json(CAMPAIGN + "/count")["count"] >= wanted:
            return
        time.sleep(0.5)
    raise SystemExit("not counted in five minutes")


def ask(content):
    asked = json.loads(call("POST", CAMPAIGN + "/bundles", {"mission": MISSION, "content": content.upper()}))
    call("POST", f"{CAMPAIGN}/bundles/{asked['id']}/approve", b"", token=APPROVER)
    print(asked["id"])


def reach(content, bundle, share):
    until = time.time() + 600
    while time.time() < until:
        state = ask_json(f"{CAMPAIGN}/bundles/{bundle}")
        if state["state"] == "DONE" or state["state"] == "RUNNING" and state["progress"] >= share < 1:
            print(f"{content}: {state['state']} at {state['progress']:.2f}")
            return
        time.sleep(0.05)
    raise SystemExit(f"the bundle did not go on: {state}")


def check(content, bundle, folder):
    folder = pathlib.Path(folder)
    with zipfile.ZipFile(io.BytesIO(call("GET", f"{CAMPAIGN}/bundles/{bundle}/archive"))) as archive:
        archive.extractall(folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    faults = []
    printed = collections.Counter()
    for entry in manifest["files"]:
        file = folder / entry["file"]
        content_of = file.read_bytes()
        if len(content_of) != entry["bytes"] or hashlib.sha256(content_of).hexdigest() != entry["sha256"]:
            faults.append(f"{file.name} is not as the manifest says")
        pages = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
        if int(re.search(r"Pages:\s+(\d+)", pages)[1]) != entry["pages"]:
            faults.append(f"{file.name} has other pages than the manifest says")
        text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
        if entry["volume"] > 0:
            printed.update(re.findall(r"[SW]q\d{6}", text))
    volumes = sorted(file.name for file in folder.glob("volume-*.pdf"))
    if volumes != sorted(entry["file"] for entry in manifest["files"]):
        faults.append("the files are not those of the manifest")
    prefix = "S" if content == "sheets" else "W"
    wanted = {name.split()[0] for name in confirmed()}
    if content == "letters":
        wanted = {name for name in wanted if name.startswith(prefix)}
    # On sheets a name stands once; a letter's in the contents, and below the letter.
    times = 1 if content == "sheets" else 2
    missing = wanted - printed.keys()
    odd = {name: n for name, n in printed.items() if n != times}
    if missing:
        faults.append(f"{len(missing)} missing, such as {sorted(missing)[:3]}")
    if printed.keys() - wanted:
        faults.append(f"{len(printed.keys() - wanted)} that the database does not know")
    if odd:
        faults.append(f"{len(odd)} printed another number of times than {times}, such as {sorted(odd.items())[:3]}")
    print(f"{content}: {len(wanted)} in the database, {len(printed)} in {len(volumes) - 1} volumes of {manifest['pages']} pages"
          f" with the cover; {'; '.join(faults) or 'manifest and files agree, none missing, none twice'}")
    raise SystemExit(1 if faults else 0)


{"sign": lambda: sign(int(sys.argv[3])),
 "wait": wait_counted,
 "write": lambda: write(int(sys.argv[3])),
 "ask": lambda: ask(sys.argv[3]),
 "reach": lambda: reach(sys.argv[3], sys.argv[4], float(sys.argv[5])),
 "check": lambda: check(*sys.argv[3:6])}[sys.argv[1]]()
