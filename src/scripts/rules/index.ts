import type { Described } from '../../checks/check.ts';
import { envsubstUnrestricted, placeholderOverLive, sampleOverLive, unsetVariable } from './content.ts';
import { criticalOverwrite } from './critical-overwrite.ts';
import { criticalStateReplace } from './critical-state-replace.ts';
import { criticalTreeAtRisk } from './critical-tree-at-risk.ts';
import { infrastructureApply, inplaceEdit, removeConfig } from './edits.ts';
import { overConfigRules } from './over-config.ts';
import type { ScriptRule } from './rule.ts';
import { serviceRules } from './services.ts';
import { suppressionUnused, suppressionWithoutReason } from './suppression-rules.ts';
import { extractOverLiveTree, gitDiscardOnServer, treeMirrorDelete } from './trees.ts';
import { truncateBeforeRead } from './truncate-before-read.ts';

/** Every rule for scripts. The order is that of causes: of one command on one target, the first explains the others. */
export const scriptRules: readonly ScriptRule[] = [
  criticalTreeAtRisk,
  criticalOverwrite,
  criticalStateReplace,
  truncateBeforeRead,
  sampleOverLive,
  placeholderOverLive,
  unsetVariable,
  envsubstUnrestricted,
  ...overConfigRules,
  treeMirrorDelete,
  extractOverLiveTree,
  gitDiscardOnServer,
  ...serviceRules,
  removeConfig,
  inplaceEdit,
  infrastructureApply,
];

/** What is said about the comments that turn rules off. */
export const suppressionRules: readonly Described[] = [suppressionWithoutReason, suppressionUnused];
