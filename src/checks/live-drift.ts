import { type Drift, isOnlyContent, type LiveKind } from '../changes/drift.ts';
import type { Finding } from '../findings/finding.ts';
import { HIDDEN } from '../findings/redact.ts';
import { octal } from '../model/text.ts';
import { escapeGlob } from '../policy/globs.ts';
import type { Check } from './check.ts';
import { mayHoldSecrets } from './hidden.ts';
import { checks } from './index.ts';
import { pastedWord, serviceOf } from './words.ts';

/** What a glob reads as more than itself; `@` and `+` alone, as in `auth@1.service`, it does not. */
const PATTERN = /[\\*?[\]{}()!|"^$,]/;

const WORDS: { readonly [kind in LiveKind]: string } = {
  nothing: 'nothing',
  file: 'a plain file',
  link: 'a symbolic link',
  directory: 'a directory',
  other: 'neither a file nor a link',
};

/** It speaks only where live files are looked at: `holdfast verify` and `holdfast watch`. */
export const liveDrift: Check = {
  id: 'live-drift',
  wholeFile: true,
  severity: 'error',
  uncritical: 'error',
  folds: checks.map(({ id }) => id),
  summary: 'A critical file on a host is not what is known to be good',
  help: 'Another content, mode or owner, a file that is missing or was added, a link or a directory in place of a file: whatever differs on the host from the known good, the snapshot or the commit. The digest decides, so that no change is too small; what it means by key is told below it. Changes by hand are the ones that no review has seen, and they are lost, or come into force, with the next deployment or restart. A file that the policy lists under `rotating` of a service may have another content: that is a notice.',
  configure:
    'Put the file back with `holdfast restore`, or bring the change into the repository, deploy it, and have the result known to be good. Credentials that rotate belong under `rotating` of their service.',
  run({ drift, selection, before, after }) {
    if (drift === undefined) return [];
    const args = argsOf(drift, mayHoldSecrets(selection, before, after));
    return [drift.rotating && isOnlyContent(drift) ? { severity: 'notice', args } : { args }];
  },
  message(finding) {
    const { rotating } = finding.args;
    return {
      what: whatOf(finding),
      why: whyOf(finding),
      fix:
        finding.severity === 'notice' && rotating === true
          ? 'Nothing, when it was rotated; the next snapshot that is known to be good has the new one.'
          : fixOf(finding),
    };
  },
};

function argsOf(drift: Drift, sensitive: boolean): Finding['args'] {
  const { against, good, live, content, mode, owner, sha256, rotating } = drift;
  const args: Finding['args'] = { against: against.kind, good, live };
  if (against.kind !== 'known-good') args.id = against.id;
  else if (against.environment !== undefined) args.environment = against.environment;
  const differs = [
    ...(content ? [good === 'link' ? 'target' : 'content'] : []),
    ...(mode === undefined ? [] : ['mode']),
    ...(owner === undefined ? [] : ['owner']),
  ];
  if (differs.length > 0) args.differs = differs;
  if (mode !== undefined) args.mode = [octal(mode.good), octal(mode.live)];
  if (owner !== undefined) args.owner = [owner.good, owner.live];
  if (sha256 !== undefined && !sensitive) args.sha256 = sha256.slice(0, 12);
  // Short secrets could be tried against a digest. Without one, an entry under `accept` would be about every later
  // content, too: what is hidden cannot be accepted.
  if (sha256 !== undefined && sensitive && (content || good !== live)) args.content = HIDDEN;
  if (rotating) args.rotating = true;
  return args;
}

function whatOf({ path, args }: Finding): string {
  const [good, live] = [args.good as LiveKind, args.live as LiveKind];
  if (live === 'nothing') return `${path} is missing on the host.`;
  if (good === 'nothing') return `${path} was added on the host: ${referenceOf(args)} does not have it.`;
  if (good !== live) return `${path} is ${WORDS[live]} on the host; ${referenceOf(args)} has ${WORDS[good]}.`;
  const pairs = { mode: args.mode, owner: args.owner } as { [part: string]: string[] | undefined };
  const parts = (args.differs as string[]).map((part) => {
    const pair = pairs[part];
    return pair === undefined ? part : `${part} (${pair.join(' → ')})`;
  });
  return `${path} is not what ${referenceOf(args)} has: another ${parts.join(' and another ')}.`;
}

function whyOf({ args, service, severity }: Finding): string {
  if (severity === 'notice' && args.rotating === true) return 'The policy says that this file rotates.';
  if (args.live === 'nothing')
    return `${serviceOf(service)} starts without its configuration, or with built-in defaults.`;
  if (args.good === 'nothing') return 'A service that reads its whole directory reads this file, too.';
  const differs = (args.differs ?? []) as string[];
  if (args.good === args.live && !differs.includes('content') && !differs.includes('target'))
    return `${serviceOf(service)} may not be able to read it any more, or somebody else may.`;
  return 'Nobody has reviewed or probed what stands there now; it comes into force with the next restart at the latest.';
}

function fixOf(finding: Finding): string {
  const kept =
    'If it is meant, bring it into the repository, deploy it, and have the result known to be good.';
  const command = restoreCommand(finding);
  return command === undefined
    ? `Find out who changed it, and deploy the commit again. ${kept}`
    : `Find out who ${finding.args.good === 'nothing' ? 'put it there, and take it away' : 'changed it, and put back what belongs there'}: ${command}. ${kept}`;
}

/** The command that puts a drifted place right; a commit has none. */
export function restoreCommand({ check, path, args }: Finding): string | undefined {
  if (check !== 'live-drift' || args.against === 'commit') return undefined;
  const which =
    args.against === 'snapshot'
      ? String(args.id)
      : `--known-good${args.environment === undefined ? '' : ` --environment ${pastedWord(String(args.environment))}`}`;
  return `holdfast restore ${which} --path ${pastedWord(PATTERN.test(path) ? escapeGlob(path) : path)}`;
}

function referenceOf(args: Finding['args']): string {
  if (args.against === 'known-good') return 'the known good';
  return args.against === 'snapshot'
    ? `the snapshot ${String(args.id)}`
    : `the commit ${String(args.id).slice(0, 12)}`;
}
