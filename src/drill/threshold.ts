import { plainLine } from '../reports/escape.ts';
import { differenceLines } from '../reports/keys.ts';
import { plural } from '../reports/messages.ts';
import { type Drilled, STRUCTURAL, survivorsOf, type Trial } from './drilled.ts';
import { cutOffSentence, headlines, seenAs, titleOf } from './reports/words.ts';

/**
 * Why a drill does not keep to its threshold. `code` is the exit code: 1 when too much passes, 2 when something was not
 * tried. `lines`: a sentence, and what it is about; foreign text in them is visible.
 */
export type Broken = { code: 1 | 2; lines: string[] };

/** Lines below the sentence. */
const MOST_NAMED = 10;

/**
 * With a threshold, what was not tried does not pass, and neither does anything where nothing is blocked.
 * @param mayPass structural errors that may pass; without it nothing is broken.
 */
export function brokenBy(drilled: Drilled, mayPass: number | undefined): Broken | undefined {
  if (mayPass === undefined) return undefined;
  const tried = drilled.trials.filter(({ group }) => STRUCTURAL.includes(group)).length;
  const passing = survivorsOf(drilled, STRUCTURAL);
  if (drilled.warnOnly && tried > mayPass) {
    return { code: 1, lines: ['The policy stops nothing (warn-only): every error would pass.'] };
  }
  if (passing.length > mayPass) {
    const limit = mayPass === 0 ? 'None may.' : `At most ${mayPass} may.`;
    const [found] = headlines(drilled);
    return { code: 1, lines: [`${found} ${limit}`, ...named(passing.map(trialLine), 'error')] };
  }
  if (drilled.notDrilled.length > 0) return { code: 2, lines: notDrilledLines(drilled) };
  const lost = cutOffSentence(drilled);
  if (lost !== undefined) return { code: 2, lines: [lost] };
  if (tried > 0) return undefined;
  return { code: 2, lines: ['No error that damages a file or a key was tried.'] };
}

/** How many critical files could not be drilled, and which, with the reasons. Empty when there are none. */
export function notDrilledLines({ notDrilled }: Drilled): string[] {
  if (notDrilled.length === 0) return [];
  const files = notDrilled.map(({ path, reason }) => plainLine(`${path}: ${reason}`));
  return [`${plural(notDrilled.length, 'critical file')} could not be drilled.`, ...named(files, 'file')];
}

function trialLine(trial: Trial): string {
  const lines = trial.change === undefined ? [] : differenceLines(trial.change, 1).lines;
  const line = lines.find((each) => each.line !== undefined)?.line;
  const place = line === undefined ? '' : `:${line}`;
  const key = trial.group === 'file' ? undefined : trial.change?.keys?.[0]?.key;
  const what = key ? `${titleOf(trial)}: ${key}` : titleOf(trial);
  return plainLine(`${trial.path}${place}: ${what}; ${seenAs(trial)}`);
}

function named(lines: readonly string[], noun: string): string[] {
  const more = lines.length - MOST_NAMED;
  return [...lines.slice(0, MOST_NAMED), ...(more > 0 ? [`… and ${plural(more, `more ${noun}`)}`] : [])];
}
