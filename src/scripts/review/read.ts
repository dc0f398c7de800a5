import { isUtf16 } from '../../documents/decode.ts';
import type { NotLookedAt } from '../../findings/finding.ts';
import type { Path } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import { byPath } from '../../model/text.ts';
import type { Blob, Entry, Snapshot } from '../../snapshots/snapshot.ts';
import { readBlobs } from '../../subjects/read.ts';
import { type Analysis, analyseScript } from '../analyse.ts';
import { isScript, looksLikeScript } from '../sources/index.ts';
import { type Candidate, isFile } from './candidates.ts';
import { type NoText, tooFar, tooMany, unreadFile, unreadParts } from './unread.ts';

/** A file that was read as a script; `asked` as for its candidate. */
export type Script = { path: Path; text: string; analysis: Analysis; asked: boolean };

/**
 * What was read of one side, sorted by path.
 * @property used texts of the files that the scripts source or run and that are no candidates themselves.
 * @property beyond there were more candidates than are read.
 */
export type ReadScripts = {
  scripts: Script[];
  used: ReadonlyMap<Path, string>;
  unread: NotLookedAt[];
  beyond: NotLookedAt[];
};

/** How far the files are followed that a script sources or runs: a script, its library, the library's own. */
const MOST_ROUNDS = 4;
/** Bytes; no person writes a longer script. */
const LARGEST = 4 * 1024 * 1024;
/** Scripts of one side that are read. */
const MOST_SCRIPTS = 1_000;
const lenient = new TextDecoder('utf-8');
/** Files that are read at a time. */
const GROUP = 64;

/**
 * Reads and analyses scripts, with the files of the same side that they source or run. Candidates that turn out to
 * be no scripts are left out.
 */
export async function readScripts(
  snapshot: Snapshot,
  candidates: readonly Candidate[],
): Promise<Result<ReadScripts>> {
  const { files, asked, unread, beyond } = await readFiles(snapshot, candidates);
  const analysed = await analyseAll(snapshot, files, [...asked.keys()]);
  if (!analysed.ok) return analysed;
  const { analyses, cut } = analysed.value;
  const scripts: Script[] = [];
  for (const [path, analysis] of analyses) {
    const script = { path, text: files.get(path)!, analysis, asked: asked.get(path)! };
    scripts.push(script);
    unread.push(...unreadParts(path, analysis, script.asked));
    if (cut.has(path)) unread.push(tooFar(path, script.asked));
  }
  const used = new Map([...files].filter(([path]) => !asked.has(path)));
  return ok({ scripts: scripts.sort(byPath), used, unread: unread.sort(byPath), beyond });
}

type Files = Pick<ReadScripts, 'unread' | 'beyond'> & {
  files: Map<Path, string>;
  asked: Map<Path, boolean>;
};

/** The texts of the candidates that may be scripts by their name or their first line. */
async function readFiles(snapshot: Snapshot, candidates: readonly Candidate[]): Promise<Files> {
  const read: Files = { files: new Map(), asked: new Map(), unread: [], beyond: [] };
  const sorted = candidates.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || byPath(one.entry, other.entry),
  );
  for (let start = 0; start < sorted.length; start += GROUP) {
    const group = sorted.slice(start, start + GROUP);
    const blobs = await readBlobs(
      snapshot,
      group.map(({ entry }) => entry),
    );
    for (const [index, { entry, asked }] of group.entries()) {
      const { path } = entry;
      if (read.files.size === MOST_SCRIPTS) {
        read.beyond.push(tooMany(path, MOST_SCRIPTS, asked));
        return read;
      }
      const text = toText(blobs[index]!);
      if (typeof text !== 'string') {
        if (asked || isScript(path)) read.unread.push(unreadFile(path, text.reason, asked));
      } else if (looksLikeScript(path, text)) {
        read.files.set(path, text);
        read.asked.set(path, asked);
      }
    }
  }
  return read;
}

type Analysed = { analyses: Map<Path, Analysis>; cut: Set<Path> };

/**
 * Analyses the scripts, reads what they use into `files`, and analyses those again, until nothing new is used.
 * `cut`: those for which that would have gone on.
 */
async function analyseAll(
  snapshot: Snapshot,
  files: Map<Path, string>,
  paths: readonly Path[],
): Promise<Result<Analysed>> {
  const analyses = new Map<Path, Analysis>();
  const tried = new Set(files.keys());
  let again = paths;
  for (let round = 0; ; round++) {
    for (const path of again) {
      const analysis = analyseScript(path, files.get(path)!, files);
      if (analysis !== undefined) analyses.set(path, analysis);
    }
    const isNew = (path: Path) => !tried.has(path);
    const fresh = [...new Set([...analyses.values()].flatMap(({ uses }) => uses.filter(isNew)))];
    if (fresh.length === 0) return ok({ analyses, cut: new Set() });
    const using = (some: ReadonlySet<Path>) => (path: Path) =>
      analyses.get(path)?.uses.some((use) => some.has(use)) === true;
    if (round === MOST_ROUNDS) return ok({ analyses, cut: new Set(paths.filter(using(new Set(fresh)))) });
    const entries: Entry[] = [];
    for (const path of fresh) {
      tried.add(path);
      const entry = await snapshot.entry(path);
      if (!entry.ok) return entry;
      if (entry.value !== undefined && isFile(entry.value)) entries.push(entry.value);
    }
    const blobs = await readBlobs(snapshot, entries);
    const loaded = new Set<Path>();
    for (const [index, { path }] of entries.entries()) {
      const text = toText(blobs[index]!);
      if (typeof text !== 'string') continue;
      files.set(path, text);
      loaded.add(path);
    }
    again = paths.filter(using(loaded));
  }
}

/** A comment in Latin-1 is no reason not to read a script: what is not UTF-8 is replaced. */
function toText(blob: Blob): string | { reason: NoText } {
  if ('refused' in blob) return { reason: blob.refused === 'too-large' ? 'too-large' : 'missing' };
  if (blob.bytes.length > LARGEST) return { reason: 'too-large' };
  return isUtf16(blob.bytes) ? { reason: 'encoding' } : lenient.decode(blob.bytes);
}

/** What somebody asked for comes first, then what its name calls a script. */
function rankOf({ entry, asked }: Candidate): number {
  return (asked ? 0 : 2) + (isScript(entry.path) ? 0 : 1);
}
