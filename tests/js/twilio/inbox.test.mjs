import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { eventually, start } from '../standin.mjs';
import { client, credentials, door, from } from './provider.mjs';

let provider, api;
before(async () => { provider = await start('twilio', credentials); api = client(provider); });
after(() => provider.stop());
beforeEach(() => door(provider, '/_messages', { method: 'DELETE' }));

const send = (n, body = `text ${n}`) => api.messages.create({ to: `+31970100${String(n).padStart(5, '0')}`, from, body });
const page = async (path = '/') => (await fetch(provider.url + path)).text();
const numbers = (html) => [...html.matchAll(/<b>([^<]+)<\/b>/g)].map(([, number]) => number.replaceAll('&#x2B;', '+'));

test('the page shows messages newest first, fifty at a time', async () => {
  for (let i = 1; i <= 60; i++) await send(i);
  const first = await page();
  assert.deepEqual(numbers(first).slice(0, 2), ['+3197010000060', '+3197010000059']);
  assert.equal(numbers(first).length, 50);
  const [, older] = /<a href="([^"]+)">Older/.exec(first);
  assert.deepEqual(numbers(await page(older.replaceAll('&amp;', '&'))), Array.from({ length: 10 }, (_, i) => `+31970100000${String(10 - i).padStart(2, '0')}`));
});

test('the page is searched by number and by text', async () => {
  await send(1, 'Utrecht');
  await send(2, 'Zeist');
  assert.deepEqual(numbers(await page('/?q=00002')), ['+3197010000002']);
  assert.deepEqual(numbers(await page('/?q=utrecht')), ['+3197010000001']);
  assert.match(await page('/?q=nothing'), /No message has “nothing”/);
});

test('a text cannot become markup', async () => {
  await send(1, '<script>alert(1)</script>"\'&');
  const html = await page(`/?q=${encodeURIComponent('<script>')}`);
  assert.doesNotMatch(html, /<script>alert/);
  assert.match(html, /&lt;script&gt;alert\(1\)/);
});

test('the form of the page answers and leads back', async () => {
  const { sid } = await send(1);
  const form = (headers) => fetch(`${provider.url}/_messages/${sid}/reply`, {
    method: 'POST', redirect: 'manual', headers: { referer: `${provider.url}/?q=1`, ...headers }, body: new URLSearchParams({ body: 'JA' }),
  });
  const answer = await form();
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/?q=1']);
  assert.equal((await form({ 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await door(provider, '/_count')).body.inbound, 1);
});

test('the page shows calls: to whom, in which language, what was said, and the key', { timeout: 120_000 }, async () => {
  const { sid } = await api.calls.create({
    to: '+3197010000007', from, twiml: '<Response><Gather timeout="60" action="http://127.0.0.1:9/"><Say language="nl-NL">Toets één &lt;nu&gt;</Say></Gather></Response>',
  });
  const row = async () => new RegExp(`<tr id="${sid}".*?</tr>`, 's').exec(await page())?.[0] ?? '';
  const waiting = await eventually(async () => { const html = await row(); return html.includes('<form') ? html : undefined; }, 'keys to press');
  assert.match(waiting, /\+3197010000007|&#x2B;3197010000007/);
  assert.match(waiting, /<span lang="nl-NL">Toets één &lt;nu&gt;<\/span>/);
  const press = () => fetch(`${provider.url}/_calls/${sid}/digits`, {
    method: 'POST', redirect: 'manual', headers: { referer: `${provider.url}/` }, body: new URLSearchParams({ digits: '1' }),
  });
  const answer = await press();
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/']);
  const pressed = await row();
  assert.match(pressed, /<td class="keys"><b>1<\/b>/);
  assert.doesNotMatch(pressed, /<form/);
  assert.equal((await press()).status, 409);
  assert.doesNotMatch(await page('/?q=nobody'), new RegExp(sid));
  assert.match(await page('/?q=toets'), new RegExp(sid));
});

test('the number of calls leads to them, from older messages too', async () => {
  assert.match(await page(), /<a href="#calls-title">\d+ calls<\/a>/);
  assert.match(await page('/?before=1'), /<a href="\/#calls-title">\d+ calls<\/a>/);
});

test('scripts list messages in order, by number, by text, and page by page', async () => {
  for (let i = 1; i <= 5; i++) await send(i);
  await send(1, 'again');
  const list = async (query) => (await door(provider, `/_messages?${query}`)).body;
  const bodies = async (query) => (await list(query)).messages.map((m) => m.body);
  assert.deepEqual(await bodies(''), ['text 1', 'text 2', 'text 3', 'text 4', 'text 5', 'again']);
  assert.deepEqual(await bodies('to=%2B3197010000001'), ['text 1', 'again']);
  assert.deepEqual(await bodies('to=+3197010000001&contains=AGA'), ['again']);
  const first = await list('limit=4');
  assert.deepEqual(first.messages.map((m) => m.body), ['text 1', 'text 2', 'text 3', 'text 4']);
  assert.deepEqual(await bodies(`after=${first.next}`), ['text 5', 'again']);
  assert.equal((await list(`after=${first.next}`)).next, null);
  assert.equal((await door(provider, '/_messages?limit=x')).status, 400);
  const { body: count } = await door(provider, '/_count');
  assert.deepEqual([count.count, count.outbound, count.inbound, count.recipients], [6, 6, 0, 5]);
  assert.ok(Date.parse(count.firstAcceptedAt) <= Date.parse(count.lastAcceptedAt));
});

test('a cleared inbox is empty, and later numbers go on', async () => {
  await send(1);
  const { messages: [{ number }] } = (await door(provider, '/_messages')).body;
  assert.equal((await door(provider, '/_messages', { method: 'DELETE' })).status, 204);
  assert.deepEqual((await door(provider, '/_messages')).body.messages, []);
  await send(2);
  assert.deepEqual((await door(provider, `/_messages?after=${number}`)).body.messages.map((m) => m.body), ['text 2']);
});

test('a wrong option or a taken port is told in one line', async () => {
  const refused = async (...args) => (await start('twilio', args).catch((error) => error));
  const taken = await refused('--port', String(provider.port));
  assert.equal(taken.code, 1);
  assert.match(taken.err, new RegExp(`^twilio: .*${provider.port}.*\n$`));
  for (const args of [['--port', 'x'], ['--account', 'AC1'], ['--inbound', 'nowhere'], ['--colour', 'red']]) {
    const wrong = await refused(...args);
    assert.equal(wrong.code, 1, args.join(' '));
    assert.match(wrong.err, /^twilio: .*\n$/);
  }
});
