import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A program to time. Its output goes to /dev/null; another exit code than `code` is a failed benchmark. */
export type Contender = { name: string; command: string[]; code?: number; cwd?: string };

export type Figures = { medianMs: number; peakMb?: number };

/**
 * Times the contenders in turns, so that a slow minute of the machine hits all of them. The first turn is not
 * counted: it fills caches, and measures the memory of those that run on Node.
 */
export async function measure(
  contenders: readonly Contender[],
  runs: number,
  scratch: string,
): Promise<Map<string, Figures>> {
  const memory = new Map<string, number>();
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (const contender of contenders) {
    const peak = await peakMemory(contender, scratch);
    if (peak !== undefined) memory.set(contender.name, peak);
  }
  for (let turn = 0; turn < runs; turn++) {
    for (const contender of contenders) times.get(contender.name)!.push(await time(contender));
  }
  return new Map(
    contenders.map(({ name }) => {
      const peakMb = memory.get(name);
      return [name, { medianMs: median(times.get(name)!), ...(peakMb === undefined ? {} : { peakMb }) }];
    }),
  );
}

async function time(contender: Contender, env: Record<string, string> = {}): Promise<number> {
  const { command, code = 0, cwd } = contender;
  const began = process.hrtime.bigint();
  const child = spawn(command[0]!, command.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd,
    env: { ...process.env, ...env },
  });
  let complaint = '';
  child.stderr.on('data', (part) => {
    complaint += part;
  });
  const [ended] = await once(child, 'close');
  const took = Number(process.hrtime.bigint() - began) / 1e6;
  if (ended !== code) throw new Error(`${contender.name} ended with ${ended}: ${complaint.slice(0, 2000)}`);
  return took;
}

/** The peak resident size in MB of the process itself (its threads included), for programs that run on Node. */
async function peakMemory(contender: Contender, scratch: string): Promise<number | undefined> {
  const result = join(scratch, 'peak');
  const hook = join(scratch, 'peak.mjs');
  await writeFile(
    hook,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS)));\n`,
  );
  await rm(result, { force: true });
  await time(contender, { NODE_OPTIONS: `--import=${hook}`, BENCH_PEAK: result });
  const kilobytes = await readFile(result, 'utf8').catch(() => undefined);
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
