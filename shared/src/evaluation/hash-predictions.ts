import { sha256 } from '../platform/sha256.ts';

/** SHA-256 of the bits of all probabilities in the order of their rows: one that differs anywhere gives another. */
export function hashPredictions(probabilities: Float64Array): string {
  return sha256(new Uint8Array(probabilities.buffer, probabilities.byteOffset, probabilities.byteLength));
}
