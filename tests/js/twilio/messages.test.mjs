import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { eventually, start } from '../standin.mjs';
import { account, client, credentials, door, from, magic, raw } from './provider.mjs';

let provider, api;
before(async () => { provider = await start('twilio', credentials); api = client(provider); });
after(() => provider.stop());
beforeEach(() => door(provider, '/_messages', { method: 'DELETE' }));

const to = '+3197010000001';
const send = (more = {}) => api.messages.create({ to, from, body: 'Niveau 4', ...more });
const status = (sid, wanted) => eventually(async () => {
  const message = await api.messages(sid).fetch();
  return message.status === wanted ? message : undefined;
}, `status ${wanted}`);
const refused = (promise, code, httpStatus = 400) => assert.rejects(promise, (error) => {
  assert.deepEqual([error.constructor.name, error.code, error.status], ['RestException', code, httpStatus]);
  assert.equal(error.moreInfo, `https://www.twilio.com/docs/errors/${code}`);
  return true;
});

test('a created message is queued, and then delivered', async () => {
  const created = await send({ body: 'Dreiging: niveau 5 € 😀' });
  assert.match(created.sid, /^SM[0-9a-f]{32}$/);
  assert.deepEqual(
    [created.status, created.to, created.from, created.body, created.numSegments, created.direction, created.accountSid, created.errorCode, created.dateSent],
    ['queued', to, from, 'Dreiging: niveau 5 € 😀', '1', 'outbound-api', account, null, null]);
  const delivered = await status(created.sid, 'delivered');
  assert.ok(Math.abs(delivered.dateSent - Date.now()) < 60_000);
  assert.equal(delivered.body, created.body);
});

test('a message of a service is accepted before a sender is known', async () => {
  const messagingServiceSid = 'MG0123456789abcdef0123456789abcdef';
  const created = await api.messages.create({ to, messagingServiceSid, body: 'x' });
  assert.deepEqual([created.status, created.from, created.messagingServiceSid], ['accepted', null, messagingServiceSid]);
  assert.equal((await status(created.sid, 'delivered')).from, from);
});

test('a list by recipient holds his messages, newest first', async () => {
  const sids = [];
  for (let i = 0; i < 3; i++) sids.unshift((await send({ body: String(i) })).sid);
  await send({ to: '+3197010000002' });
  assert.deepEqual((await api.messages.list({ to })).map((m) => m.sid), sids);
  assert.deepEqual((await api.messages.list({ to, from: '+3197010000009' })).length, 0);
  assert.deepEqual((await api.messages.list({ from })).length, 4);
  assert.deepEqual(await api.messages.list({ to: '+3197010000003' }), []);
});

test('the pages of a list hold everything once, also when more comes in meanwhile', async () => {
  const sids = [];
  for (let i = 0; i < 7; i++) sids.unshift((await send()).sid);
  const seen = [];
  let page = await api.messages.page({ to, pageSize: 3 });
  for (; page; page = await page.nextPage()) {
    seen.push(...page.instances.map((m) => m.sid));
    await send({ body: 'later' });
  }
  assert.deepEqual(seen, sids);

  const first = await (await raw(provider, '/Messages.json?PageSize=2')).json();
  assert.equal(first.messages.length, 2);
  assert.match(first.next_page_uri, /PageSize=2&Page=1&PageToken=PASM/);
  assert.deepEqual([first.page, first.page_size, first.start, first.end, first.previous_page_uri], [0, 2, 0, 1, null]);
  assert.equal((await api.messages.list({ limit: 5 })).length, 5);
});

test('a list by date sent knows days and moments, both ends included', async () => {
  const { sid } = await send();
  const { dateSent } = await status(sid, 'delivered');
  const found = async (filter) => (await api.messages.list({ to, ...filter })).length;
  const shift = (seconds) => new Date(dateSent.getTime() + seconds * 1000);
  assert.equal(await found({ dateSentAfter: dateSent }), 1);
  assert.equal(await found({ dateSentAfter: shift(1) }), 0);
  assert.equal(await found({ dateSentBefore: dateSent }), 1);
  assert.equal(await found({ dateSentBefore: shift(-1) }), 0);
  assert.equal(await found({ dateSentAfter: shift(-60), dateSentBefore: shift(60) }), 1);
  assert.equal(await found({ dateSent }), 1);

  const day = dateSent.toISOString().slice(0, 10);
  const byDay = async (query) => (await (await raw(provider, `/Messages.json?${query}`)).json()).messages.length;
  assert.equal(await byDay(`DateSent=${day}`), 1);
  assert.equal(await byDay('DateSent=2019-03-18'), 0);
  assert.equal(await byDay(`DateSent%3E=${day}&DateSent%3C=${day}`), 1);
  assert.equal(await byDay('DateSent%3E=Wed,%2019%20Jun%202019%2022:04:00%20-0000'), 1);
  assert.equal((await raw(provider, '/Messages.json?DateSent=soon')).status, 400);
});

test('a message is in the list by date from the moment it is taken', async () => {
  const begun = new Date();
  await send();
  assert.equal((await api.messages.list({ to, dateSentAfter: begun })).length, 1);
});

test('a delivered message can be redacted and deleted, one under way cannot', async () => {
  const slow = await send({ to: magic(902, 60) });
  await refused(api.messages(slow.sid).update({ body: '' }), 20009, 409);
  await refused(api.messages(slow.sid).remove(), 20009, 409);
  const { sid } = await send();
  await status(sid, 'delivered');
  assert.equal((await api.messages(sid).update({ body: '' })).body, '');
  assert.equal((await api.messages(sid).fetch()).body, '');
  assert.equal(await api.messages(sid).remove(), true);
  await refused(api.messages(sid).fetch(), 20404, 404);
  assert.deepEqual(await api.messages.list({ to }), []);
});

test('a scheduled message can be canceled, a sent one cannot', async () => {
  const scheduled = await api.messages.create({
    to, body: 'later', messagingServiceSid: 'MG0123456789abcdef0123456789abcdef',
    scheduleType: 'fixed', sendAt: new Date(Date.now() + 3_600_000),
  });
  assert.equal(scheduled.status, 'scheduled');
  assert.equal((await api.messages(scheduled.sid).update({ status: 'canceled' })).status, 'canceled');
  const sent = await send();
  await status(sent.sid, 'delivered');
  await refused(api.messages(sent.sid).update({ status: 'canceled' }), 30409, 409);
});

test('what Twilio refuses is refused with its code', async () => {
  // The official client asks for `to` itself; other callers get the refusal from the wire.
  const missing = await raw(provider, '/Messages.json', { form: { From: from, Body: 'x' } });
  assert.deepEqual([missing.status, await missing.json()], [400, {
    code: 21604, message: "A 'To' phone number is required.", more_info: 'https://www.twilio.com/docs/errors/21604', status: 400,
  }]);
  await refused(send({ to: '0612345678' }), 21211);
  await refused(send({ from: undefined }), 21603);
  await refused(send({ from: 'much-too-long-a-name' }), 21212);
  await refused(send({ body: undefined }), 21602);
  await refused(send({ body: 'x'.repeat(1601) }), 21617);
  await refused(send({ statusCallback: 'not a url' }), 21609);
  await refused(api.messages('SM00000000000000000000000000000000').fetch(), 20404, 404);
  assert.equal((await send({ body: 'x'.repeat(1600) })).numSegments, '11');
});

test('wrong credentials are refused', async () => {
  await refused(client(provider, { token: 'wrong' }).messages.list(), 20003, 401);
  await refused(client(provider, { sid: 'AC00000000000000000000000000000002' }).messages.create({ to, from, body: 'x' }), 20003, 401);
});

test('magic numbers choose the refusal', async () => {
  for (const [choice, code] of [[211, 21211], [610, 21610], [614, 21614], [408, 21408], [612, 21612], [611, 21611]])
    await refused(send({ to: magic(choice) }), code);
});

test('magic numbers choose what becomes of a message', async () => {
  for (const [choice, state, code] of [[3, 'undelivered', 30003], [5, 'undelivered', 30005], [8, 'undelivered', 30008], [1, 'failed', 30001]]) {
    const { sid } = await send({ to: magic(choice) });
    assert.equal((await status(sid, state)).errorCode, code);
  }
  const slow = await send({ to: magic(902, 60) });
  assert.equal((await status(slow.sid, 'sent')).errorCode, null);
});

test('429 comes as often as the number says, and does nothing', async () => {
  for (let i = 0; i < 2; i++) await refused(send({ to: magic(429, 2) }), 20429, 429);
  assert.equal((await api.messages.list({ to: magic(429, 2) })).length, 0);
  assert.equal((await send({ to: magic(429, 2) })).status, 'queued');
});

test('500 does nothing, a cut connection hides that the message was taken', async () => {
  await refused(send({ to: magic(500, 1) }), 20500, 500);
  assert.equal((await api.messages.list({ to: magic(500, 1) })).length, 0);
  await assert.rejects(send({ to: magic(901, 1) }), /socket hang up|ECONNRESET/);
  assert.equal((await api.messages.list({ to: magic(901, 1) })).length, 1);
});

test('a request that hangs gets no answer; whether it was taken depends on the number', async () => {
  // Long enough that the request has arrived before the client gives it up.
  const impatient = client(provider, { timeout: 3000 });
  await Promise.all([900, 904].map((choice) => assert.rejects(impatient.messages.create({ to: magic(choice), from, body: 'x' }), /timeout/)));
  assert.equal((await api.messages.list({ to: magic(900) })).length, 0);
  assert.equal((await api.messages.list({ to: magic(904) })).length, 1);
});

test('the whole provider can be switched', async () => {
  const mode = (body) => door(provider, '/_control', { method: 'PUT', body });
  try {
    await mode({ mode: '500' });
    await refused(send(), 20500, 500);
    await refused(api.messages.list(), 20500, 500);
    await mode({ mode: '429' });
    await refused(send(), 20429, 429);
    await mode({ mode: 'hang' });
    await assert.rejects(client(provider, { timeout: 300 }).messages.list(), /timeout/);
    await mode({ mode: 'cut' });
    await assert.rejects(send(), /socket hang up|ECONNRESET/);
    assert.equal((await mode({ mode: 'broken' })).status, 400);
    assert.equal((await mode({ speed: 1 })).status, 400);
    assert.equal((await door(provider, '/_control')).body.mode, 'cut');
  } finally {
    await mode({});
  }
  assert.equal((await api.messages.list({ to })).length, 1, 'the cut one was taken, the others were not');
});

test('more requests at once than allowed are answered 429', async () => {
  await door(provider, '/_control', { method: 'PUT', body: { latencyMs: 3000, maxConcurrent: 2 } });
  try {
    const results = await Promise.allSettled([send(), send(), send(), send()]);
    assert.deepEqual(results.map((r) => r.reason?.code).sort(), [20429, 20429, undefined, undefined]);
  } finally {
    await door(provider, '/_control', { method: 'PUT', body: {} });
  }
});

test('two providers live side by side', async () => {
  const sid = 'AC99999999999999999999999999999999';
  const second = await start('twilio', ['--account', sid, '--token', 'other']);
  try {
    await client(second, { sid, token: 'other' }).messages.create({ to, from, body: 'second' });
    assert.deepEqual((await door(second, '/_messages')).body.messages.map((m) => m.body), ['second']);
    assert.deepEqual((await door(provider, '/_messages')).body.messages, []);
  } finally {
    await second.stop();
  }
});
