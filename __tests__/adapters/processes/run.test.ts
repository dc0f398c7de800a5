import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CommandCall, runCommand } from '../../../src/adapters/processes/run.ts';
import { secretMask } from '../../../src/adapters/processes/secrets.ts';
import { isAlive } from '../../helpers/processes.ts';
import { createDirectory } from '../../helpers/repository.ts';

let dir: string;
let dispose: () => Promise<void>;
beforeEach(async () => {
  ({ dir, dispose } = await createDirectory());
});
afterEach(() => dispose());

const run = (command: CommandCall['command'], more: Partial<CommandCall> = {}) =>
  runCommand({ command, cwd: dir, env: process.env, timeout: 20_000, mask: (text) => text, ...more });

async function pidIn(name: string): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const text = await readFile(join(dir, name), 'utf8').catch(() => '');
    if (text.endsWith('\n')) return Number(text);
    await sleep(10);
  }
  throw new Error(`${name} was never written`);
}

describe('a command that ends by itself', () => {
  test('gives its code and what it printed on both streams', async () => {
    const seen: string[] = [];
    const result = await run('echo one; echo two >&2; exit 3', {
      show: (text, stream) => seen.push(`${stream}: ${text}`),
    });
    expect(result).toEqual({ code: 3, output: expect.any(String), ms: expect.any(Number) });
    expect(result.output.split('\n').sort()).toEqual(['', 'one', 'two']);
    expect(seen.sort()).toEqual(['stderr: two\n', 'stdout: one\n']);
  });

  test('as a list goes through no shell', async () => {
    expect(await run(['echo', '$HOME; exit 1'])).toMatchObject({ code: 0, output: '$HOME; exit 1\n' });
  });

  test('has no standard input, its directory and its environment', async () => {
    const result = await run('cat; pwd; echo "$A"', { env: { PATH: process.env.PATH, A: 'b' } });
    expect(result).toMatchObject({ code: 0, output: `${dir}\nb\n` });
  });

  test('is the head of a group of its own, of which somebody is told', async () => {
    const groups: number[] = [];
    const { output } = await run('echo $$; ps -o pgid= -p $$ || cut -d" " -f5 /proc/$$/stat', {
      started: (group) => groups.push(group),
    });
    expect(output.trim().split(/\s+/).map(Number)).toEqual([groups[0], groups[0]]);
    await run(['/no/such/program'], { started: (group) => groups.push(group) });
    expect(groups).toHaveLength(1);
  });

  test('by a signal has no code', async () => {
    const result = await run('kill -KILL $$');
    expect(result).toMatchObject({ signal: 'SIGKILL' });
    expect(result).not.toHaveProperty('code');
  });

  test.each([
    ['a program that is not there', ['/no/such/program'], 'ENOENT'],
    ['a directory', ['/'], 'EACCES'],
    ['an argument that no system takes', ['echo', 'a\0b'], 'ERR_INVALID_ARG_VALUE'],
    ['more arguments than the system takes', ['echo', 'a'.repeat(8_000_000)], 'E2BIG'],
  ])('%s cannot be started', async (_, command, failed) => {
    expect(await run(command)).toMatchObject({ failed, output: '' });
  });

  test('a directory that is not there cannot be started in', async () => {
    expect(await run('true', { cwd: join(dir, 'gone') })).toMatchObject({ failed: 'ENOENT' });
  });

  test('and leaves a program that holds its output open does not keep anybody waiting', async () => {
    const result = await run('sleep 600 & echo $! > pid; echo started');
    const pid = await pidIn('pid');
    expect(result).toMatchObject({ code: 0, output: 'started\n' });
    expect(await isAlive(pid)).toBe(true);
    process.kill(pid, 'SIGKILL');
  });

  test('prints much: the end of it is kept, and all of it shown', async () => {
    let shown = 0;
    const result = await run('seq 1 300000', {
      keep: 100,
      show: (text) => {
        shown += text.length;
      },
    });
    expect(shown).toBe(1_988_895);
    expect(result.output).toHaveLength(100);
    expect(result.output.endsWith('299999\n300000\n')).toBe(true);
  });

  test('without a line end is shown whole', async () => {
    expect(await run("printf 'no line end €'")).toMatchObject({ output: 'no line end €' });
  });
});

describe('a command that does not end', () => {
  /** Runs it until it has written these files, each with the id of a process, and cancels it then. */
  async function cancelled(command: string, names: string[], more: Partial<CommandCall> = {}) {
    const controller = new AbortController();
    const running = run(command, { timeout: 60_000, ...more, signal: controller.signal });
    const pids = await Promise.all(names.map(pidIn));
    controller.abort();
    const result = await running;
    return { result, alive: await Promise.all(pids.map(isAlive)) };
  }

  test('is stopped at its timeout', async () => {
    expect(await run('sleep 600', { timeout: 300 })).toMatchObject({ timedOut: true, signal: 'SIGTERM' });
  });

  test('is stopped with all that it has started', async () => {
    const { result, alive } = await cancelled('sleep 600 & echo $! > pid; wait', ['pid']);
    expect([result, alive]).toMatchObject([{ cancelled: true, signal: 'SIGTERM' }, [false]]);
  });

  test('gets the time to clean up, and what it says then is kept', async () => {
    const controller = new AbortController();
    const command = "trap 'echo cleaned; exit 0' TERM; echo $$ > pid; while :; do sleep 0.05; done";
    const running = run(command, { signal: controller.signal });
    await pidIn('pid');
    controller.abort();
    const result = await running;
    expect(result).toMatchObject({ cancelled: true, code: 0 });
    expect(result.output).toMatch(/^cleaned$/m);
  });

  test('and ignores SIGTERM is killed, with children that ignore it too', async () => {
    const stubborn =
      "trap '' TERM; echo $$ > one; sh -c 'trap \"\" TERM; echo $$ > two; while :; do sleep 0.1; done' & while :; do sleep 0.1; done";
    const { result, alive } = await cancelled(stubborn, ['one', 'two'], { patience: 300 });
    expect([result, alive]).toMatchObject([{ cancelled: true, signal: 'SIGKILL' }, [false, false]]);
  });

  test('and whose child goes on without it is killed with that child', async () => {
    const call = 'sh -c \'trap "" TERM; echo $$ > pid; while :; do sleep 0.1; done\' & wait';
    const { result, alive } = await cancelled(call, ['pid'], { patience: 300 });
    expect([result, alive]).toMatchObject([{ cancelled: true }, [false]]);
  });

  test('is stopped when nobody wants it any more', async () => {
    const controller = new AbortController();
    const running = run('echo $$ > pid; sleep 600', { signal: controller.signal });
    const pid = await pidIn('pid');
    controller.abort();
    expect(await running).toMatchObject({ cancelled: true, signal: 'SIGTERM' });
    expect(await isAlive(pid)).toBe(false);
  });

  test('is not started when it was cancelled before', async () => {
    const result = await run('echo > started', { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ cancelled: true });
    expect(existsSync(join(dir, 'started'))).toBe(false);
  });

  test('prints for ever, and memory does not grow with it', async () => {
    const controller = new AbortController();
    let shown = 0;
    const show = (text: string) => {
      shown += text.length;
      if (shown > 10_000_000) controller.abort();
    };
    const result = await run('yes', { keep: 1_000, show, signal: controller.signal });
    expect(result).toMatchObject({ cancelled: true });
    expect(result.output).toHaveLength(1_000);
  });
});

describe('secrets', () => {
  const KEY = [
    '-----BEGIN PRIVATE KEY-----',
    'MIIBVAIBADANBg',
    'kqhkiG9w0BAQEF',
    '-----END PRIVATE KEY-----',
  ];

  test('are hidden when two writes cut them, on either stream', async () => {
    const seen: string[] = [];
    const command =
      "printf 'key hun'; sleep 0.3; printf 'ter2 and more\\n'; printf 'hunt' >&2; sleep 0.3; echo er2 >&2";
    const result = await run(command, { mask: secretMask(['hunter2']), show: (text) => seen.push(text) });
    for (const text of [result.output, seen.join('')]) {
      expect(text).not.toMatch(/hun|ter2/);
      expect(text).toMatch(/key «hidden» and more/);
    }
  });

  test('of several lines are hidden, when they come line by line and when they never end', async () => {
    const lines = KEY.map((line) => `echo '${line}'`).join('; sleep 0.1; ');
    const whole = await run(`echo before; ${lines}; echo after`, { mask: secretMask() });
    expect(whole.output).toBe('before\n«hidden»\nafter\n');
    const cut = await run(
      lines.slice(0, lines.lastIndexOf(';')).replace(/; sleep 0.1; echo '-----END.*/, ''),
      {
        mask: secretMask(),
      },
    );
    expect(cut.output).not.toMatch(/MIIB|kqhk/);
  });

  test('that somebody names are hidden line by line, shorter ones too when they begin a longer one', async () => {
    const result = await run('echo "x-abcdef-y"; echo abcd; echo second line', {
      mask: secretMask(['abcd', 'abcdef\nsecond line']),
    });
    expect(result.output).toBe('x-«hidden»-y\n«hidden»\n«hidden»\n');
  });

  test('are known by the names before them', async () => {
    const result = await run('echo DB_PASSWORD=s3cr3t; echo "user: ada"; echo "curl -u ada:s3cr3t"', {
      mask: secretMask(),
    });
    expect(result.output).not.toMatch(/s3cr3t/);
    expect(result.output).toMatch(/user: ada/);
  });
});
