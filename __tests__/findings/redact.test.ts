import { describe, expect, test } from '@jest/globals';
import type { ParsedDocument } from '../../src/documents/document.ts';
import { readDocument } from '../../src/documents/read.ts';
import { excerptOf } from '../../src/findings/excerpt.ts';
import { HIDDEN, isSensitiveKey, isSensitiveValue, withoutSecrets } from '../../src/findings/redact.ts';
import { showValue } from '../../src/findings/show.ts';

const never = () => false;

describe('values in findings', () => {
  test.each([
    [['database', 'password'], true],
    [['apiKey'], true],
    [['api_key'], true],
    [['AWS_SECRET_ACCESS_KEY'], true],
    [['env', 'name=DB_PASSWORD', 'value'], true],
    [['tokenEndpoint'], false],
    [['secretName'], false],
    [['passwordPolicy', 'minLength'], false],
    [['issuer'], false],
    [['keyboard'], false],
  ])('%j', (segments, hidden) => {
    expect(isSensitiveKey(segments)).toBe(hidden);
  });

  test.each([
    [['env', 'name=DB_PASSWORD', 'key'], 'DB_PASSWORD', false],
    [['env', 'key=DB_PASSWORD', 'key'], 'DB_PASSWORD', false],
    [['env', 'name=DB_PASSWORD', 'key'], 'hunter2', true],
    [['env', 'name=DB_PASSWORD', 'value'], 'hunter2', true],
    [['tokens', 'name=DB_PASSWORD', 'key'], 'DB_PASSWORD', true],
    [['users', 'password=hunter2', 'password'], 'hunter2', true],
  ])('%j of %s', (segments, value, hidden) => {
    expect(isSensitiveValue(segments, value)).toBe(hidden);
  });

  test('a sensitive value is hidden wherever it stands', () => {
    expect(showValue({ user: 'app', password: 'hunter2', tls: true }, ['database'], never)).toEqual({
      user: 'app',
      password: HIDDEN,
      tls: true,
    });
    expect(showValue([{ name: 'DB_PASSWORD', value: 'hunter2' }], ['env'], never)).toEqual([
      { name: 'DB_PASSWORD', value: HIDDEN },
    ]);
    expect(showValue('plain', ['pin'], (segments) => segments[0] === 'pin')).toBe(HIDDEN);
    expect(showValue(null, ['password'], never)).toBe(null);
  });

  test('secrets of a known shape are hidden under any name', () => {
    for (const secret of [
      `AKIA${'A'.repeat(16)}`,
      `ghp_${'a'.repeat(36)}`,
      `-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----`,
    ]) {
      expect(withoutSecrets(`x ${secret} y`)).toBe(`x ${HIDDEN} y`);
    }
    expect(withoutSecrets('postgres://app:hunter2@db:5432/auth')).toBe(
      `postgres://app:${HIDDEN}@db:5432/auth`,
    );
  });

  test.each([
    ['yaml', 'user: a\npassword: hunter2\nport: 1\n'],
    ['yaml, quoted', 'user: a\n"password": "hunter2"\nport: 1\n'],
    ['yaml, a block', 'user: a\npassword: |\n  hunter2\n\n  hunter2\nport: 1\n'],
    ['yaml, an object', 'user: a\ncredentials:\n  - name: x\n    pin: hunter2\nport: 1\n'],
    ['yaml, flow', '{user: a, password: hunter2, port: 1}'],
    ['json', '{"user":"a","password":"hunter2","port":1}'],
    ['json, an escaped quote', '{"user":"a","password":"\\"hunter2","port":1}'],
    ['json, an object', '{"user":"a","credentials":{"a":"x","b":"hunter2"},"port":1}'],
    ['json, not closed', '{"user":"a","password":"hunter2'],
    ['json in json', '{"a":"{\\"password\\":\\"hunter2\\",\\"port\\":1}"}'],
    ['properties', 'user=a\ndb.password=hunter2\nport=1'],
    ['xml', '<a><user>a</user><password>hunter2</password></a>'],
    ['xml attribute', '<db user="a" password="hunter2" port="1"/>'],
    ['beyond the limit', `${'x'.repeat(150)}\npassword: hunter2`],
  ])('inside of a text: %s', (_, text) => {
    const shown = String(showValue(text, ['config'], never));
    expect(shown).not.toContain('hunter2');
    expect(showValue(text.replaceAll(/password|credentials/g, 'passage'), ['config'], never)).not.toContain(
      HIDDEN,
    );
  });

  test('what only describes a secret is shown inside of a text, too', () => {
    const text = '{"tokenEndpoint":"https://id.example.com/token","passwordPolicy":"strict"}';
    expect(showValue(text, ['config'], never)).toBe(text);
  });

  test('long values are shortened', () => {
    expect(String(showValue('x'.repeat(1000), ['a'], never)).length).toBeLessThan(200);
    expect(
      showValue(
        Array.from({ length: 50 }, (_, index) => index),
        ['a'],
        never,
      ),
    ).toHaveLength(13);
  });
});

describe('excerpts', () => {
  async function excerpt(path: string, text: string, line: number): Promise<string[]> {
    const document = await readDocument({ path, mode: 'file' }, { id: '1', bytes: Buffer.from(text) });
    return excerptOf(document as ParsedDocument, line, { hides: never, comments: true })?.lines ?? [];
  }

  test('two lines on either side, without the values of sensitive keys', async () => {
    const text = 'a: 1\nb: 2\npassword: hunter2\nissuer: x\nc: 3\nd: 4\n';
    expect(await excerpt('a.yml', text, 4)).toEqual([
      'b: 2',
      `password: ${HIDDEN}`,
      'issuer: x',
      'c: 3',
      'd: 4',
    ]);
  });

  test.each([
    ['yaml, value on the next lines', 'a.yml', 'x: 1\npassword: |\n  hunter2\n  again\ny: 2\n'],
    ['yaml, flow', 'a.yml', 'x: 1\ndb: {user: a, password: hunter2, port: 1}\ny: 2\n'],
    ['yaml, by the name beside it', 'a.yml', 'env:\n  - name: DB_PASSWORD\n    value: hunter2\n'],
    ['json', 'a.json', '{\n "a": 1,\n "password": "hunter2",\n "b": 2\n}\n'],
    ['json on one line', 'a.json', '{"a": 1, "password": "hunter2", "b": 2}\n\n'],
    ['dotenv', '.env', 'A=1\nDB_PASSWORD=hunter2\nB=2\n'],
    ['toml', 'a.toml', 'a = 1\npassword = "hunter2"\n'],
    ['xml', 'a.xml', '<a>\n<password>hunter2</password>\n</a>\n'],
    ['xml attribute', 'a.xml', '<a>\n<db user="x" password="hunter2"/>\n</a>\n'],
    ['text', 'nginx.conf', 'a;\nset $password = hunter2;\nb;\n'],
    [
      'a document in a block of yaml',
      'a.yml',
      'data:\n  app.yaml: |\n    user: a\n    password: hunter2\n    port: 1\n',
    ],
    [
      'a key of several lines in a block of yaml',
      'a.yml',
      'data:\n  app.yaml: |\n    password: |\n      hunter2\n    port: 1\n',
    ],
    [
      'json in a text of yaml',
      'a.yml',
      `a: 1\nconfig: '{"user": "a", "password": "hunter2", "port": 1}'\nb: 2\n`,
    ],
    [
      'json in a text of json',
      'a.json',
      '{"a": 1,\n"config": "{\\"user\\":\\"a\\",\\"password\\":\\"hunter2\\"}",\n"b": 2}\n',
    ],
    ['words in a text', 'a.yml', 'a: 1\ndsn2: Server=db;User=a;Password=hunter2;Port=1\nb: 2\n'],
    ['broken', 'a.json', '{\n "password": "hunter2",\n "b": \n}\n'],
  ])('%s', async (_, path, text) => {
    const shown = (await excerpt(path, text, 2)).join('\n');
    expect(shown).not.toContain('hunter2');
    expect(shown).toContain(HIDDEN);
  });
});
