import type { Level } from '../../src/drill/drilled.ts';
import type { Operator } from '../../src/drill/operators/operator.ts';
import { MODES, type Mode, type Result } from './run.ts';
import type { SubjectSet } from './subjects.ts';

const SETS: Record<SubjectSet, string> = {
  fixtures: 'Base trees of the fixtures of the checks; most of their policies name files only',
  shop: 'A small shop with schema, protected and frozen keys, and environments (`__tests__/fixtures/shop`)',
};

/** The mutation tables in Markdown: one per set of files, damaged files, damaged keys and wrong values apart. */
export function mutationTables(results: readonly Result[], operators: readonly Operator[]): string {
  return (Object.keys(SETS) as SubjectSet[])
    .map((set) => {
      const all = results.filter(({ subject }) => subject.set === set);
      const loud = loudFiles(all);
      const own = all.filter(
        ({ subject, operator }) => !loud.has(subject.id) && operator.group !== 'control',
      );
      const files = new Set(own.map(({ subject }) => subject.id)).size;
      const counts = `${files} files, ${own.length} mutants. Files of which the check speaks when an empty line is added, left out: ${loud.size}.`;
      return `### ${SETS[set]}\n\n${counts}\n\n${tableOf(own, operators)}`;
    })
    .join('\n\n');
}

/** Files of which the check says something whatever changes: what it says of a mutant would prove nothing. */
function loudFiles(results: readonly Result[]): Set<string> {
  const controls = results.filter(({ operator }) => operator.group === 'control');
  const loud = controls.filter(({ levels }) => MODES.some((mode) => levels[mode] !== 'missed'));
  return new Set(loud.map(({ subject }) => subject.id));
}

function tableOf(results: readonly Result[], operators: readonly Operator[]): string {
  const rows = (['file', 'key', 'value'] as const).flatMap((group) => {
    const own = operators.filter((operator) => operator.group === group);
    const each = own.map((operator) =>
      row(
        operator.title,
        results.filter((one) => one.operator.id === operator.id),
      ),
    );
    const all = results.filter(({ operator }) => operator.group === group);
    return [...each, row(`**${TOTALS[group]}**`, all, false)];
  });
  return [
    '| Operator | Mutants | With the policy | Files only | No policy | Seen by, with the policy |',
    '|---|---|---|---|---|---|',
  ]
    .concat(rows)
    .join('\n');
}

const TOTALS = { file: 'files damaged or replaced', key: 'keys', value: 'values' };

function row(title: string, results: readonly Result[], named = true): string {
  const cells = MODES.map((mode) => (results.length === 0 ? '-' : counts(results, mode)));
  const seen = named ? seenBy(results) : '';
  return `| ${title} | ${results.length} | ${cells.join(' | ')} | ${seen} |`;
}

/** `3 / 0 / 1 / 2`: error, warning, notice, missed. */
function counts(results: readonly Result[], mode: Mode): string {
  const count = (level: Level) => results.filter(({ levels }) => levels[mode] === level).length;
  const unjudged = count('unjudged');
  const cell = (['error', 'warning', 'notice', 'missed'] as const).map(count).join(' / ');
  return unjudged === 0 ? cell : `${cell} (${unjudged} inconclusive)`;
}

/** The checks that spoke, the most frequent first. */
function seenBy(results: readonly Result[]): string {
  const ids = new Map<string, number>();
  for (const { checks } of results) for (const id of checks) ids.set(id, (ids.get(id) ?? 0) + 1);
  return [...ids]
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .map(([id, count]) => `${id} ${count}`)
    .join(', ');
}
