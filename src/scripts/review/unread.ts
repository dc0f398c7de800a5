import type { NotLookedAt } from '../../findings/finding.ts';
import type { Path } from '../../model/path.ts';
import type { Analysis } from '../analyse.ts';
import type { NotRead } from '../not-read.ts';

/** Why a file cannot be read as text. */
export type NoText = 'missing' | 'encoding' | 'too-large';

const MEANING: Record<NotRead['reason'], { blocks: boolean; detail(what: string): string; hint: string }> = {
  syntax: {
    blocks: true,
    detail: (what) => `It is not valid here: ${what}. What stands around it was read.`,
    hint: 'Correct it; for a shell script, `sh -n FILE` or `bash -n FILE` shows the place.',
  },
  shell: {
    blocks: true,
    detail: (what) => `It is written for a shell that Holdfast does not read: ${what}.`,
    hint: 'Have it reviewed by somebody who knows that shell. Holdfast reads sh, bash, dash and ksh.',
  },
  limit: {
    blocks: true,
    detail: (what) => `It is too much to be read: ${what}.`,
    hint: 'Split it, or take what a tool generates out of `scripts` in the policy.',
  },
  missing: {
    blocks: false,
    detail: (what) => `It sources or runs a file that was not read: ${what}.`,
    hint: 'Commit the file, or write its path so that it is known without running the script.',
  },
  dynamic: {
    blocks: false,
    detail: (what) => `What runs here is known at run time only: ${what}.`,
    hint: 'Write the command itself, or have these lines reviewed by a person.',
  },
};

const REASONS = Object.keys(MEANING) as NotRead['reason'][];

/** The parts of a script that were not read: one entry for each reason, at its first place. */
export function unreadParts(path: Path, { notRead }: Analysis, asked: boolean): NotLookedAt[] {
  return REASONS.flatMap((reason) => {
    const parts = notRead.filter((part) => part.reason === reason);
    const [first] = parts.toSorted((one, other) => one.place.line - other.place.line);
    if (first === undefined) return [];
    const { blocks, detail, hint } = MEANING[reason];
    const more =
      parts.length === 1 ? '' : ` (${parts.length - 1} more such ${parts.length === 2 ? 'place' : 'places'})`;
    return [
      {
        path: first.script ?? path,
        line: first.place.line,
        reason: `script-${reason}`,
        detail: detail(first.detail.replace(/\.$/, '')) + more,
        hint,
        blocks: blocks && asked,
      },
    ];
  });
}

/** A script that sources a script, and so on, further than they are followed. */
export function tooFar(path: Path, asked: boolean): NotLookedAt {
  const { detail, hint } = MEANING.limit;
  const what = detail('the files that it sources or runs source further ones, and these still more');
  return { path, reason: 'script-limit', detail: what, hint, blocks: asked };
}

const NO_TEXT: Record<NoText, { detail: string; hint: string }> = {
  missing: {
    detail: 'The repository does not hold its content.',
    hint: 'Fetch the missing objects, and run it again.',
  },
  encoding: { detail: 'It is UTF-16, which no shell reads.', hint: 'Save it as UTF-8.' },
  'too-large': {
    detail: 'It is too large to be read as a script.',
    hint: 'Split it, or take what a tool generates out of `scripts` in the policy.',
  },
};

/** A script of which nothing was read. */
export function unreadFile(path: Path, reason: NoText, asked: boolean): NotLookedAt {
  return { path, reason: `script-${reason}`, ...NO_TEXT[reason], blocks: asked || reason === 'missing' };
}

/** More scripts than are read. @param path the first one that was not. */
export function tooMany(path: Path, most: number, asked: boolean): NotLookedAt {
  return {
    path,
    reason: 'script-limit',
    detail: `There are more than ${most} scripts: those from here on were not read.`,
    hint: 'Say under `scripts` in the policy which ones deploy, or name the others to `holdfast review`.',
    blocks: asked,
  };
}
