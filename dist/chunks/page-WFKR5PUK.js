import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  bounded,
  commandBlock,
  difference,
  html,
  htmlPage,
  inChunks,
  leftOut,
  pageTop
} from "./chunk-GHSLJYVV.js";
import {
  NO_SERVICE,
  matrixOf
} from "./chunk-QNJGJUVV.js";
import {
  STRUCTURAL,
  blockOf,
  blockText,
  headlines,
  pasteText,
  scopeOf,
  seenAs,
  survivorsOf,
  titleOf,
  withoutProposal
} from "./chunk-TTOLNNVJ.js";
import "./chunk-VZBM5HRG.js";
import "./chunk-MY4W45IY.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import {
  atLeast
} from "./chunk-LHQRXSF5.js";
import {
  grouped,
  plural,
  policySentence,
  shortId,
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

// src/reports/html/heatmap.ts
var OUTCOMES = ["missed", "notice", "warning", "unjudged", "error"];
var SIGNS = {
  missed: "\xD7",
  notice: "n",
  warning: "w",
  unjudged: "?",
  error: "e"
};
function meaningsOf(failOn) {
  const told = (severity) => atLeast(severity, failOn) ? `${severity}: stopped` : `${severity} only`;
  return {
    missed: "missed",
    notice: told("notice"),
    warning: told("warning"),
    unjudged: "not judged: stopped",
    error: told("error")
  };
}
function heatmap({ title, rowTitle, columns, rows, failOn = "error" }) {
  const meanings = meaningsOf(failOn);
  const body = rows.map(
    ({
      label,
      cells
    }) => html`<tr><th scope="row">${label}</th>${columns.map((_, index) => cell(cells[index], meanings))}</tr>
`
  );
  return html`<p class="quiet">${title}</p><div class="scroll" role="group" tabindex="0" aria-label="${title}"><table class="heat"><caption class="vh">${title}</caption><thead>${groups(columns)}<tr><th scope="col">${rowTitle}</th>${columns.map(({ label }) => html`<th scope="col" class="turned"><span>${label}</span></th>`)}</tr></thead><tbody>
${body}</tbody></table></div>
${legend(rows, meanings)}`;
}
function groups(columns) {
  if (columns.every(({ group }) => group === void 0)) return html``;
  const spans = [];
  for (const { group } of columns) {
    const last = spans.at(-1);
    if (last !== void 0 && last.name === group) last.width += 1;
    else spans.push({ name: group, width: 1 });
  }
  const heads = spans.map(
    ({ name, width }) => name === void 0 ? html`<td colspan="${width}"></td>` : html`<th scope="colgroup" colspan="${width}">${name}</th>`
  );
  return html`<tr class="groups"><td></td>${heads}</tr>`;
}
function cell(of, meanings) {
  const total = OUTCOMES.reduce((sum, outcome) => sum + (of?.[outcome] ?? 0), 0);
  const weakest = OUTCOMES.find((outcome) => (of?.[outcome] ?? 0) > 0);
  if (of === void 0 || weakest === void 0)
    return html`<td class="untried"><span class="vh">not tried</span></td>`;
  const number = of[weakest];
  const share = total === 1 ? "" : number === total ? grouped(total) : `${grouped(number)}/${grouped(total)}`;
  const parts = OUTCOMES.filter((outcome) => (of[outcome] ?? 0) > 0);
  const said = `${plural(total, "attempt")}: ${parts.map((outcome) => `${of[outcome]} ${meanings[outcome]}`).join(", ")}`;
  const text = html`<b aria-hidden="true">${SIGNS[weakest]}</b><span aria-hidden="true">${share}</span><span class="vh">${said}</span>`;
  return html`<td class="${weakest}" title="${said}">${of.href === void 0 ? text : html`<a href="#${of.href}">${text}</a>`}</td>`;
}
function legend(rows, meanings) {
  const used = (outcome) => rows.some(({ cells }) => cells.some((of) => (of?.[outcome] ?? 0) > 0));
  const items = OUTCOMES.filter((outcome) => outcome !== "unjudged" || used(outcome)).map(
    (outcome) => html`<li><span class="swatch ${outcome}" aria-hidden="true">${SIGNS[outcome]}</span> ${meanings[outcome]}</li>`
  );
  return html`<ul class="legend">${items}<li><span class="swatch untried" aria-hidden="true"></span> not tried</li></ul>`;
}

// src/drill/reports/page-survivor.ts
var MOST_OPEN = 3;
function idsOf(drilled) {
  const all = [...survivorsOf(drilled, STRUCTURAL), ...survivorsOf(drilled, ["value"])];
  return new Map(all.map((trial, index) => [trial, `e-${index + 1}`]));
}
function survivorBlock(trial, id, index) {
  const { level, path, service, change, proposals } = trial;
  const line = change?.keys?.find((key2) => key2.line !== void 0)?.line;
  const key = change?.keys?.[0]?.key;
  const [first, ...others] = proposals;
  const place = whereOf({ path, ...line === void 0 ? {} : { line } });
  return html`<details class="f survivor" id="${id}"${index < MOST_OPEN && html` open`}><summary><span class="sev ${level}">${level}</span><span class="what">${titleOf(trial)}${key !== void 0 && key !== "" && html`: <code>${key}</code>`}</span><span class="where"><code class="path">${place}</code>${service !== void 0 && html`<span>service ${service}</span>`}<span>${seenAs(trial)}</span></span></summary>
<div class="body">${first === void 0 ? html`<p>${sentence(withoutProposal(trial))}</p>` : rule(first, "Would have stopped it")}
${others.length > 0 && html`<details class="sub"><summary>So would ${others.length === 1 ? "another rule" : `each of ${others.length} others`}</summary>${others.map((one) => rule(one, "Instead"))}</details>`}
${change !== void 0 && html`<div class="part">${difference(change, /* @__PURE__ */ new Map())}</div>`}</div></details>
`;
}
function rule(proposal, label) {
  if (proposal.kind === "schema")
    return html`<p>${label}, merged into <code>${proposal.path}</code>:</p>${commandBlock(JSON.stringify(proposal.patch, void 0, 2).split("\n"))}`;
  const [list = "", ...lines] = blockText(blockOf([proposal])).trimEnd().split("\n");
  return html`<p>${label}, in the policy at the end of <code>${list}</code></p>${commandBlock(lines)}`;
}
function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

// src/drill/reports/page.ts
var ROOM = 5e6;
var MOST_AT_TOP = 16;
var VALUE = ["value"];
function drillPage(drilled) {
  const { commit, policy } = drilled;
  const ids = idsOf(drilled);
  const word = wordOf(drilled);
  return htmlPage({
    command: "drill",
    title: `${word} - holdfast drill`,
    about: html`<code>${shortId(commit)}</code> <span>${policySentence(policy)}</span>`,
    top: top(drilled, word),
    sections: [
      ...survivors(drilled, STRUCTURAL, { id: "passes", title: "Would pass" }, ids),
      ...paste(drilled, STRUCTURAL, { id: "paste", title: "To paste into the policy" }),
      ...matrix(drilled, STRUCTURAL, { id: "matrix", title: "Files and keys" }, ids),
      ...survivors(drilled, VALUE, { id: "values", title: "Values that would pass" }, ids),
      ...paste(drilled, VALUE, { id: "paste-values", title: "To paste for values" }),
      ...matrix(drilled, VALUE, { id: "value-matrix", title: "Values" }, ids),
      ...notDrilled(drilled),
      about(drilled)
    ],
    noun: "error"
  });
}
var triedOf = ({ trials }, groups2) => trials.filter(({ group }) => groups2.includes(group)).length;
function wordOf(drilled) {
  const passed = survivorsOf(drilled, STRUCTURAL).length;
  if (triedOf(drilled, STRUCTURAL) === 0) return "No structural error was tried";
  return passed === 0 ? "None would pass" : `${passed} would pass`;
}
function top(drilled, word) {
  const [passed, tried] = [survivorsOf(drilled, STRUCTURAL).length, triedOf(drilled, STRUCTURAL)];
  const open = drilled.notDrilled.length > 0 || tried === 0;
  const values = triedOf(drilled, VALUE) > 0 && html`<p class="quiet">Apart: ${headlines(drilled).at(-1)}</p>`;
  return pageTop({
    verdict: passed > 0 ? "fail" : open ? "inconclusive" : "pass",
    word,
    found: tried === 0 ? "" : `of ${plural(tried, "error")} that damage a file or a key`,
    meaning: html`${scopeOf(drilled)}`,
    more: html`${toDo(drilled, passed)}${values}`
  });
}
function toDo(drilled, passed) {
  const lines = pasteLines(drilled, STRUCTURAL);
  const items = [
    ...lines.length === 0 ? [] : [
      html`<a href="#paste">Paste the rules that stop them into the policy</a>, or have it done: <code>holdfast drill --write-policy</code>${lines.length <= MOST_AT_TOP && commandBlock(lines)}`
    ],
    ...passed === 0 ? [] : [
      html`<a href="#passes">Read ${plural(passed, "error")} that would pass</a>: each with the rule that stops it, where there is one.`
    ],
    ...drilled.notDrilled.length === 0 ? [] : [
      html`<a href="#not-drilled">Look at ${plural(drilled.notDrilled.length, "critical file")} that could not be drilled</a>.`
    ]
  ];
  if (items.length === 0) return html``;
  return html`<h2 class="do">What to do</h2><ol class="do">${items.map((item) => html`<li>${item}</li>`)}</ol>`;
}
function survivors(drilled, groups2, heading, ids) {
  const all = survivorsOf(drilled, groups2);
  if (all.length === 0) return [];
  const list = bounded(all, ROOM, (trial, index) => survivorBlock(trial, ids.get(trial), index));
  const left = list.left === 0 ? void 0 : `${plural(list.left, "more error")} would make this page too large to open; holdfast drill --format json lists them all.`;
  return [{ ...heading, count: all.length, body: html`${inChunks(list.shown)}${leftOut(left)}` }];
}
function pasteLines(drilled, groups2) {
  const text = pasteText(drilled, groups2);
  return text === "" ? [] : text.trimEnd().split("\n");
}
function paste(drilled, groups2, heading) {
  const lines = pasteLines(drilled, groups2);
  if (lines.length === 0) return [];
  const each = groups2 === VALUE ? " Each also stops changes that are meant: only where a value must not change unseen." : "";
  const body = html`<p>Added at the end of the lists of the same name; of several entries that select a file, all count.${each}</p>${commandBlock(lines)}`;
  return [{ ...heading, body }];
}
function matrix({ trials, failOn }, groups2, heading, ids) {
  const { services, rows } = matrixOf(trials, groups2);
  if (rows.length === 0) return [];
  const first = /* @__PURE__ */ new Map();
  for (const [{ operator, service = NO_SERVICE }, id] of ids) {
    const name = JSON.stringify([operator, service]);
    if (!first.has(name)) first.set(name, id);
  }
  const hrefOf = (operator, service) => {
    const href = first.get(JSON.stringify([operator, service]));
    return href === void 0 ? {} : { href };
  };
  const body = heatmap({
    title: "What the check says of each error, by service; a cell shows the weakest, and leads to what passes",
    rowTitle: "Service",
    failOn,
    columns: rows.map(({ operator }) => ({
      label: operator.title,
      ...groups2 === VALUE ? {} : { group: operator.group === "file" ? "the whole file" : "keys" }
    })),
    rows: services.map((service, index) => ({
      label: service,
      cells: rows.map(
        ({ operator, cells }) => cells[index] && { ...cells[index], ...hrefOf(operator.id, service) }
      )
    }))
  });
  return [{ ...heading, body }];
}
function notDrilled({ notDrilled: files }) {
  if (files.length === 0) return [];
  const list = bounded(
    files,
    ROOM,
    ({ path, reason }) => html`<li class="item"><p><code class="path">${path}</code> ${reason}</p></li>
`
  );
  const left = list.left === 0 ? void 0 : plural(list.left, "more file");
  const body = html`<ul class="plain">${list.shown}</ul>${leftOut(left)}`;
  return [{ id: "not-drilled", title: "Not drilled", count: files.length, body }];
}
function about({ commit, policy, seed, files, failOn, trials, reused }) {
  const rows = [
    ["Commit", html`<code>${commit}</code>, against itself and one error at a time`],
    ["Policy", html`${policySentence(policy).replace(/^policy /, "")}`],
    ["Fails on", html`${failOn}${failOn !== "error" && " and what is more severe"}`],
    ["Tried", html`${plural(trials.length, "error")} in ${plural(files, "critical file")}; seed ${seed}`],
    ...reused === 0 ? [] : [["Unchanged", html`${plural(reused, "file")} since the last drill`]],
    ["Data", html`<code>holdfast drill --format json</code>`]
  ];
  const body = html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
  return { id: "about", title: "About this drill", body };
}
export {
  drillPage
};
