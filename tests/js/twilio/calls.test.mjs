import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { eventually, start } from '../standin.mjs';
import { account, client, credentials, door, from, magic, raw, signedRight, webhook } from './provider.mjs';

let provider, api, hooks = [];
before(async () => { provider = await start('twilio', credentials); api = client(provider); });
after(() => provider.stop());
afterEach(() => Promise.all(hooks.splice(0).map((hook) => hook.stop())));

const to = '+3197010000001';
const listen = async (answer) => { const hook = await webhook(answer); hooks.push(hook); return hook; };
const ended = (sid) => eventually(async () => {
  const call = await api.calls(sid).fetch();
  return call.endTime ? call : undefined;
}, 'end of the call');
const heardIn = async (sid) => (await door(provider, '/_calls')).body.find((call) => call.sid === sid);
const say = (text) => `<Response><Say language="nl-NL">${text}</Say></Response>`;

test('a call speaks the TwiML it was given, and ends', { timeout: 120_000 }, async () => {
  const call = await api.calls.create({ to, from, twiml: say('Dreigingsniveau vijf') });
  assert.match(call.sid, /^CA[0-9a-f]{32}$/);
  assert.deepEqual([call.status, call.to, call.from, call.direction], ['queued', to, from, 'outbound-api']);
  assert.equal((await ended(call.sid)).status, 'completed');
  const heard = await heardIn(call.sid);
  assert.deepEqual([heard.spoken, heard.languages, heard.account], [['Dreigingsniveau vijf'], ['nl-NL'], account]);
  assert.deepEqual((await api.calls.list({ to })).map((c) => c.sid), [call.sid]);
});

test('TwiML is fetched from an address, signed, and the digits go where it says', { timeout: 120_000 }, async () => {
  const hook = await listen((call) => ({
    twiml: call.url.endsWith('/digits') ? say('Dank u')
      : '<Response><Gather numDigits="1" action="/digits" timeout="30"><Say>Toets 1</Say></Gather><Say>Niemand</Say></Response>',
  }));
  const call = await api.calls.create({ to, from, url: `${hook.origin}/voice` });
  await eventually(async () => (await heardIn(call.sid)).waiting || undefined, 'question');
  assert.equal((await door(provider, `/_calls/${call.sid}/digits`, { method: 'POST', body: { digits: 'x' } })).status, 400);
  assert.equal((await door(provider, `/_calls/${call.sid}/digits`, { method: 'POST', body: { digits: '1' } })).status, 202);
  assert.equal((await ended(call.sid)).status, 'completed');
  assert.deepEqual((await heardIn(call.sid)).spoken, ['Toets 1', 'Dank u']);
  const [first, second] = hook.heard;
  assert.deepEqual([first.params.CallSid, first.params.CallStatus, first.params.Digits], [call.sid, 'in-progress', undefined]);
  assert.equal(second.params.Digits, '1');
  assert.equal(signedRight(first) && signedRight(second), true);
  assert.equal((await door(provider, `/_calls/${call.sid}/digits`, { method: 'POST', body: { digits: '1' } })).status, 409);
});

test('a person presses a key by a door, and with it the TwiML that was given goes on', { timeout: 120_000 }, async () => {
  const hook = await listen(() => ({ twiml: '<Response><Hangup/></Response>' }));
  const call = await api.calls.create({
    to, from, twiml: `<Response><Gather numDigits="1" timeout="30" method="POST" action="${hook.origin}/key"><Say language="en-GB">Press one</Say></Gather></Response>`,
  });
  const press = (sid, digits) => door(provider, `/_calls/${sid}/press/${digits}`, { method: 'POST' });
  await eventually(async () => (await heardIn(call.sid)).waiting || undefined, 'question');
  assert.equal((await press(call.sid, 'x')).status, 400);
  assert.equal((await press('CA00000000000000000000000000000000', '1')).status, 404);
  assert.equal((await press(call.sid, '1')).status, 202);
  assert.equal((await ended(call.sid)).status, 'completed');
  assert.deepEqual(hook.heard.map((h) => [h.url, h.params.Digits]), [[`${hook.origin}/key`, '1']]);
  const heard = await heardIn(call.sid);
  assert.deepEqual([heard.pressed, heard.waiting, heard.languages], [['1'], false, ['en-GB']]);
  assert.ok(Date.parse(heard.endedAt) >= Date.parse(heard.at));
  assert.equal((await press(call.sid, '1')).status, 409);
});

test('a question that nobody answers goes nowhere', { timeout: 120_000 }, async () => {
  const hook = await listen();
  const call = await api.calls.create({ to, from, twiml: `<Response><Gather timeout="1" action="${hook.origin}"><Say>?</Say></Gather></Response>` });
  assert.equal((await ended(call.sid)).status, 'completed');
  assert.deepEqual([hook.heard, (await heardIn(call.sid)).pressed], [[], []]);
});

test('calls are listed by number, by state and by when they started', { timeout: 120_000 }, async () => {
  const before = new Date(Date.now() - 1000);
  const [mine, other] = ['+3197010000071', '+3197010000072'];
  const first = await api.calls.create({ to: mine, from, twiml: say('x') });
  await api.calls.create({ to: other, from, twiml: say('x') });
  const call = await ended(first.sid);
  assert.ok(call.startTime >= new Date(call.dateCreated) && call.endTime >= call.startTime);
  const found = async (by) => (await api.calls.list({ to: mine, ...by })).map((c) => c.sid);
  assert.deepEqual(await found({ startTimeAfter: before }), [first.sid]);
  assert.deepEqual(await found({ startTime: call.startTime }), [first.sid]);
  assert.deepEqual(await found({ startTimeBefore: new Date(before - 60_000) }), []);
  assert.deepEqual(await found({ endTimeAfter: new Date(Date.now() + 60_000) }), []);
  assert.deepEqual(await found({ status: 'busy' }), []);
  assert.deepEqual(await found({ status: 'completed' }), [first.sid]);
  assert.equal((await raw(provider, '/Calls.json?StartTime=never')).status, 400);
});

test('a list of calls is read page by page, newest first', { timeout: 120_000 }, async () => {
  const number = '+3197010000073';
  const made = [];
  for (let i = 0; i < 3; i++) made.unshift((await api.calls.create({ to: number, from, twiml: say('x') })).sid);
  const page = await api.calls.page({ to: number, pageSize: 2 });
  assert.deepEqual(page.instances.map((c) => c.sid), made.slice(0, 2));
  assert.deepEqual((await page.nextPage()).instances.map((c) => c.sid), made.slice(2));
});

test('a magic number presses its key by itself', { timeout: 120_000 }, async () => {
  const hook = await listen((call) => ({ twiml: call.params.Digits ? say('ok') : '<Response><Gather action="/"><Say>?</Say></Gather></Response>' }));
  const call = await api.calls.create({ to: magic(707), from, url: hook.origin });
  await ended(call.sid);
  assert.deepEqual(hook.heard.map((h) => h.params.Digits), [undefined, '7']);
});

test('a call that is not answered ends as such, and says so', { timeout: 120_000 }, async () => {
  for (const [choice, status] of [[486, 'busy'], [480, 'no-answer'], [404, 'failed']]) {
    const hook = await listen();
    const call = await api.calls.create({
      to: magic(choice), from, twiml: say('x'), statusCallback: `${hook.origin}/call`, statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    });
    const heard = await hook.hears(3);
    assert.deepEqual(heard.map((h) => h.params.CallStatus), ['initiated', 'ringing', status]);
    assert.equal(heard.every((h) => signedRight(h)), true);
    assert.equal((await api.calls(call.sid).fetch()).status, status);
    assert.deepEqual((await heardIn(call.sid)).spoken, []);
  }
});

test('without wishes only the end of a call is told', { timeout: 120_000 }, async () => {
  const hook = await listen();
  await api.calls.create({ to, from, twiml: say('x'), statusCallback: hook.origin });
  const [only] = await hook.hears(1);
  assert.deepEqual([only.params.CallStatus, only.params.SequenceNumber], ['completed', '0']);
  assert.match(only.params.CallDuration, /^[1-9]\d*$/);
});

test('a call can be hung up', { timeout: 120_000 }, async () => {
  const call = await api.calls.create({ to, from, twiml: '<Response><Gather timeout="60" action="http://127.0.0.1:9/"><Say>?</Say></Gather></Response>' });
  await eventually(async () => (await heardIn(call.sid)).waiting || undefined, 'question');
  assert.equal((await api.calls(call.sid).update({ status: 'completed' })).status, 'completed');
});

test('wrong TwiML ends the call with Twilio\'s code', { timeout: 120_000 }, async () => {
  const call = await api.calls.create({ to, from, twiml: '<Response><Say>' });
  await ended(call.sid);
  assert.equal((await heardIn(call.sid)).error, 12100);
});

test('what Twilio refuses is refused with its code', async () => {
  await assert.rejects(api.calls.create({ to: '123', from, twiml: 'x' }), { code: 21211, status: 400 });
  await assert.rejects(api.calls.create({ to, from }), { code: 21205, status: 400 });
  await assert.rejects(api.calls('CA00000000000000000000000000000000').fetch(), { code: 20404, status: 404 });
});
