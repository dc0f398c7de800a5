import { placeFinder } from '../../../src/model/place.ts';
import type { Effect } from '../../../src/scripts/effect.ts';
import { type Interpreted, interpret } from '../../../src/scripts/shell/interpret.ts';
import { shown } from '../../../src/scripts/text.ts';
import type { Unit } from '../../../src/scripts/unit.ts';

/** Follows shell source as a script of the checkout. */
export function follow(
  source: string,
  { files = {}, ...changes }: Partial<Unit> & { files?: Record<string, string> } = {},
): Interpreted {
  const unit: Unit = {
    script: 'deploy/release.sh',
    source,
    place: placeFinder(source),
    directory: [],
    variables: new Map(),
    host: { kind: 'local' },
    surroundings: 'server',
    options: { errexit: false, pipefail: false, nounset: false },
    ...changes,
  };
  return interpret(unit, new Map(Object.entries(files)));
}

/** `3 replace /etc/a.yml | /etc/b.yml`, one line per effect; ` @ssh web1` elsewhere than here. */
export function told(source: string, options?: Parameters<typeof follow>[1]): string[] {
  return follow(source, options).effects.map((effect) => {
    const { kind, name } = effect.host;
    const host = kind === 'local' ? '' : ` @${kind} ${name ?? ''}`;
    return `${effect.place.line} ${effect.op} ${targetsOf(effect)}${host}`;
  });
}

function targetsOf({ targets }: Effect): string {
  return targets.map(({ path, tree }) => shown(path) + (tree ? '/' : '')).join(' | ');
}

/** Where the file goes that the last command of the source writes. */
export function target(source: string, options?: Parameters<typeof follow>[1]): string {
  const last = follow(source, options).effects.at(-1);
  return last === undefined ? '' : targetsOf(last);
}
