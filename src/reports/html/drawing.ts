import { commandsOf, type Edge } from '../graph.ts';
import { plural } from '../messages.ts';
import { layered } from './layered.ts';
import { type Html, html } from './template.ts';

/** More arrows cannot be followed by eye. */
const MOST_EDGES = 80;

/** Units of the drawing. A script is a box with a row for each of its commands; a target is a box of one row. */
const [SCRIPT, COMMAND, TARGET] = [
  { x: 0, width: 270 },
  { x: 270, width: 130 },
  { x: 540, width: 360 },
];
const ROW = 22;
const GAP = 8;
const TOP = 26;
/** Units that a character of the labels takes, at most. */
const CHARACTER = 7.3;

/** `y` is the upper edge. */
type Row = { y: number; text: string; critical: boolean };

/** The arrows as a drawing from left to right. What touches critical targets is drawn thicker, and marked by a bar. */
export function drawing(edges: readonly Edge[]): { svg: Html; left: number } {
  const shown = edges.slice(0, MOST_EDGES);
  const { left, right } = layered(shown.map(({ script, target }) => ({ from: script, to: target })));
  const commands = new Map<string, Row>();
  const scripts = new Map<string, Row & { height: number }>();
  let bottom = TOP;
  for (const script of left) {
    const own = shown
      .filter((edge) => edge.script === script)
      .sort((one, other) => right.indexOf(one.target) - right.indexOf(other.target));
    const y = bottom;
    for (const edge of own) {
      const known = commands.get(rowOf(edge));
      if (known !== undefined) known.critical ||= edge.critical;
      else {
        commands.set(rowOf(edge), { y: bottom, text: commandsOf(edge), critical: edge.critical });
        bottom += ROW;
      }
    }
    scripts.set(script, {
      y,
      height: bottom - y,
      text: script,
      critical: own.some(({ critical }) => critical),
    });
    bottom += GAP;
  }
  const height = Math.max(bottom, TOP + right.length * (ROW + GAP));
  const step = (height - TOP) / right.length;
  const targets = new Map(
    right.map((target, index): [string, Row] => {
      const critical = shown.some((edge) => edge.target === target && edge.critical);
      return [target, { y: TOP + (index + 0.5) * step - GAP / 2 - ROW / 2, text: target, critical }];
    }),
  );
  const curves = [...shown]
    .sort((one, other) => Number(one.critical) - Number(other.critical))
    .map((edge) => curve(commands.get(rowOf(edge))!, targets.get(edge.target)!, edge.critical));
  const width = TARGET.x + TARGET.width + 2;
  const critical = [...targets.values()].filter((row) => row.critical).length;
  const said = `${plural(left.length, 'script')} on the left write ${plural(right.length, 'target')} on the right, ${critical} of them critical. The table below says the same.`;
  const svg = html`<svg class="graph" viewBox="-1 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" role="img" aria-labelledby="graph-t graph-d"><title id="graph-t">What the scripts write</title><desc id="graph-d">${said}</desc>
<text class="col" x="${SCRIPT.x}" y="14">Script</text><text class="col" x="${COMMAND.x}" y="14">Command</text><text class="col" x="${TARGET.x}" y="14">Writes</text>
${curves}${[...scripts.values()].map(scriptBox)}${[...commands.values()].map(commandRow)}${[...targets.values()].map(targetBox)}</svg>`;
  return { svg, left: edges.length - shown.length };
}

function rowOf({ script, commands }: Edge): string {
  return JSON.stringify([script, commands]);
}

function curve(from: Row, to: Row, critical: boolean): Html {
  const [x1, x2] = [COMMAND.x + COMMAND.width, TARGET.x];
  const [y1, y2] = [round(from.y + ROW / 2), round(to.y + ROW / 2)];
  const bend = (x1 + x2) / 2;
  return html`<path class="${critical ? 'edge critical' : 'edge'}" d="M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}"/>
`;
}

function scriptBox({ y, height, text, critical }: Row & { height: number }): Html {
  const width = SCRIPT.width + COMMAND.width;
  return html`<g class="box"><title>${text}</title><rect x="${SCRIPT.x}" y="${y}" width="${width}" height="${height}" rx="3"/><text class="${critical && 'strong'}" x="${SCRIPT.x + 8}" y="${y + 15}">${tail(text, SCRIPT.width - 16)}</text></g>
`;
}

function commandRow({ y, text, critical }: Row): Html {
  const bar = html`<rect class="bar" x="${COMMAND.x + COMMAND.width - 4}" y="${y}" width="4" height="${ROW}"/>`;
  return html`<g class="${critical ? 'row critical' : 'row'}"><title>${text}</title><text x="${COMMAND.x}" y="${y + 15}">${tail(text, COMMAND.width - 10)}</text>${critical && bar}</g>
`;
}

function targetBox({ y, text, critical }: Row): Html {
  const top = round(y);
  const bar = html`<rect class="bar" x="${TARGET.x}" y="${top}" width="4" height="${ROW}"/>`;
  return html`<g class="${critical ? 'box critical' : 'box'}"><title>${text}${critical && ' (critical)'}</title><rect x="${TARGET.x}" y="${top}" width="${TARGET.width}" height="${ROW}" rx="3"/>${critical && bar}<text x="${TARGET.x + 10}" y="${round(y + 15)}">${tail(text, TARGET.width - 18)}</text></g>
`;
}

/** The end of a name tells more than its beginning. */
function tail(text: string, room: number): string {
  const most = Math.floor(room / CHARACTER);
  const characters = [...text];
  return characters.length <= most ? text : `…${characters.slice(1 - most).join('')}`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
