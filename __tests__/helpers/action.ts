import { type ChildProcess, execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';

const run = promisify(execFile);

export type ActionEvent = { name: string; payload: object; sha: string };
/** `code` is `null` for an action that a signal has killed; `state` is what it leaves for its post step. */
export type Outcome = {
  code: number | null;
  stdout: string;
  outputs: Map<string, string>;
  summary: string;
  state: Map<string, string>;
};
/** `bundle` is another one than the main one, such as a post step; `started` gets its process. */
export type How = { bundle?: string; started?(child: ChildProcess): void };

/** The Action as the runner runs it: bundled from the sources, in a directory of its own. */
export type BuiltAction = {
  directory: string;
  /** Starts the bundle in a workspace with the environment that the runner gives it; `env` adds to that. */
  run(
    workspace: string,
    event: ActionEvent,
    inputs?: Record<string, string>,
    env?: Record<string, string>,
    how?: How,
  ): Promise<Outcome>;
  dispose(): Promise<void>;
};

/** @param name of the bundle: `check`, or a sub-action's folder. */
export async function buildAction(name = 'check'): Promise<BuiltAction> {
  const directory = await mkdtemp(join(tmpdir(), 'holdfast-action-'));
  const bundle = join(directory, 'dist');
  await run(process.execPath, ['scripts/build.mjs', '--out', bundle]);
  const declared: Record<string, { default?: unknown }> = parse(
    await readFile(name === 'check' ? 'action.yml' : `${name}/action.yml`, 'utf8'),
  ).inputs;
  return {
    directory,
    dispose: () => rm(directory, { recursive: true, force: true }),
    async run(workspace, event, inputs = {}, more = {}, { bundle: script = name, started } = {}) {
      const place = await mkdtemp(join(directory, 'run-'));
      const file = (name: string) => join(place, name);
      await mkdir(file('temp'));
      await writeFile(file('event.json'), JSON.stringify(event.payload));
      await writeFile(file('output'), '');
      await writeFile(file('summary'), '');
      await writeFile(file('state'), '');
      const given = Object.entries(declared).map(([name, { default: value }]) => [
        `INPUT_${name.toUpperCase()}`,
        inputs[name] ?? String(value ?? '').replace(/^\$\{\{ github\.token \}\}$/, 'ghs_notarealtoken'),
      ]);
      const env = {
        PATH: process.env.PATH,
        ...Object.fromEntries(given),
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: event.name,
        GITHUB_EVENT_PATH: file('event.json'),
        GITHUB_SHA: event.sha,
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: file('output'),
        GITHUB_STEP_SUMMARY: file('summary'),
        GITHUB_STATE: file('state'),
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_API_URL: 'http://127.0.0.1:9',
        GITHUB_JOB: 'holdfast',
        RUNNER_TEMP: file('temp'),
        ...more,
      };
      const running = run(process.execPath, [join(bundle, `${script}.js`)], { cwd: workspace, env });
      started?.(running.child);
      const ended = await running.then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: { code: number | null; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
      );
      return {
        ...ended,
        outputs: readOutputs(await readFile(file('output'), 'utf8')),
        state: readOutputs(await readFile(file('state'), 'utf8')),
        summary: await readFile(file('summary'), 'utf8'),
      };
    },
  };
}

/** `name=value` lines and `name<<delimiter` blocks, as the runner reads them. */
function readOutputs(text: string): Map<string, string> {
  const blocks = text.matchAll(/^([\w-]+)(?:<<(.+)\n([\s\S]*?)\n?^\2$|=(.*)$)/gm);
  return new Map([...blocks].map(([, name, , block, line]) => [name!, block ?? line ?? '']));
}
