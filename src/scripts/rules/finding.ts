import { excerptOf } from '../../findings/excerpt.ts';
import type { Args, Finding, Severity } from '../../findings/finding.ts';
import { fingerprint } from '../../findings/fingerprint.ts';
import { maskCommand } from '../../findings/mask-command.ts';
import { withoutSecrets } from '../../findings/redact.ts';
import type { Path } from '../../model/path.ts';
import type { Effect, Target } from '../effect.ts';
import { shown } from '../text.ts';
import type { Found, Script, ScriptRule, ScriptSubject } from './rule.ts';

/** What a rule has found, before it is told. */
export type Draft = {
  rule: ScriptRule;
  subject: ScriptSubject;
  found: Found;
  severity: Severity;
  /** The reason with which the script turns the rule off. */
  suppressed?: string;
};

/** Gives the same command made safe, as it may be shown. */
export type SaferOf = (effect: Effect, target: Target) => string | undefined;

const LONGEST_COMMAND = 300;
const MOST_FILES = 10;
/** Findings of one script that carry an excerpt; nobody reads more of them with their surroundings. */
const MOST_EXCERPTS = 20;

/** Makes findings of drafts. Nothing of a command gets into them that looks like a secret. */
export function findingMaker(
  scripts: readonly Script[],
  saferOf: SaferOf = () => undefined,
): (draft: Draft) => { finding: Finding; identity: string } {
  const texts = new Map<Path, string>(scripts.map(({ path, text }) => [path, text]));
  const excerpts = new Map<Path, number>();
  return (draft) => {
    const { rule, subject, severity } = draft;
    const { effect, target, touched } = subject;
    const { script, place } = effect;
    const host = [effect.host.kind, effect.host.name ?? ''];
    const name = withoutSecrets(shown(target.path));
    const finding: Finding = {
      check: rule.id,
      severity,
      path: script,
      line: place.line,
      column: place.column,
      args: argsOf(draft, saferOf),
      fingerprint: fingerprint(rule.id, script, undefined, { target: name, host }),
    };
    const service = touched.find(({ selection }) => selection.service !== undefined)?.selection.service;
    if (service !== undefined) finding.service = service;
    const text = texts.get(script);
    const told = excerpts.get(script) ?? 0;
    if (text !== undefined && severity !== 'notice' && told < MOST_EXCERPTS) {
      const excerpt = excerptOf({ kind: 'text', format: 'text', text }, place.line, {
        hides: () => false,
        comments: true,
      });
      if (excerpt !== undefined) finding.excerpt = { ...excerpt, lines: excerpt.lines.map(maskCommand) };
      excerpts.set(script, told + 1);
    }
    return { finding, identity: JSON.stringify([rule.id, name, host]) };
  };
}

function argsOf({ rule, subject, found, suppressed }: Draft, saferOf: SaferOf): Args {
  const { effect, target, touched, gates } = subject;
  const { host, sources } = effect;
  const [gate] = gates;
  const args: Args = {
    command: cut(maskCommand(effect.text)),
    target: withoutSecrets(shown(target.path)),
    op: effect.op,
    host: host.kind,
    confidence: target.confidence,
    ...(host.name !== undefined && { hostName: host.name }),
    ...(sources[0] !== undefined && { source: withoutSecrets(shown(sources[0])) }),
    ...(effect.via.length > 0 && { via: effect.via.map((step) => cut(maskCommand(step))) }),
    ...(effect.aggravators.length > 0 && { aggravators: [...effect.aggravators] }),
    ...found.args,
  };
  if (touched.length > 0) {
    const places = [...new Set(touched.map(({ path, location }) => path ?? location))];
    args.declaredBy = touched[0]!.selection.rule;
    args.how = touched[0]!.how;
    args.files = places.slice(0, MOST_FILES);
    args.total = places.length;
  }
  if (gate !== undefined && rule.critical) {
    args.gate = gate.kind;
    if ('text' in gate) args.gateText = cut(maskCommand(gate.text));
    if ('line' in gate && gate.line !== undefined && gate.line > 0) args.gateLine = gate.line;
  }
  if (suppressed !== undefined) args.suppressed = cut(withoutSecrets(suppressed));
  const safer = saferOf(effect, target);
  const advice = effect.safer.find((each) => each.kind === 'advice');
  if (safer !== undefined) args.safer = cut(maskCommand(safer));
  else if (advice !== undefined) args.advice = advice.text;
  return args;
}

function cut(text: string): string {
  return text.length <= LONGEST_COMMAND ? text : `${text.slice(0, LONGEST_COMMAND - 1).toWellFormed()}…`;
}
