import { joinName } from '../diff/keys.ts';
import type { DuplicateKey, ParsedDocument } from '../documents/document.ts';
import { segmentsOf } from '../model/pointer.ts';
import type { Check } from './check.ts';
import { keyAt } from './key-name.ts';

export const duplicateKey: Check = {
  id: 'duplicate-key',
  severity: 'error',
  uncritical: 'error',
  summary: 'A key stands twice in the same object',
  help: 'Parsers disagree about which of the two counts, most keep the last one silently: the first one, and everything below it, is switched off without a message. A second top-level key has disabled a production patch in this way. Duplicates that were there before are a notice.',
  configure:
    'There is no option. systemd units and Git configuration, where repeated keys are lists, are read as lists.',
  run({ before, after, selection }) {
    if (after?.kind !== 'parsed') return [];
    const old = new Set(before?.kind === 'parsed' ? before.duplicates.map(nameOf) : []);
    return after.duplicates.map((duplicate) => {
      const key = keyName(duplicate);
      const report = {
        place: duplicate.place,
        key,
        ...(selection.severity === undefined
          ? {}
          : { at: keyAt(after.values, duplicate.document, duplicate.key, selection) }),
        args: { firstLine: duplicate.first.line, ...document(after, duplicate) },
      };
      return old.has(nameOf(duplicate)) ? { severity: 'notice' as const, ...report } : report;
    });
  },
  message: (finding) => ({
    what: `${finding.key} stands twice in ${finding.path}; the first is on line ${Number(finding.args.firstLine)}.`,
    why: 'Most parsers silently keep the last one, so the first one is switched off.',
    fix: 'Merge the two, or delete the one that is not meant.',
  }),
};

function nameOf(duplicate: DuplicateKey): string {
  return `${duplicate.document}#${duplicate.key}`;
}

function keyName(duplicate: DuplicateKey): string {
  return segmentsOf(duplicate.key).reduce(joinName, '');
}

function document(file: ParsedDocument, duplicate: DuplicateKey): { document?: number } {
  return file.values.length > 1 ? { document: duplicate.document + 1 } : {};
}
