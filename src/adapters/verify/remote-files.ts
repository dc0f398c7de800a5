import { decodePath, encodePath } from '../../model/path.ts';
import type { Lister } from '../store/walk.ts';
import { encodeArgument } from './script.ts';
import type { Session } from './session.ts';

/** What `lstat` says of a place; `ino` and times are compared only. */
export type State = {
  type: number;
  mode: number;
  uid: number;
  gid: number;
  size: number;
  rest: string;
  mtime: number;
};

export const REGULAR = 0x8000;
export const LINK = 0xa000;

/** Plain paths go to one call of a tool together, as many as no limit on arguments is near to. */
const BATCH = 200;
const BATCH_CHARACTERS = 48 << 10;
/** Bytes that are hashed between two signs of life. */
const BATCH_BYTES = 64 << 20;

export function argumentOf(path: string): string {
  return encodeArgument(encodePath(path));
}

/** What stands at a place, as the letter of the script. */
export async function kindAt(session: Session, path: string): Promise<string> {
  session.send(`T ${argumentOf(path)}\n`);
  return (await session.record()).toString('latin1');
}

/** Finds files as on this machine. A directory that was listed is not asked about again. */
export function remoteLister(session: Session): Lister {
  const kinds = new Map<string, string>();
  const listed = new Set<string>();
  return {
    async lstat(place) {
      const path = decodePath(place);
      const above = path.slice(0, Math.max(1, path.lastIndexOf('/')));
      const known = kinds.get(path) ?? (listed.has(above) && !path.endsWith('/.') ? 'n' : undefined);
      const kind = known ?? (await kindAt(session, path));
      kinds.set(path, kind);
      if (kind === 'x' || kind === 'n') throw fault(kind);
      return {
        isDirectory: () => kind === 'd',
        isFile: () => kind === 'f',
        isSymbolicLink: () => kind === 'l',
      };
    },
    async readdir(place) {
      const directory = decodePath(place);
      session.send(`L ${argumentOf(directory)}\n`);
      const entries: { name: Buffer; isDirectory(): boolean }[] = [];
      for (;;) {
        const record = await session.record();
        if (record.length === 0) break;
        const kind = String.fromCharCode(record[0]!);
        if (record.length === 1) throw fault(kind);
        const name = Buffer.from(record.subarray(1));
        kinds.set(`${directory === '/' ? '' : directory}/${decodePath(name)}`, kind);
        entries.push({ name, isDirectory: () => kind === 'd' });
      }
      listed.add(directory);
      return entries;
    },
  };
}

function fault(kind: string): NodeJS.ErrnoException {
  return Object.assign(new Error(kind), { code: kind === 'n' ? 'ENOENT' : 'EACCES' });
}

/** What stands at these places, as far as it can be known. */
export async function statesOf(session: Session, paths: readonly string[]): Promise<Map<string, State>> {
  const states = new Map<string, State>();
  for (const batch of batches(paths, () => 0)) session.send(linesOf('S', batch));
  for (const batch of batches(paths, () => 0)) await takeStates(session, batch, states);
  return states;
}

/** The digests of these files, and what stood there after they were read. */
export async function digestsOf(
  session: Session,
  paths: readonly string[],
  sizeOf: (path: string) => number,
): Promise<{ digests: Map<string, string>; states: Map<string, State> }> {
  const [digests, states] = [new Map<string, string>(), new Map<string, State>()];
  for (const batch of batches(paths, sizeOf)) session.send(linesOf('H', batch));
  for (const batch of batches(paths, sizeOf)) {
    for (const line of linesIn(await session.record())) {
      const found = /^([0-9a-f]{64}) (?:[ *](.*))?/s.exec(line);
      if (found !== null) digests.set(batch.plain ? found[2]! : batch.paths[0]!, found[1]!);
    }
    await takeStates(session, batch, states);
  }
  return { digests, states };
}

type Batch = { plain: boolean; paths: string[] };

function* batches(paths: readonly string[], sizeOf: (path: string) => number): Generator<Batch> {
  let batch: string[] = [];
  let [bytes, characters] = [0, 0];
  for (const path of paths) {
    if (argumentOf(path) !== path) {
      yield { plain: false, paths: [path] };
      continue;
    }
    batch.push(path);
    bytes += sizeOf(path);
    characters += path.length;
    if (batch.length < BATCH && bytes < BATCH_BYTES && characters < BATCH_CHARACTERS) continue;
    yield { plain: true, paths: batch };
    batch = [];
    [bytes, characters] = [0, 0];
  }
  if (batch.length > 0) yield { plain: true, paths: batch };
}

function linesOf(command: 'S' | 'H', { plain, paths }: Batch): string {
  return plain
    ? `${command}\n${paths.join('\n')}\n.\n`
    : `${command.toLowerCase()} ${argumentOf(paths[0]!)}\n`;
}

async function takeStates(session: Session, batch: Batch, states: Map<string, State>): Promise<void> {
  for (const line of linesIn(await session.record())) {
    const found = /^([0-9a-f]+) (\d+) (\d+) (\d+) (\d+) (-?\d+) (-?\d+)(?: (.*))?$/i.exec(line);
    if (found === null) continue;
    const raw = Number.parseInt(found[1]!, 16);
    const [uid, gid, size, , mtime] = found.slice(2, 7).map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    states.set(batch.plain ? found[8]! : batch.paths[0]!, {
      type: raw & 0xf000,
      mode: raw & 0o7777,
      uid,
      gid,
      size,
      mtime,
      rest: found.slice(1, 8).join(' '),
    });
  }
}

function linesIn(record: Buffer): string[] {
  return record
    .toString('latin1')
    .split('\n')
    .filter((line) => line !== '');
}
