import type { EffectSummary } from '../../scripts/summary.ts';
import type { Decision } from '../../verdict/decision.ts';
import { conditionsOf } from '../effects.ts';
import { edgesOf } from '../graph.ts';
import { plural, whereOf } from '../messages.ts';
import { bounded, leftOut } from './bounded.ts';
import { drawing } from './drawing.ts';
import type { Section } from './page.ts';
import { type Html, html } from './template.ts';

/** Characters of markup. */
const ROOM = 1_000_000;

/** What the scripts would write, as a drawing and as a table. */
export function effectsSection({ effects = [], scripts = [] }: Decision): Section | undefined {
  if (scripts.length === 0 && effects.length === 0) return undefined;
  const title = 'Scripts';
  if (effects.length === 0) {
    const body = html`<p>${plural(scripts.length, 'script')} read; nothing that ${scripts.length === 1 ? 'it does' : 'they do'} reaches a critical file.</p>`;
    return { id: 'scripts', title, count: scripts.length, body };
  }
  const { svg, left } = drawing(edgesOf(effects));
  const critical = effects.filter((effect) => effect.critical).length;
  const body = html`<p>${plural(effects.length, 'effect')} of ${plural(scripts.length, 'script')}, ${critical} on critical targets. Thick lines, and boxes with a bar at their left, are about critical targets.</p>
<div class="scroll" role="group" tabindex="0" aria-label="Drawing of what the scripts write">${svg}</div>
${leftOut(left > 0 ? `${plural(left, 'more arrow')} could not be followed by eye; the table has them.` : undefined)}
${table(effects)}`;
  return { id: 'scripts', title, count: scripts.length, body };
}

function table(effects: readonly EffectSummary[]): Html {
  const list = bounded(effects, ROOM, row);
  const left =
    list.left > 0 ? `${plural(list.left, 'more effect')}; --format json lists them all.` : undefined;
  return html`<details class="sub"><summary>The same as a table</summary><table class="data stack"><thead><tr><th scope="col">Script</th><th scope="col">Command</th><th scope="col">Does</th><th scope="col">Target</th><th scope="col">Host</th><th scope="col">Known</th><th scope="col">Only when</th></tr></thead><tbody>
${list.shown}</tbody></table>${leftOut(left)}</details>`;
}

function row(effect: EffectSummary): Html {
  const { script, line, command, op, targets, host, confidence, critical } = effect;
  const names = targets.map((target, index) => [index > 0 && ' or ', html`<code>${target}</code>`]);
  return html`<tr${critical && html` class="critical"`}><th scope="row"><code>${whereOf({ path: script, line })}</code></th><td><code>${command}</code></td><td>${op}</td><td>${names}${critical && html` <span class="tag">critical</span>`}</td><td>${host}</td><td>${confidence}</td><td>${conditionsOf(effect)}</td></tr>
`;
}
