import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { blamePage } from '../../src/blame/page.ts';
import { operators } from '../../src/drill/operators/index.ts';
import { drillPage } from '../../src/drill/reports/page.ts';
import { heatmap } from '../../src/reports/html/heatmap.ts';
import { htmlReport } from '../../src/reports/html/index.ts';
import { timeline } from '../../src/reports/html/timeline.ts';
import { blameOf, candidate } from '../blame/samples.ts';
import { drilledOf, trial } from '../drill/samples.ts';
import { type Listener, launchChromium, listen, openPage } from '../helpers/browser.ts';
import { decision, finding, samples } from '../reports/samples.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const CLEAN = { requests: [], dialogs: [], messages: [] };

/** Everything that a page may hold, plots and all. */
const everything = htmlReport(
  decision({
    ...samples.incident!,
    notLookedAt: samples.inconclusive!.notLookedAt,
    scripts: samples.reviewed!.scripts!,
    effects: samples.reviewed!.effects!,
    acknowledged: [
      { by: 'ada', at: '2026-03-14T09:00:00Z', how: 'review', fingerprints: ['0123456789abcdef'] },
    ],
    changes: [
      ...samples.incident!.changes,
      {
        path: 'config/gateway/limits.conf',
        status: 'modified',
        rule: 'default',
        critical: false,
        lines: [
          { sign: '-', line: 3, text: 'limit_req zone=login burst=5;' },
          { sign: '+', line: 3, text: 'limit_req zone=login burst=50;' },
        ],
      },
    ],
  }),
  {
    first: [
      {
        id: 'matrix',
        title: 'Matrix',
        body: heatmap({
          title: 'What the check says',
          rowTitle: 'Service',
          columns: [
            { label: 'typo', group: 'structure' },
            { label: 'emptied', group: 'structure' },
          ],
          rows: [
            { label: 'auth', cells: [{ missed: 1, error: 3 }, { error: 4 }] },
            { label: 'mail', cells: [{ notice: 1 }, { warning: 1 }] },
          ],
        }),
      },
      {
        id: 'when',
        title: 'When',
        body: timeline({
          title: 'What changed',
          scoreTitle: 'suspicion',
          marks: [
            { at: '2026-03-14T08:00:00Z', kind: 'pass', label: 'last good' },
            { at: '2026-03-14T12:00:00Z', kind: 'commit', label: 'Tidy up', score: 0.9 },
            { at: '2026-03-14T16:00:00Z', kind: 'failure', label: 'first failure' },
          ],
        }),
      },
    ],
  },
);

/** The shape of a large migration: 5,000 findings in 500 files. */
const large = decision({
  verdict: 'fail',
  findings: Array.from({ length: 5_000 }, (_, index) =>
    finding(
      'key-removed',
      `config/services/team-${index % 40}/service-${Math.floor(index / 10)}/production.yml`,
      { pattern: '**', before: `value ${index}` },
      {
        severity: index < 2_000 ? 'error' : index < 4_000 ? 'warning' : 'notice',
        service: `service-${Math.floor(index / 10)}`,
        key: `clients[name=c${index}].redirect`,
        line: index + 1,
        side: 'before',
      },
    ),
  ),
  changes: Array.from({ length: 500 }, (_, index) => ({
    path: `config/services/team-${(index * 10) % 40}/service-${index}/production.yml`,
    status: 'modified' as const,
    rule: 'critical[0]',
    critical: true,
    keys: Array.from({ length: 10 }, (_, key) => ({
      kind: 'removed' as const,
      key: `clients[name=c${index * 10 + key}].redirect`,
      before: `value ${index * 10 + key}`,
    })),
  })),
});

let browser: Browser;
let server: Listener;
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'holdfast-page-'));
  [browser, server] = await Promise.all([launchChromium(), listen()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(directory, { recursive: true, force: true });
});

async function written(name: string, text: string): Promise<string> {
  const file = join(directory, `${name}.html`);
  await writeFile(file, text);
  return file;
}

/** The id of what has the focus, or of the block whose first line has it. */
const focused = (page: Page) =>
  page.evaluate(
    '(({ activeElement: node }) => node.id || node.parentElement.id || node.textContent)(document)',
  );

const isOpen = async (page: Page, id: string) => (await page.locator(`#${id}[open]`).count()) === 1;

/** Waits until the line below the filter says exactly this. */
const tally = (page: Page, text: string) =>
  page
    .locator('#tally')
    .filter({ hasText: new RegExp(`^${text}$`) })
    .waitFor({ state: 'attached', timeout: 20_000 });

describe('a page', () => {
  test('without JavaScript shows the verdict, the findings and the differences, and no tools', async () => {
    const file = await written('plain', everything);
    const { page, misdeeds } = await openPage(browser, file, { javaScriptEnabled: false });
    for (const text of [
      'FAIL',
      'This change should not be deployed as it is.',
      'git checkout 4f1c0d9ab27e',
    ]) {
      await page.getByText(text).first().waitFor({ state: 'visible', timeout: 5_000 });
    }
    expect(await page.locator('.diff tr[data-kind]:visible').count()).toBeGreaterThan(6);
    expect(await page.locator('#tools').isVisible()).toBe(false);
    const folded = page.locator('.f details.sub').first();
    await folded.locator('summary').click();
    expect(await folded.locator('ul').isVisible()).toBe(true);
    expect(misdeeds).toEqual(CLEAN);
  });

  test('of hostile strings runs none of them, and asks the network for nothing', async () => {
    const values = [
      '</script><script>alert(1)</script>',
      `<img src="${server.address}/x" onerror=alert(1)>`,
      '"><svg onload=alert(1)>',
      "' autofocus onfocus='alert(1)",
      `</style><link rel=stylesheet href=${server.address}/x>`,
      '\0\u202e\x1b[31m',
      'x'.repeat(1_000_000),
    ];
    const hostile = decision({
      ...samples.hostile!,
      findings: values.map((value, index) =>
        finding(
          'key-frozen',
          value,
          { pattern: value, before: value, after: index },
          { key: value, service: value },
        ),
      ),
      changes: values.map((value) => ({
        path: value,
        status: 'modified',
        rule: value,
        critical: true,
        keys: [{ kind: 'changed', key: value, before: value, after: `${value}!` }],
      })),
    });
    const file = await written('hostile', htmlReport(hostile));
    const { page, misdeeds } = await openPage(browser, file);
    await page.locator('#unfold').click();
    await page.locator('#filter').fill('<img');
    await tally(page, '1 of 7 findings, 1 of 7 files');
    expect(await page.locator('script, img, link, svg[onload], [onfocus]').count()).toBe(1);
    expect(await page.locator('details.f:visible').count()).toBe(1);
    expect(misdeeds).toEqual(CLEAN);
    expect(server.asked).toEqual([]);
  });

  test('lets nobody else run a script in it', async () => {
    const { page, misdeeds } = await openPage(browser, await written('policy', everything));
    await page.evaluate(`(() => {
      const script = document.createElement('script');
      try {
        script.text = 'alert(1)';
      } catch {}
      document.body.append(script);
      for (const name of ['img', 'iframe', 'script']) {
        const node = document.createElement(name);
        try {
          node.src = '${server.address}/' + name;
        } catch {}
        document.body.append(node);
      }
      return fetch('${server.address}/fetch').catch(() => {});
    })()`);
    expect(misdeeds.dialogs).toEqual([]);
    expect(server.asked).toEqual([]);
    expect(misdeeds.messages.join('\n')).toMatch(/Content Security Policy/);
  });

  test.each(['light', 'dark'] as const)('has nothing that keeps people out, %s', async (colorScheme) => {
    const { page } = await openPage(browser, await written('axe', everything), {
      colorScheme,
      bypassCSP: true,
    });
    await page.locator('#unfold').click();
    await page.evaluate(await readFile(AXE, 'utf8'));
    const violations = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))',
    );
    expect(violations).toEqual([]);
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(17, 20, 24)');
  });

  test('is narrow where the window is, without scrolling sideways', async () => {
    const { page } = await openPage(browser, await written('narrow', everything), {
      viewport: { width: 360, height: 700 },
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  test('is printed with everything unfolded', async () => {
    const { page } = await openPage(browser, await written('print', everything));
    await page.locator('#fold').click();
    await page.emulateMedia({ media: 'print' });
    const heights = await page
      .locator('details.f > .body')
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().height));
    expect(heights.filter((height) => height < 20)).toEqual([]);
    expect(await page.locator('#tools:visible, .nav:visible').count()).toBe(0);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

/** What nothing may be made of; with the address of a server that must not be asked. */
const nasty = () => [
  '</script><script>alert(1)</script>',
  `<img src="${server.address}/x" onerror=alert(1)>`,
  '"><svg onload=alert(1)>',
];

/** Violations that axe finds with everything unfolded. */
async function barriers(file: string): Promise<unknown> {
  const { page } = await openPage(browser, file, { bypassCSP: true });
  await page.locator('#unfold').click();
  await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))',
  );
}

describe('the page of a blame', () => {
  test('without JavaScript answers on the first screen, and its plot leads to the candidates', async () => {
    const file = await written('blame', blamePage(blameOf()));
    const { page, misdeeds } = await openPage(browser, file, {
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 800 },
    });
    for (const text of ['Release 2026.01.15', 'Mallory', 'pull request #412', 'git restore', '"staging"']) {
      const box = await page.locator('.verdict').getByText(text).first().boundingBox();
      expect(box!.y + box!.height).toBeLessThan(800);
    }
    expect(await page.locator('.timeline circle:visible').count()).toBeGreaterThan(2);
    await page.locator('#timeline details.sub > summary').click();
    await page.locator('#timeline a', { hasText: 'Raise the pool' }).click();
    expect(await page.locator('#c-2 .body').isVisible()).toBe(true);
    expect(misdeeds).toEqual(CLEAN);
  });

  test('is filtered by candidate, keeps nobody out, and fits a narrow window', async () => {
    const file = await written('blame', blamePage(blameOf()));
    const { page, misdeeds } = await openPage(browser, file, { viewport: { width: 360, height: 700 } });
    await page.locator('#filter').fill('bob');
    await tally(page, '1 of 3 candidates');
    expect(await page.locator('.candidate:visible').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(misdeeds).toEqual(CLEAN);
    expect(await barriers(file)).toEqual([]);
  });

  test('of hostile commits runs nothing and asks nobody', async () => {
    const candidates = nasty().map((text) =>
      candidate({ subject: text, author: text, id: text, undo: text, paths: [text] }),
    );
    const file = await written('blame-hostile', blamePage(blameOf({ service: nasty()[0]!, candidates })));
    const { page, misdeeds } = await openPage(browser, file);
    await page.locator('#unfold').click();
    expect(await page.locator('script, img, link, svg[onload]').count()).toBe(1);
    expect(misdeeds).toEqual(CLEAN);
    expect(server.asked).toEqual([]);
  });
});

describe('the page of a drill', () => {
  test('without JavaScript has what passes with its rule, and the matrix leads there', async () => {
    const file = await written('drill', drillPage(drilledOf()));
    const { page, misdeeds } = await openPage(browser, file, { javaScriptEnabled: false });
    await page.locator('.verdict pre', { hasText: 'protect: [limits.burst]' }).waitFor({ timeout: 5_000 });
    const rule = page.locator('#e-2 pre:visible').first();
    expect(await rule.textContent({ timeout: 5_000 })).toContain('protect: [limits.burst]');
    await page.locator('#matrix td a[href="#e-2"]').click();
    expect(page.url()).toBe(`file://${file}#e-2`);
    expect(misdeeds).toEqual(CLEAN);
  });

  test('unfolds what a cell leads to, is filtered by error, keeps nobody out, and fits a narrow window', async () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      trial({
        level: 'missed',
        stopped: false,
        checks: [],
        path: `config/${index}.yml`,
        service: `s${index}`,
      }),
    );
    const each = operators.flatMap(({ id, group }) =>
      group === 'control' ? [] : [trial({ operator: id, group, service: 's0' })],
    );
    const trials = [...many, ...each, ...drilledOf().trials];
    const file = await written('drill', drillPage(drilledOf({ trials })));
    const { page, misdeeds } = await openPage(browser, file, { viewport: { width: 360, height: 700 } });
    expect(await isOpen(page, 'e-8')).toBe(false);
    await page.locator('#matrix td a[href="#e-8"]').click();
    await page.locator('#e-8[open]').waitFor({ timeout: 20_000 });
    expect(await focused(page)).toBe('e-8');
    await page.locator('#filter').fill('config/7.yml');
    await tally(page, '1 of 11 errors');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    const service = await page.locator('#matrix th[scope=col]').first().boundingBox();
    expect(service!.width).toBeGreaterThanOrEqual(64);
    expect(misdeeds).toEqual(CLEAN);
    expect(await barriers(file)).toEqual([]);
  });

  test('of hostile names runs nothing and asks nobody', async () => {
    const trials = nasty().map((text) =>
      trial({ path: text, service: text, checks: [text], level: 'notice', stopped: false }),
    );
    const notDrilled = nasty().map((text) => ({ path: text, reason: text }));
    const file = await written('drill-hostile', drillPage(drilledOf({ trials, notDrilled })));
    const { page, misdeeds } = await openPage(browser, file);
    await page.locator('#unfold').click();
    expect(await page.locator('script, img, link, svg[onload]').count()).toBe(1);
    expect(misdeeds).toEqual(CLEAN);
    expect(server.asked).toEqual([]);
  });
});

describe('by keyboard', () => {
  test('everything can be reached, and single keys can be turned off', async () => {
    const { page, misdeeds } = await openPage(browser, await written('keys', everything));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the verdict');
    await page.keyboard.press('Enter');
    const ids = samples.incident!.findings.map(({ fingerprint }) => `f-${fingerprint}`);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(ids[0]);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(ids[1]);
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(ids[0]);
    expect(await isOpen(page, ids[0]!)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await isOpen(page, ids[0]!)).toBe(false);
    await page.keyboard.press('e');
    expect(await isOpen(page, ids[0]!)).toBe(true);
    await page.keyboard.press('n');
    expect(await focused(page)).toBe('d-1');
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('filter');
    await page.keyboard.type('jjj');
    await tally(page, '0 of 3 findings, 0 of 5 files');
    await page.keyboard.press('Escape');
    expect(await page.locator('details.f:visible').count()).toBe(3);
    await page.locator('#keys > summary').click();
    await page.locator('#single').uncheck();
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('single');
    expect(misdeeds).toEqual(CLEAN);
  });

  test('a link to a folded finding unfolds it', async () => {
    const file = await written('link', htmlReport(large));
    const id = `f-${large.findings[4_321]!.fingerprint}`;
    const { page } = await openPage(browser, file);
    await page.goto(`file://${file}#${id}`);
    await page.locator(`#${id}[open]`).waitFor({ timeout: 20_000 });
    expect(await focused(page)).toBe(id);
    expect(await page.locator(`#${id} .body`).isVisible()).toBe(true);
  });

  test('a command is copied', async () => {
    const { page } = await openPage(browser, await written('copy', everything));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const box = page.locator('.command').first();
    await box.getByRole('button').click();
    await page.locator('.command button', { hasText: 'Copied' }).waitFor({ timeout: 5_000 });
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      await box.locator('pre').textContent(),
    );
  });
});

describe('of 5,000 findings', () => {
  test('is filtered by words and by severity, in findings, files and rows', async () => {
    const text = htmlReport(large);
    expect(text.length).toBeLessThan(14_000_000);
    const { page, misdeeds } = await openPage(browser, await written('large', text));
    expect(await page.locator('details.f').count()).toBe(5_000);
    await page.locator('#filter').fill('c4321] removed');
    await tally(page, '1 of 5,000 findings, 1 of 500 files');
    await page.locator('#filter').fill('service-7/');
    await tally(page, '10 of 5,000 findings, 1 of 500 files');
    await page.locator('#filter').fill('');
    await tally(page, '');
    await page.getByRole('button', { name: '2,000 warnings' }).click();
    await tally(page, '3,000 of 5,000 findings, 500 of 500 files');
    expect(await page.locator('.group[data-severity=warning]').isVisible()).toBe(false);
    expect(misdeeds).toEqual(CLEAN);
  });
});
