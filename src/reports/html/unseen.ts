import type { NotLookedAt } from '../../findings/finding.ts';
import type { Acknowledgement } from '../../verdict/acknowledgement.ts';
import type { Decision } from '../../verdict/decision.ts';
import { blocksFirst, policyOf, snapshotsOf } from '../headline.ts';
import { plural, whereOf } from '../messages.ts';
import { bounded, leftOut } from './bounded.ts';
import type { Section } from './page.ts';
import { type Html, html } from './template.ts';

/** Characters of markup. */
const ROOM = 1_000_000;
const MOST_MARKS = 50;

/** What Holdfast could not look at, what blocks first. */
export function notLookedAtSection({ notLookedAt }: Decision): Section | undefined {
  if (notLookedAt.length === 0) return undefined;
  const items = blocksFirst(notLookedAt);
  const list = bounded(items, ROOM, unseenItem);
  const more =
    list.left > 0
      ? `${plural(list.left, 'more entry').replace('entrys', 'entries')}; holdfast --format json lists them all.`
      : undefined;
  return {
    id: 'not-looked-at',
    title: 'Not looked at',
    count: items.length,
    body: html`<ul class="plain">${list.shown}</ul>${leftOut(more)}`,
  };
}

function unseenItem({ blocks, detail, hint, reason, ...place }: NotLookedAt): Html {
  return html`<li class="item${blocks && html` blocks`}"><p><span class="sev ${blocks ? 'error' : 'notice'}">${blocks ? 'blocks' : 'told'}</span> <code class="path">${whereOf(place)}</code> <span class="quiet">${reason}</span></p><p>${detail} ${hint}</p></li>
`;
}

const HOW: { readonly [how in Acknowledgement['how']]: string } = {
  review: 'approving review',
  label: 'label',
  accept: 'accept in the policy',
};

/** What people let pass all the same: who, when, how, and which findings. */
export function acknowledgedSection(
  { acknowledged = [] }: Decision,
  linkTo: (fingerprint: string) => string | undefined,
): Section | undefined {
  if (acknowledged.length === 0) return undefined;
  const rows = acknowledged.map(
    ({
      by,
      at,
      how,
      reason,
      fingerprints,
    }) => html`<tr><th scope="row"><bdi>${by}</bdi></th><td>${HOW[how]}</td><td>${how === 'accept' ? `until ${at}` : at}</td><td>${marks(fingerprints, linkTo)}</td><td>${reason}</td></tr>
`,
  );
  return {
    id: 'acknowledged',
    title: 'Acknowledged',
    count: acknowledged.length,
    body: html`<table class="data"><thead><tr><th scope="col">By</th><th scope="col">How</th><th scope="col">When</th><th scope="col">Findings</th><th scope="col">Reason</th></tr></thead><tbody>
${rows}</tbody></table>`,
  };
}

function marks(fingerprints: readonly string[], linkTo: (fingerprint: string) => string | undefined): Html {
  const shown = fingerprints.slice(0, MOST_MARKS).map((mark) => {
    const id = linkTo(mark);
    return id === undefined ? html`<code>${mark}</code> ` : html`<a href="#${id}"><code>${mark}</code></a> `;
  });
  const more = fingerprints.length - MOST_MARKS;
  return html`${shown}${more > 0 && html`and ${more} more`}`;
}

/** Under which policy it was judged, and of what. */
export function policySection(decision: Decision): Section {
  const { failOn, warnOnly, version } = decision;
  const snapshots = snapshotsOf(decision);
  const full = snapshots.length === 1 ? [decision.head] : [decision.base, decision.head];
  const rows: [string, Html][] = [
    ['Policy', html`${policyOf(decision).replace(/^policy /, '')}`],
    [
      'Fails on',
      html`${failOn}${failOn !== 'error' && ' and what is more severe'}${warnOnly && '; warn-only: nothing is blocked'}`,
    ],
    ['Compared', html`${full.map((id, index) => [index > 0 && ' with ', html`<code>${id}</code>`])}`],
    ['Looked at', html`${lookedAt(decision)}`],
    ['Decision', html`version ${version}; --format json gives the data that this page is drawn from`],
  ];
  const body = html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
  return { id: 'policy', title: 'Policy and snapshots', body };
}

function lookedAt({ counts, scripts, verified }: Decision): string {
  if (verified !== undefined)
    return `${plural(verified, 'file')} that belong${verified === 1 ? 's' : ''} on the host; ${counts.changed} differ${counts.changed === 1 ? 's' : ''}`;
  const read = scripts === undefined ? '' : `; ${plural(scripts.length, 'script')}`;
  return `${plural(counts.changed, 'changed configuration file')}, ${counts.critical} critical${read}`;
}
