import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where Debian and others put it. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function launchChromium(): Promise<Browser> {
  const executablePath = PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error('There is no Chromium here: apt-get install chromium');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** What a page did that it must not do. */
export type Misdeeds = { requests: string[]; dialogs: string[]; messages: string[] };

/** A page with everything told that leaves it: requests other than for itself, dialogs, and what the console says. */
export async function openPage(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; misdeeds: Misdeeds }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const misdeeds: Misdeeds = { requests: [], dialogs: [], messages: [] };
  const address = `file://${file}`;
  page.on('request', (request) => {
    if (request.url() !== address) misdeeds.requests.push(request.url());
  });
  page.on('dialog', async (dialog) => {
    misdeeds.dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  page.on('console', (message) => misdeeds.messages.push(message.text()));
  page.on('pageerror', (error) => misdeeds.messages.push(error.message));
  await page.goto(address);
  return { page, misdeeds };
}

/** A server that a page must not reach; `asked` are the paths that somebody asked it for. */
export type Listener = { address: string; asked: string[]; close(): Promise<void> };

export async function listen(): Promise<Listener> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
