// What a server and its clients do with Azure SignalR Service in serverless mode.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { eventually } from '../standin.mjs';

export const key = 'a-key-for-these-tests-that-is-long-enough=';
export const version = 'api-version=2022-11-01';

const base64url = (value) => Buffer.from(value).toString('base64url');

/** A JSON web token, HS256, made by hand so that the tests do not trust the code they judge. */
export function token(claims, signedWith = key, lifetimeSeconds = 60) {
  const head = base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' }));
  const body = base64url(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + lifetimeSeconds, ...claims }));
  return `${head}.${body}.${createHmac('sha256', signedWith).update(`${head}.${body}`).digest('base64url')}`;
}

/** Calls the REST API; the audience is the address without its query, unless told otherwise. */
export function call(url, method, path, { body, auth, headers } = {}) {
  return fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${auth ?? token({ aud: url + path.split('?')[0] })}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** The application's negotiate endpoint: it sends every client on to the service. */
export async function application(service, hub = 'boards') {
  const server = createServer((request, response) => {
    const user = new URL(request.url, 'http://x').searchParams.get('user');
    const url = `${service().url}/client/?hub=${hub}`;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ url, accessToken: token({ aud: url, ...(user ? { nameid: user } : {}) }) }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    /** The handshake is answered a moment before the service counts a client in. */
    counts: (id) => eventually(async () =>
      (await call(service().url, 'HEAD', `/api/hubs/${hub}/connections/${id}?${version}`)).ok || undefined, 'connection'),
    url: `http://127.0.0.1:${server.address().port}/api/boards`,
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

/** A connected client that keeps what it hears. */
export async function board(app, user, options = {}) {
  const builder = new HubConnectionBuilder()
    .withUrl(`${app.url}${user ? `?user=${user}` : ''}`, options)
    .configureLogging(LogLevel.None);
  const connection = (options.reconnect ? builder.withAutomaticReconnect(options.reconnect) : builder).build();
  const heard = [];
  const waiting = [];
  connection.on('level', (...args) => { heard.push(args); waiting.splice(0).forEach((wake) => wake()); });
  await connection.start();
  await app.counts(connection.connectionId);
  return {
    connection,
    heard,
    id: connection.connectionId,
    async hears(count) {
      while (heard.length < count) await new Promise((wake) => waiting.push(wake));
      return heard;
    },
  };
}
