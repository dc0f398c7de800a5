import { lstat, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Drilled, STRUCTURAL } from '../../drill/drilled.ts';
import { blockOf } from '../../drill/proposals/block.ts';
import { pasteInto } from '../../drill/proposals/paste.ts';
import { drillReports } from '../../drill/reports/index.ts';
import { policyProposals } from '../../drill/reports/words.ts';
import { brokenBy } from '../../drill/threshold.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { plainLine } from '../../reports/escape.ts';
import { plural } from '../../reports/messages.ts';
import type { CliIo } from '../io.ts';
import { reportOptions } from '../judging.ts';
import { pagePlace, putPage, writePage } from '../page.ts';
import { problemText } from '../problem.ts';
import { progressLine } from '../progress.ts';
import { type DrilledHead, drillHead } from './head.ts';
import { readDrillArguments } from './options.ts';

/**
 * Drills HEAD: 0, or with `--break` 1 when too many structural errors pass and 2 when files could not be drilled. 2 as
 * well when the page that was asked for could not be written.
 */
export async function runTrials(argv: string[], io: CliIo): Promise<number> {
  let page: string | undefined;
  const fail = async (problem: Problem): Promise<number> => {
    io.stderr(problemText(problem, io));
    await writePage(problem, 'drill', page, io);
    return 2;
  };
  const args = readDrillArguments(argv);
  if (!args.ok) return fail(args.problem);
  const place = await pagePlace(args.value.html, io);
  if (!place.ok) return fail(place.problem);
  page = place.value;
  const progress = progressLine(io);
  const result = await drillHead(args.value, io.cwd, progress.show);
  progress.clear();
  if (!result.ok) return fail(result.problem);
  const { drilled } = result.value;
  io.stdout(drillReports[args.value.format]!(drilled, reportOptions(io)));
  const drawn = await drawPage(drilled, page, io);
  const written = args.value.writePolicy ? await writePolicy(result.value, io.cwd) : ok(undefined);
  if (!written.ok) {
    io.stderr(problemText(written.problem, io));
    return 2;
  }
  if (written.value !== undefined) io.stderr(`${plainLine(written.value)}\n`);
  return drawn ? (brokenBy(drilled, args.value.mayPass)?.code ?? 0) : 2;
}

/** False when the page could not be written. */
async function drawPage(drilled: Drilled, place: string | undefined, io: CliIo): Promise<boolean> {
  if (place === undefined) return true;
  const { drillPage } = await import('../../drill/reports/page.ts');
  return putPage(drillPage(drilled), place, io);
}

/** Pastes what stops structural errors into the policy's file of the work tree. */
async function writePolicy(
  { drilled, policy: { origin }, workTree }: DrilledHead,
  cwd: string,
): Promise<Result<string | undefined>> {
  const block = blockOf(policyProposals(drilled, STRUCTURAL));
  const count = block.critical.length + block.environments.length;
  if (count === 0) return ok('There is nothing to add to the policy.');
  if (workTree === undefined || !('path' in origin)) return refuse(noPolicyFile());
  const file = origin.kind === 'base' ? join(workTree, origin.path) : resolve(cwd, origin.path);
  const stands = await lstat(file).catch(() => undefined);
  if (!stands?.isFile()) return refuse(noPolicyFile());
  const pasted = await pasteInto(await readFile(file, 'utf8'), block, origin.path);
  if (!pasted.ok) return pasted;
  await writeFile(file, pasted.value);
  return ok(
    `${plural(count, 'entry').replace(/entrys$/, 'entries')} added to ${origin.path}: read them, and commit.`,
  );
}

function noPolicyFile(): Problem {
  return {
    code: 'no-policy-file',
    message: 'There is no policy file in the work tree to write to.',
    hint: 'Paste the proposals by hand, or begin with holdfast init.',
  };
}
