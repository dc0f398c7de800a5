// Times what is large, each in turns with a program that everybody has: the same bytes, files or commit.
//
//   npm run bench:large -- backup [--runs 3] [--size 1024]        one file of so many MiB
//   npm run bench:large -- verify [--runs 3] [--size 100000]      so many files of 0.4 kB, and one of 1 GiB
//   npm run bench:large -- drill [--runs 1] [--size 200]          so many critical files of 40 keys
//   npm run bench:large -- page [--runs 3] [--size 5000]          so many findings
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure } from '../bench/measure.ts';
import { table } from '../eval/table.ts';
import { backup } from './backup.ts';
import { type Bench, CLI } from './bench.ts';
import { drill } from './drill.ts';
import { page } from './page.ts';
import { verify } from './verify.ts';

const benches: { readonly [name: string]: { run: Bench; runs: number; size: number } } = {
  backup: { run: backup, runs: 3, size: 1024 },
  verify: { run: verify, runs: 3, size: 100_000 },
  drill: { run: drill, runs: 1, size: 200 },
  page: { run: page, runs: 3, size: 5_000 },
};

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string' }, size: { type: 'string' } },
  allowPositionals: true,
});
const [name = ''] = positionals;
const bench = Object.hasOwn(benches, name) ? benches[name]! : undefined;
if (bench === undefined || positionals.length > 1) {
  throw new Error(`one of: ${Object.keys(benches).join(', ')}`);
}
const [runs, size] = [Number(values.runs ?? bench.runs), Number(values.size ?? bench.size)];
if (![runs, size].every((number) => Number.isInteger(number) && number > 0)) {
  throw new Error('--runs and --size want whole numbers above 0');
}
if (!existsSync(CLI)) throw new Error('There is no dist/cli.js: run `npm run build` first');

const scratch = await mkdtemp(join(tmpdir(), 'holdfast-bench-'));
process.on('SIGINT', () => {
  rmSync(scratch, { recursive: true, force: true });
  process.exit(130);
});
try {
  console.log(`Node ${process.version}, ${cpus().length} CPUs; medians of ${runs} in turns`);
  for (const { title, contenders, after } of await bench.run(scratch, size)) {
    const figures = await measure(contenders, runs, scratch);
    const [peer] = figures.values();
    const rows = [...figures].map(([program, { medianMs, peakMb }]) => [
      program,
      (medianMs / 1000).toFixed(2),
      (medianMs / peer!.medianMs).toFixed(2),
      peakMb?.toFixed(0) ?? '',
    ]);
    console.log(`\n${title}\n${table(['program', 's', 'x the first', 'peak MB'], rows)}`);
    for (const line of (await after?.()) ?? []) console.log(line);
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
