// Starts a new check: node scripts/new-check.mjs ID
//
// Writes src/checks/<id>.ts, adds it to src/checks/index.ts, and makes one fixture for it.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(fileURLToPath(import.meta.url), '../..');
const REGISTRY = 'src/checks/index.ts';

const [id, ...rest] = process.argv.slice(2);
const refusal = whyNot(id, rest);
if (refusal) {
  console.error(refusal);
  process.exit(2);
}

const registry = await readFile(path.join(ROOT, REGISTRY), 'utf8');
const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const registered = register(registry, id, name);
const fixture = `__tests__/fixtures/checks/${id}/found`;
const files = {
  [`src/checks/${id}.ts`]: source(id, name),
  [`${fixture}/base/config/service.yml`]: 'name: api\nport: 8080\n',
  [`${fixture}/head/config/service.yml`]: 'name: api\nport: 9090\n',
  [`${fixture}/policy.yml`]: 'critical:\n  - files: config/**\n    service: api\n',
  [`${fixture}/expected.json`]: expected(id),
};
for (const [file, content] of Object.entries(files)) {
  await mkdir(path.join(ROOT, path.dirname(file)), { recursive: true });
  await writeFile(path.join(ROOT, file), content, { flag: 'wx' });
}
await writeFile(path.join(ROOT, REGISTRY), registered);

console.log(`Made:
${Object.keys(files)
  .map((file) => `  ${file}\n`)
  .join('')}Changed:
  ${REGISTRY}

Next:
  1. Make ${fixture}/ a small true story: base/ and head/ are whole trees, policy.yml is the policy,
     expected.json lists what must be found. Add a second case beside it in which the check stays silent.
  2. Write run() and the texts in src/checks/${id}.ts. Move its line in ${REGISTRY} to where it belongs.
  3. npm test && npm run lint && npm run typecheck
  4. npm run docs        writes docs/checks/${id}.md from the check's data and its first fixture
  5. npm run build       and commit dist/ with the change`);

function whyNot(id, rest) {
  if (id === undefined || rest.length > 0)
    return 'Usage: npm run new:check -- ID     (for example: port-changed)';
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(id)) {
    return `${JSON.stringify(id)} is no id of a check: use two or more lower-case words joined by hyphens, for example port-changed.`;
  }
  if (existsSync(path.join(ROOT, `src/checks/${id}.ts`))) {
    return `src/checks/${id}.ts exists already.`;
  }
  if (existsSync(path.join(ROOT, `__tests__/fixtures/checks/${id}`))) {
    return `__tests__/fixtures/checks/${id} exists already.`;
  }
  return undefined;
}

/** Adds the import (sorted among its neighbours) and the last line of the array. */
function register(text, id, name) {
  const lines = text.split('\n');
  const importLine = `import { ${name} } from './${id}.ts';`;
  const imports = lines.flatMap((line, index) => (/^import .* from '\.\/.*';$/.test(line) ? [index] : []));
  const from = (line) => /from '(.*)';$/.exec(line)[1];
  const after = imports.find((index) => from(lines[index]) > `./${id}.ts`) ?? (imports.at(-1) ?? -1) + 1;
  lines.splice(after, 0, importLine);
  const start = lines.findIndex((line) => line.startsWith('export const checks'));
  const end = lines.indexOf('];', start);
  if (start === -1 || end === -1) {
    console.error(
      `${REGISTRY} has no array \`export const checks: readonly Check[] = [ … ];\` over several lines.`,
    );
    process.exit(2);
  }
  lines.splice(end, 0, `  ${name},`);
  return lines.join('\n');
}

function source(id, name) {
  return `import type { Check } from './check.ts';

export const ${name}: Check = {
  id: '${id}',
  severity: 'warning',
  uncritical: 'off',
  summary: 'One line: what a file does that it should not',
  help: 'A paragraph: what is seen, how it has caused outages, and what is not seen.',
  configure: 'How an owner configures or accepts it.',
  run({ difference, context }) {
    const changes = difference?.changes ?? [];
    return changes
      .filter((change) => change.kind === 'changed' && change.name === 'port')
      .map((change) => ({
        key: change.name,
        args: {
          before: context.show(change.before ?? null, change.segments),
          after: context.show(change.after ?? null, change.segments),
        },
      }));
  },
  message: (finding) => ({
    what: \`\${finding.key} is \${finding.args.after} now; it was \${finding.args.before}.\`,
    why: 'Why that matters to whoever runs the service.',
    fix: 'What to do about it.',
  }),
};
`;
}

function expected(id) {
  const finding = {
    check: id,
    severity: 'warning',
    path: 'config/service.yml',
    key: 'port',
    args: { before: 8080, after: 9090 },
  };
  return `${JSON.stringify({ verdict: 'pass', findings: [finding] }, null, 2)}\n`;
}
