import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  aligned
} from "./chunk-CN36ETPI.js";
import {
  header,
  notLookedAt,
  sectionsText,
  summary
} from "./chunk-R3A4QZ2V.js";
import {
  paint
} from "./chunk-MAY36SGU.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";

// src/reports/effects.ts
var TITLES = ["script", "command", "does", "target", "host", "known", "only when"];
var effectsReport = (decision, options) => {
  const page = { decision, width: Math.max(40, options.width ?? 80), style: paint(options.color) };
  const sections = [header(page), table(page), notLookedAt(page), summary(page)];
  return sectionsText(sections);
};
function table({ decision, style }) {
  const { effects = [], scripts = [] } = decision;
  if (effects.length === 0) return [];
  const [head, ...lines] = aligned([TITLES, ...effects.map(cellsOf)]);
  const critical = effects.filter((effect) => effect.critical).length;
  const on = critical === 0 ? "none of them on critical targets" : `${critical} of them on critical targets (!)`;
  return [
    style.quiet(`  ${head}`),
    ...lines.map((line, index) => effects[index].critical ? style.red(`! ${line}`) : `  ${line}`),
    "",
    `${plural(effects.length, "effect")} in ${plural(scripts.length, "script")}, ${on}`
  ];
}
function cellsOf(effect) {
  const { script, line, command, op, targets, host, confidence } = effect;
  const cells = [
    `${script}:${line}`,
    command,
    op,
    targets.join(" or "),
    host,
    confidence,
    conditionsOf(effect)
  ];
  return cells.map(plainLine);
}
function conditionsOf({ guards, backup, surroundings }) {
  return [
    ...guards,
    ...backup === void 0 ? [] : [`backup: ${backup}`],
    ...surroundings === "ephemeral" ? ["ephemeral"] : []
  ].join("; ");
}

export {
  effectsReport,
  conditionsOf
};
