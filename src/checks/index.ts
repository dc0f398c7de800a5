import { acceptExpired } from './accept-expired.ts';
import { bracketsUnbalanced } from './brackets-unbalanced.ts';
import type { Check } from './check.ts';
import { conflictMarker } from './conflict-marker.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duplicateKey } from './duplicate-key.ts';
import { embeddedBroken } from './embedded-broken.ts';
import { environmentMismatch } from './environment-mismatch.ts';
import { environmentParity } from './environment-parity.ts';
import { fileEmptied } from './file-emptied.ts';
import { fileRemoved } from './file-removed.ts';
import { fileRenamed } from './file-renamed.ts';
import { fileReplaced } from './file-replaced.ts';
import { fileRetyped } from './file-retyped.ts';
import { itemIncomplete } from './item-incomplete.ts';
import { keyChanged } from './key-changed.ts';
import { keyFrozen } from './key-frozen.ts';
import { keyMisspelt } from './key-misspelt.ts';
import { keyRemoved } from './key-removed.ts';
import { keyRetyped } from './key-retyped.ts';
import { massComment } from './mass-comment.ts';
import { pathCollision } from './path-collision.ts';
import { placeholderValue } from './placeholder-value.ts';
import { policyChanged } from './policy-changed.ts';
import { referenceDangling } from './reference-dangling.ts';
import { replacedBySibling } from './replaced-by-sibling.ts';
import { ruleViolation } from './rule-violation.ts';
import { schemaMissing } from './schema-missing.ts';
import { schemaViolation } from './schema-violation.ts';
import { schemaWeakened } from './schema-weakened.ts';
import { settingRemoved } from './setting-removed.ts';
import { staleRevert } from './stale-revert.ts';
import { syntaxError } from './syntax-error.ts';
import { valueDoubtful } from './value-doubtful.ts';
import { valueForbidden } from './value-forbidden.ts';

/** Every check. The order is that of causes: what stands first explains what stands below it. */
export const checks: readonly Check[] = [
  policyChanged,
  acceptExpired,
  schemaWeakened,
  fileRemoved,
  fileRenamed,
  fileRetyped,
  fileEmptied,
  conflictMarker,
  syntaxError,
  embeddedBroken,
  bracketsUnbalanced,
  replacedBySibling,
  staleRevert,
  fileReplaced,
  massComment,
  placeholderValue,
  environmentMismatch,
  duplicateKey,
  duplicateItem,
  schemaMissing,
  schemaViolation,
  ruleViolation,
  keyMisspelt,
  referenceDangling,
  itemIncomplete,
  environmentParity,
  keyRemoved,
  settingRemoved,
  keyRetyped,
  keyFrozen,
  valueForbidden,
  keyChanged,
  valueDoubtful,
  pathCollision,
];
