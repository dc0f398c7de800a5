import { ok, type Result, refuse } from '../model/problem.ts';
import { seal, unseal } from './seal.ts';

/** The file that makes a directory a store. */
export const MARKER = 'holdfast-store.json';

/** Raised whenever an older version of Holdfast would misread what a newer one writes. */
const VERSION = 1;

export function writeMarker(): Uint8Array {
  return seal({ store: 'holdfast', version: VERSION });
}

/** Problems: `store-newer`, `store-damaged`. */
export function readMarker(bytes: Uint8Array): Result<undefined> {
  const opened = unseal(bytes);
  const { store, version } = opened.ok ? opened.value : {};
  if (store !== 'holdfast' || !Number.isSafeInteger(version)) {
    return refuse({
      code: 'store-damaged',
      message: `${MARKER} of the store is damaged.`,
      hint: 'holdfast backup check says what else is. Keep the store as it is, and make a new one with --store.',
    });
  }
  if (version === VERSION) return ok(undefined);
  return refuse({
    code: 'store-newer',
    message: `The store has version ${version}; this version of Holdfast reads ${VERSION}.`,
    hint: 'Use the version of Holdfast that made it, or a newer one. Nothing was read or changed.',
  });
}
