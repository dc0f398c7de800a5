import { maskedLines } from '../../findings/excerpt.ts';
import type { Finding } from '../../findings/finding.ts';
import { fingerprint } from '../../findings/fingerprint.ts';
import type { Path } from '../../model/path.ts';
import type { Analysis } from '../analyse.ts';
import type { Critical } from '../touched.ts';
import type { Effect } from '../effect.ts';
import { shown } from '../text.ts';

/** STUB. */
export function judgeScripts(
  scripts: readonly { path: Path; text: string; analysis: Analysis }[],
  critical: Critical,
  _options: { suppressed?: ReadonlySet<string> } = {},
): { findings: { finding: Finding; identity: string }[]; touching: Effect[] } {
  const findings: { finding: Finding; identity: string }[] = [];
  const touching: Effect[] = [];
  const texts = new Map(scripts.map(({ path, text }) => [path, text]));
  for (const effect of scripts.flatMap(({ analysis }) => analysis.effects)) {
    const target = shown(effect.targets[0]!.path);
    const selected = critical.touched(effect.targets[0]!, effect)[0]?.selection;
    if (selected === undefined) continue;
    touching.push(effect);
    const safer = `cp -a ${target} ${target}.bak && ${effect.text}`;
    const args = { target, command: effect.text, safer, host: effect.host.kind };
    const { line, column } = effect.place;
    const finding: Finding = {
      check: 'critical-overwrite',
      severity: effect.guards.length > 0 || effect.backup ? 'notice' : 'error',
      path: effect.script,
      line,
      column,
      ...(selected.service === undefined ? {} : { service: selected.service }),
      args,
      fingerprint: fingerprint('critical-overwrite', effect.script, target, args),
    };
    const text = texts.get(effect.script);
    if (text !== undefined) {
      const masked = maskedLines(text);
      const first = Math.max(1, line - 2);
      const last = Math.min(text.split('\n').length, line + 2);
      finding.excerpt = {
        first,
        lines: Array.from({ length: last - first + 1 }, (_, index) => masked(first + index - 1)),
      };
    }
    const seen = findings.some((one) => one.finding.fingerprint === finding.fingerprint);
    if (!seen) findings.push({ finding, identity: `critical-overwrite ${target} ${effect.host.kind}` });
  }
  return { findings, touching };
}
