import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { TEXT_FILES } from '../../scripts/text-files.mjs';
import { kindByName } from '../../src/scripts/review/candidates.ts';
import { isScript } from '../../src/scripts/sources/index.ts';

/** The packages and sources that a bundle loads before anything is asked for. */
async function loadedAtOnce(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    loader: TEXT_FILES,
    logLevel: 'silent',
  });
  const inputs = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string) => {
    const output = metafile.outputs[path];
    if (output === undefined || seen.has(path)) return;
    seen.add(path);
    for (const input of Object.keys(output.inputs)) inputs.add(input);
    for (const { path: next, kind } of output.imports) if (kind === 'import-statement') visit(next);
  };
  visit(Object.keys(metafile.outputs).find((path) => metafile.outputs[path]!.entryPoint === entry)!);
  return [...inputs];
}

test.each(['src/actions/check.ts', 'src/cli/check.ts'])(
  '%s does not load what reads scripts before a script changed',
  async (entry) => {
    const loaded = await loadedAtOnce(entry);
    expect(loaded).toContain('src/scripts/review/changed.ts');
    const late = /node_modules\/(unbash|dockerfile-ast)\/|src\/scripts\/(shell|sources|commands|analyse)/;
    expect(loaded.filter((input) => late.test(input))).toEqual([]);
  },
);

test.each(
  [
    'deploy.sh a/b.bash x.zsh x.ksh x.fish x.csh x.ps1 x.bat x.cmd x.bats .envrc deploy.sh.j2 run.command',
    '.github/workflows/ci.yml .github/workflows/deploy.yaml action.yml .github/actions/x/action.yaml',
    'Dockerfile Dockerfile.prod web.dockerfile Containerfile dockerfile.dev Makefile GNUmakefile makefile rules.mk',
    'Makefile.am roles/web/tasks/main.yml playbooks/site.yml playbook.yml handlers/main.yaml site.yml',
    'bin/deploy README.md config/app.yml package.json src/main.ts',
  ].flatMap((line) => line.split(' ')),
)('the choice by name leaves out nothing that is read as a script: %s', (path) => {
  expect(kindByName(path) === 'other' && isScript(path)).toBe(false);
});
