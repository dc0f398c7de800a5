import { describe, expect, test } from '@jest/globals';
import { extract } from '../../../src/scripts/sources/index.ts';
import { shown } from '../../../src/scripts/text.ts';
import { extracted, meant, placeIn, placeOf, variablesOf } from './helpers.ts';

const IMAGE = `# syntax=docker/dockerfile:1
ARG NODE=22
FROM node:\${NODE}-slim AS build
ARG NODE
ARG REVISION
ENV APP_HOME=/srv/app \\
    PORT=8080
WORKDIR $APP_HOME
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci && \\
    # the defaults that the service starts with

    cp config/default.yml config/app.yml; \\
    echo done
COPY . .

FROM nginx:1.27
WORKDIR /usr/share/nginx
WORKDIR html
COPY --from=build /srv/app/dist ./
COPY deploy/nginx.conf /etc/nginx/nginx.conf
COPY deploy/sites/ /etc/nginx/conf.d/
COPY --chown=nginx ["deploy/app.json", "deploy/flags.yml", "./config/"]
ADD https://example.com/mime.types.conf /etc/nginx/mime.conf
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN cat /etc/nginx/nginx.conf | tee /etc/nginx/check.conf
ENTRYPOINT exec nginx -c /etc/nginx/nginx.conf
`;

const run = (text: string, path = 'Dockerfile') => extracted(path, text);

describe('a Dockerfile', () => {
  const { units, effects, notRead } = run(IMAGE, 'deploy/Dockerfile');
  const [install, check, start] = units;

  test('gives a unit for RUN and ENTRYPOINT', () => {
    expect(units.map(({ label }) => label)).toEqual([
      'RUN on line 10',
      'RUN on line 26',
      'ENTRYPOINT on line 27',
    ]);
    expect(units.every((unit) => unit.surroundings === 'ephemeral')).toBe(true);
    expect(install?.host).toEqual({ kind: 'container', name: 'image' });
    expect(start?.source).toBe('exec nginx -c /etc/nginx/nginx.conf');
    expect(notRead).toEqual([]);
  });

  test('flags, comments and empty lines between continued lines are no part of the command', () => {
    expect(install?.source.replace(/ +/g, ' ')).toBe(
      'npm ci && \\\n cp config/default.yml config/app.yml; \\\n echo done',
    );
    expect(placeOf(install, 'npm ci')).toBe(placeIn(IMAGE, 'npm ci'));
    expect(placeOf(install, 'cp ')).toBe(placeIn(IMAGE, 'cp config'));
    expect(placeOf(install, 'echo')).toBe(placeIn(IMAGE, 'echo done'));
  });

  test('directories, variables and shells', () => {
    expect(shown(install!.directory)).toBe('/srv/app');
    expect(shown(check!.directory)).toBe('/usr/share/nginx/html');
    expect(variablesOf(install)).toEqual({
      NODE: '22',
      REVISION: '<REVISION>',
      APP_HOME: '/srv/app',
      PORT: '8080',
    });
    expect(variablesOf(check)).toEqual({});
    expect(install?.options).toEqual({ errexit: false, pipefail: false, nounset: false });
    expect(check?.options).toEqual({ errexit: true, pipefail: true, nounset: false });
  });

  test('copies over configuration are effects, other copies are not', () => {
    const seen = effects.map(({ op, targets, sources, rule, place }) => [
      place.line,
      op,
      targets.map(({ path }) => shown(path)).join(),
      sources.map(shown).join(),
      rule,
    ]);
    expect(seen).toEqual([
      [21, 'replace', '/etc/nginx/nginx.conf', 'deploy/nginx.conf', 'copy-over-config'],
      [22, 'replace-tree', '/etc/nginx/conf.d', 'deploy/sites', 'copy-over-config'],
      [23, 'replace', '/usr/share/nginx/html/config/app.json', 'deploy/app.json', 'copy-over-config'],
      [23, 'replace', '/usr/share/nginx/html/config/flags.yml', 'deploy/flags.yml', 'copy-over-config'],
      [24, 'replace', '/etc/nginx/mime.conf', '', 'download-over-config'],
    ]);
    expect(effects[0]).toMatchObject({
      script: 'deploy/Dockerfile',
      place: { line: 21, column: 1 },
      endLine: 21,
      command: 'COPY',
      text: 'COPY deploy/nginx.conf /etc/nginx/nginx.conf',
      host: { kind: 'container', name: 'image' },
      surroundings: 'ephemeral',
      targets: [{ confidence: 'high', tree: false }],
      page: 'https://docs.docker.com/reference/dockerfile/#copy',
    });
  });
});

describe('forms of RUN', () => {
  test.each([
    ['RUN ["/bin/sh", "-c", "cp a \\"b c\\" /etc/x.conf"]', 'cp a "b c" /etc/x.conf', '/etc', '2:37'],
    ['RUN ["cp", "a b", "/etc/it\'s.conf"]', "'cp' 'a b' '/etc/it'\\''s.conf'", 'cp', '2:1'],
    ['RUN <<EOF\ncp a /etc/x.conf\nEOF', 'cp a /etc/x.conf', 'cp', '3:1'],
    ['RUN <<-"EOT"\n\tcp a b\n\tEOT', '\tcp a b', 'cp', '3:2'],
    ['RUN bash -e <<EOF\ncp a b\nEOF', 'bash -e <<EOF\ncp a b\nEOF', 'cp', '3:1'],
    [
      'RUN <<A cat > x && <<B cat > y\n1\nA\n2\nB',
      '<<A cat > x && <<B cat > y\n1\nA\n2\nB',
      'cat > y',
      '2:24',
    ],
    ['ONBUILD RUN cp a b', 'cp a b', 'cp', '2:13'],
    ['run cp a b', 'cp a b', 'cp', '2:5'],
    ['CMD cp a b', 'cp a b', 'cp', '2:5'],
    ['CMD ["sh", "-c", "cp a b"]', 'cp a b', 'b', '2:24'],
  ])('%s', (instruction, source, piece, place) => {
    const { units, notRead } = run(`FROM debian:12\n${instruction}\n`);
    expect(units.map((unit) => unit.source)).toEqual([source]);
    expect(placeOf(units[0], piece)).toBe(place);
    expect(notRead).toEqual([]);
  });

  test.each([
    ['FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN dir', 'cmd'],
    ['FROM debian\nSHELL ["pwsh", "-Command"]\nRUN ls', 'pwsh'],
    ['FROM debian\nRUN ["powershell", "-Command", "ls"]', 'powershell'],
    ['FROM debian\nRUN <<EOF\n#!/usr/bin/env python3\nprint()\nEOF', 'python3'],
  ])('another shell is named: %s', (text, detail) => {
    const { units, notRead } = run(`${text}\n`);
    expect(units).toEqual([]);
    expect(notRead).toMatchObject([{ reason: 'shell', detail }]);
  });

  test('programs without a shell that a container starts are no commands', () => {
    const nothing = { units: [], effects: [], notRead: [] };
    expect(run('FROM a\nCMD ["node", "server.js"]\nENTRYPOINT ["/entrypoint.sh"]\n')).toEqual(nothing);
    expect(run('FROM a\nHEALTHCHECK CMD curl -o /etc/x.conf localhost\n')).toEqual(nothing);
  });

  test('the escape of Windows, on Linux', () => {
    const { units } = run('# escape=`\nFROM debian\nRUN cp a `\n  b\n');
    expect(units[0]?.source).toBe('cp a \\\n  b');
  });

  test('a heredoc with a shebang of its own has its options', () => {
    const { units } = run('FROM a\nRUN <<EOF\n#!/bin/bash -eu\ncp a b\nEOF\n');
    expect(units[0]?.options).toEqual({ errexit: true, pipefail: false, nounset: true });
  });
});

describe('forms of COPY and ADD', () => {
  const effectsOf = (line: string) =>
    run(`FROM a AS base\nWORKDIR /app\nENV CONF=/etc/app\nARG WHERE\n${line}\n`).effects.map(
      ({ op, targets, sources }) => `${op} ${shown(targets[0]!.path)} <- ${sources.map(shown).join()}`,
    );

  test.each([
    ['COPY app.yml config.yml', ['replace /app/config.yml <- app.yml']],
    ['COPY app.yml .', ['replace /app/app.yml <- app.yml']],
    ['COPY /app.yml $CONF/', ['replace /etc/app/app.yml <- app.yml']],
    [`COPY conf \${CONF}`, ['replace-tree /etc/app <- conf']],
    ['COPY --from=0 /out/a.conf /etc/a.conf', ['replace /etc/a.conf <- <0:/out/a.conf>']],
    ['COPY config/*.yml ./config/', ['replace /app/config/*.yml <- config/*.yml']],
    ['COPY config config', ['replace-tree /app/config <- config']],
    ['COPY crontab /etc/crontab', ['replace-tree /etc/crontab <- crontab']],
    [`COPY a.env \${WHERE}/.env`, ['replace <WHERE>/.env <- a.env']],
    ['COPY <<EOF /etc/app.conf\nport 1\nEOF', ['replace /etc/app.conf <- ']],
    ['ADD rootfs.tar.gz /etc', ['extract /etc <- rootfs.tar.gz']],
    ['ADD rootfs.tar.gz /', []],
    ['COPY package.json tsconfig.json ./', []],
    ['COPY . .', []],
    ['COPY src/ ./src/', []],
    ['COPY app.jar /srv/', []],
    ['COPY', []],
    ['COPY x', []],
    ['COPY []', []],
    ['COPY [1, 2]', []],
  ])('%s', (line, expected) => {
    expect(effectsOf(line)).toEqual(expected);
  });

  test('a heredoc is no part of the text', () => {
    const { effects } = run('FROM a\nCOPY <<EOF /etc/app.conf\nsecret\nEOF\n');
    expect(effects[0]).toMatchObject({ text: 'COPY <<EOF /etc/app.conf', endLine: 4 });
  });
});

describe('stages', () => {
  test('one that is built on another begins where that ends', () => {
    const { units } = run(
      `FROM a AS One\nENV A=1\nWORKDIR /one\nFROM one\nRUN ls\nFROM b\nRUN ls\nARG X=2\nENV Y=\${X:-3} Z=\${W:-4} V=\${X:+5}\nRUN ls\n`,
    );
    expect(units.map((unit) => [shown(unit.directory), variablesOf(unit)])).toEqual([
      ['/one', { A: '1' }],
      ['/', {}],
      ['/', { X: '2', Y: '2', Z: '4', V: '5' }],
    ]);
  });

  test('an ARG before the first stage has to be named in it', () => {
    const { units } = run('ARG A=1\nARG B=2\nFROM x\nARG A\nRUN ls\n');
    expect(variablesOf(units[0])).toEqual({ A: '1' });
  });
});

describe('names', () => {
  test.each([
    'Dockerfile',
    'a/Dockerfile.prod',
    'Containerfile',
    'api.dockerfile',
    'Dockerfile-dev',
    'Dockerfile.j2',
  ])('%s is one', (path) => {
    expect(extract(path, 'FROM a\nRUN ls\n')?.units).toHaveLength(1);
  });

  test.each(['Dockerfile.md', 'Dockerfile.dockerignore', 'mydockerfile', 'docs/Dockerfile.txt'])(
    '%s is none',
    (path) => {
      expect(extract(path, 'FROM a\nRUN ls\n')).toBeUndefined();
    },
  );
});

describe('bad input', () => {
  test('a heredoc without its end is named, and what is there is read', () => {
    const { units, notRead } = run('FROM a\nRUN <<EOF\ncp a b\n');
    expect(notRead).toEqual([
      { reason: 'syntax', place: { line: 2, column: 1 }, detail: 'a heredoc without its end' },
    ]);
    expect(units[0]?.source).toContain('cp a b');
  });

  test.each([
    ['nothing', ''],
    ['no stage', 'RUN'],
    ['only keywords', 'FROM\nRUN\nCOPY\nENV\nARG\nWORKDIR\nSHELL\nONBUILD\nADD\nCMD\n'],
    ['lists that are none', 'FROM a\nRUN [\nSHELL [1]\nSHELL ["\nCOPY ["a"\n'],
    ['a continuation without an end', 'FROM a\nRUN ls \\'],
    ['only continuations', 'FROM a\nRUN \\\n\\\n\\\n'],
    ['unknown instructions', 'FROM a\nNOSUCH x\n%%%\n'],
    ['a text', 'This is a page about images.\n'],
  ])('%s', (_, text) => {
    expect(run(text).effects).toEqual([]);
  });

  test('carriage returns', () => {
    const seen = run(IMAGE.replaceAll('\n', '\r\n'));
    const plain = run(IMAGE);
    expect(seen.units.map(({ source }) => source)).toEqual(plain.units.map(({ source }) => source));
    expect(seen.effects).toEqual(plain.effects);
    expect(placeOf(seen.units[0], 'cp ')).toBe(placeIn(IMAGE, 'cp config'));
  });

  test.each([
    ['commands', 'RUN cp a b && ls\n', 4_000],
    ['copies', 'COPY a.yml /etc/\n', 4_000],
    ['variables', 'ENV A=b C="x y"\n', 4_000],
    ['continuations', 'RUN \\\n', 20_000],
    ['comments', '# x\n', 50_000],
    ['characters', `RUN ${'a'.repeat(1_000_000)}\n`, 1],
    ['open heredocs', 'RUN <<A\n', 2_000],
  ])('many of %s are read', (_, line, times) => {
    expect(() => extracted('Dockerfile', `FROM a\n${line.repeat(times)}`)).not.toThrow();
  });
});

test('a template of a Dockerfile', () => {
  const { units } = run(
    'FROM a\n{% if x %}\nRUN cp {{ source }} /etc/a.conf\n{% endif %}\n',
    'Dockerfile.j2',
  );
  expect(units.map((unit) => meant({ ...unit, filledIn: unit.variables }))).toEqual([
    'cp <source> /etc/a.conf',
  ]);
});
