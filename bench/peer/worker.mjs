// Sends, so many at once.
import { Agent } from 'node:http';
import { UnrecoverableError, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { createTransport } from 'nodemailer';
import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';
import * as settings from './settings.mjs';
import { Store } from './store.mjs';

const store = new Store();
const api = twilio(settings.twilio.account, settings.twilio.token, { httpClient: standInClient() });
const mail = createTransport({ host: settings.smtp.host, port: settings.smtp.port, secure: false, ignoreTLS: true, pool: true, maxConnections: settings.concurrency.email, maxMessages: Infinity });
const origin = process.env.PEER_ORIGIN;

// The official client knows https://api.twilio.com only; everything else is its own.
function standInClient() {
  const client = new RequestClient({ timeout: 10_000 });
  client.axios.defaults.httpAgent = new Agent({ keepAlive: true, maxSockets: settings.concurrency.sms });
  client.axios.defaults.proxy = false;
  const send = client.request.bind(client);
  client.request = (options) => send({ ...options, uri: options.uri.replace('https://api.twilio.com', settings.twilio.url) });
  return client;
}

// The text of an alert never changes once it is there.
const alerts = new Map();
async function alertOf(id) {
  if (!alerts.has(id)) alerts.set(id, await store.alert(id));
  return alerts.get(id);
}

async function deliver(job, channel, send) {
  const { alert: id, number, to } = job.data;
  const delivery = `${id}:${channel}:${number}`;
  const alert = await alertOf(id);
  if (Date.parse(alert.until) <= Date.now()) throw new UnrecoverableError('The alert is over.');
  // Only a job that was tried before can have been sent.
  if (job.attemptsMade > 0 && await store.isSent(delivery)) return;
  const sid = await send(alert, to, id, number);
  await store.advance(id, delivery, 'queued', sid);
}

async function sendSms(alert, to, id, number) {
  try {
    const message = await api.messages.create({ to, from: settings.twilio.from, body: alert.text, statusCallback: `${origin}/status/${id}/${number}`, validityPeriod: 14_400 });
    return message.sid;
  } catch (error) {
    if (error.status >= 400 && error.status < 500 && error.status !== 429) throw new UnrecoverableError(error.message);
    throw error;
  }
}

async function sendEmail(alert, to, id, number) {
  try {
    return (await mail.sendMail({ from: settings.smtp.from, to, subject: alert.subject, text: alert.text, messageId: `<${id}.${number}@peer.example>` })).messageId;
  } catch (error) {
    if (error.responseCode >= 500) throw new UnrecoverableError(error.message);
    throw error;
  }
}

function work(channel, send) {
  const worker = new Worker(channel, (job) => deliver(job, channel, send), {
    connection: new Redis(settings.redis), concurrency: settings.concurrency[channel],
  });
  worker.on('failed', (job, error) => {
    const isOver = error instanceof UnrecoverableError || job.attemptsMade >= job.opts.attempts;
    if (isOver) store.advance(job.data.alert, `${job.data.alert}:${channel}:${job.data.number}`, 'failed').catch(console.error);
  });
  worker.on('error', (error) => console.error(error));
  return worker.waitUntilReady();
}

await Promise.all([work('sms', sendSms), work('email', sendEmail)]);
process.send({ ready: true });
process.on('disconnect', () => process.exit());
