import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HttpTransportType } from '@microsoft/signalr';
import { start } from '../standin.mjs';
import { application, board, call, version } from './service.mjs';

let service, app, other;
const boards = [];
const join = async (...args) => { const one = await board(...args); boards.push(one); return one; };
const send = (path, ...args) => call(service.url, 'POST', `/api/hubs/boards${path}:send?${version}`, { body: { target: 'level', arguments: args } });

before(async () => {
  service = await start('signalr', ['--access-key', 'a-key-for-these-tests-that-is-long-enough=']);
  app = await application(() => service);
  other = await application(() => service, 'others');
});
after(async () => {
  await Promise.all(boards.map((one) => one.connection.stop()));
  await Promise.all([app.stop(), other.stop()]);
  await service.stop();
});

test('a broadcast reaches every client of the hub and of no other hub', { timeout: 120_000 }, async () => {
  const [first, second, stranger] = [await join(app), await join(app), await join(other)];
  const answer = await send('/', { scope: 'NL', level: 4, text: 'Aanzienlijk € 😀' }, 7, null, [1, 'a']);
  assert.equal(answer.status, 202);
  const expected = [[{ scope: 'NL', level: 4, text: 'Aanzienlijk € 😀' }, 7, null, [1, 'a']]];
  assert.deepEqual(await first.hears(1), expected);
  assert.deepEqual(await second.hears(1), expected);

  await call(service.url, 'POST', `/api/hubs/others/:send?${version}`, { body: { target: 'level', arguments: ['own'] } });
  assert.deepEqual(await stranger.hears(1), [['own']]);
});

test('a broadcast spares the excluded connections', { timeout: 120_000 }, async () => {
  const [in_, out] = [await join(app), await join(app)];
  await call(service.url, 'POST', `/api/hubs/boards/:send?${version}&excluded=${out.id}`, { body: { target: 'level', arguments: [1] } });
  await send('/', 2);
  assert.deepEqual(await in_.hears(2), [[1], [2]]);
  assert.deepEqual(await out.hears(1), [[2]]);
});

test('a message to a user reaches all of his connections', { timeout: 120_000 }, async () => {
  const [desk, phone, neighbour] = [await join(app, 'anna'), await join(app, 'anna'), await join(app, 'ben')];
  assert.equal((await send('/users/anna/', 'for anna')).status, 202);
  await send('/', 'all');
  assert.deepEqual(await desk.hears(2), [['for anna'], ['all']]);
  assert.deepEqual(await phone.hears(2), [['for anna'], ['all']]);
  assert.deepEqual(await neighbour.hears(1), [['all']]);
});

test('a connection is in a group from its addition to its removal', { timeout: 120_000 }, async () => {
  const member = await join(app);
  const group = `/api/hubs/boards/groups/GM0344/connections/${member.id}?${version}`;
  assert.equal((await call(service.url, 'HEAD', `/api/hubs/boards/groups/GM0344?${version}`)).status, 404);
  assert.equal((await call(service.url, 'PUT', group)).status, 200);
  assert.equal((await call(service.url, 'HEAD', `/api/hubs/boards/groups/GM0344?${version}`)).status, 200);
  await send('/groups/GM0344/', 'in');
  assert.equal((await call(service.url, 'DELETE', group)).status, 200);
  await send('/groups/GM0344/', 'out');
  await send(`/connections/${member.id}/`, 'last');
  assert.deepEqual(await member.hears(2), [['in'], ['last']]);
  assert.equal((await call(service.url, 'DELETE', group)).status, 404);
  assert.equal((await call(service.url, 'PUT', `/api/hubs/boards/groups/GM0344/connections/nobody?${version}`)).status, 404);
});

test('a user who was put into a group is in it with connections that come later', { timeout: 120_000 }, async () => {
  const place = `/api/hubs/boards/users/cara/groups/PV26?${version}`;
  assert.equal((await call(service.url, 'PUT', place)).status, 200);
  const late = await join(app, 'cara');
  await send('/groups/PV26/', 'in');
  assert.deepEqual(await late.hears(1), [['in']]);
  assert.equal((await call(service.url, 'HEAD', place)).status, 200);
  assert.equal((await call(service.url, 'DELETE', `/api/hubs/boards/users/cara/groups?${version}`)).status, 204);
  assert.equal((await call(service.url, 'HEAD', place)).status, 404);
  await send('/groups/PV26/', 'out');
  await send('/users/cara/', 'last');
  assert.deepEqual(await late.hears(2), [['in'], ['last']]);
});

test('a name with a slash or a blank in it is one name', { timeout: 120_000 }, async () => {
  const member = await join(app, encodeURIComponent('body 7/duty'));
  assert.equal((await call(service.url, 'HEAD', `/api/hubs/boards/users/${encodeURIComponent('body 7/duty')}?${version}`)).status, 200);
  await send(`/users/${encodeURIComponent('body 7/duty')}/`, 'ok');
  assert.deepEqual(await member.hears(1), [['ok']]);
});

test('a closed connection hears why', { timeout: 120_000 }, async () => {
  const one = await join(app);
  const closed = new Promise((resolve) => one.connection.onclose(resolve));
  const path = `/api/hubs/boards/connections/${one.id}?${version}`;
  assert.equal((await call(service.url, 'HEAD', path)).status, 200);
  assert.equal((await call(service.url, 'DELETE', `${path}&reason=board%20withdrawn`)).status, 200);
  assert.match((await closed).message, /board withdrawn/);
});

for (const [name, transport] of [['server-sent events', HttpTransportType.ServerSentEvents], ['long polling', HttpTransportType.LongPolling]])
  test(`a client without web sockets hears by ${name}`, { timeout: 120_000 }, async () => {
    const one = await join(app, 'dora', { transport });
    await send('/users/dora/', name);
    assert.deepEqual(await one.hears(1), [[name]]);
  });

test('version 1 has its own paths and codes', { timeout: 120_000 }, async () => {
  const one = await join(app, 'eva');
  const old = (method, path, body) => call(service.url, method, `/api/v1/hubs/boards${path}`, { body });
  assert.equal((await old('PUT', '/groups/old/users/eva')).status, 202);
  assert.equal((await old('POST', '/groups/old', { target: 'level', arguments: ['group'] })).status, 202);
  assert.equal((await old('POST', '/users/eva', { target: 'level', arguments: ['user'] })).status, 202);
  assert.equal((await old('POST', '', { target: 'level' })).status, 202);
  assert.deepEqual(await one.hears(3), [['group'], ['user'], []]);
  assert.equal((await old('GET', `/connections/${one.id}`)).status, 200);
});
