import type { Examined } from '../store/examine.ts';
import type { Retained } from '../store/retention.ts';
import { inert, plainLine } from './escape.ts';
import { plural } from './messages.ts';
import { jsonText } from './snapshots.ts';
import { columns, sizeText } from './table.ts';

const MOST_LISTED = 50;

/** What `check` has found in a store, damage first, the outcome last. */
export function checkText(found: Examined): string {
  const lines = found.damage
    .slice(0, MOST_LISTED)
    .flatMap(({ code, file, message, snapshots }) => [
      `${plainLine(file)}: ${plainLine(message)} (${code})`,
      ...(snapshots.length === 0
        ? []
        : [`  needed by ${plural(snapshots.length, 'snapshot')}: ${some(snapshots)}`]),
    ]);
  const more = found.damage.length - MOST_LISTED;
  if (more > 0) lines.push(`… and ${plural(more, 'more file')}; --format json lists them all`);
  const { unused, strangers } = found;
  if (unused.objects > 0) {
    lines.push(
      `${plural(unused.objects, 'object')} (${sizeText(unused.bytes)}) that no snapshot needs; prune removes them`,
    );
  }
  if (strangers.length > 0) lines.push(`no part of the store: ${some(strangers.map(plainLine))}`);
  lines.push(
    `${plural(found.snapshots, 'snapshot')}, ${plural(found.objects, 'object')}, ${sizeText(found.bytes)} read`,
    found.damage.length === 0 ? 'no errors were found' : `${plural(found.damage.length, 'error')} found`,
  );
  return inert(`${lines.join('\n')}\n`);
}

export function checkJson({ damage, snapshots, objects, bytes, unused, strangers }: Examined): string {
  return jsonText({ version: 1, errors: damage, snapshots, objects, bytes, unused, strangers });
}

/** What `prune` has removed, or would remove. */
export type PruneDone = { snapshots: readonly Retained[]; objects: number; bytes: number; dryRun: boolean };

export function pruneText({ snapshots, objects, bytes, dryRun }: PruneDone): string {
  const kept = snapshots.filter(({ reasons }) => reasons.length > 0);
  const removed = snapshots.filter(({ reasons }) => reasons.length === 0);
  const rowOf = ({ snapshot, reasons }: Retained) => [
    snapshot.id,
    snapshot.at.slice(0, 10),
    snapshot.host,
    snapshot.environment ?? '',
    reasons.join(', '),
  ];
  const titles = ['ID', 'Day', 'Host', 'Environment', 'Kept as'];
  const would = dryRun ? 'would remove' : 'removed';
  const lines = [
    `keep ${plural(kept.length, 'snapshot')}`,
    ...(kept.length === 0 ? [] : columns(titles, kept.map(rowOf))),
    '',
    `${dryRun ? 'would remove' : 'remove'} ${plural(removed.length, 'snapshot')}`,
    ...(removed.length === 0 ? [] : columns(titles, removed.map(rowOf))),
    '',
    `${would} ${plural(objects, 'object')}, ${sizeText(bytes)}`,
  ];
  return inert(`${lines.join('\n')}\n`);
}

export function pruneJson({ snapshots, objects, bytes, dryRun }: PruneDone): string {
  return jsonText({
    version: 1,
    dryRun,
    keep: snapshots
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ snapshot, reasons }) => ({ id: snapshot.id, reasons })),
    remove: snapshots.filter(({ reasons }) => reasons.length === 0).map(({ snapshot }) => snapshot.id),
    objects,
    bytes,
  });
}

function some(texts: readonly string[]): string {
  return `${texts.slice(0, 3).join(', ')}${texts.length > 3 ? ', …' : ''}`;
}
