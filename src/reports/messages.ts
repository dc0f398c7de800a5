import type { Message } from '../checks/check.ts';
import { restoreCommand } from '../checks/live-drift.ts';
import { putBack } from '../checks/words.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import { describedById, isScriptRule } from '../verdict/catalog.ts';

const SEVERITY_WORDS: { readonly [severity in Severity]: string } = {
  error: 'Error',
  warning: 'Warning',
  notice: 'Notice',
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
  if (what.startsWith(`${path} `))
    return `This ${isScriptRule(finding.check) ? 'script' : 'file'}${what.slice(path.length)}`;
  for (const word of [' in ', ' from ', ' of ']) {
    const [before, after, ...more] = what.split(word + path);
    if (after !== undefined && more.length === 0 && /^[ .,;]/.test(after)) return before + after;
  }
  return what;
}

/** What to do, with the command that does it set apart: the one that puts the file back, or a script's made safe. */
export function fixParts(finding: Finding, base: string): { text: string; command?: string; rest: string } {
  const { fix } = describe(finding, base);
  const { safer } = finding.args;
  const line = typeof safer === 'string' ? safer.replace(/\s*\\?\n\s*/g, ' ') : undefined;
  return (
    (line === undefined ? undefined : setApart(fix, `\`${line}\``, line)) ??
    setApart(fix, restoreCommand(finding)) ??
    setApart(fix, putBack(base, finding.path)) ?? { text: fix, rest: '' }
  );
}

function setApart(fix: string, written: string | undefined, command = written) {
  if (written === undefined || command === undefined) return undefined;
  const at = fix.indexOf(written);
  if (at === -1) return undefined;
  return { text: fix.slice(0, at), command, rest: fix.slice(at + written.length) };
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

/** `deploy/push.sh:12`, or the path alone: many editors and terminals open such a place. */
export function whereOf({ path, line }: { path: string; line?: number }): string {
  return line === undefined ? path : `${path}:${line}`;
}

/** Where the policy came from, for people. */
export function policySentence(policy: string): string {
  if (policy === 'defaults') return 'no policy: conservative defaults';
  if (policy === 'snapshot') return 'policy kept with the snapshot';
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
