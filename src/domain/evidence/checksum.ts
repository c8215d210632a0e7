/**
 * A checksum over whole 32-bit words in four lanes: it finds a changed, lost or exchanged word and runs at the speed
 * of memory. It protects against accidents, not against an attacker who can write to the database.
 */
export function checksum(words: Uint32Array): number {
  const lanes = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];
  let [first, second, third, fourth] = lanes as [number, number, number, number];
  let at = 0;
  for (; at + 4 <= words.length; at += 4) {
    first = Math.imul((first ^ words[at]!) | 0, 0x01000193);
    second = Math.imul((second ^ words[at + 1]!) | 0, 0x85ebca6b);
    third = Math.imul((third ^ words[at + 2]!) | 0, 0xc2b2ae35);
    fourth = Math.imul((fourth ^ words[at + 3]!) | 0, 0x27d4eb2f);
  }
  for (; at < words.length; at++) first = Math.imul((first ^ words[at]!) | 0, 0x01000193);
  let sum = words.length;
  for (const lane of [first, second, third, fourth]) {
    sum = Math.imul(sum ^ lane ^ (lane >>> 15), 0x2c1b3c6d);
    sum ^= sum >>> 13;
  }
  return sum >>> 0;
}
