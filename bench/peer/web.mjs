// Contacts and alerts come in, jobs go out; Twilio's callbacks come back.
import { createServer } from 'node:http';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import twilio from 'twilio';
import * as settings from './settings.mjs';
import { Store } from './store.mjs';

const chunk = 1000;
const store = new Store();
const connection = new Redis(settings.redis);
const queues = { sms: new Queue('sms', { connection }), email: new Queue('email', { connection }) };

async function addContacts(request, response) {
  await store.addContacts(JSON.parse(await bodyOf(request)));
  response.writeHead(204).end();
}

async function startAlert(request, response, id) {
  const alert = JSON.parse(await bodyOf(request));
  await store.addAlert(id, alert);
  response.writeHead(202).end();
  const contacts = await store.contacts();
  for (const channel of Object.keys(queues)) {
    const wanted = contacts.map((contact, number) => ({ number, to: contact[channel] })).filter(({ to }) => to);
    for (let at = 0; at < wanted.length; at += chunk)
      await queues[channel].addBulk(wanted.slice(at, at + chunk).map((who) => jobOf(id, channel, who)));
  }
}

// The job's id makes a repeated request add nothing.
const jobOf = (alert, channel, { number, to }) => ({
  name: channel, data: { alert, number, to }, opts: { ...settings.jobs, jobId: `${alert}-${channel}-${number}` },
});

async function receiveStatus(request, response, alert, number) {
  const parameters = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
  const isTwilio = twilio.validateRequest(settings.twilio.token, request.headers['x-twilio-signature'] ?? '', `${origin}${request.url}`, parameters);
  if (isTwilio)
    await store.advance(alert, `${alert}:sms:${number}`, parameters.MessageStatus, parameters.MessageSid);
  response.writeHead(isTwilio ? 204 : 403).end();
}

async function showAlert(response, id) {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await store.counts(id)));
}

async function bodyOf(request) {
  const chunks = [];
  for await (const part of request) chunks.push(part);
  return Buffer.concat(chunks).toString();
}

function route(request, response) {
  const [, area, id, number] = request.url.split('/');
  switch (`${request.method} ${area}`) {
    case 'POST contacts': return addContacts(request, response);
    case 'POST alerts': return startAlert(request, response, id);
    case 'GET alerts': return showAlert(response, id);
    case 'POST status': return receiveStatus(request, response, id, number);
    default: return response.writeHead(404).end();
  }
}

const server = createServer((request, response) => Promise.resolve(route(request, response)).catch((error) => {
  console.error(error);
  if (!response.headersSent) response.writeHead(500);
  response.end();
}));
let origin;
server.listen(0, '127.0.0.1', () => {
  origin = `http://127.0.0.1:${server.address().port}`;
  process.send({ origin });
});
process.on('disconnect', () => process.exit());
