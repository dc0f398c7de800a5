import type { Service } from '../../policy/service.ts';
import { probeName } from '../../policy/service-names.ts';
import { markdownCode, markdownText } from '../../reports/escape.ts';
import type { Cause } from './cause.ts';

/** Findings of the check after which no program could read the file. */
const UNREADABLE = ['syntax-error', 'file-emptied', 'conflict-marker'];

/** Whether the service would not start at all with an error that the check says this of. */
export function keepsFromStarting(checks: readonly string[]): boolean {
  return checks.some((check) => UNREADABLE.includes(check));
}

/**
 * What somebody sees who knows nothing but that it is broken, as Markdown. It is made up: nothing was run. Where the policy
 * names no service it does not name the file either.
 * @param down the service would not start at all.
 * @param service as the policy knows it, with the probes that would ring.
 */
export function symptomText(
  cause: Pick<Cause, 'service' | 'commit'>,
  down: boolean,
  service: Service | undefined,
): string {
  const who = markdownText(cause.service ?? 'A service');
  const when = `since the deployment of ${markdownCode(cause.commit.slice(0, 10))}`;
  const what = down
    ? `**${who}** does not come up again ${when}: its process ends a moment after it was started.`
    : `**${who}** is up, but ${when} it does not do what it should, and its users say so.`;
  const probes = (service?.probes ?? []).map((probe) => `- ${markdownCode(probeName(probe))}`);
  if (probes.length === 0) return what;
  return [what, '', down ? 'These probes fail:' : 'What watches it:', '', ...probes].join('\n');
}

const GAP = '[ \\t]*';
const VALUE = `"[^"\\r\\n]*"|'[^'\\r\\n]*'|[^\\s"'=<>\`]+`;
/** Tags that stand whole in one line, and links in angle brackets: https://spec.commonmark.org/0.31.2/#raw-html */
const WHOLE = [
  `[a-z][a-z0-9-]*(?:[ \\t]${GAP}[a-z_:][\\w.:-]*(?:${GAP}=${GAP}(?:${VALUE}))?)*${GAP}/?>`,
  `/[a-z][a-z0-9-]*${GAP}>`,
  '[a-z][a-z0-9+.-]+:[^\\s<>]*>',
  '[^\\s<>@]+@[^\\s<>@]+>',
];
/** What hides or moves what comes after the quote. */
const OPEN = new RegExp(`<(?:(?=/?(?:blockquote|select)\\b)|(?=[a-z!?/])(?!${WHOLE.join('|')}))`, 'gi');

/**
 * The symptom in the team's own Markdown. Whatever it leaves open must not hide the checklist below it: it is a quote, with
 * which code blocks and tags end; comments and half tags, which it does not end, are shown as they are written.
 * @param service its name as Markdown, which `{service}` becomes.
 */
export function ownSymptom(markdown: string, service: string): string {
  return markdown
    .replaceAll('{service}', () => service)
    .replace(OPEN, '<\u200b')
    .split(/\r\n|\r|\n/)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
