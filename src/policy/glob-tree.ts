import picomatch from 'picomatch';
import { literalPath } from './globs.ts';

/**
 * Whether a glob could select a file below this directory: `config/*.yml` could below `config`, but not below
 * `config/auth`. Where that is not plain (braces around slashes), it could.
 */
export function couldSelectBelow(glob: string, directory: string): boolean {
  const names = directory.split('/').filter((name) => name !== '');
  const literal = literalPath(glob);
  const steps = (literal ?? glob).split('/').filter((step) => step !== '');
  for (const [index, name] of names.entries()) {
    const step = steps[index];
    if (step === undefined) return literal !== undefined;
    if (literal !== undefined) {
      if (step !== name) return false;
      continue;
    }
    if (step.includes('**') || /[{(]/.test(step)) return true;
    if (!picomatch.isMatch(name, step, { dot: true, windows: false, nonegate: true })) return false;
  }
  return steps.length > names.length || literal !== undefined;
}
