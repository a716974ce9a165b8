/*
 * A checksum of 64 bits in the head of a buffer, over all its other bytes. Each step takes in 32 bits and can be undone, so a change
 * within one 32-bit word, a single bit above all, always shows; any other change goes unseen once in 2⁶⁴.
 */

/** The two words of the checksum of a buffer, those at `place` and behind it left out. */
const checksumOf = (buffer: ArrayBuffer, place: number): readonly [number, number] => {
  const words = new Int32Array(buffer, 0, buffer.byteLength >>> 2);
  let one = buffer.byteLength | 0;
  let other = 0;
  const count = words.length + (buffer.byteLength & 3);
  const rest = new Uint8Array(buffer, 4 * words.length);
  for (let i = 0; i < count; i++) {
    if (i === place) i += 2;
    const word = i < words.length ? words[i]! : rest[i - words.length]!;
    one = Math.imul(one ^ word, 0x9e3779b1);
    one ^= one >>> 15;
    other = Math.imul((other + word) | 0, 0x85ebca6b);
    other = (other << 13) | (other >>> 19);
  }
  return [one, other];
};

/** Writes the checksum into a buffer, as the two 32-bit words from `place` on. */
export const sealBuffer = (buffer: ArrayBuffer, place: number): void =>
  new Int32Array(buffer, 4 * place, 2).set(checksumOf(buffer, place));

/** Whether no byte of a buffer has changed since it was sealed. */
export const isSealed = (buffer: ArrayBuffer, place: number): boolean => {
  const [one, other] = checksumOf(buffer, place);
  const seal = new Int32Array(buffer, 4 * place, 2);
  return seal[0] === one && seal[1] === other;
};
