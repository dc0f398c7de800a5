import type { Finding } from '../../findings/finding.ts';
import { atLeast } from '../../findings/order.ts';
import { HIDDEN } from '../../findings/redact.ts';
import { isVague, withFolded } from '../../verdict/blockers.ts';
import type { Decision } from '../../verdict/decision.ts';
import { isVerification } from '../headline.ts';
import { describe, fixParts, isWholeFile, plural, whatInFile } from '../messages.ts';
import { clipped, type Html, html } from './template.ts';

const MOST_FOLDED = 50;
const MOST_ENTRIES = 20;
const LONGEST_LINE = 400;
const TAB = '  ';

/** What a finding's block needs besides itself. `docsUrl` has been seen to be a plain address. */
export type FindingOptions = {
  decision: Pick<Decision, 'base' | 'failOn' | 'verified'>;
  id: string;
  open: boolean;
  docsUrl?: string | undefined;
};

/** One finding, folded: what happened and where; inside of it why that matters, what to do, and the evidence. */
export function findingBlock(finding: Finding, options: FindingOptions): Html {
  const { decision, id, open } = options;
  const { severity, service, check, folded = [] } = finding;
  const facts = [
    service !== undefined && html`<span>service ${service}</span>`,
    html`<span>${checkName(check, options.docsUrl)}</span>`,
    folded.length > 0 && html`<span>${plural(folded.length, 'consequence')}</span>`,
  ];
  return html`<details class="f ${severity}" id="${id}"${open && html` open`}><summary><span class="sev">${severity}</span><span class="what">${whatInFile(finding, decision.base)}</span><span class="where">${place(finding)}${facts}</span></summary>
<div class="body"><dl>${dlRow('Why', html`${describe(finding, decision.base).why}`)}${dlRow('Do', whatToDo(finding, decision.base))}</dl>
${excerptOf(finding)}${consequences(folded, decision.base)}${acceptance(finding, decision)}</div></details>
`;
}

function dlRow(label: string, text: Html): Html {
  return html`<dt>${label}</dt><dd>${text}</dd>`;
}

/** A command to copy; without the script it is selected as a whole by one click. */
export function commandBlock(lines: readonly string[]): Html {
  return html`<pre class="copy">${lines.join('\n') === '' ? '' : joined(lines)}</pre>`;
}

function joined(lines: readonly string[]): Html {
  return html`${lines.map((line, index) => [index > 0 && html`\n`, line])}`;
}

/** `config/auth.yml:12` and the key. */
function place(finding: Finding): Html {
  const { path, line, column, side, key } = finding;
  const known = line !== undefined && !isWholeFile(finding);
  const at = known && side !== 'before' && `:${line}${column === undefined ? '' : `:${column}`}`;
  return html`<code class="path">${path}${at}</code>${known && side === 'before' && html`<span>line ${line} of the old file</span>`}${key !== undefined && key !== '' && html`<code class="key">${key}</code>`}`;
}

function checkName(check: string, docsUrl: string | undefined): Html {
  if (docsUrl === undefined || !/^[a-z-]+$/.test(check)) return html`${check}`;
  return html`<a href="${docsUrl}/checks/${check}.md">${check}</a>`;
}

function whatToDo(finding: Finding, base: string): Html {
  const { text, command, rest } = fixParts(finding, base);
  if (command === undefined) return html`${text}${rest}`;
  if (!text.endsWith(': ') || !/^\.( |$)/.test(rest)) return html`${text}<code>${command}</code>${rest}`;
  return html`${text}${commandBlock([command])}${rest.length > 1 && html`<p>${rest.slice(2)}</p>`}`;
}

/** The lines around it with their numbers; the line that is meant has a mark, not only a colour. */
function excerptOf(finding: Finding): Html {
  const { excerpt: lines, line } = finding;
  if (lines === undefined || isWholeFile(finding)) return html``;
  const shown = lines.lines.map((text, index) => {
    const number = lines.first + index;
    const here = number === line;
    return html`<span class="${here ? 'l here' : 'l'}"><i>${here ? '>' : ' '}${number}</i>${clipped(text.replaceAll('\t', TAB), LONGEST_LINE)}</span>`;
  });
  return html`<pre class="lines">${shown}</pre>`;
}

function consequences(folded: readonly Finding[], base: string): Html {
  if (folded.length === 0) return html``;
  const items = folded
    .slice(0, MOST_FOLDED)
    .map(
      (one) =>
        html`<li><span class="sev ${one.severity}">${one.severity}</span> ${whatInFile(one, base)}</li>`,
    );
  const more = folded.length - MOST_FOLDED;
  return html`<details class="sub"><summary>${plural(folded.length, 'consequence')} of it</summary><ul>${items}${more > 0 && html`<li>and ${more} more, which --format json lists</li>`}</ul></details>`;
}

/** How it is let pass by those who may: an entry for the policy, or why no entry could name it. */
function acceptance(finding: Finding, decision: FindingOptions['decision']): Html {
  const facts = withFolded(finding).filter(({ severity }) => atLeast(severity, decision.failOn));
  if (facts.length === 0)
    return html`<p class="quiet">Does not block. Fingerprint <code>${finding.fingerprint}</code></p>`;
  const onHost = isVerification(decision);
  const how = facts.some(isVague) ? approval(facts, onHost) : entries(facts, onHost);
  return html`<details class="sub"><summary>If it is right as it is</summary>${how}</details>`;
}

const REVIEW = 'An approving review of exactly this commit';

function approval(facts: readonly Finding[], onHost: boolean): Html {
  const why = JSON.stringify(facts.map(({ args }) => args)).includes(HIDDEN)
    ? 'hidden'
    : 'hidden or shortened';
  const way = onHost ? '' : `${REVIEW} lets it pass, by somebody whom the policy names. `;
  return html`<p>${way}Its values are ${why}, so no entry under <code>accept</code> can stand for it. Fingerprint <code>${facts[0]!.fingerprint}</code></p>`;
}

function entries(facts: readonly Finding[], onHost: boolean): Html {
  const lines = facts.slice(0, MOST_ENTRIES).flatMap(({ fingerprint }) => [
    // In quotes: one of digits alone would be a number.
    `  - finding: '${fingerprint}'`,
    '    reason: WHY',
    '    expires: YYYY-MM-DD',
  ]);
  const more = facts.length - MOST_ENTRIES;
  const way = onHost
    ? 'Until it is known to be good, this in the policy:'
    : `${REVIEW}, by somebody whom the policy names; or, for good, this in the policy of the base:`;
  return html`<p>${way}</p>${commandBlock(['accept:', ...lines])}${more > 0 && html`<p>and an entry for each of ${more} more consequences, which --format json lists.</p>`}`;
}
