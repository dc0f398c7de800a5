import { booleanInverted } from './boolean-inverted.ts';
import { commentedOut } from './commented-out.ts';
import { duplicateKey } from './duplicate-key.ts';
import { emptied } from './emptied.ts';
import { keyDeleted } from './key-deleted.ts';
import { keyTypo } from './key-typo.ts';
import { listEmptied } from './list-emptied.ts';
import { mergeMarkers } from './merge-markers.ts';
import { numberTypo } from './number-typo.ts';
import type { Operator } from './operator.ts';
import { otherEnvironment } from './other-environment.ts';
import { otherFile } from './other-file.ts';
import { sameKind } from './same-kind.ts';
import { sample } from './sample.ts';
import { sectionLost } from './section-lost.ts';
import { stale } from './stale.ts';
import { stringTypo } from './string-typo.ts';
import { swappedEnvironments } from './swapped-environments.ts';
import { truncated } from './truncated.ts';
import { typeFlipped } from './type-flipped.ts';
import { utf16 } from './utf-16.ts';

/** Every operator, in the order of the tables; those of one group stand together. */
export const operators: readonly Operator[] = [
  truncated,
  emptied,
  otherFile,
  sameKind,
  otherEnvironment,
  swappedEnvironments,
  sample,
  stale,
  mergeMarkers,
  utf16,
  keyDeleted,
  keyTypo,
  commentedOut,
  duplicateKey,
  typeFlipped,
  sectionLost,
  listEmptied,
  booleanInverted,
  numberTypo,
  stringTypo,
];
