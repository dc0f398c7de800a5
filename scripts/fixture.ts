import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One commit of a fixture: its tree's directory, and its message. */
export type Step = { name: string; directory: string; message: string };

/**
 * The commits of a fixture, oldest first: `history/1`, `history/2` …, if there are any, then `base` and `head`.
 * `messages.json` may give their messages by these names; a commit without one is called as its directory.
 */
export async function fixtureSteps(fixture: string): Promise<Step[]> {
  const [history, file] = [join(fixture, 'history'), join(fixture, 'messages.json')];
  const numbers = existsSync(history) ? await readdir(history) : [];
  const earlier = numbers.sort((one, other) => Number(one) - Number(other)).map((name) => `history/${name}`);
  const messages: Record<string, string> = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
  const names = [...earlier, 'base', 'head'];
  const unknown = Object.keys(messages).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`${file} names ${unknown.join(', ')}, which ${fixture} has not`);
  return names.map((name) => ({ name, directory: join(fixture, name), message: messages[name] ?? name }));
}
