import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import twilio from 'twilio';
import { eventually, start } from '../standin.mjs';
import { authToken, client, credentials, door, from, magic, signedRight, webhook } from './provider.mjs';

let provider, api, hooks = [];
before(async () => { provider = await start('twilio', credentials); api = client(provider); });
after(() => provider.stop());
afterEach(async () => {
  await door(provider, '/_control', { method: 'PUT', body: {} });
  await Promise.all(hooks.splice(0).map((hook) => hook.stop()));
});

const to = '+3197010000001';
const listen = async (answer) => { const hook = await webhook(answer); hooks.push(hook); return hook; };
const send = (more) => api.messages.create({ to, from, body: 'Niveau 4', ...more });
const states = (calls) => calls.map((call) => call.params.MessageStatus);
const answerOf = (message, body) => door(provider, `/_messages/${message.sid}/reply`, { method: 'POST', body: { body } });

test('the signature is the one of the published examples', () => {
  const params = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234', From: '+14158675309', To: '+18005551212' };
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  assert.equal(twilio.validateRequest('12345', 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', url, params), true);
  assert.equal(twilio.validateRequest('12345', 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', url, { ...params, Digits: '1235' }), false);
});

test('callbacks tell each state in order, signed over the whole address', { timeout: 120_000 }, async () => {
  const hook = await listen();
  const message = await send({ statusCallback: `${hook.origin}/status?delivery=42&a=%2B%20b` });
  const calls = await hook.hears(3);
  assert.deepEqual(states(calls), ['sending', 'sent', 'delivered']);
  for (const call of calls) {
    assert.equal(call.method, 'POST');
    assert.match(call.headers['content-type'], /^application\/x-www-form-urlencoded/);
    assert.equal(call.url, `${hook.origin}/status?delivery=42&a=%2B%20b`);
    assert.equal(signedRight(call), true);
    assert.equal(signedRight(call, 'another token'), false);
    assert.equal(signedRight(call, authToken, { ...call.params, MessageStatus: 'failed' }), false);
    assert.equal(signedRight({ ...call, url: call.url.replace('42', '43') }), false);
    assert.deepEqual(
      [call.params.MessageSid, call.params.SmsSid, call.params.SmsStatus, call.params.To, call.params.From, call.params.AccountSid, call.params.ApiVersion],
      [message.sid, message.sid, call.params.MessageStatus, to, from, message.accountSid, '2010-04-01']);
    assert.equal(call.params.ErrorCode, undefined);
  }
  assert.match(calls[2].params.RawDlrDoneDate, /^\d{10}$/);
});

test('a fragment of the address is neither sent nor signed', { timeout: 120_000 }, async () => {
  const hook = await listen();
  await send({ statusCallback: `${hook.origin}/status#rc=1` });
  const [call] = await hook.hears(1);
  assert.equal(call.url, `${hook.origin}/status`);
  assert.equal(signedRight(call), true);
});

test('the last callback of a message that did not arrive says why', { timeout: 120_000 }, async () => {
  const hook = await listen();
  await send({ to: magic(3), statusCallback: hook.origin });
  const calls = await hook.hears(3);
  assert.deepEqual(states(calls), ['sending', 'sent', 'undelivered']);
  assert.equal(calls[2].params.ErrorCode, '30003');
  assert.equal(calls[1].params.ErrorCode, undefined);
});

test('a message of a service tells that it is queued as well', { timeout: 120_000 }, async () => {
  const hook = await listen();
  const messagingServiceSid = 'MG0123456789abcdef0123456789abcdef';
  await api.messages.create({ to, messagingServiceSid, body: 'x', statusCallback: hook.origin });
  const calls = await hook.hears(4);
  assert.deepEqual(states(calls), ['queued', 'sending', 'sent', 'delivered']);
  assert.equal(calls[0].params.MessagingServiceSid, messagingServiceSid);
});

test('callbacks come out of order, repeated or not at all when told so', { timeout: 120_000 }, async () => {
  const control = (callbacks) => door(provider, '/_control', { method: 'PUT', body: { callbacks } });
  const shuffled = await listen();
  await control({ order: 'shuffled' });
  await Promise.all(Array.from({ length: 20 }, (_, i) => send({ body: String(i), statusCallback: shuffled.origin })));
  const calls = await shuffled.hears(60);
  const perMessage = [...new Set(calls.map((call) => call.params.MessageSid))]
    .map((sid) => states(calls.filter((call) => call.params.MessageSid === sid)));
  assert.ok(perMessage.some((order) => order.at(-1) !== 'delivered'));
  assert.ok(perMessage.every((order) => order.sort().join() === 'delivered,sending,sent'));

  const repeated = await listen();
  await control({ repeat: 1 });
  await send({ statusCallback: repeated.origin });
  assert.deepEqual(states(await repeated.hears(6)), ['sending', 'sending', 'sent', 'sent', 'delivered', 'delivered']);

  const lossy = await listen();
  await control({ loseEvery: 1 });
  const lost = (await door(provider, '/_count')).body.callbacks.lost;
  await send({ statusCallback: lossy.origin });
  await eventually(async () => (await door(provider, '/_count')).body.callbacks.lost === lost + 3 || undefined, 'third lost callback');
  assert.equal(lossy.heard.length, 0);
});

test('a receiver that cannot be reached is tried once more and then given up', { timeout: 120_000 }, async () => {
  const gone = await webhook();
  await gone.stop();
  const { failed } = (await door(provider, '/_count')).body.callbacks;
  await send({ statusCallback: gone.origin });
  await eventually(async () => (await door(provider, '/_count')).body.callbacks.failed === failed + 3 || undefined, 'third failure');
});

test('a receiver that answers an error is not asked again', { timeout: 120_000 }, async () => {
  const broken = await listen(() => ({ status: 500 }));
  await send({ statusCallback: broken.origin });
  const calls = await broken.hears(3);
  assert.equal(new Set(calls.map((call) => call.headers['i-twilio-idempotency-token'])).size, 3);
  await eventually(async () => (await door(provider, '/_count')).body.callbacks.pending === 0 || undefined, 'end of the work');
  assert.equal(broken.heard.length, 3);
});

test('a reply reaches the inbound webhook, signed, and its TwiML is sent back', { timeout: 120_000 }, async () => {
  const hook = await listen(() => ({ twiml: '<Response><Message>Dank u</Message><Message><Body>Tweede</Body></Message></Response>' }));
  await door(provider, '/_control', { method: 'PUT', body: { inboundUrl: `${hook.origin}/reply?x=1` } });
  const message = await send();
  const { status, body } = await answerOf(message, 'JA K7QF é');
  assert.equal(status, 201);
  assert.equal(body.webhookStatus, 200);
  const [call] = hook.heard;
  assert.equal(signedRight(call), true);
  assert.equal(signedRight(call, authToken, { ...call.params, Body: 'NEE' }), false);
  assert.deepEqual(
    [call.params.From, call.params.To, call.params.Body, call.params.SmsStatus, call.params.NumMedia, call.params.NumSegments, call.params.MessageSid],
    [to, from, 'JA K7QF é', 'received', '0', '1', body.sid]);

  const [second, first] = await Promise.all(body.replies.reverse().map((sid) => api.messages(sid).fetch()));
  assert.deepEqual([first.body, second.body, first.to, first.from, first.direction], ['Dank u', 'Tweede', to, from, 'outbound-reply']);
  const inbound = await api.messages(body.sid).fetch();
  assert.deepEqual([inbound.direction, inbound.status, inbound.from, inbound.to], ['inbound', 'received', to, from]);
});

test('TwiML that is empty, redirects, or is wrong has Twilio\'s outcome', { timeout: 120_000 }, async () => {
  let twiml;
  const hook = await listen((call) => call.url.endsWith('/further') ? { twiml: '<Response><Message>verder</Message></Response>' } : { twiml });
  await door(provider, '/_control', { method: 'PUT', body: { inboundUrl: hook.origin } });
  const message = await send();
  const outcome = async (text) => { twiml = text; const { body } = await answerOf(message, 'ja'); return [body.replies.length, body.error]; };
  assert.deepEqual(await outcome('<Response></Response>'), [0, null]);
  assert.deepEqual(await outcome(''), [0, null]);
  assert.deepEqual(await outcome('<Response><Redirect>/further</Redirect></Response>'), [1, null]);
  assert.deepEqual(await outcome('<Response>'), [0, 12100]);
  assert.deepEqual(await outcome('<Response><Fax/></Response>'), [0, 12200]);
  await hook.stop();
  assert.deepEqual(await outcome(''), [0, 11200]);
});

test('after STOP nothing goes to that person from that sender, until START', { timeout: 120_000 }, async () => {
  const person = '+3197010000077';
  const message = await send({ to: person });
  await answerOf(message, ' stop ');
  await assert.rejects(send({ to: person }), { code: 21610 });
  assert.equal((await send({ to: person, from: '+3197010000009' })).status, 'queued');
  await answerOf(message, 'START');
  assert.equal((await send({ to: person })).status, 'queued');
});

test('nobody can answer a word', { timeout: 120_000 }, async () => {
  const message = await send({ from: 'NCTV' });
  assert.equal((await answerOf(message, 'ja')).status, 409);
  assert.equal((await answerOf({ sid: 'SM00000000000000000000000000000000' }, 'ja')).status, 404);
  assert.equal((await answerOf(await send(), '')).status, 400);
});
