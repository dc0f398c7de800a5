// Times `holdfast watch`, a real process on real files: from a write to the alert as the log and a local webhook get it;
// after an overflow of the kernel's queue of events; and counts alerts while files are saved as they should be.
//
//   npm run bench:watch [-- --runs 200 --saves 10000 --sweep 30]
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { contentOf, createMachine, type Machine } from './machine.ts';

/** The size of the pool that the commit brings. */
const PLANNED = 60;

const QUEUE = '/proc/sys/fs/inotify/max_queued_events';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    saves: { type: 'string', default: '10000' },
    sweep: { type: 'string', default: '30' },
  },
});
const [runs, saves, sweep] = [Number(options.runs), Number(options.saves), Number(options.sweep)];
if (![runs, saves, sweep].every((number) => Number.isInteger(number) && number > 0)) {
  throw new Error('--runs, --saves and --sweep want whole numbers above 0');
}

const names = Array.from({ length: 50 }, (_, index) => `service-${index}.yml`);
console.log(
  `Node ${process.version}, ${cpus().length} CPUs; ${names.length} files; a sweep every ${sweep} s\n`,
);
console.log(row('what', 'times', 'p50', 'p99', 'most', 'goal', ''));
const machine = await createMachine(names, `${sweep}s`, (name) => contentOf(name, PLANNED));
let missed = 0;
try {
  await latency(machine);
  await overflow(machine);
  await inPlan(machine);
} finally {
  await machine.dispose();
}
process.exitCode = missed > 0 ? 1 : 0;

/** Half of the times a file is replaced by a rename, half written over. */
async function latency({ save, directory, heard, until }: Machine): Promise<void> {
  const times: { log: number[]; webhook: number[] } = { log: [], webhook: [] };
  for (let run = 0; run < runs; run++) {
    const name = names[run % names.length]!;
    await pause(20 + ((run * 37) % 100));
    const counts = { log: heard.log.length, webhook: heard.webhook.length };
    const bad = contentOf(name, 1000 + run);
    const begun = performance.now();
    if (run % 2 === 0) await save(name, bad);
    else writeFileSync(join(directory, name), bad);
    for (const receiver of ['log', 'webhook'] as const) {
      await until('an alert', () => heard[receiver].length > counts[receiver], 60_000);
      const { path, status, ms } = heard[receiver][counts[receiver]]!;
      if (status !== 'firing' || !path?.endsWith(name)) throw new Error(`${receiver}: ${status} ${path}`);
      times[receiver].push(ms - begun);
    }
    const told = heard.webhook.length;
    await save(name, contentOf(name));
    await until('the all-clear', () => heard.webhook.length > told, 60_000);
  }
  for (const receiver of ['log', 'webhook'] as const) {
    const most = Math.max(...times[receiver]);
    const p99 = percentile(times[receiver], 0.99);
    report(
      `write to ${receiver}`,
      runs,
      percentile(times[receiver], 0.5),
      p99,
      most,
      'p99 < 250 ms',
      p99 < 250,
    );
  }
}

/** The process is stopped until the kernel's queue is full: that a file is changed then is seen by no event. */
async function overflow({ root, save, signal, heard, until }: Machine): Promise<void> {
  const events = Number(readFileSync(QUEUE, 'utf8')) + 1000;
  const noise = [join(root, 'etc/noise-a'), join(root, 'etc/noise-b')];
  for (const file of noise) writeFileSync(file, '');
  await pause(500);
  const before = heard.log.length;
  signal('SIGSTOP');
  // Events that follow each other on different files are not merged.
  for (let event = 0; event < events; event++) utimesSync(noise[event % 2]!, event, event);
  await save(names[0]!, contentOf(names[0]!, 1));
  const changed = performance.now();
  signal('SIGCONT');
  await until('an alert after the overflow', () => heard.log.length > before, (sweep + 60) * 1000);
  const took = heard.log[before]!.ms - changed;
  const limit = (sweep + 5) * 1000;
  report(`after ${events} events`, 1, took, took, took, `< ${limit} ms`, took < limit);
  await save(names[0]!, contentOf(names[0]!));
  await until('the all-clear', () => heard.log.length > before + 1, 60_000);
}

/** A deployment runs; each file is saved as it was before and as the commit has it, in turns. */
async function inPlan({ save, heard, beginDeployment }: Machine): Promise<void> {
  await beginDeployment();
  const before = heard.log.length;
  const begun = performance.now();
  for (let run = 0; run < saves; run++) {
    const name = names[run % names.length]!;
    const turn = Math.floor(run / names.length) % 2;
    await save(name, turn === 0 ? contentOf(name, PLANNED) : contentOf(name));
  }
  const took = performance.now() - begun;
  await pause(sweep * 1000 + 5000);
  const alerts = heard.log.length - before;
  console.log(row('saves of a deployment', String(saves), '', '', ms(took), '0 alerts', `${alerts} alerts`));
  if (alerts > 0) missed += 1;
}

function report(
  what: string,
  times: number,
  p50: number,
  p99: number,
  most: number,
  goal: string,
  met: boolean,
): void {
  console.log(row(what, String(times), ms(p50), ms(p99), ms(most), goal, met ? 'met' : 'MISSED'));
  if (!met) missed += 1;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function row(...cells: string[]): string {
  const [first = '', ...rest] = cells;
  return (first.padEnd(24) + rest.map((cell) => cell.padStart(14)).join('')).trimEnd();
}
