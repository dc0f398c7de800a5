import { describe, expect, test } from '@jest/globals';
import { extract } from '../../../src/scripts/sources/index.ts';
import { shown } from '../../../src/scripts/text.ts';
import { extracted, meant, placeIn, placeOf, variablesOf } from './helpers.ts';

const MAKEFILE = `# Installs the service.
PREFIX ?= /usr/local
CONFDIR := $(PREFIX)/etc/billing
VERSION = $(shell git describe --tags)
SOURCES = config/app.yml \\
          config/flags.yml
export ENVIRONMENT = production
ifdef CI
TARGET_HOST = ci.example.com
else
TARGET_HOST = billing.example.com
endif

.PHONY: all install deploy

all: build/app.json ## Builds everything

build/app.json: config/app.yml config/base.yml
	@mkdir -p $(@D)
	yq -o json $< > $@

install: all
	install -d $(CONFDIR)
	-cp $(SOURCES) $(CONFDIR)/
	@for file in $(SOURCES); do \\
	  echo "$$file"; \\
	  sed -i 's/@version@/$(VERSION)/' $(CONFDIR)/$$(basename $$file); \\
	done

deploy: CONFDIR = /srv/deploy
deploy: install ; rsync -a --delete build/ $(TARGET_HOST):$(CONFDIR)/
`;

describe('a Makefile', () => {
  const { units, effects, notRead } = extracted('Makefile', MAKEFILE);
  const [mkdir, yq, dir, copy, loop, sync] = units;

  test('gives a unit for each line of a recipe', () => {
    expect(units.map((unit) => `${unit.label}: ${meant(unit).split('\n')[0]}`)).toEqual([
      'target build/app.json: mkdir -p build',
      'target build/app.json: yq -o json config/app.yml > build/app.json',
      'target install: install -d /usr/local/etc/billing',
      'target install: cp config/app.yml config/flags.yml /usr/local/etc/billing/',
      'target install: for file in config/app.yml config/flags.yml; do \\',
      'target deploy: rsync -a --delete build/ <TARGET_HOST>:/srv/deploy/',
    ]);
    expect({ effects, notRead }).toEqual({ effects: [], notRead: [] });
  });

  test('the shell gets what make makes of a line', () => {
    expect(meant(loop!)).toBe(
      [
        'for file in config/app.yml config/flags.yml; do \\',
        '	  echo "$file"; \\',
        `	  sed -i 's/@version@/'"<shell git describe --tags>"'/' /usr/local/etc/billing/$(basename $file); \\`,
        '	done',
      ].join('\n'),
    );
  });

  test('places are those of the file', () => {
    expect(placeOf(mkdir, 'mkdir')).toBe(placeIn(MAKEFILE, 'mkdir'));
    expect(placeOf(yq, 'build/app.json')).toBe('20:18');
    expect(placeOf(copy, 'cp ')).toBe(placeIn(MAKEFILE, 'cp $'));
    expect(placeOf(copy, '/usr/local')).toBe('24:17');
    expect(placeOf(loop, 'sed ')).toBe(placeIn(MAKEFILE, 'sed -i'));
    expect(placeOf(loop, 'done')).toBe(placeIn(MAKEFILE, '	done').replace(':1', ':2'));
    expect(placeOf(sync, 'rsync')).toBe(placeIn(MAKEFILE, 'rsync'));
    expect(copy?.place(copy.source.length)).toEqual({ line: 24, column: 28 });
  });

  test('what the file says can be read back', () => {
    expect(copy?.written?.(0, copy.source.length)).toBe('cp $(SOURCES) $(CONFDIR)/');
    const at = loop!.source.indexOf('sed');
    expect(loop?.written?.(at, loop.source.indexOf('; \\', at))).toBe(
      "sed -i 's/@version@/$(VERSION)/' $(CONFDIR)/$$(basename $$file)",
    );
  });

  test('only exported variables are in the environment', () => {
    expect(variablesOf(dir)).toEqual({ ENVIRONMENT: 'production' });
    expect(units.every((unit) => unit.surroundings === 'server' && unit.host.kind === 'local')).toBe(true);
  });
});

describe('shells', () => {
  const options = (head: string) => extracted('Makefile', `${head}\na:\n	ls\n`).units[0]?.options;

  test('SHELL and .SHELLFLAGS', () => {
    expect(options('')).toEqual({ errexit: false, pipefail: false, nounset: false });
    expect(options('SHELL := /bin/bash\n.SHELLFLAGS := -eu -o pipefail -c')).toEqual({
      errexit: true,
      pipefail: true,
      nounset: true,
    });
    expect(options('SHELL = $(shell which bash)')).toEqual({
      errexit: false,
      pipefail: false,
      nounset: false,
    });
  });

  test('another shell is named once', () => {
    const { units, notRead } = extracted('Makefile', 'SHELL := pwsh\na:\n	ls\n	dir\nb:\n	ls\n');
    expect(units).toEqual([]);
    expect(notRead).toEqual([{ reason: 'shell', place: { line: 3, column: 2 }, detail: 'pwsh' }]);
  });

  test('.ONESHELL makes one unit of a recipe', () => {
    const { units } = extracted('Makefile', '.ONESHELL:\na:\n	@cd /srv\n	cp x $@\n');
    expect(units.map(meant)).toEqual(['cd /srv\ncp x a']);
    expect(placeOf(units[0], 'cp')).toBe('4:2');
  });
});

describe('lines', () => {
  const sources = (text: string) => extracted('Makefile', text).units.map(meant);

  test.each([
    ['a comment in a rule', 'a: b # c\n	ls\n', ['ls']],
    ['a comment in a recipe', 'a:\n	# cp a b\n	ls # x\n', ['# cp a b', 'ls # x']],
    ['.RECIPEPREFIX', '.RECIPEPREFIX = >\na:\n>cp a b\n> ls\n', ['cp a b', 'ls']],
    ['a double colon', 'a:: b\n	ls $<\n', ['ls b']],
    ['grouped targets', 'a b &: c\n	ls $@ $^\n', ['ls <@> c']],
    ['a pattern', '%.json: %.yml base.yml\n	merge $^ > $@\n', ['merge <%>.yml base.yml > <%>.json']],
    ['a static pattern', 'a.o b.o: %.o: %.c\n	cc $<\n', ['cc <%>.c']],
    ['order-only', 'a: b | c\n	cp $^ $@\n', ['cp b c a']],
    ['braces', `D = x\na:\n	cp \${D} $D $(E)\n`, ['cp x x <E>']],
    [
      'functions',
      'a:\n	cp $(wildcard *.yml) $(addprefix /etc/,$(X)) .\n',
      ['cp <wildcard *.yml> <addprefix /etc/,$(X)> .'],
    ],
    ['a define', 'define script\ncp a b\n	rm c\nendef\na:\n	$(script)\n', ['<script>']],
    [
      'a condition in a recipe',
      'a:\nifdef X\n	cp a b\nelse\n	cp c b\nendif\n	ls\n',
      ['cp a b', 'cp c b', 'ls'],
    ],
    ['appended', 'F = a\nF += b\na:\n	cp $(F) c\n', ['cp a b c']],
    ['a default that is set before', 'F = a\nF ?= b\na:\n	cp $(F)\n', ['cp a']],
    ['a command', 'F != date\na:\n	cp $(F)\n', ['cp <F>']],
    ['itself', 'A = $(B)\nB = $(A)x\na:\n	cp $(A)\n', ['cp <A>x']],
    ['names of make', 'a:\n	$(RM) x; $(MAKE) -C $(CURDIR)\n', ['rm -f x; make -C <root>']],
    [
      'a target from a variable',
      'OUT = /etc/a.conf\n$(OUT): a.conf\n	cp $< $@\n',
      ['cp a.conf /etc/a.conf'],
    ],
    ['information', '$(info building)\n$(eval X = 1)\na:\n	ls\n', ['ls']],
    ['an include', '-include .env\ninclude a.mk\na:\n	ls\n', ['ls']],
    ['an empty recipe', 'a:\n	\n	@\n	ls\n', ['ls']],
    ['an unclosed reference', 'a:\n	cp $(X b\n', ['cp $(X b']],
    ['prefixes', 'a:\n	-@ + cp a b\n', ['cp a b']],
    ['export of all', 'export\nA = 1\na:\n	ls\n', ['ls']],
  ])('%s', (_, text, expected) => {
    expect(sources(text)).toEqual(expected);
    expect(extracted('Makefile', text).notRead).toEqual([]);
  });

  test('export of all, and of some', () => {
    const variables = (text: string) => variablesOf(extracted('Makefile', `${text}a:\n	ls\n`).units[0]);
    expect(variables('export\nA = 1\n')).toEqual({ A: '1' });
    expect(variables('A = 1\nB = 2\nexport B C\n')).toEqual({ B: '2', C: '<C>' });
  });

  test('a line that make does not take', () => {
    const { units, notRead } = extracted('Makefile', 'a:\n    cp a b\nb:\n	ls\n');
    expect(units.map(meant)).toEqual(['ls']);
    expect(notRead).toEqual([
      { reason: 'syntax', place: { line: 2, column: 1 }, detail: 'neither a rule nor an assignment' },
    ]);
  });
});

test('where it runs', () => {
  const directory = (path: string) => shown(extracted(path, 'a:\n	ls\n').units[0]!.directory);
  expect(directory('Makefile')).toBe('');
  expect(directory('deploy/Makefile')).toBe('deploy');
  expect(directory('mk/deploy.mk')).toBe('');
});

test.each(['makefile', 'GNUmakefile', 'x/Makefile.deploy', 'a.mk'])('%s is one', (path) => {
  expect(extract(path, 'a:\n	ls\n')?.units).toHaveLength(1);
});

test.each(['Makefile.am', 'Makefile.md', 'makefiles', 'make.py'])('%s is none', (path) => {
  expect(extract(path, 'a:\n	ls\n')).toBeUndefined();
});

describe('bad input', () => {
  test('a NUL byte', () => {
    expect(extracted('Makefile', 'a:\n	cp \0 b\n').notRead).toEqual([
      { reason: 'syntax', place: { line: 2, column: 5 }, detail: 'a NUL byte' },
    ]);
  });

  test('carriage returns', () => {
    const units = extracted('Makefile', MAKEFILE.replaceAll('\n', '\r\n')).units;
    expect(units.map(({ source }) => source)).toEqual(
      extracted('Makefile', MAKEFILE).units.map(({ source }) => source),
    );
    expect(placeOf(units[4], 'sed ')).toBe(placeIn(MAKEFILE, 'sed -i'));
  });

  test.each([
    ['nothing', ''],
    ['a tab', '\t'],
    ['a colon', ':'],
    ['an open define', 'define x\nabc'],
    ['an open condition', 'ifdef X\nifeq (a,b'],
    ['a backslash', 'a:\n	ls \\'],
    ['dollars', 'a:\n	$ $$ $'],
    ['a prototype', '__proto__ = 1\nconstructor: ; ls $(toString)\n'],
  ])('%s', (_, text) => {
    expect(() => extracted('Makefile', text)).not.toThrow();
  });

  test('values that double each other end', () => {
    const doubling = Array.from({ length: 60 }, (_, i) => `A${i} = $(A${i + 1})$(A${i + 1})`).join('\n');
    expect(meant(extracted('Makefile', `${doubling}\na:\n	cp $(A0)\n`).units[0]!)).toMatch(/^cp </);
  });

  test('a long value in many recipes is over the limit', () => {
    const { units, notRead } = extracted(
      'Makefile',
      `A = ${'x'.repeat(15_000)}\n${'a:\n	cp $(A)\n'.repeat(5_000)}`,
    );
    expect(units.length).toBeGreaterThan(100);
    expect(notRead).toMatchObject([{ reason: 'limit' }]);
  });

  test.each([
    ['rules', 'a:\n	cp $(X) $@\n', 20_000],
    ['assignments', 'A += x\n', 50_000],
    ['references', 'a:\n	ls\nX = $(', 20_000],
    ['continuations', 'A = \\\n', 100_000],
    ['conditions', 'ifdef X\n', 100_000],
  ])('many %s are read', (_, piece, times) => {
    expect(() => extracted('Makefile', piece.repeat(times))).not.toThrow();
  });
});
