import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { importCommits, type Tree } from '../git.ts';
import { type Bench, CLI, holdfast } from './bench.ts';

const FINDINGS_OF_A_FILE = 10;
/** Most of a file stays, or it would count as replaced. */
const KEYS = 30;
const LENGTH_OF_A_PATH = 60;
const POLICY = "critical:\n  - files: config/**\n    freeze: ['**']\n";

/** A check with many findings, and the page of it beside the same as JSON. */
export const page: Bench = async (scratch, size) => {
  const repository = join(scratch, 'repository.git');
  const files = Math.ceil(size / FINDINGS_OF_A_FILE);
  await importCommits(repository, [
    { branch: 'main', tree: treeOf(files, 'before') },
    { branch: 'head', parent: 'main', tree: treeOf(files, 'after') },
  ]);
  const check = ['check', '--git-dir', repository, '--base', 'main', '--head', 'head', '--format', 'json'];
  const place = join(scratch, 'page.html');
  return [
    {
      title: `${files * FINDINGS_OF_A_FILE} findings, paths of ${LENGTH_OF_A_PATH} characters`,
      contenders: [
        { name: 'check', command: [process.execPath, CLI, ...check], code: 1, cwd: scratch },
        {
          name: 'check --html',
          command: [process.execPath, CLI, ...check, '--html', place],
          code: 1,
          cwd: scratch,
        },
      ],
      async after() {
        const json = await holdfast(scratch, check, 1);
        const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
        return [
          `${JSON.parse(json).findings.length} findings: ${megabytes((await stat(place)).size)} MB of HTML, ${megabytes(Buffer.byteLength(json))} MB of JSON`,
        ];
      },
    },
  ];
};

function treeOf(files: number, value: string): Tree {
  const tree: Tree = new Map([['.github/holdfast.yml', { mode: '100644', content: Buffer.from(POLICY) }]]);
  for (let file = 0; file < files; file++) {
    const path = `config/services/service-${String(file).padStart(4, '0')}/`;
    const keys = Array.from({ length: KEYS }, (_, key) => {
      const changes = key % (KEYS / FINDINGS_OF_A_FILE) === 0;
      return `setting_${key}: ${changes ? value : 'kept'} ${key}\n`;
    });
    tree.set(`${path}${'production'.padEnd(LENGTH_OF_A_PATH - path.length - 4, '-')}.yml`, {
      mode: '100644',
      content: Buffer.from(keys.join('')),
    });
  }
  return tree;
}
