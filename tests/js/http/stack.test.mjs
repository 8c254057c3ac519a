// What docs/ tells people to send, and the page on which they read of it, on everything that ./run starts.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { parse, send } from './requests.mjs';
import { startStack } from './stack.mjs';

const folder = new URL('../../../docs/http/', import.meta.url);
const files = (await readdir(folder)).filter((file) => file.endsWith('.http'));
const executablePath = process.env.CHROMIUM;
const skip = !executablePath && 'CHROMIUM does not name a browser';

let stack;
before(async () => { stack = await startStack(); }, { timeout: 120_000 });
after(() => stack?.stop());

test('there is a file for every part of the API', () =>
  assert.deepEqual(files.sort(), ['alerts.http', 'boards.http', 'bodies.http', 'declarations.http', 'levels.http', 'upkeep.http']));

for (const file of files)
  test(`${file} gets the answers that it announces`, { timeout: 60_000 }, async () => {
    const { variables, requests } = parse(await readFile(new URL(file, folder), 'utf8'));
    assert.deepEqual(variables, { functions: 'http://127.0.0.1:7071', start: 'http://127.0.0.1:7070' });
    assert.ok(requests.length > 0);
    const answers = {};
    for (const request of requests) {
      const { status, text } = await send(request, stack, answers);
      assert.equal(status, request.expect, `${request.title}: ${text}`);
    }
  });

test('the page of the API shows every operation and loads nothing from elsewhere', { skip, timeout: 120_000 }, async () => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const faults = [];
    const foreign = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
    page.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== stack.functions) foreign.push(request.url()); });
    await page.goto(`${stack.functions}/api/docs`);
    const description = await (await fetch(`${stack.functions}/api/openapi.json`)).json();
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
    assert.ok(operations.length > 20);
    for (const { summary } of operations)
      await page.getByText(summary, { exact: true }).first().waitFor({ state: 'attached', timeout: 60_000 });
    assert.deepEqual(foreign, []);
    assert.deepEqual(faults, []);
  } finally {
    await browser.close();
  }
});
