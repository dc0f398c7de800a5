import { difference } from '../../reports/html/files.ts';
import { commandBlock } from '../../reports/html/finding.ts';
import { type Html, html } from '../../reports/html/template.ts';
import { whereOf } from '../../reports/messages.ts';
import { type Drilled, STRUCTURAL, survivorsOf, type Trial } from '../drilled.ts';
import { blockOf, blockText } from '../proposals/block.ts';
import type { Proposal } from '../proposals/proposal.ts';
import { seenAs, titleOf, withoutProposal } from './words.ts';

/** Of each group; the others are one click away, with their titles in sight. */
const MOST_OPEN = 3;

/** The element of each error that passes, in the order of the page: structural ones first. */
export function idsOf(drilled: Drilled): Map<Trial, string> {
  const all = [...survivorsOf(drilled, STRUCTURAL), ...survivorsOf(drilled, ['value'])];
  return new Map(all.map((trial, index) => [trial, `e-${index + 1}`]));
}

/** One error that passes: what was done where and how it was seen; inside of it the difference and the rules that stop it. */
export function survivorBlock(trial: Trial, id: string, index: number): Html {
  const { level, path, service, change, proposals } = trial;
  const line = change?.keys?.find((key) => key.line !== undefined)?.line;
  const key = change?.keys?.[0]?.key;
  const [first, ...others] = proposals;
  const place = whereOf({ path, ...(line === undefined ? {} : { line }) });
  return html`<details class="f survivor" id="${id}"${index < MOST_OPEN && html` open`}><summary><span class="sev ${level}">${level}</span><span class="what">${titleOf(trial)}${key !== undefined && key !== '' && html`: <code>${key}</code>`}</span><span class="where"><code class="path">${place}</code>${service !== undefined && html`<span>service ${service}</span>`}<span>${seenAs(trial)}</span></span></summary>
<div class="body">${first === undefined ? html`<p>${sentence(withoutProposal(trial))}</p>` : rule(first, 'Would have stopped it')}
${others.length > 0 && html`<details class="sub"><summary>So would ${others.length === 1 ? 'another rule' : `each of ${others.length} others`}</summary>${others.map((one) => rule(one, 'Instead'))}</details>`}
${change !== undefined && html`<div class="part">${difference(change, new Map())}</div>`}</div></details>
`;
}

function rule(proposal: Proposal, label: string): Html {
  if (proposal.kind === 'schema')
    return html`<p>${label}, merged into <code>${proposal.path}</code>:</p>${commandBlock(JSON.stringify(proposal.patch, undefined, 2).split('\n'))}`;
  const [list = '', ...lines] = blockText(blockOf([proposal]))
    .trimEnd()
    .split('\n');
  return html`<p>${label}, in the policy at the end of <code>${list}</code></p>${commandBlock(lines)}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
