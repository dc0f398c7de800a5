import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  proposalText,
  seenAs,
  titleOf
} from "./chunk-TTOLNNVJ.js";
import {
  jsonText
} from "./chunk-DYOFYNFT.js";
import {
  createEncrypt
} from "./chunk-ROR6LSPO.js";
import {
  like,
  listOf,
  optional,
  record,
  text
} from "./chunk-YNSVTVRQ.js";
import {
  differenceLines
} from "./chunk-MY4W45IY.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  inert,
  markdownCode,
  markdownFence,
  markdownText
} from "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";

// src/adapters/age/sealed-text.ts
import { gunzipSync, gzipSync } from "node:zlib";
var STEP = 8 * 1024;
var MOST = 4 * STEP;
var LARGEST_TEXT = 4 * 1024 * 1024;
var HEAD = 4;
async function sealText(text2, recipients) {
  const encrypt = await createEncrypt(recipients);
  if (!encrypt.ok) return encrypt;
  if (Buffer.byteLength(text2) > LARGEST_TEXT) return ok(void 0);
  const compressed = gzipSync(text2);
  const length = Math.ceil((HEAD + compressed.length) / STEP) * STEP;
  if (length > MOST) return ok(void 0);
  const plain = Buffer.alloc(length);
  plain.writeUInt32BE(compressed.length);
  compressed.copy(plain, HEAD);
  const age = await import("./dist-4KWOZIAV.js");
  return ok(age.armor.encode(await collected(await encrypt.value(parts(plain)))));
}
async function openText(armored, decrypt) {
  const age = await import("./dist-4KWOZIAV.js");
  try {
    const plain = await decrypt(parts(age.armor.decode(armored)));
    if (!plain.ok) return plain;
    const bytes = await collected(plain.value);
    const end = HEAD + bytes.readUInt32BE();
    if (end > bytes.length) return refuse(DAMAGED);
    return ok(gunzipSync(bytes.subarray(HEAD, end), { maxOutputLength: LARGEST_TEXT }).toString("utf8"));
  } catch {
    return refuse(DAMAGED);
  }
}
var DAMAGED = {
  code: "sealed-damaged",
  message: "What is sealed is not whole: it was changed or cut since.",
  hint: "Take it from the first version of the issue: its edits are in its history."
};
async function* parts(bytes) {
  yield bytes;
}
async function collected(stream) {
  const all = [];
  for await (const part of stream) all.push(Buffer.from(part));
  return Buffer.concat(all);
}

// src/drill/people/cause.ts
var MOST_DIFFERENCES = 5;
function causeOf(trial, commit, files) {
  const { path, service, change, proposals, stopped, checks } = trial;
  const { lines: lines2, more, noun } = change ? differenceLines(change, MOST_DIFFERENCES) : { lines: [], more: 0, noun: "key" };
  const [proposal] = proposals;
  const rule = proposal && proposalText(proposal);
  return {
    version: 1,
    commit,
    path,
    ...service !== void 0 && { service },
    title: titleOf(trial),
    seen: stopped ? `stopped by ${checks.join(", ")}` : seenAs(trial),
    differences: [
      ...lines2.map(({ sign, text: line }) => `${sign} ${line}`),
      ...more > 0 ? [`\u2026 and ${plural(more, `more ${noun}`)}`] : []
    ],
    ...rule && { rule: [`${rule.where}:`, ...rule.lines] },
    files: [...files]
  };
}
var relativePath = (value) => typeof value === "string" && value !== "" && !/^\/|(^|\/)(\.git|\.{0,2})(\/|$)/i.test(value) ? void 0 : "is no path inside a repository";
function some(list) {
  return (value) => Array.isArray(value) && value.length === 0 ? "is empty" : list(value);
}
var shape = record({
  version: (value) => value === 1 ? void 0 : "is another one than 1",
  commit: like(/^[0-9a-f]{40}([0-9a-f]{24})?$/, "commit"),
  path: relativePath,
  service: optional(text),
  title: text,
  seen: text,
  differences: listOf(text),
  rule: optional(some(listOf(text))),
  files: some(
    listOf(
      record({
        path: relativePath,
        before: like(/^[0-9a-f]{64}$/, "SHA-256"),
        after: like(/^[A-Za-z0-9+/]*={0,2}$/, "base64")
      })
    )
  )
});
function writeCause(cause) {
  return JSON.stringify(cause);
}
function readCause(json) {
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    value = void 0;
  }
  const fault = isObject(value) ? shape(value) : "it is no JSON object";
  if (fault === void 0) return ok(value);
  return refuse({
    code: "cause-invalid",
    message: `The sealed cause is not one that this version of Holdfast reads: ${fault}.`,
    hint: "Open it with the version of Holdfast that opened the issue."
  });
}

// src/drill/people/revealed.ts
var revealReports = {
  terminal: (cause) => inert(`${lines(cause).map(plainLine).join("\n")}
`),
  markdown: revealedMarkdown,
  json: ({ files, ...cause }) => jsonText({ ...cause, files: files.map(({ path }) => path) })
};
function lines(cause) {
  return [
    `${cause.path}: ${cause.title}`,
    ...cause.differences.map((line) => `  ${line}`),
    ...othersOf(cause).map((path) => `and ${path}`),
    `The check: ${cause.seen}.`,
    ...cause.rule === void 0 ? [] : [`Would have stopped it, ${cause.rule[0]}`, ...cause.rule.slice(1).map((line) => `  ${line}`)],
    `Against ${cause.commit.slice(0, 10)}.`
  ];
}
function revealedMarkdown(cause) {
  const others = othersOf(cause);
  const also = others.length === 0 ? "" : ` (and ${others.map(markdownCode).join(", ")})`;
  return [
    `**The cause:** ${markdownCode(cause.path)}${also}: ${markdownText(cause.title)}.`,
    "",
    ...cause.differences.length > 0 ? [markdownFence(cause.differences, "diff"), ""] : [],
    `The check: ${markdownText(cause.seen)}.`,
    ...cause.rule === void 0 ? [] : [
      "",
      `Would have stopped it, ${markdownText(cause.rule[0])}`,
      "",
      markdownFence(cause.rule.slice(1), "yaml")
    ],
    ""
  ].join("\n");
}
function othersOf({ path, files }) {
  return files.map((file) => file.path).filter((other) => other !== path);
}

export {
  sealText,
  openText,
  causeOf,
  writeCause,
  readCause,
  revealReports,
  revealedMarkdown
};
