import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  operators
} from "./chunk-TTOLNNVJ.js";

// src/drill/reports/matrix.ts
var NO_SERVICE = "(no service)";
function matrixOf(trials, groups) {
  const services = [...new Set(trials.map(({ service }) => service ?? NO_SERVICE))].sort();
  const used = new Set(trials.map(({ operator }) => operator));
  const rows = operators.filter(({ id, group }) => used.has(id) && groups.includes(group)).map((operator) => ({
    operator,
    cells: services.map(
      (service) => cellOf(
        trials.filter((one) => one.operator === operator.id && (one.service ?? NO_SERVICE) === service)
      )
    )
  }));
  return { services, rows };
}
function cellOf(trials) {
  if (trials.length === 0) return void 0;
  const cell = { error: 0, warning: 0, notice: 0, missed: 0, unjudged: 0 };
  for (const { level } of trials) cell[level] += 1;
  return cell;
}
function cellText(cell) {
  if (cell === void 0) return "-";
  const counts = [cell.error, cell.warning, cell.notice, cell.missed].join("/");
  return cell.unjudged === 0 ? counts : `${counts} +${cell.unjudged} not judged`;
}

export {
  NO_SERVICE,
  matrixOf,
  cellText
};
