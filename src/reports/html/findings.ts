import type { Finding, Severity } from '../../findings/finding.ts';
import { SEVERITIES } from '../../findings/order.ts';
import type { Decision } from '../../verdict/decision.ts';
import { grouped, plural } from '../messages.ts';
import { bounded, inChunks, leftOut } from './bounded.ts';
import { findingBlock } from './finding.ts';
import type { Section } from './page.ts';
import { type Html, html } from './template.ts';

/** Characters of markup. */
const ROOM = 10_000_000;
const MOST_OPEN = 10;

const TITLES: { readonly [severity in Severity]: string } = {
  error: 'Errors',
  warning: 'Warnings',
  notice: 'Notices',
};

/** The element of each finding, for links from elsewhere on the page; by what it is, so that a link stays good. */
export function findingIds(findings: readonly Finding[]): string[] {
  const taken = new Set<string>();
  return findings.map(({ fingerprint }, index) => {
    const named = `f-${fingerprint}`;
    const id = /^f-[0-9a-f]{1,64}$/.test(named) && !taken.has(named) ? named : `f-at-${index + 1}`;
    taken.add(id);
    return id;
  });
}

/** All findings by severity, the worst first and open; `shown`: how many the page has room for. */
export function findingsSection(
  decision: Decision,
  ids: readonly string[],
  docsUrl: string | undefined,
): { section: Section | undefined; shown: number } {
  const { findings } = decision;
  if (findings.length === 0) return { section: undefined, shown: 0 };
  const list = bounded(findings, ROOM, (finding, index) =>
    findingBlock(finding, { decision, id: ids[index]!, open: index < MOST_OPEN, docsUrl }),
  );
  const groups = SEVERITIES.map((severity) => {
    const items = list.shown.filter((_, index) => findings[index]!.severity === severity);
    return items.length === 0 ? undefined : group(severity, items);
  });
  const left =
    list.left === 0
      ? undefined
      : `${plural(list.left, 'more finding')} would make this page too large to open; holdfast --format json lists them all.`;
  const body = html`${groups}${leftOut(left)}`;
  return {
    section: { id: 'findings', title: 'Findings', count: findings.length, body },
    shown: list.shown.length,
  };
}

function group(severity: Severity, items: readonly Html[]): Html {
  return html`<div class="group" data-severity="${severity}"><h3>${TITLES[severity]} <span class="n">${grouped(items.length)}</span></h3>
${inChunks(items)}</div>
`;
}
