import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { AUTH, COPY, COPY_STAGING, createSite, OLD, type Site } from './deploy-support.ts';

type Told = { url: string; authorization: string | undefined; body: Record<string, unknown> };

let site: Site;
let server: Server;
let told: Told[];
let status: number;
let env: Record<string, string>;

beforeEach(async () => {
  site = await createSite();
  told = [];
  status = 201;
  server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    const { authorization } = request.headers;
    told.push({ url: `${request.method} ${request.url}`, authorization, body: JSON.parse(text) });
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"message": "no"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  env = {
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_TOKEN: 'ghs_plaintoken0123456789',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '99',
  };
});
afterEach(async () => {
  server.close();
  await site.dispose();
});

const states = () => told.map(({ url, body }) => [url, body.state]);
const ROUTE = 'POST /repos/acme/shop/deployments/41/statuses';

test('a deployment is marked while it runs, and as a success', async () => {
  await site.deploy(COPY, ['--deployment-id', '41', '--environment', 'production'], env);
  expect(states()).toEqual([
    [ROUTE, 'in_progress'],
    [ROUTE, 'success'],
  ]);
  expect(told[1]!.body).toMatchObject({
    log_url: 'https://github.com/acme/shop/actions/runs/99',
    environment: 'production',
    description: expect.stringMatching(/^What was deployed is what was meant/),
  });
});

test('one that failed is marked as a failure; its id is in the event that started the workflow', async () => {
  await writeFile(join(site.dir, 'event.log'), JSON.stringify({ deployment: { id: 41 } }));
  const event = { ...env, GITHUB_EVENT_PATH: join(site.dir, 'event.log') };
  const { code, out, err } = await site.deploy(COPY_STAGING, [], event);
  expect(code).toBe(1);
  expect(states()).toEqual([
    [ROUTE, 'in_progress'],
    [ROUTE, 'failure'],
  ]);
  expect((await site.deployments())[0]).toMatchObject({ deploymentId: '41' });
  expect(out + err).not.toMatch(/plaintoken/);
});

test.each([403, 404, 500])('that GitHub answers with %d changes nothing', async (answer) => {
  status = answer;
  const good = await site.deploy(COPY, ['--deployment-id', '41'], env);
  expect(good).toMatchObject({
    code: 0,
    err: expect.stringMatching(/The deployment goes on as if GitHub knew/),
  });
  const bad = await site.deploy(COPY_STAGING, ['--deployment-id', '41'], env);
  expect(bad.code).toBe(1);
  expect(await site.text(AUTH)).not.toBe(OLD[AUTH]);
});

test('without a token that is told, and without a deployment nobody is asked', async () => {
  const { GITHUB_TOKEN: _, ...rest } = env;
  const silent = await site.deploy(COPY, ['--deployment-id', '41'], rest);
  expect(silent).toMatchObject({
    code: 0,
    err: expect.stringMatching(/GitHub was not told about deployment 41: there is no GITHUB_TOKEN/),
  });
  await site.deploy(COPY, [], env);
  expect(told).toEqual([]);
});
