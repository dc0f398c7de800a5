import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  bounded,
  filesSection,
  findingBlock,
  html,
  htmlPage,
  inChunks,
  leftOut,
  problemTop,
  verdictTop
} from "./chunk-GHSLJYVV.js";
import {
  conditionsOf
} from "./chunk-6PPAIUEK.js";
import "./chunk-CN36ETPI.js";
import "./chunk-R3A4QZ2V.js";
import {
  commandsOf,
  edgesOf
} from "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import {
  blocksFirst,
  headline,
  isReview,
  policyOf,
  snapshotsOf
} from "./chunk-MY4W45IY.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import {
  SEVERITIES
} from "./chunk-LHQRXSF5.js";
import {
  grouped,
  plural,
  whereOf
} from "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-X3WXXSXY.js";
import "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/reports/html/layered.ts
var SWEEPS = 6;
function layered(links) {
  const left = [...new Set(links.map(({ from }) => from))];
  const right = [...new Set(links.map(({ to }) => to))];
  const forward = links.map(({ from, to }) => [from, to]);
  const backward = links.map(({ from, to }) => [to, from]);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    sortByNeighbours(right, left, forward);
    sortByNeighbours(left, right, backward);
  }
  return { left, right };
}
function sortByNeighbours(order, beside, pairs) {
  const places = new Map(beside.map((id, index) => [id, index]));
  const sums = new Map(order.map((id) => [id, { sum: 0, count: 0 }]));
  for (const [neighbour, id] of pairs) {
    const entry = sums.get(id);
    entry.sum += places.get(neighbour);
    entry.count += 1;
  }
  const mean = (id) => sums.get(id).sum / sums.get(id).count;
  order.sort((one, other) => mean(one) - mean(other));
}

// src/reports/html/drawing.ts
var MOST_EDGES = 80;
var [SCRIPT, COMMAND, TARGET] = [
  { x: 0, width: 270 },
  { x: 270, width: 130 },
  { x: 540, width: 360 }
];
var ROW = 22;
var GAP = 8;
var TOP = 26;
var CHARACTER = 7.3;
function drawing(edges) {
  const shown = edges.slice(0, MOST_EDGES);
  const { left, right } = layered(shown.map(({ script, target }) => ({ from: script, to: target })));
  const commands = /* @__PURE__ */ new Map();
  const scripts = /* @__PURE__ */ new Map();
  let bottom = TOP;
  for (const script of left) {
    const own = shown.filter((edge) => edge.script === script).sort((one, other) => right.indexOf(one.target) - right.indexOf(other.target));
    const y = bottom;
    for (const edge of own) {
      const known = commands.get(rowOf(edge));
      if (known !== void 0) known.critical ||= edge.critical;
      else {
        commands.set(rowOf(edge), { y: bottom, text: commandsOf(edge), critical: edge.critical });
        bottom += ROW;
      }
    }
    scripts.set(script, {
      y,
      height: bottom - y,
      text: script,
      critical: own.some(({ critical: critical2 }) => critical2)
    });
    bottom += GAP;
  }
  const height = Math.max(bottom, TOP + right.length * (ROW + GAP));
  const step = (height - TOP) / right.length;
  const targets = new Map(
    right.map((target, index) => {
      const critical2 = shown.some((edge) => edge.target === target && edge.critical);
      return [target, { y: TOP + (index + 0.5) * step - GAP / 2 - ROW / 2, text: target, critical: critical2 }];
    })
  );
  const curves = [...shown].sort((one, other) => Number(one.critical) - Number(other.critical)).map((edge) => curve(commands.get(rowOf(edge)), targets.get(edge.target), edge.critical));
  const width = TARGET.x + TARGET.width + 2;
  const critical = [...targets.values()].filter((row2) => row2.critical).length;
  const said = `${plural(left.length, "script")} on the left write ${plural(right.length, "target")} on the right, ${critical} of them critical. The table below says the same.`;
  const svg = html`<svg class="graph" viewBox="-1 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" role="img" aria-labelledby="graph-t graph-d"><title id="graph-t">What the scripts write</title><desc id="graph-d">${said}</desc>
<text class="col" x="${SCRIPT.x}" y="14">Script</text><text class="col" x="${COMMAND.x}" y="14">Command</text><text class="col" x="${TARGET.x}" y="14">Writes</text>
${curves}${[...scripts.values()].map(scriptBox)}${[...commands.values()].map(commandRow)}${[...targets.values()].map(targetBox)}</svg>`;
  return { svg, left: edges.length - shown.length };
}
function rowOf({ script, commands }) {
  return JSON.stringify([script, commands]);
}
function curve(from, to, critical) {
  const [x1, x2] = [COMMAND.x + COMMAND.width, TARGET.x];
  const [y1, y2] = [round(from.y + ROW / 2), round(to.y + ROW / 2)];
  const bend = (x1 + x2) / 2;
  return html`<path class="${critical ? "edge critical" : "edge"}" d="M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}"/>
`;
}
function scriptBox({ y, height, text, critical }) {
  const width = SCRIPT.width + COMMAND.width;
  return html`<g class="box"><title>${text}</title><rect x="${SCRIPT.x}" y="${y}" width="${width}" height="${height}" rx="3"/><text class="${critical && "strong"}" x="${SCRIPT.x + 8}" y="${y + 15}">${tail(text, SCRIPT.width - 16)}</text></g>
`;
}
function commandRow({ y, text, critical }) {
  const bar = html`<rect class="bar" x="${COMMAND.x + COMMAND.width - 4}" y="${y}" width="4" height="${ROW}"/>`;
  return html`<g class="${critical ? "row critical" : "row"}"><title>${text}</title><text x="${COMMAND.x}" y="${y + 15}">${tail(text, COMMAND.width - 10)}</text>${critical && bar}</g>
`;
}
function targetBox({ y, text, critical }) {
  const top = round(y);
  const bar = html`<rect class="bar" x="${TARGET.x}" y="${top}" width="4" height="${ROW}"/>`;
  return html`<g class="${critical ? "box critical" : "box"}"><title>${text}${critical && " (critical)"}</title><rect x="${TARGET.x}" y="${top}" width="${TARGET.width}" height="${ROW}" rx="3"/>${critical && bar}<text x="${TARGET.x + 10}" y="${round(y + 15)}">${tail(text, TARGET.width - 18)}</text></g>
`;
}
function tail(text, room) {
  const most = Math.floor(room / CHARACTER);
  const characters = [...text];
  return characters.length <= most ? text : `\u2026${characters.slice(1 - most).join("")}`;
}
function round(number) {
  return Math.round(number * 10) / 10;
}

// src/reports/html/effects.ts
var ROOM = 1e6;
function effectsSection({ effects = [], scripts = [] }) {
  if (scripts.length === 0 && effects.length === 0) return void 0;
  const title = "Scripts";
  if (effects.length === 0) {
    const body2 = html`<p>${plural(scripts.length, "script")} read; nothing that ${scripts.length === 1 ? "it does" : "they do"} reaches a critical file.</p>`;
    return { id: "scripts", title, count: scripts.length, body: body2 };
  }
  const { svg, left } = drawing(edgesOf(effects));
  const critical = effects.filter((effect) => effect.critical).length;
  const body = html`<p>${plural(effects.length, "effect")} of ${plural(scripts.length, "script")}, ${critical} on critical targets. Thick lines, and boxes with a bar at their left, are about critical targets.</p>
<div class="scroll" role="group" tabindex="0" aria-label="Drawing of what the scripts write">${svg}</div>
${leftOut(left > 0 ? `${plural(left, "more arrow")} could not be followed by eye; the table has them.` : void 0)}
${table(effects)}`;
  return { id: "scripts", title, count: scripts.length, body };
}
function table(effects) {
  const list = bounded(effects, ROOM, row);
  const left = list.left > 0 ? `${plural(list.left, "more effect")}; --format json lists them all.` : void 0;
  return html`<details class="sub"><summary>The same as a table</summary><table class="data stack"><thead><tr><th scope="col">Script</th><th scope="col">Command</th><th scope="col">Does</th><th scope="col">Target</th><th scope="col">Host</th><th scope="col">Known</th><th scope="col">Only when</th></tr></thead><tbody>
${list.shown}</tbody></table>${leftOut(left)}</details>`;
}
function row(effect) {
  const { script, line, command, op, targets, host, confidence, critical } = effect;
  const names = targets.map((target, index) => [index > 0 && " or ", html`<code>${target}</code>`]);
  return html`<tr${critical && html` class="critical"`}><th scope="row"><code>${whereOf({ path: script, line })}</code></th><td><code>${command}</code></td><td>${op}</td><td>${names}${critical && html` <span class="tag">critical</span>`}</td><td>${host}</td><td>${confidence}</td><td>${conditionsOf(effect)}</td></tr>
`;
}

// src/reports/html/findings.ts
var ROOM2 = 1e7;
var MOST_OPEN = 10;
var TITLES = {
  error: "Errors",
  warning: "Warnings",
  notice: "Notices"
};
function findingIds(findings) {
  const taken = /* @__PURE__ */ new Set();
  return findings.map(({ fingerprint }, index) => {
    const named = `f-${fingerprint}`;
    const id = /^f-[0-9a-f]{1,64}$/.test(named) && !taken.has(named) ? named : `f-at-${index + 1}`;
    taken.add(id);
    return id;
  });
}
function findingsSection(decision, ids, docsUrl) {
  const { findings } = decision;
  if (findings.length === 0) return { section: void 0, shown: 0 };
  const list = bounded(
    findings,
    ROOM2,
    (finding, index) => findingBlock(finding, { decision, id: ids[index], open: index < MOST_OPEN, docsUrl })
  );
  const groups = SEVERITIES.map((severity) => {
    const items = list.shown.filter((_, index) => findings[index].severity === severity);
    return items.length === 0 ? void 0 : group(severity, items);
  });
  const left = list.left === 0 ? void 0 : `${plural(list.left, "more finding")} would make this page too large to open; holdfast --format json lists them all.`;
  const body = html`${groups}${leftOut(left)}`;
  return {
    section: { id: "findings", title: "Findings", count: findings.length, body },
    shown: list.shown.length
  };
}
function group(severity, items) {
  return html`<div class="group" data-severity="${severity}"><h3>${TITLES[severity]} <span class="n">${grouped(items.length)}</span></h3>
${inChunks(items)}</div>
`;
}

// src/reports/html/unseen.ts
var ROOM3 = 1e6;
var MOST_MARKS = 50;
function notLookedAtSection({ notLookedAt }) {
  if (notLookedAt.length === 0) return void 0;
  const items = blocksFirst(notLookedAt);
  const list = bounded(items, ROOM3, unseenItem);
  const more = list.left > 0 ? `${plural(list.left, "more entry").replace("entrys", "entries")}; holdfast --format json lists them all.` : void 0;
  return {
    id: "not-looked-at",
    title: "Not looked at",
    count: items.length,
    body: html`<ul class="plain">${list.shown}</ul>${leftOut(more)}`
  };
}
function unseenItem({ blocks, detail, hint, reason, ...place }) {
  return html`<li class="item${blocks && html` blocks`}"><p><span class="sev ${blocks ? "error" : "notice"}">${blocks ? "blocks" : "told"}</span> <code class="path">${whereOf(place)}</code> <span class="quiet">${reason}</span></p><p>${detail} ${hint}</p></li>
`;
}
var HOW = {
  review: "approving review",
  label: "label",
  accept: "accept in the policy"
};
function acknowledgedSection({ acknowledged = [] }, linkTo) {
  if (acknowledged.length === 0) return void 0;
  const rows = acknowledged.map(
    ({
      by,
      at,
      how,
      reason,
      fingerprints
    }) => html`<tr><th scope="row"><bdi>${by}</bdi></th><td>${HOW[how]}</td><td>${how === "accept" ? `until ${at}` : at}</td><td>${marks(fingerprints, linkTo)}</td><td>${reason}</td></tr>
`
  );
  return {
    id: "acknowledged",
    title: "Acknowledged",
    count: acknowledged.length,
    body: html`<table class="data"><thead><tr><th scope="col">By</th><th scope="col">How</th><th scope="col">When</th><th scope="col">Findings</th><th scope="col">Reason</th></tr></thead><tbody>
${rows}</tbody></table>`
  };
}
function marks(fingerprints, linkTo) {
  const shown = fingerprints.slice(0, MOST_MARKS).map((mark) => {
    const id = linkTo(mark);
    return id === void 0 ? html`<code>${mark}</code> ` : html`<a href="#${id}"><code>${mark}</code></a> `;
  });
  const more = fingerprints.length - MOST_MARKS;
  return html`${shown}${more > 0 && html`and ${more} more`}`;
}
function policySection(decision) {
  const { failOn, warnOnly, version } = decision;
  const snapshots = snapshotsOf(decision);
  const full = snapshots.length === 1 ? [decision.head] : [decision.base, decision.head];
  const rows = [
    ["Policy", html`${policyOf(decision).replace(/^policy /, "")}`],
    [
      "Fails on",
      html`${failOn}${failOn !== "error" && " and what is more severe"}${warnOnly && "; warn-only: nothing is blocked"}`
    ],
    ["Compared", html`${full.map((id, index) => [index > 0 && " with ", html`<code>${id}</code>`])}`],
    ["Looked at", html`${lookedAt(decision)}`],
    ["Decision", html`version ${version}; --format json gives the data that this page is drawn from`]
  ];
  const body = html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
  return { id: "policy", title: "Policy and snapshots", body };
}
function lookedAt({ counts, scripts, verified }) {
  if (verified !== void 0)
    return `${plural(verified, "file")} that belong${verified === 1 ? "s" : ""} on the host; ${counts.changed} differ${counts.changed === 1 ? "s" : ""}`;
  const read = scripts === void 0 ? "" : `; ${plural(scripts.length, "script")}`;
  return `${plural(counts.changed, "changed configuration file")}, ${counts.critical} critical${read}`;
}

// src/reports/html/index.ts
function htmlReport(decision, options = {}) {
  const { sections, entries } = decisionParts(decision, options.docsUrl);
  const command = options.command ?? (isReview(decision) ? "review" : "check");
  return htmlPage({
    command,
    title: `${headline(decision).replace("  ", ": ")} - holdfast ${command}`,
    about: aboutLine(decision),
    top: verdictTop(decision),
    sections: [...options.first ?? [], ...sections],
    ...entries === void 0 ? {} : { entries }
  });
}
function htmlProblem(problem, command) {
  const title = `INCONCLUSIVE: nothing could be judged - holdfast ${command}`;
  return htmlPage({ command, title, about: html``, top: problemTop(problem), sections: [] });
}
function aboutLine(decision) {
  const ids = snapshotsOf(decision).map((id, index) => [index > 0 && " \u2192 ", html`<code>${id}</code>`]);
  return html`${ids} <span>${policyOf(decision)}</span>`;
}
function decisionParts(decision, docsUrl) {
  const ids = findingIds(decision.findings);
  const { section: findings, shown } = findingsSection(decision, ids, plainAddress(docsUrl));
  const linked = ids.slice(0, shown);
  const { section: files, entries, left } = filesSection(decision, linked);
  const byMark = new Map(linked.map((id, index) => [decision.findings[index].fingerprint, id]));
  const unseen = notLookedAtSection(decision);
  const blocked = decision.notLookedAt.some(({ blocks }) => blocks);
  const sections = [
    findings,
    ...blocked ? [unseen, files] : [files, unseen],
    acknowledgedSection(decision, (mark) => byMark.get(mark)),
    effectsSection(decision),
    policySection(decision)
  ].filter((section) => section !== void 0);
  if (entries.length === 0) return { sections };
  const more = left > 0 ? { more: `and ${plural(left, "more file")}` } : {};
  return { sections, entries: { title: "Files", items: entries, ...more } };
}
function plainAddress(address) {
  return address !== void 0 && /^https:\/\/[\w.:/~-]{1,200}$/.test(address) ? address : void 0;
}
export {
  htmlProblem,
  htmlReport
};
