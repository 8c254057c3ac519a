// What an application does with Twilio: the official client, unmodified, and webhooks that listen.
import { createServer } from 'node:http';
import { once } from 'node:events';
import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';

export const account = 'AC0123456789abcdef0123456789abcdef';
export const authToken = 'a-token-for-these-tests';
export const from = '+3197010000000';
export const credentials = ['--account', account, '--token', authToken];

/** The official client, whose requests go to the stand-in instead of api.twilio.com. */
export function client(provider, { token = authToken, timeout = 60_000, sid = account } = {}) {
  const http = new RequestClient({ timeout });
  const send = http.request.bind(http);
  http.request = (options) => send({ ...options, uri: options.uri.replace('https://api.twilio.com', provider.url) });
  return twilio(sid, token, { httpClient: http });
}

/** A plain request with the right credentials. */
export function raw(provider, path, { form, method, auth = `${account}:${authToken}` } = {}) {
  return fetch(`${provider.url}/2010-04-01/Accounts/${account}${path}`, {
    method: method ?? (form ? 'POST' : 'GET'),
    headers: { authorization: `Basic ${Buffer.from(auth).toString('base64')}` },
    body: form ? new URLSearchParams(form) : undefined,
  });
}

export const door = async (provider, path, { method = 'GET', body } = {}) => {
  const answer = await fetch(provider.url + path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : undefined };
};

/** The number that chooses an outcome: +31 970 999 CCC NN. */
export const magic = (choice, count = 0) => `+31970999${String(choice).padStart(3, '0')}${String(count).padStart(2, '0')}`;

/** A webhook that keeps what it is told and answers with TwiML, if it has any. */
export async function webhook(answer = () => undefined) {
  const heard = [];
  const waiting = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const params = Object.fromEntries(new URLSearchParams(body));
    const call = { url: `${hook.origin}${request.url}`, params, signature: request.headers['x-twilio-signature'], headers: request.headers, method: request.method };
    const { status = 200, twiml } = answer(call) ?? {};
    response.writeHead(status, { 'content-type': 'text/xml' }).end(twiml ?? '');
    heard.push(call);
    waiting.splice(0).forEach((wake) => wake());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const hook = {
    origin: `http://127.0.0.1:${server.address().port}`,
    heard,
    async hears(count, fits = () => true) {
      while (heard.filter(fits).length < count) await new Promise((wake) => waiting.push(wake));
      return heard.filter(fits);
    },
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
  return hook;
}

export const signedRight = (call, token = authToken, params = call.params) =>
  twilio.validateRequest(token, call.signature, call.url, params);
