import type { Finding } from '../../findings/finding.ts';
import { atLeast } from '../../findings/order.ts';
import type { Problem } from '../../model/problem.ts';
import type { Decision, Verdict } from '../../verdict/decision.ts';
import { headline, isReview, isVerification, verdictSentence } from '../headline.ts';
import { fixParts, grouped, plural, whereOf } from '../messages.ts';
import { commandBlock } from './finding.ts';
import { type Html, html } from './template.ts';

const MOST_COMMANDS = 4;

/**
 * What is read first on any page. `word` stands out, `found` says it in a line, `meaning` in a sentence for the reader;
 * `more` stands below.
 */
export type TopParts = { verdict: Verdict; word: string; found: string; meaning: Html; more?: Html };

export function pageTop({ verdict, word, found, meaning, more }: TopParts): Html {
  return html`<div class="verdict ${verdict}">
<h1><span class="vh">Holdfast: </span><span class="word">${word}</span> <span class="found">${found}</span></h1>
<p class="meaning">${meaning}</p>
${more}
</div>
`;
}

/** The verdict, what it means, and what to do now. */
export function verdictTop(decision: Decision): Html {
  const [word = '', found = ''] = headline(decision).split('  ');
  const meaning = html`${verdictSentence(decision)}`;
  const more = html`${numbers(decision)}
${steps(decision)}`;
  return pageTop({ verdict: decision.verdict, word, found, meaning, more });
}

/** Nothing could be judged: what is in the way, and the way out. */
export function problemTop({ path, place, message, hint }: Problem): Html {
  const where =
    path === undefined ? undefined : whereOf({ path, ...(place === undefined ? {} : { line: place.line }) });
  return pageTop({
    verdict: 'inconclusive',
    word: 'INCONCLUSIVE',
    found: 'Nothing could be judged',
    meaning: html`${where !== undefined && html`<code class="path">${where}</code> `}${message}`,
    more: html`<h2 class="do">What to do</h2><p>${hint}</p>`,
  });
}

function numbers(decision: Decision): Html {
  const { errors, warnings, notices, changed, critical } = decision.counts;
  const blocked = decision.notLookedAt.filter(({ blocks }) => blocks).length;
  const review = isReview(decision);
  const { verified } = decision;
  const onHost = isVerification(decision);
  const noun = (count = 0) => (count === 1 ? 'file' : 'files');
  const all: [number, string, string][] = [
    [errors, errors === 1 ? 'error' : 'errors', 'error'],
    [warnings, warnings === 1 ? 'warning' : 'warnings', 'warning'],
    [notices, notices === 1 ? 'notice' : 'notices', 'notice'],
    [verified ?? 0, onHost ? `${noun(verified)} on the host` : '', ''],
    [changed, review ? '' : onHost ? (changed === 1 ? 'differs' : 'differ') : `${noun(changed)} changed`, ''],
    [critical, review || onHost ? '' : 'critical', ''],
    [
      decision.scripts?.length ?? 0,
      decision.scripts === undefined ? '' : decision.scripts.length === 1 ? 'script' : 'scripts',
      '',
    ],
    [blocked, 'not judged', 'error'],
  ];
  const items = all
    .filter(([, name]) => name !== '')
    .map(
      ([number, name, kind]) =>
        html`<div class="${number > 0 && kind}"><dt>${name}</dt><dd>${grouped(number)}</dd></div>`,
    );
  return html`<dl class="numbers">${items}</dl>`;
}

function steps(decision: Decision): Html {
  const failing = decision.findings.filter(({ severity }) => atLeast(severity, decision.failOn));
  const unjudged = decision.notLookedAt.filter(({ blocks }) => blocks);
  const open = decision.verdict === 'pass' ? [] : failing;
  const items = [
    ...(open.length > 0 ? [correct(decision, open)] : []),
    ...(decision.verdict !== 'pass' && unjudged.length > 0
      ? [
          html`<a href="#not-looked-at">Make ${plural(unjudged.length, 'file')} readable for Holdfast</a>, or have a person judge ${unjudged.length === 1 ? 'it' : 'them'}: each says how.`,
        ]
      : []),
    ...(open.length > 0
      ? [
          isVerification(decision)
            ? html`What is meant goes into the repository, is deployed, and becomes known to be good.`
            : html`What is right as it is, somebody entitled acknowledges: each finding says how.`,
        ]
      : []),
    ...(decision.verdict === 'pass' && decision.findings.length > 0
      ? [
          html`<a href="#findings">Read ${plural(decision.findings.length, 'finding')}</a> before ${isVerification(decision) ? 'you rely on it' : isReview(decision) ? 'the scripts run' : 'it is deployed'}.`,
        ]
      : []),
  ];
  if (items.length === 0) return html``;
  return html`<h2 class="do">What to do</h2><ol class="do">${items.map((item) => html`<li>${item}</li>`)}</ol>`;
}

function correct(decision: Decision, failing: readonly Finding[]): Html {
  const { base } = decision;
  const commands = new Set<string>();
  for (const finding of failing) {
    const { command } = fixParts(finding, base);
    if (command !== undefined && /^(git checkout|holdfast restore) /.test(command)) commands.add(command);
  }
  const shown = [...commands].slice(0, MOST_COMMANDS);
  const more = commands.size - shown.length;
  const put =
    shown.length > 0 &&
    html`; where a file should simply be what it ${isVerification(decision) ? 'is known to be' : 'was'}:${commandBlock(shown)}${more > 0 && html`<p class="left">and ${plural(more, 'more file')}: each finding has its command.</p>`}`;
  return html`<a href="#findings">Correct what ${plural(failing.length, 'finding')} ${failing.length === 1 ? 'says' : 'say'}</a>${put || '.'}`;
}
