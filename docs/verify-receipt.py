#!/usr/bin/env python3
"""Checks a receipt of a Demarche ledger. Needs Python 3.8 and nothing else; shares no code with the server.

    python3 verify-receipt.py receipt.json [--key BASE64]

The format is described in verify-receipt.md. With --key the head must be signed by that key, which you should have from
somewhere else than the receipt. Exit status: 0 the receipt holds, 1 it does not, 2 it cannot be read.
"""
import base64
import hashlib
import json
import sys


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def root_of(leaf, index, size, path):
    """RFC 9162, section 2.1.3.2."""
    if not 0 <= index < size:
        raise ValueError("the leaf lies outside of the tree")
    node, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            raise ValueError("the path is too long")
        if node & 1 or node == last:
            found = sha256(b"\x01", sibling, found)
            while not node & 1 and node:
                node >>= 1
                last >>= 1
        else:
            found = sha256(b"\x01", found, sibling)
        node >>= 1
        last >>= 1
    if last:
        raise ValueError("the path is too short")
    return found


# Ed25519 (RFC 8032, section 5.1), in affine coordinates: slow and plain.
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


def x_of(y, odd):
    if y >= P:
        raise ValueError("not a point")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * I % P
    if (x * x - square) % P or (x == 0 and odd):
        raise ValueError("not a point")
    return P - x if x & 1 != odd else x


def point(encoded):
    number = int.from_bytes(encoded, "little")
    y = number & ((1 << 255) - 1)
    return x_of(y, number >> 255), y


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    t = D * x1 * x2 * y1 * y2 % P
    x = (x1 * y2 + x2 * y1) * pow(1 + t, P - 2, P) % P
    return x, (y1 * y2 + x1 * x2) * pow(1 - t, P - 2, P) % P


def times(n, a):
    result = (0, 1)
    while n:
        if n & 1:
            result = add(result, a)
        a = add(a, a)
        n >>= 1
    return result


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (x_of(BASE_Y, 0), BASE_Y)


def signed(message, signature, public_key):
    if len(signature) != 64 or len(public_key) != 32:
        return False
    try:
        r, a = point(signature[:32]), point(public_key)
    except ValueError:
        return False
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % Q
    return s < Q and times(s, BASE) == add(r, times(k, a))


def check(receipt, key):
    entry = json.loads(receipt["entry"])
    leaf = sha256(b"\x00", receipt["entry"].encode("utf-8"), bytes.fromhex(receipt["salt"]))
    if leaf.hex() != receipt["leaf"]:
        return "entry and salt do not make the leaf"
    try:
        path = [bytes.fromhex(step) for step in receipt["proof"]]
        root = root_of(leaf, receipt["leafIndex"], receipt["size"], path)
    except ValueError as wrong:
        return str(wrong)
    if root.hex() != receipt["root"]:
        return "the path does not lead to the root"
    head = "\n".join([entry["campaign"], str(receipt["size"]), receipt["root"], receipt["asOf"]])
    public_key = base64.b64decode(key or receipt["publicKey"], validate=True)
    if not signed(head.encode("utf-8"), base64.b64decode(receipt["signature"], validate=True), public_key):
        return "the head is not signed by this key"
    print("The receipt holds: entry %d of %d in the ledger of %s, as of %s." % (
        receipt["leafIndex"] + 1, receipt["size"], entry["campaign"], receipt["asOf"]))
    print("It says: letter version %s, country %s, confirmed in the hour of %s." % (
        entry["letterVersion"], entry["country"], entry["confirmedAt"]))
    if not key:
        print("Signed by the key in the receipt itself; compare it with one published elsewhere: " + receipt["publicKey"])
    return None


def main(arguments):
    key = None
    if "--key" in arguments:
        at = arguments.index("--key")
        key = arguments[at + 1] if at + 1 < len(arguments) else ""
        del arguments[at:at + 2]
    if len(arguments) != 1:
        print(__doc__)
        return 2
    try:
        with open(arguments[0], encoding="utf-8") as file:
            wrong = check(json.load(file), key)
    except (OSError, ValueError, KeyError, TypeError) as unreadable:
        print("This cannot be read as a receipt: %r" % unreadable)
        return 2
    if wrong:
        print("The receipt does not hold: " + wrong)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
