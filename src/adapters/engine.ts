import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's second compiler away, where there is one (V8 12 and later, so not on Node 20). It spends 250 MB
 * and half of the time on the large functions that ajv makes of a schema: 1,000 files against a schema of
 * 133 kB took 390 MB and 1.2 s with it, 176 MB and 0.7 s without (Node 24.21, `npm run bench`).
 */
export function tuneEngine(): void {
  if (Number.parseInt(process.versions.v8, 10) >= 12) setFlagsFromString('--no-maglev');
}
