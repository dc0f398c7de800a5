import { octal } from '../model/text.ts';
import { inert, plainLine } from '../reports/escape.ts';
import { paint } from '../reports/layout.ts';
import { plural } from '../reports/messages.ts';
import { labelled, type Page } from '../reports/page.ts';
import type { ReportOptions } from '../reports/report.ts';
import { fileSection } from '../reports/terminal-file.ts';
import type { Manifest } from '../store/manifest.ts';
import type { ChangeSummary, Decision } from '../verdict/decision.ts';
import type { Chosen } from './choose.ts';
import { MOST_COMPARED } from './compare.ts';
import type { Live, Location, Plan, Write } from './plan.ts';

const MOST_LISTED = 10;

/** What a restore would do, before anything is done: the keys of every file, and what is removed. */
export function planText(
  plan: Plan,
  live: ReadonlyMap<Location, Live>,
  changes: readonly ChangeSummary[],
  options: ReportOptions,
): string {
  const page: Page = {
    decision: nothingFound(changes),
    width: Math.max(40, options.width ?? 80),
    style: paint(options.color),
  };
  const writes = new Map(plan.writes.map((write) => [write.path, write]));
  const sections = changes.slice(0, MOST_COMPARED).map((change) => {
    const write = writes.get(change.path);
    return [
      ...fileSection(page, change.path, [], change),
      ...(write === undefined ? [] : facts(page, write, live.get(write.path)!)),
    ];
  });
  const rest = changes.slice(MOST_COMPARED).map(({ path, status }) => `  ${plainLine(path)}  ${status}`);
  if (rest.length > 0) {
    const shown = rest.slice(0, MOST_LISTED);
    const more = rest.length - shown.length;
    sections.push([...shown, ...(more > 0 ? [`  … and ${plural(more, 'more file')}`] : [])]);
  }
  for (const { path, mode } of plan.directories) {
    sections.push([`${plainLine(path)}  the directory is missing, and is made with mode ${octal(mode)}`]);
  }
  return sections.map((section) => `${inert(section.join('\n'))}\n\n`).join('');
}

/** `3 files to write, 1 to remove; 12 are as they should be.` */
export function totals({ writes, removes, unchanged }: Plan): string {
  const kept = unchanged.length === 0 ? '' : `; ${plural(unchanged.length, 'file')} as it should be`;
  return `${plural(writes.length, 'file')} to write, ${removes.length} to remove${kept}.`;
}

/** Which snapshots are put back, and what they do not hold. */
export function chosenText(manifests: readonly Manifest[], { unsaved, unplaced }: Chosen): string {
  const lines = manifests.map(({ id, at, host, commit, reason }) => {
    const about = [`of ${at.slice(0, 16).replace('T', ' ')} UTC`, `host ${host}`];
    if (commit !== null) about.push(`commit ${commit.slice(0, 12)}`);
    if (reason !== null) about.push(reason);
    return `Snapshot ${id}  ${plainLine(about.join(' · '))}`;
  });
  for (const { path, detail } of unsaved.slice(0, MOST_LISTED)) {
    lines.push(`Not in the snapshot, and left as it is: ${plainLine(`${path} (${detail})`)}`);
  }
  if (unplaced.length > 0) {
    lines.push(`Left out: ${plural(unplaced.length, 'file')} that the policy puts nowhere on hosts.`);
  }
  return `${lines.map(inert).join('\n')}\n\n`;
}

function facts(page: Page, write: Write, live: Live): string[] {
  const lines: string[] = [];
  const say = (label: string, text: string) => lines.push(...labelled(page, page.style.quiet, label, text));
  if (live.kind === 'file' && write.link === undefined && live.mode !== write.mode) {
    say('mode', `${octal(live.mode)} → ${octal(write.mode)}`);
  }
  if ('uid' in live && (live.uid !== write.uid || live.gid !== write.gid)) {
    say('owner', `${live.uid}:${live.gid} → ${write.uid}:${write.gid}`);
  }
  if (write.link !== undefined) say('link', `→ ${write.link}`);
  if (write.inPlace)
    say('mounted', 'The content is written over: whoever reads meanwhile sees a part of it.');
  return lines;
}

/** The sections of files are those of a decision; this one has only changes. */
export function nothingFound(changes: readonly ChangeSummary[]): Decision {
  return {
    version: 1,
    verdict: 'pass',
    base: 'live',
    head: 'snapshot',
    policy: '',
    failOn: 'error',
    warnOnly: false,
    counts: { errors: 0, warnings: 0, notices: 0, changed: changes.length, critical: changes.length },
    findings: [],
    changes: [...changes],
    notLookedAt: [],
  };
}
