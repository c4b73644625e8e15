"""Signs through several site nodes as a load balancer would, and writes down what was acknowledged and when.

load.py <seconds> <threads> <file> <base URL...>: a node that does not answer is left for the next one. A file named as the
list with ".stop" behind it ends the load earlier.
"""
import http.client
import json
import os
import sys
import threading
import time
import uuid
from urllib.parse import urlparse

PATH = "/api/v1/campaigns/save-north-korean-refugees-day/signatures"
seconds, threads, out = float(sys.argv[1]), int(sys.argv[2]), open(sys.argv[3], "w", buffering=1)
nodes = [urlparse(url).netloc for url in sys.argv[4:]]
until = time.time() + seconds
lock = threading.Lock()
answers = {}


def work(number):
    place, connection = number, None
    while time.time() < until and not os.path.exists(sys.argv[3] + ".stop"):
        email = f"{uuid.uuid4()}@example.org"
        body = json.dumps({"name": "Trial Signer", "email": email, "country": "JP"})
        try:
            if connection is None:
                connection = http.client.HTTPConnection(nodes[place % len(nodes)], timeout=15)
            connection.request("POST", PATH, body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            response.read()
            status = response.status
        except (OSError, http.client.HTTPException):
            status = "no answer"
        if status in ("no answer", 503):
            connection, place = None, place + 1
            time.sleep(0.05)
        with lock:
            answers[status] = answers.get(status, 0) + 1
            if status == 202:
                out.write(f"{time.time():.3f}\t{email}\n")


workers = [threading.Thread(target=work, args=(n,)) for n in range(threads)]
[w.start() for w in workers]
[w.join() for w in workers]
print("answers:", ", ".join(f"{status}: {count}" for status, count in sorted(answers.items(), key=str)))
