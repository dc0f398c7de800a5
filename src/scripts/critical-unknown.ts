import { baseName } from '../model/path.ts';
import { escapeGlob, isLive, shellPattern } from '../policy/globs.ts';
import { atMost, holds } from './critical-known.ts';
import type { Target } from './effect.ts';
import { type Confidence, confidenceOf, parentOf, segmentsOf } from './location.ts';
import { knownStart, literalOf, shown, type Text } from './text.ts';
import type { Touched, World, Written } from './touched.ts';

const MOST = 50;

/** A location of which a part is known at run time only. */
export function touchedUnknown(target: Target, effect: Written, world: World): Touched[] {
  const directory = contentsOf(target.path);
  // `rm -rf config/*` does to `config` what `rm -rf config` does.
  if (directory !== undefined && target.tree && knownStart(directory) === '')
    return floating({ ...target, path: directory, confidence: confidenceOf(directory) }, effect, world);
  if (knownStart(target.path) === '') return floating(target, effect, world);
  return anchored(target, world);
}

/** `config` of `config/*`. */
function contentsOf(path: Text): Text | undefined {
  const segments = segmentsOf(path);
  const last = segments.at(-1)!;
  if (segments.length < 2 || last.length !== 1 || shown(last) !== '*') return undefined;
  return parentOf(path);
}

/** What the text begins with is known: `config/auth/<ENV>.yml`, `/etc/auth/*.yml`. */
function anchored({ path, tree, confidence }: Target, world: World): Touched[] {
  const text = shown(path);
  const whole = world.places.below(directoryOfStart(path));
  const pattern = patternOf(path);
  const matching = whole
    .filter((place) => pattern?.test(place) || (tree && ancestors(place).some((each) => pattern?.test(each))))
    .slice(0, MOST)
    .map((place): Touched => ({ location: place, ...world.at(place)!, how: 'glob', confidence }));
  const certain = tree ? undefined : whateverItIs(path, world);
  if (certain !== undefined) {
    // Any value makes it critical, so that not knowing the name is no doubt.
    return [{ location: text, ...certain, ...onlyPath(matching), how: 'glob', confidence: atMost('high') }];
  }
  if (matching.length > 0 || !tree) return matching;
  const start = directoryOfStart(path);
  return world.roots
    .filter(
      ({ directory, live, reaches }) => live && isLive(start) && holds(directory, start) && reaches(start),
    )
    .map(({ selection }): Touched => ({ location: text, selection, how: 'tree', confidence, inside: '' }));
}

function onlyPath(matching: readonly Touched[]) {
  const path = matching.length === 1 ? matching[0]!.path : undefined;
  return path === undefined ? {} : { path };
}

/** Critical for whatever stands in the places that are not known; a glob has to name something in the checkout. */
function whateverItIs(path: Text, world: World) {
  const values = path.every((part) => typeof part === 'string' || part.is === 'value');
  if (!values && !isLive(knownStart(path))) return undefined;
  const found = ['holdfast', 'q9'].map((word) =>
    world.at(path.map((part) => (typeof part === 'string' ? part : word)).join('')),
  );
  const [first] = found;
  return first !== undefined && found[1] !== undefined ? { selection: first.selection } : undefined;
}

/** The directory up to the last slash before the first unknown part. */
function directoryOfStart(path: Text): string {
  const start = knownStart(path);
  return start.slice(0, Math.max(start.startsWith('/') ? 1 : 0, start.lastIndexOf('/')));
}

function patternOf(path: Text): RegExp | undefined {
  const glob = path
    .map((part) => (typeof part === 'string' ? escapeGlob(part) : part.is === 'glob' ? part.name : '*'))
    .join('');
  return shellPattern(glob.replace(/\*+/g, '*'));
}

function ancestors(place: string): string[] {
  const found: string[] = [];
  for (let end = place.lastIndexOf('/'); end > 0; end = place.lastIndexOf('/', end - 1))
    found.push(place.slice(0, end));
  return found;
}

/** Only the end is known: `<APP>/config/app.yml`. Two names have to agree, or the one has to be critical everywhere. */
function floating(target: Target, effect: Written, world: World): Touched[] {
  const end = literalEnd(target.path);
  if (end.length === 0) return [];
  const suffix = end.join('/');
  const text = shown(target.path);
  const name = end.at(-1)!;
  if (target.tree) {
    if (end.length < 2) return [];
    const directories = [
      ...world.places.directoriesNamed(name),
      ...world.roots.map(({ directory }) => directory).filter((directory) => baseName(directory) === name),
    ].filter((directory) => agree(directory, suffix));
    const [directory] = directories;
    if (directory === undefined) return [];
    const [place] = world.places.below(directory);
    const root = world.roots.find((each) => each.directory === directory);
    const found = place === undefined ? root && { selection: root.selection } : world.at(place);
    const inside = place === undefined ? '' : place.slice(directory.length + 1);
    return found === undefined ? [] : [{ location: text, ...found, ...suffixed(target), inside }];
  }
  const agreeing = world.places.named(name).filter((place) => agree(place, suffix));
  const found =
    agreeing.length > 0 && end.length >= 2
      ? agreeing.map((place) => world.at(place)!)
      : everywhereCritical(name, end, world);
  const [first] = found;
  if (first === undefined) return [];
  const copiesItself = effect.sources.some((source) => {
    const literal = literalOf(source);
    return literal !== undefined && found.some(({ path }) => path === literal);
  });
  return [{ location: text, ...first, ...suffixed(target), ...(copiesItself && { own: true as const }) }];
}

function suffixed(target: Target): { how: 'suffix'; confidence: Confidence } {
  return { how: 'suffix', confidence: atMost(target.confidence) };
}

/** The literal names behind the last unknown part. */
function literalEnd(path: Text): string[] {
  const names = segmentsOf(path).map(literalOf);
  return names.slice(names.lastIndexOf(undefined) + 1) as string[];
}

/** One ends with the other, and at least two names are the same. */
function agree(place: string, suffix: string): boolean {
  const bare = place.replace(/^\//, '');
  if (!bare.includes('/')) return false;
  return bare === suffix || bare.endsWith(`/${suffix}`) || suffix.endsWith(`/${bare}`);
}

/** The critical files of a name, when no file of that name is anything else. */
function everywhereCritical(name: string, end: readonly string[], { files, at }: World) {
  if (end.length > 1) return [];
  const found = files.named(name).map((path) => at(path));
  return found.every((each) => each !== undefined) ? found : [];
}
