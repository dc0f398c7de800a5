import { octal } from '../model/text.ts';
import { type Manifest, UNSAVED, type UnsavedFile } from '../store/manifest.ts';
import type { Outline } from '../store/outline.ts';
import type { StoredVerdict } from '../store/verdicts.ts';
import { inert, plainLine, visibleJson } from './escape.ts';
import { plural } from './messages.ts';
import { columns, sizeText } from './table.ts';

/** Data for programs: the same input gives the same bytes, and nothing in it is invisible. */
export function jsonText(value: object): string {
  return `${visibleJson(JSON.stringify(value, undefined, 2))}\n`;
}

/** What a backup has done. */
export type BackupDone = {
  manifest: Manifest;
  /** The absolute path of the manifest's file. */
  file: string;
  added: { objects: number; bytes: number };
  /** What the policy names that is no file of a host. */
  elsewhere: string[];
};

export function backupText({ manifest, file, added, elsewhere }: BackupDone): string {
  const { id, files, absent, unsaved } = manifest;
  const lines = [
    `snapshot ${id} saved${unsaved.length === 0 ? '' : ', INCOMPLETE'}`,
    `  ${plural(files.length, 'file')}, ${sizeText(sizeOf(manifest))}, of ${originOf(manifest)}${absent.length === 0 ? '' : `; ${absent.length} absent`}`,
    `  added to the store: ${plural(added.objects, 'object')}, ${sizeText(added.bytes)}`,
    `  manifest: ${plainLine(file)}`,
    ...encryptedLines(manifest),
    ...unsavedLines(unsaved),
    ...elsewhere.map((glob) => `  not looked at: ${plainLine(glob)} is no file of a host`),
  ];
  return inert(`${lines.join('\n')}\n`);
}

export function backupJson({ manifest, file, added, elsewhere }: BackupDone): string {
  const { id, parent, at, host, environment, commit, source, files, absent, unsaved } = manifest;
  return jsonText({
    version: 1,
    id,
    manifest: file,
    complete: unsaved.length === 0,
    parent,
    at,
    host,
    environment,
    commit,
    source,
    files: files.length,
    bytes: sizeOf(manifest),
    added: { objects: added.objects, bytes: added.bytes },
    encrypted: encryptedOf(manifest),
    recipients: manifest.recipients ?? [],
    absent: absent.map(({ path }) => path),
    unsaved,
    elsewhere,
  });
}

export function listText(
  snapshots: readonly Outline[],
  verdicts: ReadonlyMap<string, StoredVerdict>,
): string {
  const rows = snapshots.map((outline) => [
    outline.id,
    timeText(outline.at),
    outline.host,
    outline.environment ?? '',
    namedServices(outline).join(', '),
    String(outline.files),
    sizeText(outline.bytes),
    stateOf(outline, verdicts.get(outline.id)),
    outline.reason ?? '',
  ]);
  const titles = ['ID', 'Time (UTC)', 'Host', 'Environment', 'Services', 'Files', 'Size', 'State', 'Reason'];
  const table = rows.length === 0 ? [] : columns(titles, rows);
  return inert(`${[...table, plural(snapshots.length, 'snapshot')].join('\n')}\n`);
}

export function listJson(
  snapshots: readonly Outline[],
  verdicts: ReadonlyMap<string, StoredVerdict>,
): string {
  return jsonText({
    version: 1,
    snapshots: snapshots.map((outline) => ({
      ...outline,
      services: namedServices(outline),
      verdict: verdicts.get(outline.id)?.verdict ?? null,
    })),
  });
}

/** @param verdicts all about this snapshot, oldest first. */
export function showText(manifest: Manifest, verdicts: readonly StoredVerdict[]): string {
  const { id, parent, at, commit, deploymentId, reason, files, absent, unsaved } = manifest;
  const facts: [string, string | null][] = [
    ['of', originOf(manifest)],
    ['time', `${timeText(at)} UTC`],
    ['commit', commit],
    ['deployment', deploymentId],
    ['reason', reason],
    ['parent', parent],
    ...(manifest.recipients ?? []).map((recipient): [string, string] => ['encrypted', `for ${recipient}`]),
    ...verdicts.map((verdict): [string, string] => ['verdict', verdictText(verdict)]),
  ];
  const rows = files.map(({ path, service, size, mode, uid, gid, mtime, link, stored }) => [
    octal(mode),
    uid === null ? '' : `${uid}:${gid}`,
    sizeText(size),
    mtime === null ? '' : timeText(mtime),
    service ?? '',
    link === null ? `${path}${stored === undefined ? '' : ' (encrypted)'}` : `${path} -> ${link}`,
  ]);
  const lines = [
    `snapshot ${id}${unsaved.length === 0 ? '' : ', INCOMPLETE'}`,
    ...facts.flatMap(([name, value]) => (value === null ? [] : [`  ${name.padEnd(10)} ${plainLine(value)}`])),
    '',
    ...(rows.length === 0
      ? []
      : columns(['Mode', 'Owner', 'Size', 'Modified (UTC)', 'Service', 'Path'], rows)),
    ...absent.map(({ path }) => `absent: ${plainLine(path)}`),
    ...unsavedLines(unsaved),
  ];
  return inert(`${lines.join('\n')}\n`);
}

export function showJson(manifest: Manifest, verdicts: readonly StoredVerdict[]): string {
  return jsonText({ version: 1, ...manifest, verdicts });
}

function encryptedOf({ files }: Manifest): number {
  return files.filter(({ stored }) => stored !== undefined).length;
}

function encryptedLines(manifest: Manifest): string[] {
  const { recipients } = manifest;
  if (recipients === undefined) return [];
  return [
    `  encrypted: ${plural(encryptedOf(manifest), 'file')}, for ${plural(recipients.length, 'recipient')}`,
  ];
}

function unsavedLines(unsaved: readonly UnsavedFile[]): string[] {
  if (unsaved.length === 0) return [];
  const lines = unsaved.map(({ path, reason, detail }) => {
    const why = detail === '' || detail === reason ? '' : ` (${detail})`;
    return `  ${plainLine(path)}: ${UNSAVED[reason]}${plainLine(why)}`;
  });
  return [
    `  ${plural(unsaved.length, 'critical file')} could not be saved:`,
    ...lines.map((line) => `  ${line}`),
  ];
}

function originOf({ source, host, environment, commit }: Manifest): string {
  const where = environment === null ? host : `${host} (${environment})`;
  return source === 'commit' ? `commit ${(commit ?? '').slice(0, 10)}` : where;
}

function namedServices({ services }: Outline): string[] {
  return services.filter((service) => service !== null).sort();
}

/** `good`, `bad`, `incomplete`; nothing for a snapshot about which nobody has said anything. */
function stateOf({ complete }: Outline, verdict: StoredVerdict | undefined): string {
  return [...(complete ? [] : ['incomplete']), ...(verdict ? [verdict.verdict] : [])].join(', ');
}

export function verdictText({ verdict, by, at, reason }: StoredVerdict): string {
  return `${verdict}, by ${by === 'person' ? 'a person' : 'probes'}, ${timeText(at)} UTC${reason === null ? '' : `: ${reason}`}`;
}

function sizeOf({ files }: Manifest): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** `2026-01-31 12:00:00` of `2026-01-31T12:00:00.000Z`. */
function timeText(moment: string): string {
  return moment.slice(0, 19).replace('T', ' ');
}
