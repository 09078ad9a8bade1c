// The SHA-256 of some bytes. A browser has one of its own only at addresses that begin with https:, and an intranet may
// have none.

const BLOCK = 64;
const BITS = 32;

const PRIMES = firstPrimes(BLOCK);
/** The first 32 bits behind the point of the square, or cube, roots of primes: no number of anybody's choice. */
const BEGUN = PRIMES.slice(0, 8).map((prime) => behindPoint(Math.sqrt(prime)));
const ROUNDS = PRIMES.map((prime) => behindPoint(Math.cbrt(prime)));

/** @param {number} count */
function firstPrimes(count) {
  /** @type {number[]} */
  const found = [];
  for (let each = 2; found.length < count; each++) if (found.every((prime) => each % prime)) found.push(each);
  return found;
}

/** @param {number} root */
function behindPoint(root) {
  return Math.floor((root % 1) * 2 ** BITS) | 0;
}

/**
 * @param {Uint8Array} bytes
 * @returns {string} in hexadecimal
 */
export function sha256(bytes) {
  const words = padded(bytes);
  const state = Int32Array.from(BEGUN);
  const spread = new Int32Array(BLOCK);
  for (let at = 0; at < words.length; at += 16) mix(state, words.subarray(at, at + 16), spread);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** @param {Uint8Array} bytes */
function padded(bytes) {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setUint32(whole.length - 8, Math.floor((bytes.length * 8) / 2 ** BITS));
  view.setUint32(whole.length - 4, (bytes.length * 8) >>> 0);
  return Int32Array.from({ length: whole.length / 4 }, (_, at) => view.getInt32(at * 4));
}

/**
 * @param {Int32Array} state
 * @param {Int32Array} block sixteen words
 * @param {Int32Array} spread room for sixty-four
 */
function mix(state, block, spread) {
  spread.set(block);
  for (let at = 16; at < BLOCK; at++) {
    const [a, b] = [word(spread, at - 15), word(spread, at - 2)];
    const low = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
    const high = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
    spread[at] = word(spread, at - 16) + low + word(spread, at - 7) + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < BLOCK; at++) {
    const chosen = (e & f) ^ (~e & g);
    const most = (a & b) ^ (a & c) ^ (b & c);
    const first =
      (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + (ROUNDS[at] ?? 0) + word(spread, at)) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [at, each] of [a, b, c, d, e, f, g, h].entries()) state[at] = word(state, at) + each;
}

/**
 * @param {Int32Array} words
 * @param {number} at
 */
function word(words, at) {
  return words[at] ?? 0;
}

/**
 * @param {number} word
 * @param {number} by
 */
function turned(word, by) {
  return (word >>> by) | (word << (BITS - by));
}
