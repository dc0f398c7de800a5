import type { Level, Trial } from '../drilled.ts';
import { operators } from '../operators/index.ts';
import type { Operator } from '../operators/operator.ts';

/** How many errors of one kind were seen how, in the files of one service. */
export type Cell = Record<Level, number>;

/** One operator over all services; `undefined` where it could not be applied. */
export type Row = { operator: Operator; cells: (Cell | undefined)[] };

export type Matrix = { services: string[]; rows: Row[] };

/** For files that belong to no service. */
export const NO_SERVICE = '(no service)';

/** Services by operators, of the trials of these groups; the services sorted, the operators in their order. */
export function matrixOf(trials: readonly Trial[], groups: readonly Trial['group'][]): Matrix {
  const services = [...new Set(trials.map(({ service }) => service ?? NO_SERVICE))].sort();
  const used = new Set(trials.map(({ operator }) => operator));
  const rows = operators
    .filter(({ id, group }) => used.has(id) && groups.includes(group as Trial['group']))
    .map((operator) => ({
      operator,
      cells: services.map((service) =>
        cellOf(
          trials.filter((one) => one.operator === operator.id && (one.service ?? NO_SERVICE) === service),
        ),
      ),
    }));
  return { services, rows };
}

function cellOf(trials: readonly Trial[]): Cell | undefined {
  if (trials.length === 0) return undefined;
  const cell: Cell = { error: 0, warning: 0, notice: 0, missed: 0, unjudged: 0 };
  for (const { level } of trials) cell[level] += 1;
  return cell;
}

/** `3/0/1/0`: error, warning, notice, missed; `-` where there was nothing to spoil in this way. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '-';
  const counts = [cell.error, cell.warning, cell.notice, cell.missed].join('/');
  return cell.unjudged === 0 ? counts : `${counts} +${cell.unjudged} not judged`;
}
