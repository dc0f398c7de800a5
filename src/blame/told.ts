import type { Finding } from '../findings/finding.ts';
import { byPath } from '../reports/group.ts';
import { plural } from '../reports/messages.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import type { Blame, Candidate, End, Looked } from './candidate.ts';
import type { Reason } from './rank.ts';

const MOST_WORDS = 6;

export const NO_CANDIDATE = 'Nothing that was looked at can be the cause. That is no all-clear.';

/** What was asked: `Holdfast blame auth  v41 (…) → HEAD (…)`. */
export function headText({ service, since, until }: Blame): string {
  return `Holdfast blame ${service ?? 'all critical files'}  ${endText(since)} → ${endText(until)}`;
}

/** One end of the range with its commit, where its name does not say it, and its time. */
export function endText({ id, at, name }: End): string {
  const short =
    id !== null && /^[0-9a-f]{40,64}$/.test(id) && !id.startsWith(name) ? `${id.slice(0, 12)}, ` : '';
  return `${name} (${short}${at.slice(0, 16).replace('T', ' ')} UTC)`;
}

/** Who wrote it; of a merge, who wrote what it brought. */
export function whoText({ author, inner, kind }: Candidate): string {
  if (kind === 'host') return 'not known: seen in a backup';
  const others = [...new Set(inner.map((commit) => commit.author))].filter((name) => name !== author);
  return others.length === 0 ? (author ?? '') : `${others.join(', ')}; merged by ${author}`;
}

/** What it is called: `commit b326e38aa577 · pull request #412`. */
export function nameText({ kind, id, pull, inner }: Candidate): string {
  if (kind === 'host') return `snapshot ${id}`;
  const parts = [`commit ${id.slice(0, 12)}`];
  if (pull !== null) parts.push(`pull request #${pull}`);
  if (inner.length > 0) parts.push(`with ${inner.map((commit) => commit.id.slice(0, 12)).join(', ')}`);
  return parts.join(' · ');
}

const TOUCH = {
  own: 'files of the service',
  related: 'its schemas, scripts or policy',
  critical: 'critical files of others',
  other: 'other configuration',
} as const;

const DAMAGE = {
  broken: 'error: broken file',
  forbidden: 'error: forbidden by its owner',
  foreign: 'error: foreign content',
} as const;

/** Why it stands where it stands, the heaviest reason first. What an error is about says that it is one. */
export function whyText({ reasons }: Pick<Candidate, 'reasons'>): string {
  const isTold = reasons.some(({ kind }) => kind === 'damage');
  return reasons
    .filter(({ kind }) => kind !== 'severity' || !isTold)
    .flatMap(reasonText)
    .join(' · ');
}

/** One reason in a few words; nothing for what is too little to tell. */
export function reasonText(reason: Reason): string[] {
  switch (reason.kind) {
    case 'touch':
      return [TOUCH[reason.touch]];
    case 'outside-plan':
      return ['content that no commit of the deployment has'];
    case 'severity':
      return [`the check says ${reason.severity}`];
    case 'damage':
      return [DAMAGE[reason.damage]];
    case 'repaired':
      return ['repaired since, in part or whole'];
    case 'announced':
      return ['its message says so'];
    case 'lost':
      return reason.share < 0.05 ? [] : [`${Math.round(reason.share * 100)}% lost`];
    case 'symptom':
      return [`symptom: ${reason.words.slice(0, MOST_WORDS).join(', ')}`];
    case 'undone':
      return [reason.holds === 0 ? 'undone since' : `${Math.round(reason.holds * 100)}% of it still holds`];
    case 'put-back':
      return ['it put back what had stood there before a failure'];
    case 'latest':
      return ['the latest change of these files'];
    case 'time':
      return [ageText(reason.age)];
  }
}

function ageText(ms: number): string {
  const hours = Math.max(0, ms) / 3_600_000;
  if (hours < 1) return 'within the last hour';
  return hours < 48 ? `${Math.round(hours)} h before` : `${Math.round(hours / 24)} days before`;
}

/** Orders files by the worst that the check says about them. */
export function byWorst(findings: readonly Finding[]): (one: ChangeSummary, other: ChangeSummary) => number {
  const order = [...byPath(findings).keys()];
  const place = ({ path }: ChangeSummary) => {
    const index = order.indexOf(path);
    return index === -1 ? order.length : index;
  };
  return (one, other) => place(one) - place(other);
}

/** How many steps were looked at, by how near they come to the service. */
export function lookedText(looked: Looked): string {
  const parts = [
    `${looked.own} touch the service`,
    `${looked.related} its schemas, scripts or policy`,
    `${looked.critical} other critical files`,
    `${looked.other} other configuration`,
    `${looked.none} no configuration`,
  ];
  const hosts = looked.snapshots === 0 ? '' : `, and ${plural(looked.snapshots, 'change')} between backups`;
  return `Looked at ${plural(looked.steps, 'commit')}${hosts}: ${parts.join(', ')}.`;
}
