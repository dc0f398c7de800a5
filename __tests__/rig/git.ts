import { spawn } from 'node:child_process';
import { testEnvironment } from '../helpers/repository.ts';

export type GitResult = { code: number; out: Buffer; err: string };

/** Real git in a bare repository. */
export type BareGit = {
  dir: string;
  run(args: string[], input?: string): Promise<GitResult>;
  /** Standard output without the last line feed; throws when git fails. */
  text(...args: string[]): Promise<string>;
  bytes(...args: string[]): Promise<Buffer>;
  /** The object's id, or `undefined` when there is none of that type. */
  id(revision: string, type?: 'commit' | 'tree' | 'blob'): Promise<string | undefined>;
};

const READS = new Set([
  'cat-file',
  'rev-list',
  'merge-base',
  'diff-tree',
  'ls-tree',
  'show',
  'log',
  'rev-parse',
]);
const BY_ID = /^[0-9a-f]{40}(\^\{\w+\}|\.\.[0-9a-f]{40})?$/;

/** What git says of full ids stays true once it is true, so that it need not be asked again. */
function isLasting(args: string[]): boolean {
  const [command = '', ...rest] = args[0] === '-c' ? args.slice(2) : args;
  const named = rest.filter((arg) => !arg.startsWith('-') && !/^(blob|tree|commit|\d{1,4})$/.test(arg));
  return READS.has(command) && named.length > 0 && named.every((arg) => BY_ID.test(arg));
}

export function bareGit(dir: string): BareGit {
  const known = new Map<string, GitResult>();
  const run = async (args: string[], input = ''): Promise<GitResult> => {
    if (input !== '' || !isLasting(args)) return start(args, input);
    const key = args.join('\0');
    const result = known.get(key) ?? (await start(args, input));
    if (result.code === 0) known.set(key, result);
    return result;
  };
  const start = (args: string[], input: string) =>
    new Promise<GitResult>((resolve, reject) => {
      const child = spawn('git', args, { cwd: dir, env: testEnvironment(), stdio: 'pipe' });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (chunk) => out.push(chunk));
      child.stderr.on('data', (chunk) => err.push(chunk));
      child.on('error', reject);
      child.on('close', (code) =>
        resolve({ code: code ?? 1, out: Buffer.concat(out), err: String(Buffer.concat(err)) }),
      );
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
  const bytes = async (...args: string[]) => {
    const { code, out, err } = await run(args);
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${err}`);
    return out;
  };
  return {
    dir,
    run,
    bytes,
    text: async (...args) => (await bytes(...args)).toString('utf8').replace(/\n$/, ''),
    async id(revision, type) {
      if (revision.startsWith('-')) return undefined;
      const name = type === undefined ? revision : `${revision}^{${type}}`;
      const { code, out } = await run(['rev-parse', '--verify', '--quiet', name]);
      const id = out.toString().trim();
      if (code !== 0 || id === '') return undefined;
      return (await run(['cat-file', '-e', id])).code === 0 ? id : undefined;
    },
  };
}
