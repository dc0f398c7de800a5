import { baseName, directoryOf, type Path } from '../../model/path.ts';
import { placeFinder } from '../../model/place.ts';
import { inCheckout } from '../location.ts';
import { literalOf, shown, type Text } from '../text.ts';
import type { Extracted, Unit } from '../unit.ts';
import { nothing } from './found.ts';
import { type Makefile, type RecipeLine, type Rule, readMakefile } from './make-read.ts';
import { recipeSource } from './make-recipe.ts';
import { automatic, createExpander, type Expander } from './make-variables.ts';
import { type Shell, shellOf } from './shells.ts';
import type { Source } from './source.ts';

const NAME = /^(?:GNU|BSD)?[Mm]akefile(?:\.[\w-]+)*$|\.(?:mk|mak|make)$/;
const ABOUT = /\.(?:md|txt|rst|py|js|ts|go|rb|sh|ya?ml|json|am)$/i;

/** Characters of all recipes with their references filled in. */
const MOST_SOURCE = 16 * 1024 * 1024;

/** The recipes of Makefiles: every line of one is a shell of its own. */
export const make: Source = {
  mayBe: (path) => NAME.test(baseName(path)) && !ABOUT.test(path),
  is: (path) => make.mayBe(path),
  extract,
};

function extract(path: Path, text: string): Extracted {
  const found = nothing();
  const makefile = readMakefile(text);
  const place = placeFinder(text);
  for (const offset of makefile.odd) {
    found.notRead.push({
      reason: 'syntax',
      place: place(offset),
      detail: 'neither a rule nor an assignment',
    });
  }
  const directory = /\.(?:mk|mak|make)$/.test(path) ? '' : directoryOf(path);
  const reading: Reading = { path, text, makefile, place, directory };
  const unread = new Set<string>();
  let size = 0;
  for (const rule of makefile.rules) {
    const expander = expanderFor(reading, rule);
    const shell = shellFor(reading, expander);
    if ('unread' in shell) {
      const [first] = rule.recipe;
      if (first === undefined || unread.has(shell.unread)) continue;
      unread.add(shell.unread);
      found.notRead.push({ reason: 'shell', place: place(first.start), detail: shell.unread });
      continue;
    }
    const lines = makefile.oneShell ? [rule.recipe] : rule.recipe.map((line) => [line]);
    for (const recipe of lines) {
      const unit =
        recipe.length === 0 ? undefined : unitOf(reading, { rule, recipe, expander, options: shell.options });
      if (unit === undefined) continue;
      size += unit.source.length;
      if (size > MOST_SOURCE) {
        const detail = `recipes of more than ${MOST_SOURCE} characters`;
        found.notRead.push({ reason: 'limit', place: unit.place(0), detail });
        return found;
      }
      found.units.push(unit);
    }
  }
  return found;
}

type Reading = {
  path: Path;
  text: string;
  makefile: Makefile;
  place: Unit['place'];
  /** Make runs where its file is; a file that others include runs where they are. */
  directory: Path;
};

function expanderFor({ makefile, directory }: Reading, rule: Rule): Expander {
  const here = inCheckout(directory);
  const global = (name: string): string | Text | undefined =>
    makefile.variables.has(name) ? makefile.variables.get(name) : implicit(name, here);
  const outside = createExpander(global);
  const targets = outside.expand(rule.targets);
  const own = makefile.own.get(literalOf(targets) ?? rule.targets) ?? makefile.own.get(rule.targets);
  const automatics = automatic(targets, outside.expand(rule.prerequisites));
  return createExpander((name) => automatics.get(name) ?? (own?.has(name) ? own.get(name) : global(name)));
}

/** What make itself sets. https://www.gnu.org/software/make/manual/html_node/Implicit-Variables.html */
function implicit(name: string, here: Text): Text | undefined {
  if (name === 'CURDIR' || name === 'PWD' || /^shell\s+pwd$/.test(name)) return here;
  if (name === 'MAKE') return ['make'];
  if (name === 'RM') return ['rm -f'];
  return undefined;
}

function shellFor({ makefile }: Reading, { meaning }: Expander): Shell {
  const words = (name: string) =>
    makefile.variables.has(name) ? (literalOf(meaning(name))?.trim().split(/\s+/) ?? []) : [];
  const named = words('SHELL');
  return shellOf([...(named.length === 0 ? ['/bin/sh'] : named), ...words('.SHELLFLAGS')]);
}

type Recipe = { rule: Rule; recipe: readonly RecipeLine[]; expander: Expander; options: Unit['options'] };

function unitOf(reading: Reading, { rule, recipe, expander, options }: Recipe): Unit | undefined {
  const { source, filledIn, offsets, written } = recipeSource(reading.text, recipe, expander);
  if (source.trim() === '') return undefined;
  return {
    script: reading.path,
    label: `target ${shown(expander.expand(rule.targets)).slice(0, 80)}`,
    source,
    filledIn,
    written,
    place: (offset) => reading.place(offsets[Math.min(offset, offsets.length - 1)]!),
    directory: reading.directory === '' ? [] : [reading.directory],
    variables: new Map([...exported(reading.makefile, expander), ...filledIn]),
    host: { kind: 'local' },
    surroundings: 'server',
    options,
  };
}

/** Only exported variables get into the environment of a recipe. */
function exported(
  { variables, exported: names, exportsAll }: Makefile,
  { meaning }: Expander,
): [string, Text][] {
  return [...(exportsAll ? variables.keys() : names)].map((name) => [name, meaning(name)]);
}
