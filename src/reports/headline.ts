import type { Finding, NotLookedAt } from '../findings/finding.ts';
import { atLeast } from '../findings/order.ts';
import type { Acknowledgement } from '../verdict/acknowledgement.ts';
import { isScriptRule } from '../verdict/catalog.ts';
import type { Decision, Verdict } from '../verdict/decision.ts';
import { plural, policySentence, shortId } from './messages.ts';

const VERDICT_WORDS: { readonly [verdict in Verdict]: string } = {
  pass: 'PASS',
  fail: 'FAIL',
  inconclusive: 'INCONCLUSIVE',
};

/** `FAIL  2 errors, 1 warning in 3 critical files (14 configuration files changed)`. */
export function headline(decision: Decision): string {
  const word = VERDICT_WORDS[decision.verdict];
  return `${word}  ${headlineRest(decision)}`;
}

function headlineRest(decision: Decision): string {
  const { errors, warnings, notices } = decision.counts;
  const found = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ...(notices > 0 ? [plural(notices, 'notice')] : []),
  ].join(', ');
  const blocked = new Set(decision.notLookedAt.filter((item) => item.blocks).map(({ path }) => path)).size;
  const unseen = blocked === 0 ? '' : `${plural(blocked, 'file')} could not be judged`;
  if (found === '' && unseen === '') return nothingFound(decision);
  const where = found === '' ? '' : `${found} in ${filesWithFindings(decision)}`;
  return [where, unseen].filter((part) => part !== '').join('; ') + lookedAt(decision);
}

function nothingFound(decision: Decision): string {
  const { counts, policy, scripts = [], verified } = decision;
  if (verified !== undefined) {
    return `${plural(verified, 'file')} on the host, ${verified === 1 ? 'as it' : 'all as they'} should be`;
  }
  if (isReview(decision) && scripts.length === 0) return 'No deployment script was found';
  if (counts.changed + scripts.length === 0) {
    return `No configuration file that ${policy === 'defaults' ? 'the defaults select' : 'the policy selects'} was changed`;
  }
  const changed = isReview(decision) ? '' : 'changed ';
  const all = [
    ...(counts.changed === 0 ? [] : [plural(counts.changed, `${changed}configuration file`)]),
    ...(scripts.length === 0
      ? []
      : [plural(scripts.length, counts.changed === 0 ? `${changed}script` : 'script')]),
  ];
  const read = new Set(scripts.map(({ path }) => path));
  const parts = new Set(decision.notLookedAt.map(({ path }) => path).filter((path) => read.has(path))).size;
  const unread = parts === 0 ? '' : `, ${parts} of which ${parts === 1 ? 'was' : 'were'} not wholly read`;
  return `Nothing found in ${all.join(' and ')}${unread}`;
}

function lookedAt(decision: Decision): string {
  const { counts, scripts = [], verified } = decision;
  if (verified !== undefined)
    return ` (${plural(verified, 'file')} belong${verified === 1 ? 's' : ''} on the host)`;
  if (isReview(decision)) return ` (${plural(scripts.length, 'script')} in all)`;
  const all = [
    ...(counts.changed === 0 ? [] : [plural(counts.changed, 'configuration file')]),
    ...(scripts.length === 0 ? [] : [plural(scripts.length, 'script')]),
  ];
  return all.length === 0 ? '' : ` (${all.join(' and ')} changed)`;
}

/** One snapshot was looked at, and nothing was compared. */
export function isReview({ base, head, scripts }: Decision): boolean {
  return base === head && scripts !== undefined;
}

/** Files of a host were held against what belongs there. */
export function isVerification({ verified }: Pick<Decision, 'verified'>): boolean {
  return verified !== undefined;
}

function filesWithFindings(decision: Decision): string {
  const ofScripts = pathsOf(decision, true);
  const paths = pathsOf(decision, false);
  const critical = new Set(decision.changes.filter((change) => change.critical).map((change) => change.path));
  const touched = [...paths].filter((path) => critical.has(path)).length;
  const scripts = ofScripts.size === 0 ? [] : [plural(ofScripts.size, 'script')];
  if (paths.size === 0) return scripts.join('');
  if (touched === paths.size) return [plural(paths.size, 'critical file'), ...scripts].join(' and ');
  const files = plural(paths.size, 'file') + (touched === 0 ? '' : `, ${touched} critical`);
  return [files, ...scripts].join(' and ');
}

function pathsOf({ findings }: Decision, scripts: boolean): Set<string> {
  return new Set(findings.filter((one) => isOfScript(one) === scripts).map(({ path }) => path));
}

/** What the verdict means for the reader, and who let pass what stands in its way. */
export function verdictSentence(decision: Decision): string {
  const acts = (decision.acknowledged ?? []).map(actSentence);
  return [...acts, sentenceOf(decision)].join(' ');
}

const HOW = { review: 'with an approving review', label: 'with a label', accept: '' } as const;

function actSentence({ by, at, how, fingerprints }: Acknowledgement): string {
  const what = plural(fingerprints.length, 'finding');
  if (how === 'accept') return `${what} accepted by the policy until ${at}.`;
  return `${what} acknowledged by ${/^[\w-]+$/.test(by) ? by : 'somebody'} ${HOW[how]}.`;
}

function sentenceOf(decision: Decision): string {
  const { verdict, counts, warnOnly, scripts = [] } = decision;
  const told = warnOnly ? ' Because of warn-only, nothing is blocked.' : '';
  if (verdict === 'fail') return `${failure(decision)}${told}`;
  if (verdict === 'inconclusive') {
    const what =
      decision.verified !== undefined ? 'this host' : isReview(decision) ? 'these scripts' : 'this change';
    return `Holdfast could not judge everything that it has to, so it does not call ${what} safe.${told}`;
  }
  if (counts.errors + counts.warnings + counts.notices > 0) {
    const when = decision.verified !== undefined ? 'rely on it' : isReview(decision) ? 'run them' : 'deploy';
    return `Nothing ${decision.acknowledged === undefined ? '' : 'else '}here is as severe as this repository fails on (${decision.failOn}); read it before you ${when}.`;
  }
  if (decision.verified !== undefined)
    return 'Every critical file of the host was held against what belongs there.';
  if (counts.changed + scripts.length === 0) return 'There was nothing to check.';
  const read = 'what the scripts would write was held against the critical files';
  if (scripts.length === 0) return 'Every changed configuration file was compared with its base.';
  return counts.changed === 0
    ? `${read.charAt(0).toUpperCase()}${read.slice(1)}.`
    : `Every changed configuration file was compared with its base, and ${read}.`;
}

/** Whether it is the scripts, the rest of the change, or both that should not go live. */
function failure(decision: Decision): string {
  const failing = decision.findings.filter(({ severity }) => atLeast(severity, decision.failOn));
  if (decision.verified !== undefined) return 'This host is not as it should be.';
  if (isReview(decision)) return 'These scripts should not run as they are.';
  if (failing.length > 0 && failing.every(isOfScript)) {
    return 'The scripts of this change should not run as they are.';
  }
  return 'This change should not be deployed as it is.';
}

/** The snapshots that were compared, or the one that was looked at, as people write them. */
export function snapshotsOf(decision: Decision): string[] {
  const { base, head } = decision;
  return (isReview(decision) ? [head] : [base, head]).map(shortId);
}

/** Where the policy came from; that of a review is the snapshot's own, and that of a verification no side's. */
export function policyOf(decision: Decision): string {
  const policy = policySentence(decision.policy);
  const own = isReview(decision) || decision.verified !== undefined;
  return own ? policy.replace(/ of the base$/, '') : policy;
}

/** It is about what a script does, not about a changed file. */
function isOfScript({ check }: Finding): boolean {
  return isScriptRule(check);
}

/** What was not looked at, what blocks first. */
export function blocksFirst(items: readonly NotLookedAt[]): NotLookedAt[] {
  return [...items].sort((left, right) => Number(right.blocks) - Number(left.blocks));
}
