/** One labelled change: two refs of a repository and the file that the label is about. */
export type Case = {
  id: string;
  group: number;
  incident: string;
  label: string;
  accident: boolean;
  foundBy: string;
  path: string;
  hot: boolean;
  doubt: boolean;
  sample: string;
};

/** Reads the lines of a `cases.jsonl`. */
export function readCases(text: string): Case[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const raw = JSON.parse(line);
      return { ...raw, foundBy: raw.found_by ?? '' };
    });
}
