// Reviews the scripts in the trees of recorded cases, and counts what is said of them and how long it takes.
//
//   npm run bench:review -- --git-dir DIR --cases FILE [--list RULE]
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCases } from '../eval/cases.ts';
import { collectScripts, type Script } from './collect.ts';
import { timeOthers } from './ratios.ts';
import { type Crash, listRule, report } from './report.ts';
import { type Reviewed, reviewScript } from './review.ts';

const { values } = parseArgs({
  options: { 'git-dir': { type: 'string' }, cases: { type: 'string' }, list: { type: 'string' } },
});
if (values['git-dir'] === undefined || values.cases === undefined) {
  console.error('Usage: npm run bench:review -- --git-dir DIR --cases FILE [--list RULE]');
  process.exit(2);
}
const gitDir = resolve(values['git-dir']);
const file = values.cases;
const cases = await readFile(file, 'utf8')
  .then((text) => readCases(text, file))
  .catch((error: Error) => {
    console.error(error.message);
    process.exit(2);
  });

const { reviewed, crashes } = reviewAll(await collectScripts(gitDir, cases));
if (values.list !== undefined) console.log(listRule(reviewed, values.list));
else console.log(report(reviewed, crashes, timeOthers(reviewed.flatMap(({ shell }) => shell))));
process.exitCode = crashes.length > 0 ? 1 : 0;

function reviewAll(scripts: readonly Script[]): { reviewed: Reviewed[]; crashes: Crash[] } {
  const reviewed: Reviewed[] = [];
  const crashes: Crash[] = [];
  for (const script of scripts) {
    try {
      reviewed.push(reviewScript(gitDir, script));
    } catch (error) {
      const message = error instanceof Error ? `${error.name} ${error.stack?.split('\n    ')[1]}` : '';
      crashes.push({ id: script.of.id, path: script.path, message });
    }
  }
  return { reviewed, crashes };
}
