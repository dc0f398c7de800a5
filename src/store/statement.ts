import { encodePath } from '../model/path.ts';
import { ok, type Result } from '../model/problem.ts';
import {
  commitId,
  count,
  digest,
  type Field,
  flag,
  like,
  listOf,
  mapOf,
  moment,
  oneOf,
  optional,
  orNull,
  place,
  record,
  text,
  ulid,
} from './fields.ts';
import { type Manifest, type SavedDirectory, type SavedFile, UNSAVED } from './manifest.ts';
import { seal, sha256, unsealAs } from './seal.ts';

/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const STATEMENT = 'https://in-toto.io/Statement/v1';
const PREDICATE = 'urn:holdfast:snapshot:v1';

const service = orNull(text);
const mode = like(/^0[0-7]{4}$/, 'mode such as 00644');

const shape = record({
  _type: oneOf([STATEMENT]),
  subject: listOf(record({ name: place, digest: record({ sha256: digest }) })),
  predicateType: oneOf([PREDICATE]),
  predicate: record({
    id: ulid,
    parent: orNull(ulid),
    at: moment,
    environment: orNull(text),
    host: text,
    commit: orNull(commitId),
    deploymentId: orNull(text),
    reason: orNull(text),
    source: oneOf(['live', 'commit']),
    onlyService: service,
    scope: listOf(
      record({
        files: listOf(text),
        live: listOf(text),
        service,
        sensitive: optional(listOf(text)),
        identity: optional(mapOf(text)),
      }),
    ),
    recipients: optional(listOf(text)),
    files: listOf(
      record({
        path: place,
        service,
        size: count,
        mode,
        uid: orNull(count),
        gid: orNull(count),
        mtime: orNull(moment),
        link: orNull(text),
        sensitive: flag,
        stored: optional(record({ sha256: digest, size: count })),
      }),
    ),
    directories: optional(listOf(record({ path: place, mode, uid: count, gid: count }))),
    absent: listOf(record({ path: place, service })),
    unsaved: listOf(record({ path: place, service, reason: oneOf(Object.keys(UNSAVED)), detail: text })),
  }),
});

type SubjectJson = { name: string; digest: { sha256: string } };
type FileJson = Omit<SavedFile, 'sha256' | 'mode'> & { mode: string };
type DirectoryJson = Omit<SavedDirectory, 'mode'> & { mode: string };
type StatementJson = {
  subject: SubjectJson[];
  predicate: Omit<Manifest, 'files' | 'directories'> & { files: FileJson[]; directories?: DirectoryJson[] };
};

/** The manifest as the bytes of its file: a sealed in-toto statement, one per snapshot. */
export function writeManifest(manifest: Manifest): Uint8Array {
  const { files, absent, unsaved, directories, ...head } = manifest;
  return seal({
    _type: STATEMENT,
    subject: files.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
    predicateType: PREDICATE,
    predicate: {
      ...head,
      files: files.map(({ path, service, size, mode, uid, gid, mtime, link, sensitive, stored }) => ({
        path,
        service,
        size,
        mode: modeText(mode),
        uid,
        gid,
        mtime,
        link,
        sensitive,
        ...(stored && { stored }),
      })),
      ...(directories && {
        directories: directories.map((each) => ({ ...each, mode: modeText(each.mode) })),
      }),
      absent,
      unsaved,
    },
  });
}

/** Reads what `writeManifest` wrote. Problems: `damaged`, `manifest-invalid`; nothing is guessed or left out. */
export function readManifest(bytes: Uint8Array): Result<Manifest> {
  const whole: Field = (value) => shape(value) ?? disagreement(value as unknown as StatementJson);
  const opened = unsealAs<StatementJson>(bytes, whole, 'manifest', 'manifest');
  if (!opened.ok) return opened;
  const { subject, predicate } = opened.value;
  const { files, directories, ...head } = predicate;
  return ok({
    ...head,
    files: files.map((file, index) => ({
      ...file,
      sha256: subject[index]!.digest.sha256,
      mode: Number.parseInt(file.mode, 8),
    })),
    ...(directories && {
      directories: directories.map((each) => ({ ...each, mode: Number.parseInt(each.mode, 8) })),
    }),
  });
}

function modeText(mode: number): string {
  return mode.toString(8).padStart(5, '0');
}

/** What is wrong between fields that are each right. */
function disagreement({ subject, predicate }: StatementJson): string | undefined {
  const { files, absent, unsaved, directories = [] } = predicate;
  if (subject.length !== files.length) return 'subject and files have different lengths';
  const odd = files.findIndex((file, index) => subject[index]!.name !== file.path);
  if (odd !== -1) return `subject[${odd}] and files[${odd}] name different files`;
  const link = files.findIndex(
    (file, index) => file.link !== null && sha256(encodePath(file.link)) !== subject[index]!.digest.sha256,
  );
  if (link !== -1) return `files[${link}].link is not what its digest says`;
  const sealed = files.findIndex((file) => file.link !== null && file.stored !== undefined);
  if (sealed !== -1) return `files[${sealed}] is a link, and encrypted`;
  for (const list of [files, absent, unsaved, directories] as { path: string }[][]) {
    const at = list.findIndex((file, index) => index > 0 && list[index - 1]!.path >= file.path);
    if (at !== -1) return `${list[at]!.path} stands twice or out of order`;
  }
  return overlap(predicate);
}

/** A path is in one list only, and none that was saved stands below another one that was. */
function overlap({ files, absent, unsaved, directories }: StatementJson['predicate']): string | undefined {
  const saved = new Set(files.map(({ path }) => path));
  const other = [...absent, ...unsaved].find(({ path }) => saved.has(path));
  if (other !== undefined) return `${other.path} is saved and is not`;
  const file = (directories ?? []).find(({ path }) => saved.has(path));
  if (file !== undefined) return `${file.path} is a directory and a file`;
  for (const { path } of files) {
    for (let slash = path.indexOf('/', 1); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      if (saved.has(path.slice(0, slash))) return `${path} stands below a file`;
    }
  }
  return undefined;
}
