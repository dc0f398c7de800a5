import { identityOf } from '../checks/key-name.ts';
import type { Difference } from '../diff/difference.ts';
import { compareOpened, openAll } from '../diff/embedded.ts';
import type { Document, ParsedDocument } from '../documents/document.ts';
import { type EmbeddedReader, embeddedReader } from '../documents/embedded.ts';
import { isSensitiveKey } from '../findings/redact.ts';
import type { Problem } from '../model/problem.ts';
import type { Selection } from '../policy/policy.ts';
import type { Versions } from './read.ts';
import type { Selected } from './select.ts';

/**
 * The two versions, and what differs by key. `everything`: the versions with all embedded documents opened, where
 * the policy forbids values. `unread`: why some keys that the policy names may not have been seen.
 */
export type Compared = Versions & {
  difference: Difference | undefined;
  everything: Versions;
  unread: Problem[];
};

export function compareAll(
  selected: readonly Selected[],
  versions: readonly Versions[],
): Promise<Compared[]> {
  return Promise.all(
    selected.map(({ selection, change }, index) => compareVersions(versions[index]!, selection, change.path)),
  );
}

async function compareVersions(versions: Versions, selection: Selection, path: string): Promise<Compared> {
  const reader = embeddedReader();
  const compared = await opened(versions, selection, reader);
  const everything = selection.forbid === undefined ? versions : await openEach(versions, reader);
  const unread = reader.exhausted() && namesKeys(selection) ? [tooMuch(path)] : [];
  return { ...compared, everything, unread };
}

async function opened(
  versions: Versions,
  selection: Selection,
  reader: EmbeddedReader,
): Promise<Versions & { difference: Difference | undefined }> {
  const { before, after } = versions;
  if (before?.kind !== 'parsed' || after?.kind !== 'parsed') return { ...versions, difference: undefined };
  const found = await compareOpened({ before, after }, reader, identityOf(selection), isSensitiveKey);
  return {
    before: withOpened(before, found.before),
    after: withOpened(after, found.after),
    difference: found.difference,
  };
}

/** The values stay those of the file: schemas judge them, and other files are compared with them. */
function withOpened(document: ParsedDocument, found: ParsedDocument): ParsedDocument {
  return found === document ? document : { ...document, opened: found.values, place: found.place };
}

async function openEach(versions: Versions, reader: EmbeddedReader): Promise<Versions> {
  const open = async (document: Document | undefined): Promise<Document | undefined> =>
    document?.kind === 'parsed' ? openAll(document, reader, isSensitiveKey) : document;
  const [before, after] = [await open(versions.before), await open(versions.after)];
  return { ...(before && { before }), ...(after && { after }) };
}

function namesKeys({ protect, freeze, forbid, severity }: Selection): boolean {
  return protect.length + freeze.length > 0 || (forbid ?? severity) !== undefined;
}

function tooMuch(path: string): Problem {
  return {
    code: 'embedded-too-large',
    message: 'The documents inside of its text values are too large or too many to be read by key.',
    hint: 'Move them to files of their own, where they are compared as files.',
    path,
  };
}
