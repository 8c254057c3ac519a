import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { eventually, start } from '../standin.mjs';
import { client, credentials, door, from } from './provider.mjs';

const executablePath = process.env.CHROMIUM;
const skip = !executablePath && 'CHROMIUM does not name a browser';

let provider, api, browser, page;
before(async () => {
  if (skip) return;
  provider = await start('twilio', credentials);
  api = client(provider);
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const context = await browser.newContext();
  page = await context.newPage();
});
after(async () => {
  await browser?.close();
  await provider?.stop();
});

const send = (n) => api.messages.create({ to: `+319701000000${n}`, from, body: `text ${n}` });

test('the inbox shows what comes in, and keeps a half-written answer', { skip, timeout: 120_000 }, async () => {
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  await send(1);
  await page.goto(provider.url);
  const first = page.getByRole('row', { name: 'text 1' });
  await first.getByText('Answer', { exact: true }).click();
  await first.getByRole('textbox').fill('JA K7');

  await send(2);
  await page.getByRole('row', { name: 'text 2' }).waitFor();
  await first.getByText('delivered').waitFor();
  assert.equal(await first.getByRole('textbox').inputValue(), 'JA K7');
  assert.deepEqual(await page.getByRole('row').locator('.text').allInnerTexts(), ['text 2', 'text 1']);

  await first.getByRole('textbox').fill('JA K7QF');
  await first.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('row', { name: 'JA K7QF' }).waitFor();
  const heard = await eventually(async () => (await door(provider, '/_messages')).body.messages.find((m) => m.direction === 'inbound'), 'answer');
  assert.deepEqual([heard.from, heard.body], ['+3197010000001', 'JA K7QF']);
  assert.deepEqual(faults, []);
});

test('a person presses a key in a call that came in while the page was open', { skip, timeout: 120_000 }, async () => {
  await page.goto(provider.url);
  const { sid } = await api.calls.create({
    to: '+3197010000009', from, twiml: '<Response><Gather timeout="90" action="http://127.0.0.1:9/"><Say language="nl-NL">Toets één</Say></Gather></Response>',
  });
  await page.getByRole('button', { name: 'Press 1 on +3197010000009' }).click();
  await eventually(async () => (await door(provider, '/_calls')).body.find((call) => call.sid === sid && call.pressed[0] === '1'), 'key');
  await page.locator(`#${sid} .keys b`).getByText('1').waitFor();
});

for (const colorScheme of ['light', 'dark'])
  test(`the inbox is accessible in ${colorScheme} colours`, { skip, timeout: 120_000 }, async () => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${provider.url}/?q=text`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map((v) => [v.id, v.nodes.map((n) => n.html)]), []);
  });
