// Counts the probes of `holdfast bisect`:
//
//   npm run bench:bisect
//
// Simulated: the culprits are drawn with a fixed seed, and all of them together make the probe fail.
import { table } from '../eval/table.ts';
import { culpritCounts } from './counts.ts';

const ROUNDS = 300;

const rows: string[][] = [];
for (const units of [50, 500, 5_000]) {
  for (const culprits of [1, 2, 3, 5]) {
    const counts = await culpritCounts(units, culprits, ROUNDS);
    const at = (share: number) => String(counts[Math.floor((counts.length - 1) * share)]);
    rows.push([String(units), String(culprits), at(0.5), at(0.95), at(1)]);
  }
}
console.log(table(['changed keys', 'needed together', 'median', '95%', 'most'], rows));
console.log(`\n${ROUNDS} draws each; the probes that prove both sides and the result are counted in.`);
