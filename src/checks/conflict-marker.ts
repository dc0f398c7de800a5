import { textOf } from '../documents/document.ts';
import { conflictMarkers } from '../documents/markers.ts';
import { count } from '../model/text.ts';
import type { Check } from './check.ts';
import { orPutBack } from './words.ts';

export const conflictMarker: Check = {
  id: 'conflict-marker',
  severity: 'error',
  uncritical: 'error',
  folds: [
    'syntax-error',
    'duplicate-key',
    'file-replaced',
    'mass-comment',
    'schema-violation',
    'rule-violation',
    'key-removed',
  ],
  summary: 'A file holds the markers of an unresolved merge',
  help: 'Lines such as `<<<<<<< HEAD` were committed. Nobody means them, and they are rare. They are reported whether or not the file could be parsed before; markers that stood there already are a warning.',
  configure: 'There is no option.',
  run({ before, after }) {
    const text = textOf(after);
    if (text === undefined) return [];
    const markers = conflictMarkers(text);
    if (markers.length === 0) return [];
    const old = conflictMarkers(textOf(before) ?? '').length;
    const args = { conflicts: markers.length, ...(before === undefined ? { added: true } : {}) };
    return [
      markers.length > old ? { place: markers[0], args } : { severity: 'warning', place: markers[0], args },
    ];
  },
  message: (finding, base) => ({
    what: `${finding.path} holds ${count(Number(finding.args.conflicts), 'unresolved merge conflict')}.`,
    why: 'Both versions stand in the file at once; most programs refuse it, some read the second one.',
    fix: `Choose one version and delete the markers${orPutBack(finding, base)}.`,
  }),
};
