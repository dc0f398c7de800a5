import type { Write } from '../commands/command.ts';
import type { Aggravator, Content, Effect, Guard, Host, Op, Target } from '../effect.ts';
import { confidenceOf, locate, nameOf, parentOf } from '../location.ts';
import { literalOf, shown, type Text } from '../text.ts';
import { MOST_EFFECTS } from './budget.ts';
import { note } from './notes.ts';
import { backupKey, distinctTexts, type Run, type Site } from './state.ts';

/** A write, and what only the shell around it knows. */
export type Recorded = Write & {
  command: string;
  page: string;
  /** Locations of the files that the pipeline has read before. */
  reads: readonly Text[];
  content?: Content;
};

/** What can be written to without a file having changed. */
const NO_FILE = /^\/(dev|proc|sys)\/|^&?\d+$|^-$/;
const LOOKS_SAVED =
  /bak|backup|orig|save|old|prev|snapshot|archive|previous|\.\d+$|~$|%F|<date|<.*(time|stamp|now)/i;
const REMOTE_HOME: Text = [{ name: 'HOME', is: 'value' }];

/** Turns a write into an effect at this point of the script. */
export function record(run: Run, site: Site, write: Recorded): void {
  const { machine, state, frame } = run;
  const host = write.host ?? state.host;
  const paths = locationsOf(run, write.targets, write.is, write.host);
  const targets = paths
    .filter((path) => !NO_FILE.test(shown(path)))
    .map((path): Target => ({ path, confidence: confidenceOf(path), tree: write.tree }));
  if (targets.length === 0 || !mayRecord(run, site)) return;
  const made = write.op === 'truncate' || write.op === 'append' ? write.reads : [];
  const sources = distinctTexts([...locationsOf(run, write.sources, 'path', undefined), ...made]);
  const backup = backupOf(run, host, write, targets);
  const guards =
    write.keeps?.kind === 'missing' ? [...state.guards, ...notOver(targets, write.keeps.text)] : state.guards;
  const effect: Effect = {
    script: frame.script,
    place: frame.place(site.pos),
    endLine: frame.place(Math.max(site.pos, site.end - 1)).line,
    command: write.command,
    text: site.text,
    op: write.op,
    targets,
    sources,
    host,
    surroundings: state.surroundings,
    guards,
    via: state.via,
    aggravators: aggravatorsOf(run, write, targets),
    readsTarget:
      write.op === 'truncate' &&
      targets.some(({ path }) => write.reads.some((read) => shown(read) === shown(path))),
    rule: write.rule,
    page: write.page,
    safer: write.safer,
    ...(backup && { backup }),
    ...(write.content && { content: write.content }),
  };
  const key = JSON.stringify([
    frame.script,
    effect.place,
    effect.endLine,
    effect.command,
    effect.op,
    host,
    targets,
    sources,
    guards,
    backup ?? null,
  ]);
  if (!machine.recorded.has(key)) machine.effects.push(effect);
  machine.recorded.add(key);
  remember(run, host, effect);
}

/** The locations that paths of a command may mean here. */
export function locationsOf(
  run: Run,
  paths: readonly Text[],
  is: 'path' | 'name',
  elsewhere: Host | undefined,
): Text[] {
  if (is === 'name') return [...paths];
  const directories =
    elsewhere === undefined || elsewhere.kind === 'local' ? run.state.directories : [startOf(elsewhere)];
  return distinctTexts(paths.flatMap((path) => directories.map((directory) => locate(directory, path))));
}

/** The directory in which paths on another host begin. */
export function startOf(host: Host): Text {
  return host.kind === 'container' ? ['/'] : REMOTE_HOME;
}

function notOver(targets: readonly Target[], text: string): Guard[] {
  return targets.map(({ path }) => ({ kind: 'missing', path, text }));
}

function mayRecord(run: Run, site: Site): boolean {
  const { machine } = run;
  if (machine.effects.length < MOST_EFFECTS) return true;
  if (machine.steps > 0) {
    note(run, 'limit', site.pos, `more than ${MOST_EFFECTS} effects`);
    machine.steps = 0;
  }
  return false;
}

/** The same script has copied every target away before, it or a directory above it. */
function backupOf(
  { machine }: Run,
  host: Host,
  write: Recorded,
  targets: readonly Target[],
): Effect['backup'] {
  if (write.keeps?.kind === 'backup') return { line: 0, text: write.keeps.text };
  const found = targets.map(({ path }) => savedAt(machine.backups, host, path));
  return found.every((backup) => backup !== undefined) ? found[0] : undefined;
}

function savedAt(
  backups: ReadonlyMap<string, { line: number; text: string }>,
  host: Host,
  path: Text,
): { line: number; text: string } | undefined {
  const known = backups.get(backupKey(host, path));
  if (known !== undefined) return known;
  for (let above = parentOf(path); above.length > 0; above = parentOf(above)) {
    const tree = backups.get(`${backupKey(host, above)}/**`);
    if (tree !== undefined) return tree;
    if (shown(above) === shown(parentOf(above))) break;
  }
  return undefined;
}

const COPYING: ReadonlySet<Op> = new Set(['replace', 'replace-tree', 'mirror-tree', 'truncate']);

/** A file that is copied to a name like `x.bak`, or into a directory of backups, is saved from now on. */
function remember({ machine, state }: Run, host: Host, effect: Effect): void {
  if (!COPYING.has(effect.op)) return;
  for (const source of effect.sources) {
    const kept = effect.targets.some(({ path }) => isBackup(path, source));
    if (!kept) continue;
    const from = host.kind === state.host.kind ? host : state.host;
    const note = { line: effect.place.line, text: effect.text };
    machine.backups.set(backupKey(from, source), note);
    machine.backups.set(`${backupKey(from, source)}/**`, note);
  }
}

function isBackup(path: Text, source: Text): boolean {
  const [target, from] = [shown(path), shown(source)];
  if (target === from) return false;
  const name = literalOf(nameOf(source)) ?? shown(nameOf(source));
  const beside = target.startsWith(from) && target.length > from.length;
  const temporary =
    path.some((part) => typeof part !== 'string' && part.is === 'temporary') ||
    /^\/(var\/)?tmp\//.test(target);
  return (
    beside ||
    (name !== '' && target.includes(name) && (LOOKS_SAVED.test(target.replace(name, '')) || temporary)) ||
    LOOKS_SAVED.test(target.replace(from, ''))
  );
}

function aggravatorsOf({ state }: Run, write: Recorded, targets: readonly Target[]): Aggravator[] {
  const relative = targets.some(({ path }) => typeof path[0] === 'string' && !path[0].startsWith('/'));
  return [
    ...(state.options.errexit || state.options.tolerant ? [] : (['no-errexit'] as const)),
    ...(state.piped && !state.options.pipefail && write.op === 'truncate' ? (['no-pipefail'] as const) : []),
    ...(state.uncheckedCd && relative ? (['unchecked-cd'] as const) : []),
    ...(write.op === 'truncate' ? (['not-atomic'] as const) : []),
    ...(write.aggravators ?? []),
  ];
}
