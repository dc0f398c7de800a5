import { ofFile } from './operator.ts';

/** A conflict was committed as git had left it. */
export const mergeMarkers = ofFile('merge-markers', 'merge markers', ({ text }, random) => {
  const lines = text.split('\n');
  if (lines.length < 3) return undefined;
  const at = Math.floor(random() * (lines.length - 1));
  const ours = lines[at]!;
  const conflict = ['<<<<<<< HEAD', ours, '=======', `${ours}0`, '>>>>>>> release'];
  return lines.toSpliced(at, 1, ...conflict).join('\n');
});
