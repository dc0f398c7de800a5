import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  headline,
  isReview,
  isVerification,
  retentionText,
  verdictSentence
} from "./chunk-MY4W45IY.js";
import {
  isVague,
  withFolded
} from "./chunk-VAQBDYZP.js";
import {
  SEVERITIES,
  atLeast
} from "./chunk-LHQRXSF5.js";
import {
  describe,
  fixParts,
  grouped,
  isWholeFile,
  plural,
  whatInFile,
  whereOf
} from "./chunk-IWPKGJK5.js";
import {
  HIDDEN
} from "./chunk-HCG7IYJE.js";
import {
  addTo
} from "./chunk-5MHXILHF.js";
import {
  visible
} from "./chunk-YXG2IT4E.js";

// src/reports/html/template.ts
var LONGEST = 2e3;
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;"
};
function html(strings, ...parts) {
  let text = strings[0];
  parts.forEach((part, index) => {
    text += rendered(part) + strings[index + 1];
  });
  return { html: text };
}
function escaped(text) {
  const shown = clipped(text);
  if (/^[\w ./:-]*$/.test(shown)) return shown;
  return visible(shown).replace(/[&<>"'`]/g, (character) => ENTITIES[character]);
}
function clipped(text, most = LONGEST) {
  if (text.length <= most) return text;
  const start = text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  return `${start}\u2026 (${grouped(text.length - start.length)} more characters)`;
}
function rendered(part) {
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  if (part === void 0 || part === false) return "";
  return "html" in part ? part.html : part.map(rendered).join("");
}

// src/reports/html/bounded.ts
function bounded(items, most, toHtml) {
  const shown = [];
  let size = 0;
  for (const [index, item] of items.entries()) {
    const made = toHtml(item, index);
    size += made.html.length;
    if (size > most && shown.length > 0) break;
    shown.push(made);
  }
  return { shown, left: items.length - shown.length };
}
var CHUNK = 25;
function inChunks(items) {
  if (items.length <= CHUNK) return html`${items}`;
  const chunks = [];
  for (let start = 0; start < items.length; start += CHUNK) {
    chunks.push(html`<div class="chunk">${items.slice(start, start + CHUNK)}</div>`);
  }
  return html`${chunks}`;
}
function leftOut(text) {
  return text === void 0 ? html`` : html`<p class="left">${text}</p>`;
}

// src/reports/html/marked.ts
var SHORTEST = 3;
function marked(before, after) {
  const [old, now] = [[...before], [...after]];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  if (start + end < SHORTEST || start + end === Math.max(old.length, now.length)) {
    return { before: html`${before}`, after: html`${after}` };
  }
  const part = (text) => ({
    head: text.slice(0, start).join(""),
    middle: text.slice(start, text.length - end).join(""),
    tail: text.slice(text.length - end).join("")
  });
  const [gone, come] = [part(old), part(now)];
  return {
    before: html`${gone.head}${gone.middle !== "" && html`<del>${gone.middle}</del>`}${gone.tail}`,
    after: html`${come.head}${come.middle !== "" && html`<ins>${come.middle}</ins>`}${come.tail}`
  };
}

// src/reports/html/rows.ts
var LONGEST_VALUE = 600;
var LONGEST_LINE = 400;
var KINDS = {
  added: { sign: "+", word: "added" },
  removed: { sign: "\u2212", word: "removed" },
  changed: { sign: "~", word: "changed" },
  retyped: { sign: "\u2260", word: "type changed" }
};
function keyRow(summary, told) {
  const { kind, key, line } = summary;
  const { sign, word } = KINDS[kind];
  const cells = values(summary);
  return html`<tr class="${kind}" data-kind="${kind}"><td class="mark"><b aria-hidden="true">${sign}</b> ${word}</td><th scope="row"><code>${key === "" ? "(the whole document)" : clipped(key, LONGEST_VALUE)}</code>${line !== void 0 && html`<span class="at">line ${line}</span>`}${told !== void 0 && html`<a class="sev ${told.severity}" href="#${told.id}" title="${told.check}">${told.severity}</a>`}</th><td class="old">${cells.before}</td><td class="new">${cells.after}</td></tr>
`;
}
var NOTHING = html`<span class="none">not there</span>`;
function values({ kind, before, after }) {
  if (kind === "changed" && before === HIDDEN && after === HIDDEN) {
    return {
      before: html`<code>${HIDDEN}</code>`,
      after: html`<code>${HIDDEN}</code> <span class="none">another value</span>`
    };
  }
  const [old, now] = [textOf(before), textOf(after)];
  if (kind === "changed" && typeof before === "string" && typeof after === "string") {
    const both = marked(old, now);
    return { before: html`<code>${both.before}</code>`, after: html`<code>${both.after}</code>` };
  }
  return {
    before: kind === "added" ? NOTHING : html`<code>${old}</code>`,
    after: kind === "removed" ? NOTHING : html`<code>${now}</code>`
  };
}
function textOf(value) {
  if (value === void 0) return "\u2026";
  return value === HIDDEN ? HIDDEN : clipped(JSON.stringify(value), LONGEST_VALUE);
}
function pairLines(lines) {
  const pairs = [];
  let open = [];
  let last;
  for (const line of lines) {
    if (line.sign === "-") {
      if (last?.sign !== "-" || last.line + 1 !== line.line) open = [];
      const pair = { before: line };
      pairs.push(pair);
      open.push(pair);
    } else {
      if (last?.sign === "+" && last.line + 1 !== line.line) open = [];
      const free = open.shift();
      if (free === void 0) pairs.push({ after: line });
      else free.after = line;
    }
    last = line;
  }
  return pairs;
}
function lineRow({ before, after }) {
  const [old, now] = [textOfLine(before), textOfLine(after)];
  const both = before !== void 0 && after !== void 0 ? marked(old, now) : { before: html`${old}`, after: html`${now}` };
  const kind = before === void 0 ? "added" : after === void 0 ? "removed" : "changed";
  const { sign, word } = KINDS[kind];
  return html`<tr class="${kind}" data-kind="${kind}"><td class="mark"><b aria-hidden="true">${sign}</b> <span class="vh">${word}</span></td><td class="num">${before?.line}</td><td class="old"><code>${both.before}</code></td><td class="num">${after?.line}</td><td class="new"><code>${both.after}</code></td></tr>
`;
}
function textOfLine(line) {
  return line === void 0 ? "" : clipped(line.text.replaceAll("	", "  "), LONGEST_LINE);
}

// src/reports/html/files.ts
var ROOM = 4e6;
var MOST_OPEN = 10;
var MOST_OPEN_ROWS = 60;
var MOST_ENTRIES = 200;
var COMMITS = { name: "", before: "Before", after: "After", withoutRows };
var HOST = {
  name: " live",
  before: "As it should be",
  after: "On the host",
  withoutRows: withoutRowsOnHost
};
function filesSection(decision, ids) {
  const files = inOrder(decision);
  if (files.length === 0) return { section: void 0, entries: [], left: 0 };
  const told = toldKeys(decision.findings, ids);
  const found = findingsOf(decision.findings, ids);
  const sides = isVerification(decision) ? HOST : COMMITS;
  const list = bounded(
    files,
    ROOM,
    (change, index) => fileBlock(change, {
      id: `d-${index + 1}`,
      findings: found.get(change.path) ?? [],
      told,
      open: index < MOST_OPEN,
      sides
    })
  );
  const left = list.left === 0 ? void 0 : `${plural(list.left, "more file")} would make this page too large to open; holdfast --format json lists them all.`;
  const entries2 = files.slice(0, Math.min(list.shown.length, MOST_ENTRIES)).map((change, index) => {
    const findings = found.get(change.path) ?? [];
    return {
      href: `d-${index + 1}`,
      text: change.path,
      ...findings.length === 0 ? {} : { mark: countMark(findings) }
    };
  });
  const section = {
    id: "files",
    title: "Files",
    count: files.length,
    body: html`${inChunks(list.shown)}${leftOut(left)}`
  };
  return { section, entries: entries2, left: files.length - entries2.length };
}
function inOrder({ changes, findings }) {
  const rank = /* @__PURE__ */ new Map();
  findings.forEach(({ path }, index) => {
    if (!rank.has(path)) rank.set(path, index);
  });
  const of = ({ path }) => rank.get(path) ?? findings.length;
  return [...changes].sort((one, other) => of(one) - of(other));
}
function findingsOf(findings, ids) {
  const groups = /* @__PURE__ */ new Map();
  for (const [index, finding] of findings.entries()) {
    const id = ids[index];
    if (id === void 0) continue;
    addTo(groups, finding.path, { id, severity: finding.severity, check: finding.check });
  }
  return groups;
}
function toldKeys(findings, ids) {
  const told = /* @__PURE__ */ new Map();
  for (const [index, finding] of findings.entries()) {
    const id = ids[index];
    if (id === void 0) continue;
    for (const { path, key, severity, check } of [finding, ...finding.folded ?? []]) {
      const name = JSON.stringify([path, key]);
      if (key !== void 0 && !told.has(name)) told.set(name, { id, severity, check });
    }
  }
  return told;
}
function fileBlock(change, { id, findings, told, open, sides }) {
  const { path, status, from, to, service, critical, keys = [], lines = [] } = change;
  const moved = from !== void 0 ? html`<span>was <code>${from}</code></span>` : to !== void 0 && html`<span>now <code>${to}</code></span>`;
  const kept = retentionText(change);
  const short = keys.length + lines.length <= MOST_OPEN_ROWS;
  return html`<details class="file" id="${id}"${open && short && html` open`}><summary><code class="path">${path}</code><span class="where"><span>${status}</span>${moved}${critical && html`<span class="tag">critical</span>`}${service !== void 0 && html`<span>service ${service}</span>`}${counts(change)}${kept !== void 0 && html`<span>${kept} kept</span>`}</span></summary>
<div class="body">${links(findings)}${difference(change, told, sides)}</div></details>
`;
}
function counts({ keys, lines }) {
  const kinds = keys === void 0 ? (lines ?? []).map(({ sign }) => sign === "-" ? "removed" : "added") : keys.map(({ kind }) => kind);
  const count = (...of) => kinds.filter((kind) => of.includes(kind)).length;
  const part = (name, sign, number) => number > 0 && html`<span class="${name}" title="${number} ${name}">${sign}${number}<span class="vh"> ${name}</span></span>`;
  return html`<span class="counts">${part("added", "+", count("added"))}${part("removed", "\u2212", count("removed"))}${part("changed", "~", count("changed", "retyped"))}</span>`;
}
function links(findings) {
  if (findings.length === 0) return html``;
  const shown = findings.slice(0, 10).map(
    ({ id, severity, check }) => html`<span class="sev ${severity}">${severity}</span> <a href="#${id}">${check}</a> `
  );
  return html`<p class="links">Findings: ${shown}${findings.length > 10 && html`and ${findings.length - 10} more`}</p>`;
}
function countMark(findings) {
  const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
  const what = plural(findings.length, "finding");
  return html`<span class="n ${worst}" title="${what}, worst: ${worst}">${findings.length}<span class="vh"> ${what}, worst: ${worst}</span></span>`;
}
function difference(change, told, sides = COMMITS) {
  const { path, keys, lines, keysTotal = 0, linesTotal = 0 } = change;
  if (lines !== void 0 && lines.length > 0) {
    const more2 = linesTotal - lines.length;
    return html`<table class="diff bylines${sides.name}"><caption class="vh">Lines that differ in ${path}</caption><thead><tr><th scope="col"><span class="vh">What</span></th><th scope="col"><span class="vh">Old line</span></th><th scope="col">${sides.before}</th><th scope="col"><span class="vh">New line</span></th><th scope="col">${sides.after}</th></tr></thead><tbody>
${pairLines(lines).map(lineRow)}</tbody></table>${leftOut(more2 > 0 ? `${plural(more2, "more line")} came or went; only the first are kept in a decision.` : void 0)}`;
  }
  if (keys === void 0 || keys.length === 0) return html`<p class="quiet">${sides.withoutRows(change)}</p>`;
  const more = keysTotal - keys.length;
  const rows = keys.map((key) => keyRow(key, told.get(JSON.stringify([path, key.key]))));
  return html`<table class="diff${sides.name}"><caption class="vh">Keys that differ in ${path}</caption><thead><tr><th scope="col">What</th><th scope="col">Key</th><th scope="col">${sides.before}</th><th scope="col">${sides.after}</th></tr></thead><tbody>
${rows}</tbody></table>${leftOut(more > 0 ? `${plural(more, "more key")} differ; only the first are kept in a decision.` : void 0)}`;
}
function withoutRows({ status, keys }) {
  if (keys !== void 0) return "No key differs: only comments, order or layout changed.";
  if (status === "added") return "The file is new.";
  if (status === "removed" || status === "renamed") return "There is nothing at this path any more.";
  return "It has no keys that could be compared, and no lines that may be shown.";
}
function withoutRowsOnHost({ status, keys }) {
  if (status === "added") return "Nothing should be here.";
  if (status === "removed") return "There is nothing at this place.";
  return keys === void 0 ? "No key or line of it is shown; the finding says what differs." : "No key differs; the finding says what does.";
}

// src/reports/html/finding.ts
var MOST_FOLDED = 50;
var MOST_ENTRIES2 = 20;
var LONGEST_LINE2 = 400;
var TAB = "  ";
function findingBlock(finding, options) {
  const { decision, id, open } = options;
  const { severity, service, check, folded = [] } = finding;
  const facts = [
    service !== void 0 && html`<span>service ${service}</span>`,
    html`<span>${checkName(check, options.docsUrl)}</span>`,
    folded.length > 0 && html`<span>${plural(folded.length, "consequence")}</span>`
  ];
  return html`<details class="f ${severity}" id="${id}"${open && html` open`}><summary><span class="sev">${severity}</span><span class="what">${whatInFile(finding, decision.base)}</span><span class="where">${place(finding)}${facts}</span></summary>
<div class="body"><dl>${dlRow("Why", html`${describe(finding, decision.base).why}`)}${dlRow("Do", whatToDo(finding, decision.base))}</dl>
${excerptOf(finding)}${consequences(folded, decision.base)}${acceptance(finding, decision)}</div></details>
`;
}
function dlRow(label, text) {
  return html`<dt>${label}</dt><dd>${text}</dd>`;
}
function commandBlock(lines) {
  return html`<pre class="copy">${lines.join("\n") === "" ? "" : joined(lines)}</pre>`;
}
function joined(lines) {
  return html`${lines.map((line, index) => [index > 0 && html`\n`, line])}`;
}
function place(finding) {
  const { path, line, column, side, key } = finding;
  const known = line !== void 0 && !isWholeFile(finding);
  const at = known && side !== "before" && `:${line}${column === void 0 ? "" : `:${column}`}`;
  return html`<code class="path">${path}${at}</code>${known && side === "before" && html`<span>line ${line} of the old file</span>`}${key !== void 0 && key !== "" && html`<code class="key">${key}</code>`}`;
}
function checkName(check, docsUrl) {
  if (docsUrl === void 0 || !/^[a-z-]+$/.test(check)) return html`${check}`;
  return html`<a href="${docsUrl}/checks/${check}.md">${check}</a>`;
}
function whatToDo(finding, base) {
  const { text, command, rest } = fixParts(finding, base);
  if (command === void 0) return html`${text}${rest}`;
  if (!text.endsWith(": ") || !/^\.( |$)/.test(rest)) return html`${text}<code>${command}</code>${rest}`;
  return html`${text}${commandBlock([command])}${rest.length > 1 && html`<p>${rest.slice(2)}</p>`}`;
}
function excerptOf(finding) {
  const { excerpt: lines, line } = finding;
  if (lines === void 0 || isWholeFile(finding)) return html``;
  const shown = lines.lines.map((text, index) => {
    const number = lines.first + index;
    const here = number === line;
    return html`<span class="${here ? "l here" : "l"}"><i>${here ? ">" : " "}${number}</i>${clipped(text.replaceAll("	", TAB), LONGEST_LINE2)}</span>`;
  });
  return html`<pre class="lines">${shown}</pre>`;
}
function consequences(folded, base) {
  if (folded.length === 0) return html``;
  const items = folded.slice(0, MOST_FOLDED).map(
    (one) => html`<li><span class="sev ${one.severity}">${one.severity}</span> ${whatInFile(one, base)}</li>`
  );
  const more = folded.length - MOST_FOLDED;
  return html`<details class="sub"><summary>${plural(folded.length, "consequence")} of it</summary><ul>${items}${more > 0 && html`<li>and ${more} more, which --format json lists</li>`}</ul></details>`;
}
function acceptance(finding, decision) {
  const facts = withFolded(finding).filter(({ severity }) => atLeast(severity, decision.failOn));
  if (facts.length === 0)
    return html`<p class="quiet">Does not block. Fingerprint <code>${finding.fingerprint}</code></p>`;
  const onHost = isVerification(decision);
  const how = facts.some(isVague) ? approval(facts, onHost) : entries(facts, onHost);
  return html`<details class="sub"><summary>If it is right as it is</summary>${how}</details>`;
}
var REVIEW = "An approving review of exactly this commit";
function approval(facts, onHost) {
  const why = JSON.stringify(facts.map(({ args }) => args)).includes(HIDDEN) ? "hidden" : "hidden or shortened";
  const way = onHost ? "" : `${REVIEW} lets it pass, by somebody whom the policy names. `;
  return html`<p>${way}Its values are ${why}, so no entry under <code>accept</code> can stand for it. Fingerprint <code>${facts[0].fingerprint}</code></p>`;
}
function entries(facts, onHost) {
  const lines = facts.slice(0, MOST_ENTRIES2).flatMap(({ fingerprint }) => [
    // In quotes: one of digits alone would be a number.
    `  - finding: '${fingerprint}'`,
    "    reason: WHY",
    "    expires: YYYY-MM-DD"
  ]);
  const more = facts.length - MOST_ENTRIES2;
  const way = onHost ? "Until it is known to be good, this in the policy:" : `${REVIEW}, by somebody whom the policy names; or, for good, this in the policy of the base:`;
  return html`<p>${way}</p>${commandBlock(["accept:", ...lines])}${more > 0 && html`<p>and an entry for each of ${more} more consequences, which --format json lists.</p>`}`;
}

// src/reports/html/page.ts
import { createHash } from "node:crypto";

// src/reports/html/page.client.js
var page_client_default = "// Filter, folding, keys and copying. Everything that this script touches is there and readable without it.\n\n{\n  const $ = (id) => document.getElementById(id);\n  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];\n  const lower = (node) => node.textContent.toLowerCase();\n  const say = (text) => {\n    $('said').textContent = text;\n  };\n\n  const findings = all('details.f').map((node) => ({ node, text: undefined, severity: node.classList[1] }));\n  const groups = all('.group');\n  const files = all('details.file').map((node) => ({ node, text: undefined, rows: undefined }));\n  const rest = all('.item').map((node) => ({ node, text: undefined }));\n  const chunks = all('.chunk');\n  const off = new Set();\n\n  const show = (node, visible) => {\n    if (node.hidden === visible) node.hidden = !visible;\n    return visible;\n  };\n  const textOf = (item) => {\n    item.text ??= lower(item.node);\n    return item.text;\n  };\n  /** A file is shown with all its rows when its own line fits, else with the rows that do. */\n  const showFile = (item, fits) => {\n    item.rows ??= all('tbody tr', item.node).map((node) => ({ node, text: lower(node) }));\n    item.text ??= lower(item.node.firstElementChild);\n    const whole = fits(item.text);\n    let some = whole;\n    for (const { node, text } of item.rows) some = show(node, whole || fits(text)) || some;\n    return show(item.node, some);\n  };\n\n  const filter = () => {\n    const words = $('filter').value.toLowerCase().split(/\\s+/).filter(Boolean);\n    const fits = (text) => words.every((word) => text.includes(word));\n    const plain = words.length === 0;\n    let found = 0;\n    for (const item of findings) {\n      const wanted = !off.has(item.severity) && (plain || fits(textOf(item)));\n      if (show(item.node, wanted)) found += 1;\n    }\n    for (const group of groups) {\n      const number = all('details.f:not([hidden])', group).length;\n      show(group, number > 0);\n      group.querySelector('h3 .n').textContent = number.toLocaleString('en-US');\n    }\n    let shown = 0;\n    for (const item of files) if (showFile(item, plain ? () => true : fits)) shown += 1;\n    for (const node of chunks) show(node, node.querySelector(':scope > :not([hidden])') !== null);\n    for (const item of rest) show(item.node, plain || fits(textOf(item)));\n    const parts = [];\n    const part = (number, list, noun) => {\n      if (list.length > 0)\n        parts.push(`${number.toLocaleString('en-US')} of ${list.length.toLocaleString('en-US')} ${noun}`);\n    };\n    part(found, findings, $('tools').dataset.noun);\n    part(shown, files, 'files');\n    $('tally').textContent = plain && off.size === 0 ? '' : parts.join(', ');\n    say($('tally').textContent);\n  };\n\n  let waiting;\n  const filterSoon = () => {\n    clearTimeout(waiting);\n    waiting = setTimeout(filter, 80);\n  };\n\n  const foldAll = (open) => {\n    for (const { node } of [...findings, ...files]) if (!node.hidden) node.open = open;\n    say(open ? 'All unfolded' : 'All folded');\n  };\n\n  const go = (node) => {\n    node.firstElementChild.focus({ preventScroll: true });\n    node.scrollIntoView({ block: 'start' });\n  };\n  /** The next of a list after where the focus is, or after what the top of the window shows. */\n  const move = (list, step) => {\n    const visible = list.map(({ node }) => node).filter((node) => !node.hidden);\n    if (visible.length === 0) return;\n    const here = document.activeElement?.closest('details.f, details.file');\n    let index = visible.indexOf(here);\n    if (index !== -1) index += step;\n    else {\n      const top = $('tools').getBoundingClientRect().bottom;\n      const below = visible.findIndex((node) => node.getBoundingClientRect().top >= top - 1);\n      index =\n        step > 0 ? (below === -1 ? visible.length - 1 : below) : (below === -1 ? visible.length : below) - 1;\n    }\n    const node = visible[Math.max(0, Math.min(visible.length - 1, index))];\n    go(node);\n  };\n\n  const unfoldTarget = () => {\n    const target = location.hash.length > 1 ? $(decodeURIComponent(location.hash.slice(1))) : null;\n    if (!target?.matches('details')) return;\n    show(target, true);\n    for (const around of [target.closest('.group'), target.closest('.chunk')]) {\n      if (around !== null) show(around, true);\n    }\n    target.open = true;\n    go(target);\n  };\n\n  const copy = async (button, pre) => {\n    const text = pre.textContent;\n    let done = true;\n    try {\n      await navigator.clipboard.writeText(text);\n    } catch {\n      const range = document.createRange();\n      range.selectNodeContents(pre);\n      getSelection().removeAllRanges();\n      getSelection().addRange(range);\n      done = false;\n    }\n    button.textContent = done ? 'Copied' : 'Selected';\n    say(done ? 'Copied' : 'Selected: copy it with the keys of your system');\n    setTimeout(() => {\n      button.textContent = 'Copy';\n    }, 1500);\n  };\n  /** Only for what is unfolded: five thousand findings would need as many buttons. */\n  const addButtons = (inside) => {\n    for (const pre of all('pre.copy', inside)) {\n      if (pre.parentElement.matches('.command') || pre.closest('details:not([open])') !== null) continue;\n      const box = document.createElement('div');\n      box.className = 'command';\n      pre.replaceWith(box);\n      const button = document.createElement('button');\n      button.type = 'button';\n      button.textContent = 'Copy';\n      button.addEventListener('click', () => copy(button, pre));\n      box.append(pre, button);\n    }\n  };\n\n  const addKinds = () => {\n    for (const severity of ['error', 'warning', 'notice']) {\n      const number = findings.filter((item) => item.severity === severity).length;\n      if (number === 0) continue;\n      const button = document.createElement('button');\n      button.type = 'button';\n      button.className = `kind ${severity}`;\n      button.setAttribute('aria-pressed', 'true');\n      button.textContent = `${number.toLocaleString('en-US')} ${severity}${number === 1 ? '' : 's'}`;\n      button.addEventListener('click', () => {\n        const wanted = off.delete(severity);\n        if (!wanted) off.add(severity);\n        button.setAttribute('aria-pressed', String(wanted));\n        filter();\n      });\n      $('kinds').append(button);\n    }\n  };\n\n  const KEYS = {\n    '/': () => $('filter').focus(),\n    j: () => move(findings, 1),\n    k: () => move(findings, -1),\n    n: () => move(files, 1),\n    p: () => move(files, -1),\n    e: () => foldAll(true),\n    c: () => foldAll(false),\n    '?': () => {\n      $('keys').open = !$('keys').open;\n      $('keys').firstElementChild.focus();\n    },\n  };\n  const onKey = (event) => {\n    if (event.key === 'Escape') {\n      if ($('keys').open) $('keys').open = false;\n      else if ($('filter').value !== '') {\n        $('filter').value = '';\n        filter();\n      }\n      return;\n    }\n    if (event.ctrlKey || event.metaKey || event.altKey || !$('single').checked) return;\n    if (event.target.matches('input:not([type=checkbox]), textarea, select')) return;\n    if (!Object.hasOwn(KEYS, event.key)) return;\n    event.preventDefault();\n    KEYS[event.key]();\n  };\n\n  if (findings.length + files.length + rest.length > 0) {\n    $('tools').hidden = false;\n    addKinds();\n    $('tools').addEventListener('submit', (event) => event.preventDefault());\n    $('filter').addEventListener('input', filterSoon);\n    $('unfold').addEventListener('click', () => foldAll(true));\n    $('fold').addEventListener('click', () => foldAll(false));\n    document.addEventListener('keydown', onKey);\n  }\n  addButtons(document);\n  document.addEventListener('toggle', (event) => addButtons(event.target), true);\n  addEventListener('hashchange', unfoldTarget);\n  unfoldTarget();\n\n  if (!CSS.supports('selector(::details-content)')) {\n    let opened = [];\n    addEventListener('beforeprint', () => {\n      opened = all('details:not([open])');\n      for (const node of opened) node.open = true;\n    });\n    addEventListener('afterprint', () => {\n      for (const node of opened) node.open = false;\n    });\n  }\n}\n";

// src/reports/html/style/base.css
var base_default = ':root {\n  color-scheme: light dark;\n  --bg: #ffffff;\n  --soft: #f6f7f9;\n  --line: #d9dee5;\n  --text: #1c2129;\n  --quiet: #57606c;\n  --link: #0b57b7;\n  --error: #b3141f;\n  --error-bg: #fdeeee;\n  --warning: #855300;\n  --warning-bg: #fdf4e1;\n  --notice: #245a96;\n  --notice-bg: #edf4fc;\n  --good: #17692f;\n  --good-bg: #eaf6ed;\n  --del: #ffd7d5;\n  --ins: #bdeec8;\n  --del-row: #fff6f5;\n  --ins-row: #f2fbf4;\n  --focus: #0b57b7;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --bg: #111418;\n    --soft: #191d23;\n    --line: #313843;\n    --text: #dfe4ea;\n    --quiet: #9aa5b3;\n    --link: #7fb4f5;\n    --error: #ff938a;\n    --error-bg: #34191b;\n    --warning: #e6b455;\n    --warning-bg: #2d2413;\n    --notice: #8abaf0;\n    --notice-bg: #16263a;\n    --good: #78cf8f;\n    --good-bg: #14291b;\n    --del: #6e2a2a;\n    --ins: #1f5a33;\n    --del-row: #1f1617;\n    --ins-row: #131e17;\n    --focus: #7fb4f5;\n  }\n}\n*,\n::before,\n::after {\n  box-sizing: border-box;\n}\nhtml {\n  scroll-padding-top: 4.5rem;\n}\nbody {\n  margin: 0;\n  background: var(--bg);\n  color: var(--text);\n  font:\n    14px / 1.5 system-ui,\n    -apple-system,\n    "Segoe UI",\n    "Liberation Sans",\n    Arial,\n    sans-serif;\n  overflow-wrap: anywhere;\n}\ncode,\npre,\nkbd {\n  font:\n    12.5px / 1.5 ui-monospace,\n    "SF Mono",\n    Menlo,\n    Consolas,\n    "DejaVu Sans Mono",\n    monospace;\n  unicode-bidi: isolate;\n}\na {\n  color: var(--link);\n  text-underline-offset: 2px;\n}\n:focus-visible {\n  outline: 2px solid var(--focus);\n  outline-offset: 1px;\n  border-radius: 2px;\n}\nmain:focus {\n  outline: none;\n}\n[hidden] {\n  display: none !important;\n}\n.vh {\n  position: absolute;\n  width: 1px;\n  height: 1px;\n  overflow: hidden;\n  clip-path: inset(50%);\n  white-space: nowrap;\n}\n.skip {\n  position: absolute;\n  left: 8px;\n  top: -60px;\n  background: var(--bg);\n  padding: 6px 12px;\n  z-index: 9;\n}\n.skip:focus {\n  top: 8px;\n}\n.quiet,\n.left,\n.none,\n.at {\n  color: var(--quiet);\n}\n.none {\n  font-style: italic;\n}\n.left {\n  margin: 8px 0;\n  border-left: 3px solid var(--line);\n  padding-left: 10px;\n}\n';

// src/reports/html/style/findings.css
var findings_default = '.sev {\n  display: inline-block;\n  font-size: 12px;\n  font-weight: 600;\n  line-height: 18px;\n  padding: 0 7px;\n  border-radius: 3px;\n  text-decoration: none;\n  color: var(--quiet);\n  background: var(--soft);\n}\n.sev.error,\n.sev.missed,\n.f.error > summary .sev,\n.n.error {\n  color: var(--error);\n  background: var(--error-bg);\n  border-radius: 3px;\n}\n.sev.warning,\n.f.warning > summary .sev,\n.n.warning {\n  color: var(--warning);\n  background: var(--warning-bg);\n  border-radius: 3px;\n}\n.sev.notice,\n.f.notice > summary .sev,\n.n.notice {\n  color: var(--notice);\n  background: var(--notice-bg);\n  border-radius: 3px;\n}\na.sev:hover {\n  text-decoration: underline;\n}\n.f,\n.file {\n  border: 1px solid var(--line);\n  border-radius: 4px;\n  margin: 0 0 6px;\n}\n.chunk {\n  content-visibility: auto;\n  contain-intrinsic-size: auto 1550px;\n}\n.f > summary,\n.file > summary {\n  padding: 7px 12px;\n  cursor: pointer;\n  list-style: none;\n  display: grid;\n  grid-template-columns: 14px 72px minmax(0, 1fr);\n  gap: 0 8px;\n  align-items: baseline;\n}\n.file > summary {\n  grid-template-columns: 14px minmax(0, 1fr) auto;\n  background: var(--soft);\n  border-radius: 4px;\n}\n.f > summary::-webkit-details-marker,\n.file > summary::-webkit-details-marker {\n  display: none;\n}\n.f > summary::before,\n.file > summary::before {\n  content: "\u25B8";\n  color: var(--quiet);\n  font-size: 12px;\n}\n.f[open] > summary::before,\n.file[open] > summary::before {\n  content: "\u25BE";\n}\n.f > summary:hover {\n  background: var(--soft);\n}\n.f .sev {\n  justify-self: start;\n}\n.sev {\n  white-space: nowrap;\n}\n.what {\n  font-weight: 600;\n}\n.f .where {\n  grid-column: 3;\n}\n.where {\n  color: var(--quiet);\n  font-size: 13px;\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0 12px;\n  align-items: baseline;\n}\n.path {\n  color: var(--text);\n}\n.file > summary .path {\n  font-weight: 600;\n}\n.key {\n  color: var(--text);\n  background: var(--soft);\n  padding: 0 4px;\n  border-radius: 3px;\n}\n.file .where {\n  justify-content: flex-end;\n}\n';

// src/reports/html/style/frame.css
var frame_default = ".head {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 2px 20px;\n  align-items: baseline;\n  padding: 9px 20px;\n  border-bottom: 1px solid var(--line);\n  background: var(--soft);\n}\n.head p {\n  margin: 0;\n}\n.brand b {\n  letter-spacing: 0.01em;\n}\n.about {\n  color: var(--quiet);\n  font-size: 13px;\n}\n.about span {\n  margin-left: 12px;\n}\n.frame {\n  display: grid;\n  grid-template-columns: 270px minmax(0, 1fr);\n  max-width: 1480px;\n  margin: 0 auto;\n}\n.nav {\n  position: sticky;\n  top: 0;\n  align-self: start;\n  max-height: 100vh;\n  overflow: auto;\n  padding: 18px 12px 18px 20px;\n  font-size: 13px;\n}\n.nav ul {\n  list-style: none;\n  margin: 0;\n  padding: 0;\n}\n.nav a {\n  color: inherit;\n  text-decoration: none;\n  display: flex;\n  gap: 6px;\n  padding: 3px 8px;\n  border-radius: 4px;\n  justify-content: space-between;\n}\n.nav a:hover {\n  background: var(--soft);\n  text-decoration: underline;\n}\n.nav h2 {\n  font-size: 12px;\n  font-weight: 600;\n  color: var(--quiet);\n  margin: 16px 8px 4px;\n  padding: 0;\n  border: 0;\n}\n.nav .files li {\n  display: grid;\n  grid-template-columns: minmax(0, 1fr) auto;\n  align-items: center;\n}\n.nav .files a {\n  display: block;\n  overflow: hidden;\n  white-space: nowrap;\n  text-overflow: ellipsis;\n  direction: rtl;\n  text-align: left;\n  font-size: 12.5px;\n}\n.nav .left {\n  margin: 4px 8px;\n}\n.n {\n  color: var(--quiet);\n  font-weight: 400;\n  font-variant-numeric: tabular-nums;\n}\n.n.error,\n.n.warning,\n.n.notice {\n  font-weight: 600;\n  padding: 0 6px;\n}\nmain {\n  padding: 18px 24px 60px;\n  min-width: 0;\n}\nh1,\nh2,\nh3 {\n  line-height: 1.3;\n  margin: 0;\n}\nsection {\n  margin-top: 30px;\n}\nsection > h2 {\n  margin-bottom: 10px;\n  font-size: 17px;\n  padding-bottom: 6px;\n  border-bottom: 1px solid var(--line);\n}\nh3 {\n  font-size: 14px;\n  margin: 16px 0 6px;\n}\n";

// src/reports/html/style/graph.css
var graph_default = '/* Not the page but this holds what is only read aloud: it would make the page as wide as the table. */\n.scroll {\n  position: relative;\n  overflow-x: auto;\n  margin: 8px 0;\n}\nsvg text {\n  fill: var(--text);\n  font:\n    12px ui-monospace,\n    "SF Mono",\n    Menlo,\n    Consolas,\n    "DejaVu Sans Mono",\n    monospace;\n}\nsvg .col,\nsvg .axis {\n  fill: var(--quiet);\n  font:\n    12px system-ui,\n    "Liberation Sans",\n    Arial,\n    sans-serif;\n}\n.graph {\n  max-width: none;\n}\n.box rect {\n  fill: var(--soft);\n  stroke: var(--line);\n}\n.box.critical > rect:first-of-type {\n  stroke: var(--error);\n  fill: var(--error-bg);\n}\n.graph .bar {\n  fill: var(--error);\n  stroke: none;\n}\n.graph .strong {\n  font-weight: 600;\n}\n.edge {\n  fill: none;\n  stroke: var(--quiet);\n  stroke-width: 1;\n  opacity: 0.6;\n}\n.edge.critical {\n  stroke: var(--error);\n  stroke-width: 2;\n  opacity: 1;\n}\n';

// src/reports/html/style/inside.css
var inside_default = ".body {\n  padding: 2px 14px 12px 114px;\n}\n.file > .body {\n  padding: 0;\n  border-top: 1px solid var(--line);\n}\n.file > .body > p {\n  margin: 8px 14px;\n}\n.body dl {\n  display: grid;\n  grid-template-columns: 40px minmax(0, 1fr);\n  gap: 4px 8px;\n  margin: 4px 0 8px;\n  max-width: 92ch;\n}\n.body dt {\n  color: var(--quiet);\n}\n.body dd {\n  margin: 0;\n}\n.body dd p {\n  margin: 4px 0 0;\n}\npre {\n  margin: 6px 0;\n  white-space: pre-wrap;\n  tab-size: 2;\n}\npre.copy {\n  background: var(--soft);\n  border: 1px solid var(--line);\n  border-radius: 4px;\n  padding: 6px 10px;\n  user-select: all;\n}\n.command {\n  display: flex;\n  gap: 6px;\n  align-items: flex-start;\n  max-width: 92ch;\n  margin: 6px 0;\n}\n.command pre {\n  flex: 1;\n  margin: 0;\n  min-width: 0;\n}\n.lines {\n  border: 1px solid var(--line);\n  border-radius: 4px;\n  padding: 4px 0;\n  max-width: 110ch;\n}\n.l {\n  display: block;\n  padding: 0 10px 0 66px;\n  text-indent: -56px;\n  min-height: 1.5em;\n}\n.l i {\n  display: inline-block;\n  width: 46px;\n  margin-right: 10px;\n  text-indent: 0;\n  text-align: right;\n  font-style: normal;\n  color: var(--quiet);\n  user-select: none;\n}\n.l.here {\n  background: var(--warning-bg);\n}\n.l.here i {\n  color: var(--text);\n  font-weight: 600;\n}\n.sub {\n  margin: 6px 0;\n}\n.sub > summary {\n  cursor: pointer;\n  color: var(--link);\n  width: fit-content;\n}\n.sub ul {\n  margin: 4px 0;\n  padding-left: 20px;\n}\n.sub > p {\n  margin: 4px 0;\n  max-width: 92ch;\n}\n.tag {\n  border: 1px solid currentcolor;\n  border-radius: 3px;\n  padding: 0 5px;\n  font-size: 12px;\n  color: var(--error);\n}\n.counts {\n  display: inline-flex;\n  gap: 6px;\n  font-variant-numeric: tabular-nums;\n}\n.counts .added {\n  color: var(--good);\n}\n.counts .removed {\n  color: var(--error);\n}\n.counts .changed {\n  color: var(--warning);\n}\n.body > .facts,\n.verdict > .facts {\n  grid-template-columns: 70px minmax(0, 1fr);\n  max-width: none;\n  margin: 4px 0 8px;\n}\n.rank {\n  font-weight: 600;\n}\n.candidate > .body {\n  padding-left: 36px;\n}\n.part {\n  margin: 12px 0 0;\n  border: 1px solid var(--line);\n  border-radius: 4px;\n}\n.part > p,\n.part > .said {\n  margin: 6px 12px;\n}\n.said {\n  list-style: none;\n  padding: 0;\n}\n.said li {\n  margin: 3px 0;\n}\n.survivor > .body > p,\n.survivor .sub > p {\n  margin: 4px 0;\n}\n";

// src/reports/html/style/media.css
var media_default = '@media screen and (max-width: 900px) {\n  .tools {\n    position: static;\n  }\n  .diff td.old::before,\n  .diff td.new::before {\n    color: var(--quiet);\n    font-size: 12px;\n    display: inline-block;\n    width: 52px;\n  }\n  .diff td.old::before {\n    content: "before";\n  }\n  .diff td.new::before {\n    content: "after";\n  }\n  .diff.live td.old::before {\n    content: "should";\n  }\n  .diff.live td.new::before {\n    content: "is";\n  }\n  .frame {\n    display: block;\n  }\n  .nav {\n    position: static;\n    max-height: none;\n    padding: 8px 16px;\n    border-bottom: 1px solid var(--line);\n  }\n  .nav > ul:first-child {\n    display: flex;\n    flex-wrap: wrap;\n    gap: 0 4px;\n  }\n  .nav h2,\n  .nav .files,\n  .nav .left {\n    display: none;\n  }\n  main {\n    padding: 14px 16px 40px;\n  }\n  .body {\n    padding-left: 36px;\n  }\n  .f > summary {\n    grid-template-columns: 14px minmax(0, 1fr);\n  }\n  .f .what,\n  .f .where {\n    grid-column: 2;\n  }\n  .file > summary {\n    grid-template-columns: 14px minmax(0, 1fr);\n  }\n  .file .where {\n    grid-column: 2;\n    justify-content: flex-start;\n  }\n  .diff,\n  .diff tbody,\n  .diff tr,\n  .diff th,\n  .diff td {\n    display: block;\n  }\n  .diff thead {\n    display: none;\n  }\n  .diff tr {\n    border-top: 1px solid var(--line);\n    padding: 4px 0;\n  }\n  .diff th,\n  .diff td {\n    border: 0;\n    padding: 2px 12px;\n    width: auto !important;\n  }\n  .diff td.old,\n  .diff td.new {\n    border-left: 0;\n  }\n  .diff .num {\n    display: none;\n  }\n}\n@media print {\n  :root {\n    color-scheme: light;\n    --bg: #fff;\n    --soft: #f6f7f9;\n    --line: #c4cad2;\n    --text: #000;\n    --quiet: #444;\n    --link: #000;\n    --error: #8f0f18;\n    --error-bg: #fdeeee;\n    --warning: #6b4300;\n    --warning-bg: #fdf4e1;\n    --notice: #1d4a7c;\n    --notice-bg: #edf4fc;\n    --good: #12542a;\n    --good-bg: #eaf6ed;\n    --del: #ffd7d5;\n    --ins: #bdeec8;\n    --del-row: #fff;\n    --ins-row: #fff;\n  }\n  del,\n  ins,\n  .heat td,\n  .swatch,\n  .l.here {\n    print-color-adjust: exact;\n  }\n  body {\n    zoom: 0.8;\n  }\n  .nav,\n  .tools,\n  .skip,\n  .command button {\n    display: none !important;\n  }\n  .frame {\n    display: block;\n  }\n  main {\n    padding: 0;\n  }\n  .head {\n    padding: 0 0 6px;\n    background: none;\n  }\n  details::details-content {\n    content-visibility: visible !important;\n    height: auto;\n  }\n  .chunk,\n  .item {\n    content-visibility: visible;\n  }\n  .f > summary,\n  .file > summary,\n  tr,\n  .l {\n    break-inside: avoid;\n  }\n  .f > summary,\n  .file > summary,\n  h2,\n  h3 {\n    break-after: avoid;\n  }\n  .graph,\n  .timeline {\n    max-width: 100%;\n    height: auto;\n  }\n  .scroll {\n    overflow: visible;\n  }\n}\n@media (forced-colors: active) {\n  .f,\n  .file,\n  .verdict {\n    border-color: CanvasText;\n  }\n  .edge {\n    stroke: CanvasText;\n  }\n  .box rect {\n    stroke: CanvasText;\n    fill: Canvas;\n  }\n}\n';

// src/reports/html/style/plots.css
var plots_default = ".timeline line {\n  stroke: var(--quiet);\n  stroke-width: 1;\n  opacity: 0.6;\n}\n.timeline .base,\n.timeline .tick {\n  stroke: var(--quiet);\n  opacity: 1;\n}\n.timeline circle,\n.timeline rect,\n.timeline path {\n  fill: var(--bg);\n  stroke: var(--quiet);\n  stroke-width: 1.5;\n}\n.timeline .top line {\n  stroke: var(--error);\n  opacity: 1;\n}\n.timeline .top circle,\n.timeline .top rect,\n.timeline .top path {\n  fill: var(--error);\n  stroke: var(--error);\n}\n.timeline .pass line {\n  stroke: var(--good);\n  stroke-dasharray: 4 3;\n  opacity: 1;\n}\n.timeline .failure line {\n  stroke: var(--error);\n  stroke-dasharray: 4 3;\n  opacity: 1;\n}\n.timeline path.cross {\n  fill: none;\n  stroke-width: 2;\n}\n.timeline .pass .cross {\n  stroke: var(--good);\n}\n.timeline .failure .cross {\n  stroke: var(--error);\n}\n.timeline .rank {\n  font-weight: 600;\n}\n.heat {\n  width: auto;\n  border-collapse: separate;\n  border-spacing: 2px;\n}\n.heat th {\n  border: 0;\n  padding: 2px 8px;\n}\n.heat tr > :first-child {\n  min-width: 6em;\n}\n.heat td {\n  border: 0;\n  text-align: center;\n  min-width: 44px;\n  height: 26px;\n  padding: 2px 4px;\n  border-radius: 2px;\n  font-size: 12.5px;\n  font-variant-numeric: tabular-nums;\n}\n.heat td b {\n  margin-right: 4px;\n}\n.heat td a {\n  color: inherit;\n}\n.heat .groups th {\n  text-align: center;\n  border-bottom: 2px solid var(--line);\n}\n.heat .groups td {\n  height: auto;\n}\n.heat .turned {\n  vertical-align: bottom;\n  padding: 0 4px;\n}\n.turned span {\n  writing-mode: vertical-rl;\n  transform: rotate(180deg);\n  max-height: 170px;\n  line-height: 1.2;\n}\n.heat .missed,\n.swatch.missed {\n  background: var(--error);\n  color: var(--bg);\n  font-weight: 600;\n}\n.heat .notice,\n.swatch.notice {\n  background: var(--notice-bg);\n  color: var(--notice);\n}\n.heat .warning,\n.swatch.warning {\n  background: var(--warning-bg);\n  color: var(--warning);\n}\n.heat .unjudged,\n.swatch.unjudged,\n.heat .error,\n.swatch.error {\n  background: var(--good-bg);\n  color: var(--good);\n}\n.heat .untried,\n.swatch.untried {\n  background: none;\n  border: 1px dashed var(--line);\n}\n.legend {\n  list-style: none;\n  display: flex;\n  flex-wrap: wrap;\n  gap: 4px 18px;\n  margin: 4px 0;\n  padding: 0;\n  color: var(--quiet);\n  font-size: 13px;\n}\n.legend li {\n  display: inline-flex;\n  gap: 6px;\n  align-items: center;\n}\nspan.swatch {\n  width: 20px;\n  height: 18px;\n  border-radius: 2px;\n  text-align: center;\n  line-height: 18px;\n  font-size: 12px;\n}\n";

// src/reports/html/style/tables.css
var tables_default = "table {\n  border-collapse: collapse;\n  width: 100%;\n}\nth,\ntd {\n  text-align: left;\n  vertical-align: top;\n  font-weight: 400;\n  padding: 4px 10px;\n  border-top: 1px solid var(--line);\n}\nthead th {\n  border-top: 0;\n  color: var(--quiet);\n  font-size: 12px;\n}\n.diff {\n  table-layout: fixed;\n}\n.diff th:nth-child(1) {\n  width: 122px;\n}\n.diff th:nth-child(2) {\n  width: 26%;\n}\n.diff.bylines th:nth-child(1) {\n  width: 34px;\n}\n.diff.bylines th:nth-child(2),\n.diff.bylines th:nth-child(4) {\n  width: 58px;\n}\n.mark {\n  color: var(--quiet);\n  font-size: 12.5px;\n  white-space: nowrap;\n}\n.mark b {\n  display: inline-block;\n  width: 12px;\n  color: var(--text);\n}\n.diff th .at {\n  margin-left: 8px;\n  font-size: 12px;\n  white-space: nowrap;\n}\n.diff th .sev {\n  margin-left: 8px;\n}\n.diff td code {\n  white-space: pre-wrap;\n}\n.diff td.old,\n.diff td.new {\n  border-left: 1px solid var(--line);\n}\ntr.removed .old,\ntr.changed .old,\ntr.retyped .old {\n  background: var(--del-row);\n}\ntr.added .new,\ntr.changed .new,\ntr.retyped .new {\n  background: var(--ins-row);\n}\ntr.removed .mark b {\n  color: var(--error);\n}\ntr.added .mark b {\n  color: var(--good);\n}\ntr.changed .mark b,\ntr.retyped .mark b {\n  color: var(--warning);\n}\ndel {\n  background: var(--del);\n  text-decoration: underline dotted;\n}\nins {\n  background: var(--ins);\n  text-decoration: underline;\n  text-decoration-thickness: 1px;\n  text-underline-offset: 2px;\n}\n/* On a host, what should be there is the good side. */\n.live tr .old {\n  background: var(--ins-row);\n}\n.live tr .new {\n  background: var(--del-row);\n}\n.live tr.added .old,\n.live tr.removed .new {\n  background: none;\n}\n.live del {\n  background: var(--ins);\n}\n.live ins {\n  background: var(--del);\n}\n.diff .num {\n  text-align: right;\n  color: var(--quiet);\n  font-variant-numeric: tabular-nums;\n}\n.plain {\n  list-style: none;\n  margin: 0;\n  padding: 0;\n}\n.item {\n  padding: 8px 0;\n  border-bottom: 1px solid var(--line);\n  content-visibility: auto;\n  contain-intrinsic-size: auto 60px;\n}\n.item p {\n  margin: 0;\n  max-width: 100ch;\n}\n.facts {\n  display: grid;\n  grid-template-columns: 90px minmax(0, 1fr);\n  gap: 4px 12px;\n}\n.facts dt {\n  color: var(--quiet);\n}\n.facts dd {\n  margin: 0;\n}\n";

// src/reports/html/style/tools.css
var tools_default = '.tools {\n  position: sticky;\n  top: 0;\n  z-index: 5;\n  display: flex;\n  flex-wrap: wrap;\n  gap: 6px 10px;\n  align-items: center;\n  background: var(--bg);\n  border-bottom: 1px solid var(--line);\n  padding: 10px 0;\n  margin-top: 16px;\n}\n.tools input[type="search"] {\n  flex: 1 1 220px;\n  min-width: 0;\n  font: inherit;\n  color: inherit;\n  background: var(--bg);\n  border: 1px solid var(--quiet);\n  border-radius: 4px;\n  padding: 4px 10px;\n}\nbutton,\n.keys > summary {\n  font: inherit;\n  font-size: 13px;\n  color: var(--text);\n  background: var(--soft);\n  border: 1px solid var(--line);\n  border-radius: 4px;\n  padding: 3px 10px;\n  cursor: pointer;\n}\nbutton:hover,\n.keys > summary:hover {\n  border-color: var(--quiet);\n}\n.kinds,\n.buttons {\n  display: inline-flex;\n  gap: 4px;\n}\n.kind[aria-pressed="true"] {\n  border-color: currentcolor;\n  font-weight: 600;\n}\n.kind[aria-pressed="false"] {\n  text-decoration: line-through;\n  color: var(--quiet);\n}\n.kind.error[aria-pressed="true"] {\n  color: var(--error);\n}\n.kind.warning[aria-pressed="true"] {\n  color: var(--warning);\n}\n.kind.notice[aria-pressed="true"] {\n  color: var(--notice);\n}\n.keys {\n  position: relative;\n}\n.keys > summary {\n  list-style: none;\n}\n.keys > div {\n  position: absolute;\n  right: 0;\n  top: calc(100% + 4px);\n  width: 260px;\n  background: var(--bg);\n  border: 1px solid var(--quiet);\n  border-radius: 4px;\n  padding: 10px 14px;\n}\n.keys dl {\n  display: grid;\n  grid-template-columns: 70px 1fr;\n  margin: 0 0 8px;\n  gap: 3px;\n}\n.keys dd {\n  margin: 0;\n}\nkbd {\n  border: 1px solid var(--line);\n  border-bottom-width: 2px;\n  border-radius: 3px;\n  padding: 0 5px;\n}\n.tally {\n  flex-basis: 100%;\n  margin: 0;\n  color: var(--quiet);\n  font-size: 13px;\n}\n.tally:empty {\n  display: none;\n}\n';

// src/reports/html/style/verdict.css
var verdict_default = ".verdict {\n  border: 1px solid var(--line);\n  border-left: 6px solid var(--c);\n  border-radius: 4px;\n  padding: 14px 18px;\n  --c: var(--quiet);\n}\n.verdict.fail {\n  --c: var(--error);\n}\n.verdict.pass {\n  --c: var(--good);\n}\n.verdict.inconclusive {\n  --c: var(--warning);\n}\nh1 {\n  font-size: 17px;\n  font-weight: 600;\n  display: flex;\n  flex-wrap: wrap;\n  gap: 2px 12px;\n  align-items: baseline;\n}\n.word {\n  color: var(--c);\n  font-size: 22px;\n  letter-spacing: 0.02em;\n}\n.meaning {\n  margin: 4px 0 12px;\n  font-size: 15px;\n}\n.numbers {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 6px 26px;\n  margin: 0;\n}\n.numbers div {\n  display: flex;\n  flex-direction: row-reverse;\n  gap: 6px;\n  align-items: baseline;\n}\n.numbers dt {\n  color: var(--quiet);\n  font-size: 13px;\n}\n.numbers dd {\n  margin: 0;\n  font-size: 16px;\n  font-weight: 600;\n  font-variant-numeric: tabular-nums;\n}\n.numbers .error dd {\n  color: var(--error);\n}\n.numbers .warning dd {\n  color: var(--warning);\n}\n.numbers .notice dd {\n  color: var(--notice);\n}\nh2.do {\n  font-size: 14px;\n  margin: 14px 0 4px;\n}\nol.do {\n  margin: 0;\n  padding-left: 20px;\n}\nol.do li {\n  margin: 4px 0;\n}\n";

// src/reports/html/style/index.ts
var style = [base_default, frame_default, verdict_default, tools_default, findings_default, inside_default, tables_default, graph_default, plots_default, media_default].join("\n");

// src/reports/html/page.ts
var hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
var POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(page_client_default)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'"
].join("; ");
function htmlPage({ command, title, about, top, sections, entries: entries2, noun }) {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the verdict</a>
<header class="head"><p class="brand"><b>Holdfast</b> ${command}</p><p class="about">${about}</p></header>
<div class="frame">
<nav class="nav" aria-label="On this page">${navigation(sections, entries2)}</nav>
<main id="main" tabindex="-1">
${top}
${toolbar(sections, noun)}
${sections.map(sectionOf)}
</main>
</div>
<p class="vh" id="said" role="status"></p>
<script>${{ html: page_client_default }}</script>
</body>
</html>
`;
  return page.html;
}
function sectionOf({ id, title, count, body }) {
  return html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}${counted(count)}</h2>
${body}
</section>
`;
}
function navigation(sections, entries2) {
  const links2 = sections.map(
    ({ id, title, count }) => html`<li><a href="#${id}">${title}${counted(count)}</a></li>`
  );
  return html`<ul><li><a href="#main">Verdict</a></li>${links2}</ul>${entries2 !== void 0 && entryList(entries2)}`;
}
function entryList({ title, items, more }) {
  const links2 = items.map(
    ({ href, text, mark }) => html`<li><a href="#${href}" title="${text}"><bdi>${text}</bdi></a>${mark}</li>`
  );
  return html`<h2>${title}</h2><ul class="files">${links2}</ul>${more !== void 0 && html`<p class="left">${more}</p>`}`;
}
function counted(count) {
  return count === void 0 ? html`` : html` <span class="n">${grouped(count)}</span>`;
}
function toolbar(sections, noun = "finding") {
  if (sections.length === 0) return html``;
  return html`<form class="tools" id="tools" data-noun="${noun}s" role="search" aria-label="Filter" hidden>
<label for="filter" class="vh">Show only what holds these words</label>
<input id="filter" type="search" placeholder="Filter by path, key, value, check …" autocomplete="off" spellcheck="false" aria-describedby="tally">
<span id="kinds" class="kinds"></span>
<span class="buttons"><button type="button" id="unfold">Unfold all</button><button type="button" id="fold">Fold all</button></span>
<details class="keys" id="keys"><summary>Keys</summary><div><dl>
<dt><kbd>/</kbd></dt><dd>filter</dd><dt><kbd>Esc</kbd></dt><dd>clear the filter</dd>
<dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next, previous ${noun}</dd><dt><kbd>n</kbd> <kbd>p</kbd></dt><dd>next, previous file</dd>
<dt><kbd>Enter</kbd></dt><dd>unfold or fold it</dd><dt><kbd>e</kbd> <kbd>c</kbd></dt><dd>unfold, fold all</dd><dt><kbd>?</kbd></dt><dd>these keys</dd>
</dl><label><input type="checkbox" id="single" checked> single keys act</label></div></details>
<p id="tally" class="tally"></p>
</form>`;
}

// src/reports/html/verdict.ts
var MOST_COMMANDS = 4;
function pageTop({ verdict, word, found, meaning, more }) {
  return html`<div class="verdict ${verdict}">
<h1><span class="vh">Holdfast: </span><span class="word">${word}</span> <span class="found">${found}</span></h1>
<p class="meaning">${meaning}</p>
${more}
</div>
`;
}
function verdictTop(decision) {
  const [word = "", found = ""] = headline(decision).split("  ");
  const meaning = html`${verdictSentence(decision)}`;
  const more = html`${numbers(decision)}
${steps(decision)}`;
  return pageTop({ verdict: decision.verdict, word, found, meaning, more });
}
function problemTop({ path, place: place2, message, hint }) {
  const where = path === void 0 ? void 0 : whereOf({ path, ...place2 === void 0 ? {} : { line: place2.line } });
  return pageTop({
    verdict: "inconclusive",
    word: "INCONCLUSIVE",
    found: "Nothing could be judged",
    meaning: html`${where !== void 0 && html`<code class="path">${where}</code> `}${message}`,
    more: html`<h2 class="do">What to do</h2><p>${hint}</p>`
  });
}
function numbers(decision) {
  const { errors, warnings, notices, changed, critical } = decision.counts;
  const blocked = decision.notLookedAt.filter(({ blocks }) => blocks).length;
  const review = isReview(decision);
  const { verified } = decision;
  const onHost = isVerification(decision);
  const noun = (count = 0) => count === 1 ? "file" : "files";
  const all = [
    [errors, errors === 1 ? "error" : "errors", "error"],
    [warnings, warnings === 1 ? "warning" : "warnings", "warning"],
    [notices, notices === 1 ? "notice" : "notices", "notice"],
    [verified ?? 0, onHost ? `${noun(verified)} on the host` : "", ""],
    [changed, review ? "" : onHost ? changed === 1 ? "differs" : "differ" : `${noun(changed)} changed`, ""],
    [critical, review || onHost ? "" : "critical", ""],
    [
      decision.scripts?.length ?? 0,
      decision.scripts === void 0 ? "" : decision.scripts.length === 1 ? "script" : "scripts",
      ""
    ],
    [blocked, "not judged", "error"]
  ];
  const items = all.filter(([, name]) => name !== "").map(
    ([number, name, kind]) => html`<div class="${number > 0 && kind}"><dt>${name}</dt><dd>${grouped(number)}</dd></div>`
  );
  return html`<dl class="numbers">${items}</dl>`;
}
function steps(decision) {
  const failing = decision.findings.filter(({ severity }) => atLeast(severity, decision.failOn));
  const unjudged = decision.notLookedAt.filter(({ blocks }) => blocks);
  const open = decision.verdict === "pass" ? [] : failing;
  const items = [
    ...open.length > 0 ? [correct(decision, open)] : [],
    ...decision.verdict !== "pass" && unjudged.length > 0 ? [
      html`<a href="#not-looked-at">Make ${plural(unjudged.length, "file")} readable for Holdfast</a>, or have a person judge ${unjudged.length === 1 ? "it" : "them"}: each says how.`
    ] : [],
    ...open.length > 0 ? [
      isVerification(decision) ? html`What is meant goes into the repository, is deployed, and becomes known to be good.` : html`What is right as it is, somebody entitled acknowledges: each finding says how.`
    ] : [],
    ...decision.verdict === "pass" && decision.findings.length > 0 ? [
      html`<a href="#findings">Read ${plural(decision.findings.length, "finding")}</a> before ${isVerification(decision) ? "you rely on it" : isReview(decision) ? "the scripts run" : "it is deployed"}.`
    ] : []
  ];
  if (items.length === 0) return html``;
  return html`<h2 class="do">What to do</h2><ol class="do">${items.map((item) => html`<li>${item}</li>`)}</ol>`;
}
function correct(decision, failing) {
  const { base } = decision;
  const commands = /* @__PURE__ */ new Set();
  for (const finding of failing) {
    const { command } = fixParts(finding, base);
    if (command !== void 0 && /^(git checkout|holdfast restore) /.test(command)) commands.add(command);
  }
  const shown = [...commands].slice(0, MOST_COMMANDS);
  const more = commands.size - shown.length;
  const put = shown.length > 0 && html`; where a file should simply be what it ${isVerification(decision) ? "is known to be" : "was"}:${commandBlock(shown)}${more > 0 && html`<p class="left">and ${plural(more, "more file")}: each finding has its command.</p>`}`;
  return html`<a href="#findings">Correct what ${plural(failing.length, "finding")} ${failing.length === 1 ? "says" : "say"}</a>${put || "."}`;
}

export {
  html,
  clipped,
  bounded,
  inChunks,
  leftOut,
  filesSection,
  counts,
  difference,
  findingBlock,
  commandBlock,
  htmlPage,
  pageTop,
  verdictTop,
  problemTop
};
