// Times `holdfast blame` on a made-up repository:
//
//   npm run bench:blame [-- --commits 10000]
//
// One commit in fifty touches the service, one in eight other configuration, and all of them source code.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { randomFrom } from '../../src/drill/random.ts';
import { fastImport } from '../git.ts';

const POLICY =
  'critical:\n  - files: config/auth/**\n    service: auth\n  - files: config/other/**\n    service: other\n';
const FILES = { auth: 10, other: 200, source: 3_000 };
const KEYS = 60;

const { values } = parseArgs({ options: { commits: { type: 'string', default: '10000' } } });
const commits = Number(values.commits);
if (!Number.isInteger(commits) || commits < 1) {
  console.error('Usage: npm run bench:blame [-- --commits 10000]');
  process.exit(2);
}
const directory = await mkdtemp(join(tmpdir(), 'holdfast-bench-'));
try {
  await build(directory);
  const started = performance.now();
  const args = [
    'dist/cli.js',
    'blame',
    'auth',
    '--since',
    `main~${commits}`,
    '--store',
    join(directory, 'none'),
  ];
  const said = await promisify(execFile)(process.execPath, [...args, '--git-dir', directory], {
    maxBuffer: 1 << 26,
  }).catch((error: { code: number; stdout: string; stderr: string }) => {
    if (error.code !== 1) throw new Error(error.stderr);
    return error;
  });
  const wall = performance.now() - started;
  const looked = said.stdout.split('\n').find((line) => line.startsWith('Looked at'));
  console.log(`${looked}\n${(wall / 1000).toFixed(1)} s`);
} finally {
  await rm(directory, { recursive: true, force: true });
}

async function build(place: string): Promise<void> {
  const random = randomFrom(5);
  const below = (most: number) => Math.floor(random() * most);
  await fastImport(place, async (write) => {
    const file = async (path: string, text: string) =>
      write(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
    for (let number = 0; number <= commits; number++) {
      const subject = `Change ${number} (#${number})`;
      await write(`commit refs/heads/main\nmark :${number + 1}\n`);
      await write(`committer Dev ${number % 9} <dev@example.com> ${1_700_000_000 + number * 600} +0000\n`);
      await write(`data ${subject.length}\n${subject}\n${number === 0 ? '' : `from :${number}\n`}`);
      if (number === 0) {
        await file('.github/holdfast.yml', POLICY);
        for (let index = 0; index < FILES.auth; index++) await file(`config/auth/${index}.yml`, keys(0));
        for (let index = 0; index < FILES.other; index++) await file(`config/other/${index}.yml`, keys(0));
      } else {
        const draw = random();
        if (draw < 1 / 50) await file(`config/auth/${below(FILES.auth)}.yml`, keys(number));
        else if (draw < 1 / 50 + 1 / 8) await file(`config/other/${below(FILES.other)}.yml`, keys(number));
      }
      const source = below(FILES.source);
      await file(`src/${source % 60}/${source}.ts`, `export const value = ${number};\n`);
    }
  });
}

/** One key in sixty is the number's. */
function keys(number: number): string {
  return Array.from(
    { length: KEYS },
    (_, index) => `key${index}: ${number > 0 && index === number % KEYS ? number : index}\n`,
  ).join('');
}
