import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { backingUp, ENCRYPTED, pruning } from './crash/backup.ts';
import { deploying } from './crash/deploy.ts';
import { copied } from './crash/machine.ts';
import type { Damage, Operation } from './crash/operation.ts';
import { callsOf, killAfter, killAt } from './crash/points.ts';
import { createDamagedMachine, restoring } from './crash/restore.ts';

/** Runs that are killed at a random time, for each operation. */
const RANDOM_RUNS = 25;
/** What a killed process has written is there for the next one, on the disk or not: memory is faster. */
const MEMORY = '/dev/shm';
/** Kills at all calls that only read as well; without it at one in five of them. */
const EVERY = process.env.HOLDFAST_CRASH === 'every';
const READING =
  /^(realpath|access|l?stat|fstat|read|readdir|readlink|handle\.(read|stat|close)|close)(Sync)? /;
const LONGEST_MS = 30 * 60_000;

type Row = { operation: string; points: number } & Record<keyof Damage, number>;

const rows: Row[] = [];
let directory = '';
let program: string[] = [];
let operations: Operation[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'holdfast-crash-'));
  await promisify(execFile)(process.execPath, ['scripts/build.mjs', '--out', join(directory, 'dist')]);
  program = [process.execPath, join(directory, 'dist', 'cli.js')];
  const damaged = join(directory, 'damaged');
  const trees = await createDamagedMachine(damaged);
  const restore = restoring('restore', damaged, program, trees);
  const halfway = join(directory, 'halfway');
  await copied(damaged, halfway);
  operations = [
    restore,
    restoring('restore --resume', await killedHalfway(restore, halfway), program, trees),
    await backingUp(damaged, join(directory, 'changed'), program),
    await backingUp(damaged, join(directory, 'secret'), program, 'backup, encrypted', ENCRYPTED),
    await pruning(damaged, join(directory, 'full'), program),
    await deploying('deploy', join(directory, 'healthy'), program),
    await deploying('deploy, which fails', join(directory, 'failing'), program),
  ];
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
  const head = {
    operation: 'operation',
    points: 'points',
    torn: 'torn',
    lost: 'lost',
    unfinished: 'not finished',
  };
  const lines = [head, ...rows].map(({ operation, ...cells }) =>
    [operation.padEnd(34), ...Object.values(cells).map((cell) => String(cell).padStart(13))].join(''),
  );
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
});

async function killedHalfway(operation: Operation, machine: string): Promise<string> {
  const calls = await callsOf(operation.command(machine), machine);
  await copyOf(operation, machine);
  const places = calls.flatMap((call, index) => (call.startsWith('renameSync /root/') ? [index + 1] : []));
  expect(await killAt(operation.command(machine), machine, places[2]!)).toBe(true);
  expect(await readdir(join(machine, 'store', 'journal'))).toHaveLength(1);
  return machine;
}

async function copyOf({ base, prepare }: Operation, machine: string): Promise<void> {
  await copied(base, machine);
  await prepare?.(machine);
}

/** Between two changes the disk is the same at every call. */
function isChosen(call: string, index: number): boolean {
  return EVERY || !READING.test(call) || index % 5 === 0;
}

/** Kills, judges and counts, in several copies at once. */
async function killAll<T>(
  operation: Operation,
  how: string,
  points: readonly T[],
  kill: (machine: string, point: T) => Promise<boolean>,
): Promise<Row> {
  const row = { operation: `${operation.name}, ${how}`, points: 0, torn: 0, lost: 0, unfinished: 0 };
  const faults: object[] = [];
  const queue = [...points];
  const work = async (_: unknown, index: number) => {
    const machine = join(directory, `copy-${index}`);
    for (let point = queue.shift(); point !== undefined; point = queue.shift()) {
      await copyOf(operation, machine);
      if (await kill(machine, point)) row.points += 1;
      const damage = await operation.judge(machine);
      row.torn += damage.torn.length;
      row.lost += damage.lost.length;
      row.unfinished += damage.unfinished.length > 0 ? 1 : 0;
      if (Object.values(damage).some((found) => found.length > 0)) faults.push({ point, ...damage });
    }
    await rm(machine, { recursive: true, force: true });
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  rows.push(row);
  expect(faults).toEqual([]);
  return row;
}

test(
  'killed at every call that changes something, commands leave whole files, and the next run finishes',
  async () => {
    let points = 0;
    for (const operation of operations) {
      const machine = join(directory, 'copy-0');
      await copyOf(operation, machine);
      const calls = await callsOf(operation.command(machine), machine, operation.end);
      const chosen = calls.flatMap((call, index) => (isChosen(call, index) ? [index + 1] : []));
      const { oneIn = 1 } = operation;
      const numbers = EVERY ? chosen : chosen.filter((_, index) => index % oneIn === 0);
      const row = await killAll(operation, EVERY ? 'every call' : 'every change', numbers, (copy, number) =>
        killAt(operation.command(copy), copy, number),
      );
      expect(row.points).toBeGreaterThanOrEqual(0.95 * numbers.length);
      points += row.points;
    }
    expect(points).toBeGreaterThanOrEqual(300);
  },
  LONGEST_MS,
);

test(
  'the same at random times',
  async () => {
    for (const operation of operations) {
      const machine = join(directory, 'copy-0');
      await copyOf(operation, machine);
      const began = performance.now();
      expect(await killAfter(operation.command(machine), machine, 60_000)).toBe(false);
      const whole = performance.now() - began;
      const times = Array.from({ length: RANDOM_RUNS }, () => (0.3 + 0.8 * Math.random()) * whole);
      const row = await killAll(operation, 'random times', times, (copy, time) =>
        killAfter(operation.command(copy), copy, time),
      );
      expect(row.points).toBeGreaterThan(0);
    }
  },
  LONGEST_MS,
);
