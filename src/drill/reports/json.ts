import { jsonText } from '../../reports/snapshots.ts';
import { type Drilled, STRUCTURAL, survivorsOf, type Trial } from '../drilled.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { pasteText } from './words.ts';

/** Everything, with the matrices and what can be pasted; structural errors and values apart, and what passes first. */
export function drillJson(drilled: Drilled): string {
  const { trials, ...head } = drilled;
  return jsonText({
    ...head,
    structural: partOf(drilled, STRUCTURAL),
    value: partOf(drilled, ['value']),
    trials: [
      ...survivorsOf(drilled, STRUCTURAL),
      ...survivorsOf(drilled, ['value']),
      ...trials.filter(({ stopped }) => stopped),
    ],
  });
}

function partOf(drilled: Drilled, groups: readonly Trial['group'][]) {
  const own = drilled.trials.filter(({ group }) => groups.includes(group));
  return {
    errors: own.length,
    passed: own.filter(({ stopped }) => !stopped).length,
    matrix: matrixJson(matrixOf(drilled.trials, groups)),
    policy: pasteText(drilled, groups),
  };
}

function matrixJson({ services, rows }: Matrix) {
  return Object.fromEntries(
    services.map((service, index) => [
      service,
      Object.fromEntries(rows.map(({ operator, cells }) => [operator.id, cells[index] ?? null])),
    ]),
  );
}
