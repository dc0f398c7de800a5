/** One labelled change: two refs of a repository and the file that the label is about. */
export type Case = {
  id: string;
  /** The source repository: cases of one group are alike, and are kept together by intervals and folds. */
  group: number;
  /** Shared by the cases of one commit: they are one mistake. */
  incident: string;
  label: string;
  accident: boolean;
  /** `message`, `thread`, `scan`, …; empty for ordinary changes. */
  foundBy: string;
  path: string;
  hot: boolean;
  doubt: boolean;
  sample: string;
};

const FIELDS = {
  id: 'string',
  group: 'number',
  incident: 'string',
  label: 'string',
  accident: 'boolean',
  path: 'string',
  hot: 'boolean',
  doubt: 'boolean',
  sample: 'string',
} as const;

/**
 * Reads the lines of a `cases.jsonl`: one JSON object per line, unknown fields ignored, empty lines skipped.
 * @param file for messages only.
 * @throws an error that names file and line: an evaluation over a part of the cases would mislead.
 */
export function readCases(text: string, file: string): Case[] {
  const seen = new Map<string, number>();
  const cases = text.split('\n').flatMap((line, index): Case[] => {
    if (line.trim() === '') return [];
    const refuse = (problem: string) => new Error(`${file}:${index + 1}: ${problem}`);
    const one = readCase(line, refuse);
    const first = seen.get(one.id);
    if (first !== undefined) throw refuse(`the id ${one.id} stands in line ${first} already`);
    seen.set(one.id, index + 1);
    return [one];
  });
  if (cases.length === 0) throw new Error(`${file}: there are no cases`);
  return cases;
}

function readCase(line: string, refuse: (problem: string) => Error): Case {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    throw refuse('not JSON');
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw refuse('not a JSON object');
  const fields = raw as Record<string, unknown>;
  for (const [name, type] of Object.entries(FIELDS)) {
    const value = fields[name];
    if (value === undefined) throw refuse(`${name} is missing`);
    if (typeof value !== type) throw refuse(`${name} is not a ${type}`);
  }
  const { found_by: foundBy } = fields;
  if (fields.accident === true && typeof foundBy !== 'string') {
    throw refuse('found_by is missing: it decides whether an accident counts for recall');
  }
  if (!/^[\w.-]+$/.test(String(fields.id))) throw refuse('the id is not usable in the name of a ref');
  return { ...(fields as Omit<Case, 'foundBy'>), foundBy: typeof foundBy === 'string' ? foundBy : '' };
}
