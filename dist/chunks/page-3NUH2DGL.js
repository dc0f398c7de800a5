import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NO_CANDIDATE,
  byWorst,
  endText,
  lookedText,
  nameText,
  reasonText,
  whoText,
  whyText
} from "./chunk-UTZE5XKT.js";
import {
  bounded,
  clipped,
  commandBlock,
  counts,
  difference,
  html,
  htmlPage,
  inChunks,
  leftOut,
  pageTop
} from "./chunk-GHSLJYVV.js";
import {
  byPath
} from "./chunk-BPKCEVX6.js";
import {
  retentionText
} from "./chunk-MY4W45IY.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import {
  describe,
  parseTimestamp,
  plural,
  policySentence,
  titleOf,
  utcParts,
  whatInFile
} from "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import {
  compareText
} from "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-X3WXXSXY.js";
import "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/reports/html/time-axis.ts
var MINUTE = 6e4;
var HOUR = 60 * MINUTE;
var DAY = 24 * HOUR;
var STEPS = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  91 * DAY,
  365 * DAY
];
var MOST = 8;
function stepsOf(first, last) {
  const span = last - first;
  const step = STEPS.find((each) => span / each <= MOST - 1) ?? Math.ceil(span / (MOST - 1));
  const steps = [];
  for (let time = Math.ceil(first / step) * step; time <= last; time += step) steps.push(time);
  return steps.length > 0 ? steps : [first];
}
function timeLabel(time, span) {
  const { year, month, day, hour, minute } = partsOf(time);
  const two = (number) => String(number).padStart(2, "0");
  if (span > 2 * 365 * DAY) return `${year}-${two(month)}`;
  if (span > 8 * DAY) return `${two(month)}-${two(day)}`;
  return `${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}
function partsOf(time) {
  return utcParts(BigInt(Math.trunc(time)) * 1000000n);
}

// src/reports/html/timeline.ts
var WIDTH = 900;
var [LEFT, RIGHT, TOP, BOTTOM] = [16, 884, 34, 190];
var HEIGHT = 222;
var RANKED = 5;
var MOST_DRAWN = 400;
var MOST_ROWS = 500;
var KINDS = {
  commit: "commit",
  deployment: "deployment",
  drift: "drift",
  pass: "last good",
  failure: "first failure"
};
function timeline(data) {
  const ranked = [...data.marks].sort(
    (one, other) => (other.score ?? -1) - (one.score ?? -1) || compareText(one.at, other.at)
  );
  const timed = ranked.flatMap((mark, index) => {
    const ns = parseTimestamp(mark.at);
    return ns === void 0 ? [] : [{ mark, index, time: Number(ns / 1000000n) }];
  });
  const moments = timed.filter(({ mark }) => isMoment(mark));
  const drawn = [...moments, ...timed.filter(({ mark }) => !isMoment(mark)).slice(0, MOST_DRAWN)];
  const without = data.marks.length - drawn.length;
  return html`${drawn.length > 0 && plot(data, drawn)}
${without > 0 && html`<p class="left">${plural(without, "mark")} not drawn (without a time, or too many to see); the table lists them.</p>`}
${table(data, ranked)}`;
}
function plot(data, drawn) {
  const times = drawn.map(({ time }) => time);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const span = Math.max(1, last - first);
  const xOf = (time) => first === last ? WIDTH / 2 : LEFT + 8 + (time - first) / span * (RIGHT - LEFT - 16);
  const placed = drawn.map(
    ({ mark, index, time }) => ({
      ...mark,
      rank: index + 1,
      x: short(xOf(time)),
      y: short(BOTTOM - clamp(mark.score) * (BOTTOM - TOP - 22))
    })
  );
  const ticks = stepsOf(first, last).map(
    (time) => html`<line class="tick" x1="${short(xOf(time))}" x2="${short(xOf(time))}" y1="${BOTTOM}" y2="${BOTTOM + 5}"/><text class="axis" x="${short(xOf(time))}" y="${BOTTOM + 19}" text-anchor="${anchorAt(xOf(time))}">${timeLabel(time, span)}</text>`
  );
  const said = `${plural(drawn.length, "mark")} from ${drawn.find(({ time }) => time === first).mark.at} to ${drawn.find(({ time }) => time === last).mark.at}. Height is ${data.scoreTitle}. The table below says the same.`;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${data.title}"><svg class="timeline" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="tl-t tl-d"><title id="tl-t">${data.title}</title><desc id="tl-d">${said}</desc>
<text class="axis" x="${LEFT}" y="12">${data.scoreTitle} ↑</text><line class="base" x1="${LEFT}" x2="${RIGHT}" y1="${BOTTOM}" y2="${BOTTOM}"/>${ticks}
${placed.filter(isMoment).map(moment)}${placed.filter((mark) => !isMoment(mark)).reverse().map(stem)}</svg></div>
<ul class="legend">${Object.entries({ ...KINDS, ...data.words }).filter(([kind]) => placed.some((mark) => mark.kind === kind)).map(
    ([kind, word]) => html`<li><svg class="swatch timeline" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">${sign(kind, 0, 0)}</svg> ${word}</li>`
  )}</ul>`;
}
function anchorAt(x) {
  if (x < LEFT + 40) return "start";
  return x > RIGHT - 40 ? "end" : "middle";
}
function isMoment({ kind }) {
  return kind === "pass" || kind === "failure";
}
function moment({ kind, label, x }) {
  const right = x < WIDTH / 2;
  return html`<g class="${kind}"><line x1="${x}" x2="${x}" y1="${TOP - 12}" y2="${BOTTOM}"/>${sign(kind, x, TOP - 12)}<text x="${right ? x + 10 : x - 10}" y="${TOP - 8}"${!right && html` text-anchor="end"`}>${clipped(label, 48)}</text></g>
`;
}
function stem({ kind, label, detail, score, rank, x, y }) {
  const top2 = score !== void 0 && rank <= RANKED;
  const number = top2 && html`<text class="rank" x="${x}" y="${y - 10}" text-anchor="middle">${rank}</text>`;
  return html`<g class="${kind}${top2 && " top"}"><title>${label}${detail !== void 0 && `: ${detail}`}</title><line x1="${x}" x2="${x}" y1="${y}" y2="${BOTTOM}"/>${sign(kind, x, y)}${number}</g>
`;
}
function sign(kind, x, y) {
  if (kind === "deployment") return html`<rect x="${x - 5}" y="${y - 5}" width="10" height="10"/>`;
  if (kind === "drift") return html`<path d="M${x} ${y - 6}L${x + 6} ${y + 5}H${x - 6}Z"/>`;
  if (kind === "failure")
    return html`<path class="cross" d="M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x - 4} ${y + 4}L${x + 4} ${y - 4}"/>`;
  if (kind === "pass")
    return html`<path class="cross" d="M${x - 5} ${y}L${x - 1} ${y + 4}L${x + 5} ${y - 4}"/>`;
  return html`<circle cx="${x}" cy="${y}" r="5"/>`;
}
function table({ scoreTitle, words }, ranked) {
  const kinds = { ...KINDS, ...words };
  const rows = ranked.slice(0, MOST_ROWS).map(
    ({ at, kind, label, detail, score, href }, index) => html`<tr><td class="num">${score === void 0 ? "" : index + 1}</td><td class="num">${score === void 0 ? "" : score.toFixed(2)}</td><td>${at}</td><td>${kinds[kind]}</td><th scope="row">${href === void 0 ? label : html`<a href="#${href}">${label}</a>`}</th><td>${detail}</td></tr>
`
  );
  const more = ranked.length - MOST_ROWS;
  return html`<details class="sub"><summary>The same as a table</summary><table class="data stack"><thead><tr><th scope="col">Rank</th><th scope="col">${scoreTitle}</th><th scope="col">When</th><th scope="col">Kind</th><th scope="col">What</th><th scope="col">More</th></tr></thead><tbody>
${rows}</tbody></table>${more > 0 && html`<p class="left">${plural(more, "more mark")} with lower scores.</p>`}</details>`;
}
function clamp(score = 0) {
  return Math.min(1, Math.max(0, score));
}
function short(number) {
  return Math.round(number * 10) / 10;
}

// src/blame/page-candidate.ts
var ROOM = 6e5;
var MOST_FIRST = 6;
var MOST_OPEN = 3;
var MOST_FINDINGS = 30;
var MOST_PATHS = 20;
var idOf = (index) => `c-${index + 1}`;
function subjectText({ subject }) {
  return subject === "" ? "(no message)" : subject;
}
function firstCandidate(candidate) {
  const { changes, findings, undo, paths } = candidate;
  const [worst] = changes.toSorted(byWorst(findings));
  const rows = [
    ["What", whatLine(candidate, worst)],
    ["Who", html`<bdi>${whoText(candidate)}</bdi>`],
    ["When", html`${whenText(candidate)}`],
    ["Why", html`${whyText(candidate)}`]
  ];
  return html`${factList(rows)}
<h2 class="do">Undo</h2>${commandBlock([undo])}
${worst !== void 0 && firstKeys(worst, changes.length)}${changes.length === 0 && paths.length > 0 && html`<p class="quiet">It was not read by key.</p>`}`;
}
function whatLine({ findings, paths }, worst) {
  if (worst === void 0) return pathList(paths);
  const said = titlesOf(byPath(findings).get(worst.path) ?? []);
  const more = paths.length - 1;
  return html`<code class="path">${worst.path}</code> ${worst.status}${more > 0 && `, and ${plural(more, "more file")}`}${said !== "" && html`: <b>${said}</b>`}`;
}
function titlesOf(findings) {
  return [...new Set(findings.map(({ check, severity }) => `${titleOf(check)} (${severity})`))].join(", ");
}
function firstKeys(change, files) {
  const { keys, lines } = change;
  const shown = {
    ...change,
    ...keys && { keys: keys.slice(0, MOST_FIRST), keysTotal: 0 },
    ...lines && { lines: lines.slice(0, MOST_FIRST), linesTotal: 0 }
  };
  const all = keys === void 0 ? change.linesTotal ?? lines?.length ?? 0 : change.keysTotal ?? keys.length;
  const rest = all > MOST_FIRST || files > 1;
  return html`<h2 class="do">What changed in <code>${change.path}</code></h2>${difference(shown, /* @__PURE__ */ new Map())}${rest && html`<p class="left"><a href="#${idOf(0)}">All of it</a>: ${plural(all, keys === void 0 ? "line" : "key")}${files > 1 && `, and ${plural(files - 1, "more file")}`}</p>`}`;
}
function candidateBlock(candidate, index) {
  const { id, others, inner, undo } = candidate;
  const rows = [
    ["Who", html`<bdi>${whoText(candidate)}</bdi>`],
    ["When", html`${whenText(candidate)}`],
    ["Id", html`<code>${id}</code>`],
    ["Undo", commandBlock([undo])],
    ...inner.length === 0 ? [] : [["Brought", innerList(candidate)]],
    ...others === 0 ? [] : [["Also", html`${plural(others, "file")} of other things`]]
  ];
  return html`<details class="f candidate" id="${idOf(index)}"${index < MOST_OPEN && html` open`}><summary><span class="rank">${index + 1}</span><span class="what">${subjectText(candidate)}</span><span class="where"><bdi>${whoText(candidate)}</bdi><span>${candidate.at.slice(0, 16).replace("T", " ")} UTC</span><span>${Math.round(candidate.score)} points</span></span></summary>
<div class="body">${factList(rows)}
${reasonTable(candidate)}${fileParts(candidate)}</div></details>
`;
}
function factList(rows) {
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
function whenText(candidate) {
  return `${candidate.at.slice(0, 16).replace("T", " ")} UTC \xB7 ${nameText(candidate)}`;
}
function innerList({ inner }) {
  const items = inner.slice(0, MOST_PATHS).map(
    ({ id, author, subject }) => html`<li><code>${id.slice(0, 12)}</code> ${subject} <span class="quiet"><bdi>${author}</bdi></span></li>`
  );
  const more = inner.length - MOST_PATHS;
  return html`<ul>${items}${more > 0 && html`<li>and ${plural(more, "more commit")}</li>`}</ul>`;
}
function reasonTable({ reasons, score }) {
  const rows = reasons.map(
    (reason) => html`<tr><td class="num">${signed(reason.points)}</td><td>${reasonText(reason).join("") || reason.kind}</td></tr>`
  );
  return html`<details class="sub"><summary>Why: ${whyText({ reasons })}</summary><table class="data"><thead><tr><th scope="col">Points</th><th scope="col">Reason</th></tr></thead><tbody>${rows}<tr><td class="num"><b>${signed(score)}</b></td><td><b>in all</b></td></tr></tbody></table></details>
`;
}
function signed(points2) {
  const rounded = points2.toFixed(1);
  return points2 < 0 ? rounded.replace("-", "\u2212") : rounded;
}
function fileParts(candidate) {
  const { changes, findings, paths, id, kind } = candidate;
  if (changes.length === 0) return html`<p class="quiet">Known by its paths only:</p>${pathList(paths)}`;
  const before = kind === "commit" ? `${id.slice(0, 12)}^` : id;
  const own = byPath(findings);
  const list = bounded(
    changes.toSorted(byWorst(findings)),
    ROOM,
    (change) => filePart(change, own.get(change.path) ?? [], before)
  );
  const left = list.left === 0 ? void 0 : `${plural(list.left, "more file")}; holdfast blame --format json lists them all.`;
  return html`${list.shown}${leftOut(left)}`;
}
function filePart(change, findings, before) {
  const { path, status, service, critical, from, to } = change;
  const kept = retentionText(change);
  const said = findings.slice(0, MOST_FINDINGS).map(
    (finding) => html`<li><span class="sev ${finding.severity}">${finding.severity}</span> ${whatInFile(finding, before)} <span class="quiet">${describe(finding, before).why}</span></li>`
  );
  const more = findings.length - MOST_FINDINGS;
  return html`<div class="part"><p class="where"><code class="path">${path}</code><span>${status}</span>${from !== void 0 && html`<span>was <code>${from}</code></span>`}${to !== void 0 && html`<span>now <code>${to}</code></span>`}${critical && html`<span class="tag">critical</span>`}${service !== void 0 && html`<span>service ${service}</span>`}${counts(change)}${kept !== void 0 && html`<span>${kept} kept</span>`}</p>
${said.length > 0 && html`<ul class="said">${said}${more > 0 && html`<li>and ${plural(more, "more finding")}</li>`}</ul>`}${difference(change, /* @__PURE__ */ new Map())}</div>
`;
}
function pathList(paths) {
  const more = paths.length - MOST_PATHS;
  return html`${paths.slice(0, MOST_PATHS).map((path, index) => [index > 0 && ", ", html`<code class="path">${path}</code>`])}${more > 0 && `, and ${plural(more, "more file")}`}`;
}

// src/blame/page.ts
var ROOM2 = 8e6;
function blamePage(blame) {
  const { service, since, until, candidates, policy } = blame;
  const what = service ?? "all critical files";
  return htmlPage({
    command: "blame",
    title: `${candidates[0] === void 0 ? "No cause found" : subjectText(candidates[0])} - holdfast blame ${what}`,
    about: html`<span>${what}</span> <span>${endText(since)} → ${endText(until)}</span> <span>${policySentence(policy)}</span>`,
    top: top(blame),
    sections: [...when(blame), ...candidateSection(candidates), lookedSection(blame)],
    noun: "candidate"
  });
}
function top(blame) {
  const { candidates, missing } = blame;
  const [first, ...others] = candidates;
  const unseen = missing.length > 0 && html`<p><a href="#looked-at">Not everything was looked at</a>: ${missing[0].detail}${missing.length > 1 && ` And ${missing.length - 1} more.`}</p>`;
  if (first === void 0)
    return pageTop({
      verdict: "inconclusive",
      word: "No cause found",
      found: "",
      meaning: html`${NO_CANDIDATE}`,
      more: html`<p>${lookedText(blame.looked)}</p>${unseen}`
    });
  return pageTop({
    verdict: "fail",
    word: "Likeliest cause",
    found: subjectText(first),
    meaning: html`The first of ${plural(candidates.length + blame.further.length, "candidate")} by points, which are no proof.`,
    more: html`${firstCandidate(first)}${nextOnes(others)}${unseen}`
  });
}
function nextOnes(others) {
  if (others.length === 0) return html``;
  const items = others.slice(0, 4).map(
    (one, index) => html`<li value="${index + 2}"><a href="#${idOf(index + 1)}">${subjectText(one)}</a> <span class="quiet">${points(one)}</span></li>`
  );
  return html`<h2 class="do">If it is not that</h2><ol class="do">${items}</ol>`;
}
var points = ({ score }) => `${Math.round(score)} points`;
function candidateSection(candidates) {
  if (candidates.length === 0) return [];
  const list = bounded(candidates, ROOM2, candidateBlock);
  const left = list.left === 0 ? void 0 : `${plural(list.left, "more candidate")} would make this page too large to open; holdfast blame --format json lists them all.`;
  return [
    {
      id: "candidates",
      title: "Candidates",
      count: candidates.length,
      body: html`${inChunks(list.shown)}${leftOut(left)}`
    }
  ];
}
function when({ candidates, further, since, until }) {
  if (candidates.length === 0) return [];
  const best = Math.max(1, ...candidates.map(({ score }) => score));
  const marks = [
    ...candidates.map((one, index) => ({
      ...markOf({ ...one, outsidePlan: one.reasons.some(({ kind }) => kind === "outside-plan") }, best),
      href: idOf(index)
    })),
    ...further.map((one) => markOf(one, best)),
    { kind: "pass", ...endMark(since) },
    { kind: "failure", ...endMark(until) }
  ];
  const body = timeline({
    title: "What changed when, and how much it is suspected",
    scoreTitle: "points, as a share of those of the likeliest",
    marks,
    words: { pass: since.name, failure: until.name }
  });
  return [{ id: "timeline", title: "Timeline", body }];
}
var endMark = ({ at, name }) => ({ at, label: name });
function markOf(one, best) {
  const { kind, at, author, deployment, outsidePlan, score, id } = one;
  return {
    at,
    kind: kind === "commit" ? "commit" : deployment === null && outsidePlan ? "drift" : "deployment",
    label: subjectText(one),
    detail: [author, kind === "commit" ? id.slice(0, 12) : id, points(one)].filter((part) => part !== null).join(" \xB7 "),
    score: score / best
  };
}
function lookedSection({ looked, missing, policy, since, until }) {
  const rows = [
    ["Range", `${endText(since)} \u2192 ${endText(until)}`],
    ["Looked at", lookedText(looked).replace("Looked at ", "")],
    ["Judged", `${plural(looked.judged, "step")} read and judged by key`],
    ["Policy", policySentence(policy).replace(/^policy /, "")]
  ];
  const items = missing.map(
    ({ reason, detail, hint }) => html`<li class="item"><p><span class="quiet">${reason}</span></p><p>${detail} ${hint}</p></li>
`
  );
  const body = html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${missing.length > 0 && html`<h3>Not looked at <span class="n">${missing.length}</span></h3><ul class="plain">${items}</ul>`}`;
  return { id: "looked-at", title: "Looked at", body };
}
export {
  blamePage
};
