import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { start } from '../standin.mjs';
import { account, authToken, client, credentials, door, from, signedRight, webhook } from './provider.mjs';

const second = { sid: 'AC00000000000000000000000000000002', token: 'another-token' };
let provider, one, two, hook;
before(async () => {
  provider = await start('twilio', [...credentials, '--second-account', second.sid, '--second-token', second.token]);
  [one, two] = [client(provider, { timeout: 1000 }), client(provider, { ...second, timeout: 1000 })];
  hook = await webhook();
});
after(async () => { await provider.stop(); await hook.stop(); });
beforeEach(async () => {
  await door(provider, '/_control', { method: 'PUT', body: {} });
  await door(provider, '/_messages', { method: 'DELETE' });
  hook.heard.length = 0;
});

const to = '+3197010000001';
const send = (api, more = {}) => api.messages.create({ to, from, body: 'Niveau 5', ...more });
const behave = (body, sid) => door(provider, `/_control${sid ? `?account=${sid}` : ''}`, { method: 'PUT', body });

test('each account has its own messages, and the inbox has all', async () => {
  const [first, other] = [await send(one), await send(two)];
  assert.deepEqual([first.accountSid, other.accountSid], [account, second.sid]);
  assert.deepEqual((await one.messages.list({ to })).map((m) => m.sid), [first.sid]);
  assert.deepEqual((await two.messages.list({ to })).map((m) => m.sid), [other.sid]);
  await assert.rejects(one.messages(other.sid).fetch(), { status: 404 });
  assert.deepEqual((await door(provider, '/_messages')).body.messages.map((m) => m.account), [account, second.sid]);
  const { body: count } = await door(provider, '/_count');
  assert.deepEqual([count.outbound, count.recipients, count.accounts], [2, 1, { [account]: 1, [second.sid]: 1 }]);
  const page = await (await fetch(provider.url)).text();
  assert.match(page, /2 sent to 1 numbers \(1 by first account, 1 by second account\)/);
  assert.match(page, /· first account.*/);
});

test('each account has its own calls, and tells of them by its own signature', { timeout: 120_000 }, async () => {
  const call = (api, name) => api.calls.create({ to, from, twiml: '<Response><Say>x</Say></Response>', statusCallback: `${hook.origin}/${name}` });
  const [first, other] = [await call(one, 'one'), await call(two, 'two')];
  assert.deepEqual((await one.calls.list({ to })).map((c) => c.sid), [first.sid]);
  assert.deepEqual((await two.calls.list({ to })).map((c) => c.sid), [other.sid]);
  await assert.rejects(one.calls(other.sid).fetch(), { status: 404 });
  const [told] = await hook.hears(1, (heard) => heard.url.endsWith('/two'));
  assert.ok(signedRight(told, second.token) && !signedRight(told));
  assert.deepEqual([told.params.CallSid, told.params.AccountSid], [other.sid, second.sid]);
});

test('an account is entered with its own token only', async () => {
  await assert.rejects(send(client(provider, { sid: second.sid, token: authToken })), { code: 20003 });
  await assert.rejects(send(client(provider, { sid: account, token: second.token })), { code: 20003 });
});

test('the faults of one account leave the other alone', async () => {
  await behave({ mode: '500' }, second.sid);
  await assert.rejects(send(two), { status: 500 });
  await send(one);
  await behave({ mode: 'hang' }, account);
  await behave({}, second.sid);
  await assert.rejects(send(one), /timeout/);
  await send(two);
  assert.equal((await door(provider, `/_control?account=${account}`)).body.mode, 'hang');
  assert.equal((await door(provider, '/_control?account=AC1')).status, 404);
  assert.equal((await behave({}, 'AC1')).status, 404);
});

test('what is told of a message is signed by its account, and lost by its account', async () => {
  await send(one, { statusCallback: `${hook.origin}/one` });
  await send(two, { statusCallback: `${hook.origin}/two` });
  const [first] = await hook.hears(1, (call) => call.url.endsWith('/one'));
  const [other] = await hook.hears(1, (call) => call.url.endsWith('/two'));
  assert.ok(signedRight(first) && signedRight(other, second.token) && !signedRight(other));
  assert.deepEqual([first.params.AccountSid, other.params.AccountSid], [account, second.sid]);
});

test('an answer goes to the webhook signed by the account of the message answered', async () => {
  await behave({ inboundUrl: `${hook.origin}/reply` });
  const { sid } = await send(two);
  await door(provider, `/_messages/${sid}/reply`, { method: 'POST', body: { body: 'JA' } });
  const [call] = await hook.hears(1, (heard) => heard.url.endsWith('/reply'));
  assert.ok(signedRight(call, second.token));
  assert.equal(call.params.AccountSid, second.sid);
});

test('a second account must be another one', async () => {
  const wrong = await start('twilio', [...credentials, '--second-account', account]).catch((error) => error);
  assert.match(wrong.err, /^twilio: --second-account.*\n$/);
});
