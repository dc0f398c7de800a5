import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** Milliseconds that others take for the same shell. `undefined`: there is no bash here. */
export type Others = { bash: number | undefined; bashEmpty: number | undefined; mvdan: number };

/** @param shell the pieces of shell, each of which is a script of its own. */
export function timeOthers(shell: readonly string[]): Others {
  const scratch = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
  try {
    return {
      bash: timeBash(scratch, shell),
      bashEmpty: timeBash(
        scratch,
        shell.map(() => ':'),
      ),
      mvdan: timeMvdan(shell),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** `bash -n` of every piece: it reads one script per process. */
function timeBash(scratch: string, shell: readonly string[]): number | undefined {
  if (spawnSync('bash', ['--version']).error !== undefined) return undefined;
  const directory = mkdtempSync(join(scratch, 'bash-'));
  for (const [index, source] of shell.entries()) writeFileSync(join(directory, `${index}.sh`), source);
  const began = performance.now();
  execFileSync('sh', ['-c', 'for file in "$0"/*.sh; do bash -n "$file" 2> /dev/null; done; :', directory]);
  return performance.now() - began;
}

/** mvdan-sh refuses a few that bash accepts; that time counts as well. */
function timeMvdan(shell: readonly string[]): number {
  const { syntax } = createRequire(import.meta.url)('mvdan-sh');
  const began = performance.now();
  for (const source of shell) {
    try {
      syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(source, 'script.sh');
    } catch {}
  }
  return performance.now() - began;
}
