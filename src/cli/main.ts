import { isatty } from 'node:tty';
import { tuneEngine } from '../adapters/engine.ts';
import { HELP } from './help.ts';
import { helpOf } from './help-of.ts';
import type { CliIo } from './io.ts';
import { problemText } from './problem.ts';

type Command = (argv: string[], io: CliIo) => Promise<number>;

/** Every command, loaded when it is called. */
const commands: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./check.ts')).runCheck,
  review: async () => (await import('./review.ts')).runReview,
  init: async () => (await import('./init.ts')).runInit,
  explain: async () => (await import('./explain.ts')).runExplain,
  doctor: async () => (await import('./doctor.ts')).runDoctor,
  backup: async () => (await import('./backup/index.ts')).runBackup,
  restore: async () => (await import('./restore/index.ts')).runRestore,
  deploy: async () => (await import('./deploy/index.ts')).runDeploy,
  resume: async () => (await import('./deploy/resume.ts')).runResume,
  drill: async () => (await import('./drill/index.ts')).runDrill,
  verify: async () => (await import('./verify/index.ts')).runVerify,
  watch: async () => (await import('./watch/index.ts')).runWatch,
  blame: async () => (await import('./blame/index.ts')).runBlame,
  bisect: async () => (await import('./bisect/index.ts')).runBisect,
};

async function main(argv: string[], io: CliIo): Promise<number> {
  const [name = '--help', ...rest] = argv;
  // What stands behind `--` belongs to the command that is deployed.
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  const asks = options.includes('--help') || options.includes('-h');
  if (name === '--help' || name === '-h' || name === 'help') {
    io.stdout(HELP);
    return 0;
  }
  if (asks && Object.hasOwn(commands, name)) {
    io.stdout(helpOf(name));
    return 0;
  }
  if (name === '--version') {
    io.stdout(
      `holdfast ${(await import('../../package.json', { with: { type: 'json' } })).default.version}\n`,
    );
    return 0;
  }
  if (!Object.hasOwn(commands, name)) {
    io.stderr(
      problemText(
        {
          code: 'unknown-command',
          message: `holdfast has no command ${JSON.stringify(name)}.`,
          hint: `Commands: ${Object.keys(commands).join(', ')}. See holdfast --help.`,
        },
        io,
      ),
    );
    return 2;
  }
  const command = await commands[name]!();
  return command(rest, io);
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  try {
    return await Promise.race([lines.question(question), closed]);
  } finally {
    lines.close();
  }
}

function currentDirectory(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('holdfast: The current directory does not exist any more.\n  Nothing was done.\n');
    process.exit(2);
  }
}

const env = process.env;
const io: CliIo = {
  cwd: currentDirectory(),
  env,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  color: env.NO_COLOR === undefined && (env.FORCE_COLOR !== undefined || isatty(1)) && env.TERM !== 'dumb',
  ...(isatty(0) && isatty(1) ? { ask } : {}),
};

/** What these have begun is finished although nobody reads what they say any more. */
const FINISHING = ['deploy', 'resume', 'restore'];

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // EIO: the terminal has been closed.
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    if (!FINISHING.includes(process.argv[2] ?? '')) process.exit(process.exitCode ?? 0);
  });
}

tuneEngine();
main(process.argv.slice(2), io).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const debug = process.argv.includes('--debug');
    const detail = error instanceof Error ? (debug ? error.stack : error.message) : String(error);
    process.stderr.write(
      `holdfast: an error in Holdfast itself: ${detail}\n${debug ? '' : 'Run it again with --debug and report what it prints. '}Nothing was judged: treat this as a failed check.\n`,
    );
    process.exitCode = 2;
  },
);
