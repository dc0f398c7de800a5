import type { Path } from '../model/path.ts';
import type { Root } from '../policy/live.ts';
import type { Selection } from '../policy/policy.ts';
import type { Effect, Target } from './effect.ts';
import type { KnownPaths } from './known-paths.ts';
import type { Confidence } from './location.ts';

/** A critical place that a target may be, or hold. */
export type Touched = {
  /** Where it is, as far as that is known: `config/auth/a.yml`, `/etc/auth`, `<APP>/config/auth/a.yml`. */
  location: string;
  /** The file of the checkout that it is, or that belongs there. */
  path?: Path;
  selection: Selection;
  /** `tree`: it is below the target; `suffix`: only the end of the path is known; `glob`: by a pattern. */
  how: 'exact' | 'tree' | 'suffix' | 'glob';
  confidence: Confidence;
  /** Where it is below the target, when that is a tree; `''` for the target itself. */
  inside?: string;
  /** The very file of the checkout is written there. */
  own?: true;
};

/** What has to be known of an effect to say what it touches. */
export type Written = Pick<Effect, 'op' | 'host' | 'sources'>;

/** What is critical, asked by the targets of scripts. */
export type Critical = {
  touched(target: Target, effect: Written): readonly Touched[];
  /** The files of the checkout. */
  files: KnownPaths;
  roots: readonly Root[];
};

/** What the steps of the search ask. */
export type World = {
  files: KnownPaths;
  /** The critical files of the checkout, and where they are on hosts. */
  places: KnownPaths;
  roots: readonly Root[];
  /** What the policy says of a location, when it is critical. */
  at(location: string): { selection: Selection; path?: Path } | undefined;
};
