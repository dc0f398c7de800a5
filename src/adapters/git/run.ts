import { type ChildProcess, spawn } from 'node:child_process';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';

/** How one git is to be started. Paths are absolute; `args` never pass through a shell. */
export type GitCall = {
  gitDir: string;
  /** For commands that look at files on disk: git then runs in this directory. */
  workTree?: string;
  /** Where git runs otherwise, when `gitDir` may be a file that names the repository. */
  cwd?: string;
  args: readonly string[];
  /**
   * `read` (default): neither network nor configuration of the user. `fetch`: with both, because
   * credentials may stand in either.
   */
  purpose?: 'read' | 'fetch';
  /** Another index than the repository's own, as git gives it to a pre-commit hook. */
  indexFile?: string;
  input?: string;
  /** Milliseconds; 120,000 unless given. */
  timeout?: number;
};

/** `code` is -1 when a signal ended it. */
export type GitOutput = { code: number; stdout: Buffer; stderr: string };

const DEADLINE = 120_000;
const LARGEST_OUTPUT = 512 * 1024 * 1024;
const LONGEST_STDERR = 64 * 1024;

/** Settings for every git, against configuration that runs programs or looks into embedded repositories. */
const SETTINGS = [
  'safe.bareRepository=explicit',
  'safe.directory=*',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.untrackedCache=false',
  'submodule.recurse=false',
  'protocol.ext.allow=never',
  'gc.auto=0',
  'maintenance.auto=false',
  // GIT_GRAFT_FILE would bring pages of advice.
  'advice.graftFileDeprecated=false',
];

/** Starts git with the hardened environment. The caller listens to `error`, as with `spawn`. */
export function startGit(call: GitCall): ChildProcess {
  const place = [`--git-dir=${call.gitDir}`];
  if (call.workTree !== undefined) place.unshift('-C', call.workTree, `--work-tree=${call.workTree}`);
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  return spawn('git', [...place, ...settings, '--no-pager', ...call.args], {
    // Not the work tree: on Windows a `git.exe` in the current directory would be started.
    cwd: call.cwd ?? call.gitDir,
    env: gitEnvironment(process.env, call),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

/** The environment for git: what redirects it to other objects, indexes or programs is dropped. */
export function gitEnvironment(
  inherited: NodeJS.ProcessEnv,
  call: Pick<GitCall, 'purpose' | 'indexFile'>,
): NodeJS.ProcessEnv {
  const fetching = call.purpose === 'fetch';
  const environment: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(inherited)) {
    const keep = fetching ? !REDIRECTS.test(name) : KEPT_FOR_READING.test(name);
    if (!name.toUpperCase().startsWith('GIT_') || keep) environment[name] = value;
  }
  Object.assign(environment, {
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
  });
  if (!fetching) {
    Object.assign(environment, {
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_NO_LAZY_FETCH: '1',
      GIT_ALLOW_PROTOCOL: '',
    });
  }
  if (call.indexFile !== undefined) environment.GIT_INDEX_FILE = call.indexFile;
  return environment;
}

const KEPT_FOR_READING = /^GIT_(EXEC_PATH|TRACE2\w*)$/i;
const REDIRECTS =
  /^GIT_(DIR|COMMON_DIR|WORK_TREE|PREFIX|INDEX_FILE|INDEX_VERSION|OBJECT_DIRECTORY|ALTERNATE_\w+|NAMESPACE|SHALLOW_FILE|REPLACE_REF_BASE|NO_LAZY_FETCH|CEILING_DIRECTORIES|QUARANTINE_PATH|EXTERNAL_DIFF|\w+_PATHSPECS|TRACE|TRACE_\w+|ATTR_\w+|REF_\w+)$/i;

/**
 * Runs one git to its end. A code other than 0 is a result, not a problem: its meaning belongs to the caller.
 * Problems: `git-not-found`, `git-timeout`, `git-output-too-large`.
 */
export function runGit(call: GitCall): Promise<Result<GitOutput>> {
  const deadline = call.timeout ?? DEADLINE;
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      child = startGit(call);
    } catch (error) {
      resolve(refuse(notStarted(error as NodeJS.ErrnoException)));
      return;
    }
    const output: Buffer[] = [];
    let size = 0;
    let stderr = '';
    let stopped: Problem | undefined;
    let force: NodeJS.Timeout | undefined;
    const stop = (problem: Problem) => {
      stopped ??= problem;
      child.kill('SIGTERM');
      force ??= setTimeout(() => {
        child.kill('SIGKILL');
        finish({ ok: false, problem: stopped! });
      }, 2_000);
    };
    const timer = setTimeout(() => stop(timedOut(call, deadline)), deadline);
    const finish = (result: Result<GitOutput>) => {
      clearTimeout(timer);
      clearTimeout(force);
      // A helper that git left behind may hold the pipes open: nothing may wait for it.
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(result);
    };
    child.on('error', (error) => finish(refuse(notStarted(error))));
    child.on('close', (code) => {
      if (stopped) finish(refuse(stopped));
      else finish(ok({ code: code ?? -1, stdout: Buffer.concat(output), stderr: stderr.trim() }));
    });
    child.stdout!.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_OUTPUT) output.push(chunk);
      else stop(tooMuch(call));
    });
    child.stderr!.on('data', (chunk: Buffer) => {
      if (stderr.length < LONGEST_STDERR) stderr += chunk.toString('utf8');
    });
    // Git may exit before it has read all of its input.
    child.stdin!.on('error', () => {});
    child.stdin!.end(call.input ?? '');
  });
}

/** As `runGit`, and a code other than 0 is the problem `git-failed` with git's own words. */
export async function gitBytes(call: GitCall): Promise<Result<Buffer>> {
  const result = await runGit(call);
  if (!result.ok) return result;
  return result.value.code === 0 ? ok(result.value.stdout) : refuse(gitFailed(call, result.value));
}

/** The problem for a git that ended with a code that the caller does not expect. */
export function gitFailed(call: Pick<GitCall, 'args'>, output: GitOutput): Problem {
  const words = withoutCredentials(output.stderr) || `it ended with code ${output.code}`;
  return {
    code: 'git-failed',
    message: `git ${commandOf(call)} failed: ${words}`,
    hint: 'Run `git fsck` in the repository; clone it again when it is damaged.',
  };
}

/** Why git could not be started at all. */
export function notStarted(error: NodeJS.ErrnoException): Problem {
  if (error.code === 'ENOENT') {
    return {
      code: 'git-not-found',
      message: 'The program `git` was not found.',
      hint: 'Install git 2.30 or newer and make sure that its directory is in PATH.',
    };
  }
  return {
    code: 'git-not-started',
    message: `The program \`git\` could not be started: ${error.code ?? error.message}.`,
    hint: 'Check that `git --version` works for the user who runs Holdfast.',
  };
}

function commandOf({ args }: Pick<GitCall, 'args'>): string {
  return (args[0] === '-c' ? args[2] : args[0]) ?? '';
}

function timedOut(call: GitCall, deadline: number): Problem {
  return {
    code: 'git-timeout',
    message: `git ${commandOf(call)} did not end within ${deadline / 1000} s and was stopped.`,
    hint: 'Run it again; if it stays slow, check the network and the disk of the machine.',
  };
}

function tooMuch(call: GitCall): Problem {
  return {
    code: 'git-output-too-large',
    message: `git ${commandOf(call)} wrote more than ${LARGEST_OUTPUT / 1024 / 1024} MiB.`,
    hint: 'Compare commits that are closer to each other.',
  };
}

/** Git's words without user names, passwords, tokens and authorization headers. */
export function withoutCredentials(text: string): string {
  return text
    .split('\n')
    .map((line) => (/extraheader|authorization\s*:/i.test(line) ? '(a line with credentials)' : line))
    .join('\n')
    .replaceAll(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*(?:@[^\s/@]*)*@/gi, '$1***@')
    .replaceAll(/\b(?:gh[a-z]_|github_pat_)\w+/g, '***')
    .replaceAll(/\b(basic|bearer)\s+[\w+/=.-]{8,}/gi, '$1 ***');
}
