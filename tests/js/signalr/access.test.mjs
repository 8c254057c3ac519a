import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { start } from '../standin.mjs';
import { application, board, call, key, token, version } from './service.mjs';

let service;
const path = '/api/hubs/boards/:send';
const body = { target: 'level', arguments: [] };
const send = (options, at = `${path}?${version}`) => call(service.url, 'POST', at, { body, ...options });
const negotiate = (auth, hub = 'boards') => fetch(`${service.url}/client/negotiate?hub=${hub}&negotiateVersion=1`, {
  method: 'POST', headers: auth ? { authorization: `Bearer ${auth}` } : {},
});

before(async () => { service = await start('signalr', ['--access-key', key]); });
after(() => service.stop());

test('a request signed with another key is refused', async () => {
  const answer = await send({ auth: token({ aud: service.url + path }, 'another-key-that-is-also-long-enough-for-it=') });
  assert.equal(answer.status, 401);
  assert.match(answer.headers.get('www-authenticate'), /invalid_token/);
});

test('an expired request is refused', async () => {
  const answer = await send({ auth: token({ aud: service.url + path }, key, -1) });
  assert.equal(answer.status, 401);
  assert.match(answer.headers.get('www-authenticate'), /expired/);
});

test('a token without an end is refused', async () => {
  assert.equal((await send({ auth: token({ aud: service.url + path, exp: undefined }) })).status, 401);
});

test('a token that names no algorithm is refused', async () => {
  const [, payload] = token({ aud: service.url + path }).split('.');
  const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
  assert.equal((await send({ auth: none })).status, 401);
});

test('a token for another address is refused', async () => {
  for (const aud of [`${service.url}/api/hubs/other/:send`, `http://example.org${path}`, `${service.url}${path}x`, undefined]) {
    const answer = await send({ auth: token({ aud }) });
    assert.equal(answer.status, 401, String(aud));
  }
});

test('the audience may have a slash or a query at its end, or no port, as the official SDK makes it', async () => {
  for (const aud of [`${service.url}${path}/`, `${service.url}${path}?${version}`, `http://127.0.0.1${path}`])
    assert.equal((await send({ auth: token({ aud }) })).status, 202, aud);
});

test('a request without a token is refused', async () => {
  assert.equal((await fetch(`${service.url}${path}?${version}`, { method: 'POST', body: '{}' })).status, 401);
});

test('a client needs a token for this hub', async () => {
  const client = (hub) => `${service.url}/client/?hub=${hub}`;
  assert.equal((await negotiate(token({ aud: client('boards') }))).status, 200);
  assert.equal((await negotiate(token({ aud: client('others') }))).status, 401);
  assert.equal((await negotiate(token({ aud: client('boards') }, 'another-key-that-is-also-long-enough-for-it='))).status, 401);
  assert.equal((await negotiate(token({ aud: client('boards') }, key, -1))).status, 401);
  assert.equal((await negotiate(token({ aud: service.url + path }))).status, 401);
  assert.equal((await negotiate(undefined)).status, 401);
  assert.equal((await negotiate(token({ aud: client('') }), '')).status, 400);
});

test('an unknown or missing api version is refused by name', async () => {
  const unknown = await send({}, `${path}?api-version=2019-01-01`);
  assert.equal(unknown.status, 400);
  assert.match((await unknown.json()).error.message, /2019-01-01/);
  assert.equal((await send({}, path)).status, 400);
  for (const known of ['2021-10-01', '2022-06-01', '2022-11-01'])
    assert.equal((await send({}, `${path}?api-version=${known}`)).status, 202, known);
});

test('a body that is no message is refused', async () => {
  const wrong = ['', '{', '[]', '"x"', '{}', '{"target":""}', '{"target":5}', '{"arguments":[]}', '{"target":"a","arguments":{}}'];
  for (const text of wrong) {
    const answer = await send({ body: text });
    assert.equal(answer.status, 400, text);
    assert.ok((await answer.json()).error.message, text);
  }
  assert.equal((await send({ headers: { 'content-type': 'application/x-msgpack' } })).status, 415);
});

test('a message of more than 1 MB is refused', async () => {
  const answer = await send({ body: { target: 'level', arguments: ['x'.repeat(1024 * 1024)] } });
  assert.equal(answer.status, 413);
});

test('a wrong hub or group name is refused', async () => {
  assert.equal((await send({}, `/api/hubs/9boards/:send?${version}`)).status, 400);
  assert.equal((await send({}, `/api/hubs/boards/groups/${'g'.repeat(1025)}/:send?${version}`)).status, 400);
});

test('a token that the service made lets its user in', { timeout: 120_000 }, async () => {
  const made = await call(service.url, 'POST', `/api/hubs/boards/:generateToken?${version}&userId=fred&minutesToExpire=5`);
  const { token: own } = await made.json();
  assert.equal((await negotiate(own)).status, 200);
  assert.equal((await negotiate(own, 'others')).status, 401);
  assert.equal(JSON.parse(Buffer.from(own.split('.')[1], 'base64url')).nameid, 'fred');
});

test('health needs no token', async () => {
  assert.equal((await fetch(`${service.url}/api/health`)).status, 200);
});

test('a browser on another origin may connect', async () => {
  const answer = await fetch(`${service.url}/client/negotiate?hub=boards`, {
    method: 'OPTIONS',
    headers: { origin: 'http://127.0.0.1:7071', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,x-requested-with' },
  });
  assert.equal(answer.headers.get('access-control-allow-origin'), 'http://127.0.0.1:7071');
  assert.equal(answer.headers.get('access-control-allow-credentials'), 'true');
});

test('a client comes back after the service was restarted', { timeout: 120_000 }, async () => {
  let running = await start('signalr', ['--access-key', key]);
  const { port } = running;
  const app = await application(() => running);
  try {
    const one = await board(app, 'gina', { reconnect: Array(100).fill(500) });
    const back = new Promise((resolve) => one.connection.onreconnected(resolve));
    await running.stop();
    running = await start('signalr', ['--access-key', key, '--port', String(port)]);
    await app.counts(await back);
    await call(running.url, 'POST', `/api/hubs/boards/users/gina/:send?${version}`, { body: { target: 'level', arguments: ['again'] } });
    assert.deepEqual(await one.hears(1), [['again']]);
    await one.connection.stop();
  } finally {
    await app.stop();
    await running.stop();
  }
});

test('a taken port is one line that names the role and the port', async () => {
  const refused = await start('signalr', ['--port', String(service.port)]).catch((error) => error);
  assert.equal(refused.code, 1);
  assert.match(refused.err, new RegExp(`^signalr: .*${service.port}.*\n$`));
});
