import type { Outcome, Said } from './run-case.ts';
import * as set from './sets.ts';

/** Accidents that were not told, or not told loudly: each by id, path and what was said instead. */
export function misses(all: readonly Outcome[]): string {
  const { recall, scans } = set.setsOf(all);
  const quiet: set.Test = (one) => set.isNamed(one) && !set.hasError(one);
  const onlyNotice: set.Test = (one) => quiet(one) && !set.isAlarmed(one);
  const onlyWarning: set.Test = (one) => quiet(one) && set.isAlarmed(one);
  return [
    section('Recall set: neither the right key nor the cause named', set.without(recall, set.isNamed)),
    section('Recall set: named in a notice only', recall.filter(onlyNotice)),
    section('Recall set: named, and at most a warning', recall.filter(onlyWarning)),
    section('Recall set: an error, and some keys only counted', recall.filter(isPartly)),
    section('Scans: neither the right key nor the cause named', set.without(scans, set.isNamed)),
    section('Scans: named, and not an error', scans.filter(quiet)),
  ].join('\n\n');
}

const isPartly: set.Test = (one) => one.naming === 'part' && set.hasError(one);

/** Ordinary changes that were given an error or a warning. */
export function alarms(all: readonly Outcome[]): string {
  const { uniform, rewrites, doubtful } = set.setsOf(all);
  const staying = set.without(uniform, set.isGone);
  const warned: set.Test = (one) => set.isAlarmed(one) && !set.hasError(one);
  return [
    section('Uniform sample: error', staying.filter(set.hasError)),
    section('Uniform sample: warning', staying.filter(warned)),
    section(
      'Uniform sample: deleted or renamed',
      uniform.filter((one) => one.gone && set.isAlarmed(one)),
    ),
    section('Rewrites (drawn to be hard): error', rewrites.filter(set.hasError)),
    section('Rewrites (drawn to be hard): warning', rewrites.filter(warned)),
    section('Doubtful label: error or warning', doubtful.filter(set.isAlarmed)),
  ].join('\n\n');
}

/** The cases that were missed, that were false alarms, or in which one check spoke. */
export function show(all: readonly Outcome[], what: string): string {
  if (what === 'missed') return misses(all);
  if (what === 'false-alarms') return alarms(all);
  return section(
    `${what} speaks`,
    all.filter(({ said }) => said.some(({ check, folded }) => check === what || folded?.includes(what))),
  );
}

function section(title: string, cases: readonly Outcome[]): string {
  return [`${title}: ${cases.length}`, ...cases.map(line)].join('\n');
}

function line({ id, group, label, path, said, verdict }: Outcome): string {
  const words = said.length === 0 ? ['nothing'] : said.map(word);
  const open = verdict === 'inconclusive' ? ' [inconclusive]' : '';
  return `  ${id}  ${String(group).padStart(2)}  ${label.padEnd(16)} ${path}: ${[...new Set(words)].join(', ')}${open}`;
}

function word({ check, severity, how, folded }: Said): string {
  const kind = how === undefined ? '' : ` (${how})`;
  const more = folded === undefined ? '' : ` over ${[...new Set(folded)].join(' and ')}`;
  return `${severity} ${check}${kind}${more}`;
}
