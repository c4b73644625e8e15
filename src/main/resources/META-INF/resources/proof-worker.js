// Finds the number whose SHA-256 after the salt is the challenge (FIPS 180-4). Own arithmetic instead of WebCrypto: it is
// synchronous, which is many times faster for short inputs, and works where a page is not served over https.
const fraction = (root) => ((root - Math.floor(root)) * 0x100000000) | 0;
const primes = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
const K = Int32Array.from(primes, (p) => fraction(Math.cbrt(p)));
const H = Int32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p)));
const w = new Int32Array(64);
const rotate = (x, n) => (x >>> n) | (x << (32 - n));

function sha256(bytes) {
  const blocks = (bytes.length + 9 + 63) >> 6;
  const data = new DataView(new ArrayBuffer(blocks * 64));
  bytes.forEach((byte, i) => data.setUint8(i, byte));
  data.setUint8(bytes.length, 0x80);
  data.setUint32(blocks * 64 - 4, bytes.length * 8);
  const h = H.slice();
  for (let at = 0; at < blocks * 64; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = data.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15];
      const b = w[i - 2];
      const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
      const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, z] = h;
    for (let i = 0; i < 64; i++) {
      const t1 = (z + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      z = g; g = f; f = e; e = (d + t1) | 0;
      d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, z].forEach((value, i) => { h[i] = (h[i] + value) | 0; });
  }
  return h;
}

function solve({ algorithm, challenge, maxnumber, salt, signature }) {
  const wanted = Int32Array.from(challenge.match(/.{8}/g), (part) => Number.parseInt(part, 16));
  const text = new TextEncoder();
  for (let number = 0; number <= maxnumber; number++) {
    const found = sha256(text.encode(salt + number));
    if (found[0] === wanted[0] && found.every((word, i) => word === wanted[i])) {
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    }
  }
  return "";
}

globalThis.onmessage = (message) => globalThis.postMessage(solve(message.data));
