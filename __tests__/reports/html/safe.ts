import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import { type Element, parsePage, select } from '../../helpers/html.ts';

const UNSEEN = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u;

/** Everything about the document that must hold whatever the decision holds. */
export function expectSafe(page: string): Element[] {
  const { all, errors } = parsePage(page);
  expect(errors).toEqual([]);
  expect(UNSEEN.exec(page)).toBeNull();
  const [style, script] = [select(all, 'style'), select(all, 'script')];
  expect([style.length, script.length]).toEqual([1, 1]);
  const policy = select(all, 'meta').find((meta) => 'http-equiv' in meta.attributes)!.attributes.content!;
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `style-src ${hash(style[0]!.text)}`,
    `script-src ${hash(script[0]!.text)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
  const attributes = all.flatMap((element) => Object.entries(element.attributes));
  expect(attributes.filter(([name]) => /^on|^style$|^src|^action$|^formaction$|^ping$/.test(name))).toEqual(
    [],
  );
  const links = attributes.filter(([name]) => name.endsWith('href')).map(([, value]) => value);
  const ids = attributes.filter(([name]) => name === 'id').map(([, value]) => value);
  expect(ids).toHaveLength(new Set(ids).size);
  expect(links.filter((link) => !ids.includes(link.replace(/^#/, '')) || !link.startsWith('#'))).toEqual([]);
  return all;
}
