import type { Message } from '../checks/check.ts';
import { putBack } from '../checks/words.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import type { Acknowledgement } from '../verdict/acknowledgement.ts';
import { describedById } from '../verdict/catalog.ts';
import type { Decision, Verdict } from '../verdict/decision.ts';

const SEVERITY_WORDS: { readonly [severity in Severity]: string } = {
  error: 'Error',
  warning: 'Warning',
  notice: 'Notice',
};

const VERDICT_WORDS: { readonly [verdict in Verdict]: string } = {
  pass: 'PASS',
  fail: 'FAIL',
  inconclusive: 'INCONCLUSIVE',
};

/**
 * A finding in plain words; the words are the check's own. `title`: a few words for lists, such as
 * `Key removed: issuer`. The text is not escaped: each report does that for its own medium.
 * @param base the id of the before side, for the command that puts the file back.
 */
export function describe(finding: Finding, base: string): Message & { title: string; severityWord: string } {
  const message = describedById(finding.check)?.message(finding, base) ?? unknownCheck(finding);
  const title = titleOf(finding.check) + (finding.key === undefined ? '' : `: ${finding.key}`);
  return { ...message, title, severityWord: SEVERITY_WORDS[finding.severity] };
}

/** `file-replaced` as `File replaced`. */
export function titleOf(checkId: string): string {
  return checkId.charAt(0).toUpperCase() + checkId.slice(1).replaceAll('-', ' ');
}

function unknownCheck(finding: Finding): Message {
  return {
    what: `${finding.check}: ${JSON.stringify(finding.args)}`,
    why: 'This version of Holdfast has no words for this check.',
    fix: 'Read the decision with the version of Holdfast that made it.',
  };
}

/** What happened, for a reader who sees the path above it: the path is not said again. */
export function whatInFile(finding: Finding, base: string): string {
  const { what } = describe(finding, base);
  const { path } = finding;
  if (what.startsWith(`${path}: `)) return what.slice(path.length + 2).replace(/^the /, 'The ');
  if (what.startsWith(`${path} `)) return `This file${what.slice(path.length)}`;
  for (const word of [' in ', ' from ', ' of ']) {
    const [before, after, ...more] = what.split(word + path);
    if (after !== undefined && more.length === 0 && /^[ .,;]/.test(after)) return before + after;
  }
  return what;
}

/** What to do, with the command that puts the file back set apart where the check names it. */
export function fixParts(finding: Finding, base: string): { text: string; command?: string; rest: string } {
  const { fix } = describe(finding, base);
  const command = putBack(base, finding.path);
  const at = fix.indexOf(command);
  if (at === -1) return { text: fix, rest: '' };
  return { text: fix.slice(0, at), command, rest: fix.slice(at + command.length) };
}

/** The finding says that a whole file is no longer what it was: no single line shows it. */
export function isWholeFile(finding: Finding): boolean {
  return describedById(finding.check)?.wholeFile === true;
}

/** Where a finding stands in its file, for people; empty for a whole file. */
export function placeOf(finding: Finding): string {
  if (finding.line === undefined || isWholeFile(finding)) return '';
  return finding.side === 'before' ? `line ${finding.line} of the old file` : `line ${finding.line}`;
}

/** `FAIL  2 errors, 1 warning in 3 critical files (14 configuration files changed)`. */
export function headline(decision: Decision): string {
  const word = VERDICT_WORDS[decision.verdict];
  return `${word}  ${headlineRest(decision)}`;
}

function headlineRest(decision: Decision): string {
  const { errors, warnings, notices, changed } = decision.counts;
  const found = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ...(notices > 0 ? [plural(notices, 'notice')] : []),
  ].join(', ');
  const blocked = decision.notLookedAt.filter((item) => item.blocks).length;
  const unseen = blocked === 0 ? '' : `${plural(blocked, 'file')} could not be judged`;
  if (found === '' && unseen === '') {
    return changed === 0
      ? `No configuration file that ${decision.policy === 'defaults' ? 'the defaults select' : 'the policy selects'} was changed`
      : `Nothing found in ${plural(changed, 'changed configuration file')}`;
  }
  const where = found === '' ? '' : `${found} in ${filesWithFindings(decision)}`;
  const all = changed === 0 ? '' : ` (${plural(changed, 'configuration file')} changed)`;
  return [where, unseen].filter((part) => part !== '').join('; ') + all;
}

function filesWithFindings(decision: Decision): string {
  const paths = new Set(decision.findings.map((finding) => finding.path));
  const critical = new Set(decision.changes.filter((change) => change.critical).map((change) => change.path));
  const touched = [...paths].filter((path) => critical.has(path)).length;
  if (touched === paths.size) return plural(paths.size, 'critical file');
  return plural(paths.size, 'file') + (touched === 0 ? '' : `, ${touched} critical`);
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
  const { verdict, failOn, counts } = decision;
  const told = decision.warnOnly ? ' Because of warn-only, nothing is blocked.' : '';
  if (verdict === 'fail') return `This change should not be deployed as it is.${told}`;
  if (verdict === 'inconclusive') {
    return `Holdfast could not judge everything that it has to, so it does not call this change safe.${told}`;
  }
  if (counts.errors + counts.warnings + counts.notices > 0) {
    return `Nothing ${decision.acknowledged === undefined ? '' : 'else '}here is as severe as this repository fails on (${failOn}); read it before you deploy.`;
  }
  return counts.changed === 0
    ? 'There was nothing to check.'
    : 'Every changed configuration file was compared with its base.';
}

/** Where the policy came from, for people. */
export function policySentence(policy: string): string {
  if (policy === 'defaults') return 'no policy: conservative defaults';
  if (policy === 'inputs') return 'policy from the inputs';
  const at = policy.indexOf(':');
  const [kind, name] = [policy.slice(0, at), policy.slice(at + 1)];
  if (kind === 'base') return `policy ${name} of the base`;
  return kind === 'file' ? `policy ${name} (local trial)` : `policy ${policy}`;
}

/** A commit as people write it; `index` and `worktree` stay as they are. */
export function shortId(id: string): string {
  return /^[0-9a-f]{40,64}$/.test(id) ? id.slice(0, 10) : id;
}

/** `1 file`, `3 files`; English plurals in `s` only. */
export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `12,345`; Intl would cost more than all the rest of a small report. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
