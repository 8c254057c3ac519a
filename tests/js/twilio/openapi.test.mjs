// Judges every kind of answer by Twilio's own description of its API, when that file is at hand.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import Ajv from 'ajv';
import { eventually, start } from '../standin.mjs';
import { credentials, door, from, magic, raw } from './provider.mjs';

const file = process.env.ALERTING_TWILIO_OPENAPI;
const skip = !file && 'ALERTING_TWILIO_OPENAPI does not name the description of the API';
const root = '/2010-04-01/Accounts/{AccountSid}';
const to = '+3197010000001';

let provider, check;
before(async () => {
  if (skip) return;
  const description = JSON.parse(readFileSync(file, 'utf8'));
  check = validator(description);
  provider = await start('twilio', credentials);
});
after(() => provider?.stop());

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type more; and a body with a member that is not described does not fit. */
function asJsonSchema(schema) {
  if (Array.isArray(schema)) return schema.map(asJsonSchema);
  if (schema === null || typeof schema !== 'object') return schema;
  const { nullable, ...rest } = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, asJsonSchema(value)]));
  if (nullable && rest.type) rest.type = [rest.type, 'null'];
  if (rest.properties && typeof rest.properties === 'object' && !rest.properties.type) rest.additionalProperties = false;
  return rest;
}

function validator(description) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat('date-time-rfc-2822', /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} \+0000$/);
  ajv.addFormat('phone-number', /^\+[1-9]\d{6,14}$|^[\w &+-]{1,11}$/);
  ajv.addFormat('currency', /^[A-Z]{3}$/);
  ajv.addFormat('uri', /^(https?:\/)?\/\S+$/);
  ajv.addFormat('uri-map', true);
  ajv.addSchema(asJsonSchema({ $id: 'api', components: description.components }));
  return (method, path, status, body) => {
    const { schema } = description.paths[path][method].responses[status].content['application/json'];
    const resolved = JSON.parse(JSON.stringify(asJsonSchema(schema)).replaceAll('"#/', '"api#/'));
    const fits = ajv.compile(resolved);
    assert.ok(fits(body), `${method} ${path}: ${ajv.errorsText(fits.errors)}\n${JSON.stringify(body, null, 1)}`);
    const described = new Set(Object.keys(resolveProperties(description, schema)));
    assert.deepEqual([...described].filter((name) => !(name in body)), [], `${method} ${path} leaves members out`);
  };
}

const resolveProperties = (description, schema) =>
  (schema.$ref ? schema.$ref.slice(2).split('/').reduce((at, name) => at[name], description) : schema).properties;

const judged = async (method, path, wire, status, form) => {
  const answer = await raw(provider, wire, { method: method.toUpperCase(), form });
  assert.equal(answer.status, status);
  const body = await answer.json();
  check(method, root + path, String(status), body);
  return body;
};

test('messages fit the description in every state', { skip, timeout: 120_000 }, async () => {
  for (const form of [
    { To: to, From: from, Body: 'Niveau 5 €' },
    { To: to, From: 'NCTV', Body: 'x' },
    { To: to, MessagingServiceSid: 'MG0123456789abcdef0123456789abcdef', Body: 'x' },
    { To: magic(3), From: from, Body: 'x' },
    { To: magic(1), From: from, Body: 'x' },
  ]) {
    const { sid } = await judged('post', '/Messages.json', '/Messages.json', 201, form);
    await eventually(async () => {
      const { status } = await judged('get', '/Messages/{Sid}.json', `/Messages/${sid}.json`, 200);
      return ['delivered', 'undelivered', 'failed'].includes(status) || undefined;
    }, 'last state');
  }
});

test('a received message fits the description', { skip }, async () => {
  const { sid } = await judged('post', '/Messages.json', '/Messages.json', 201, { To: to, From: from, Body: 'x' });
  const { body } = await door(provider, `/_messages/${sid}/reply`, { method: 'POST', body: { body: 'JA' } });
  const inbound = await judged('get', '/Messages/{Sid}.json', `/Messages/${body.sid}.json`, 200);
  assert.equal(inbound.direction, 'inbound');
});

test('lists of messages fit the description, first page and last', { skip }, async () => {
  const first = await judged('get', '/Messages.json', '/Messages.json?PageSize=1', 200);
  assert.ok(first.next_page_uri);
  await judged('get', '/Messages.json', first.next_page_uri.replace(/^.*(?=\/Messages)/, ''), 200);
  assert.equal((await judged('get', '/Messages.json', '/Messages.json?To=%2B3197010012345', 200)).next_page_uri, null);
});

test('a redacted message fits the description', { skip, timeout: 120_000 }, async () => {
  const { messages: [{ sid }] } = await judged('get', '/Messages.json', '/Messages.json?PageSize=1', 200);
  await eventually(async () => (await raw(provider, `/Messages/${sid}.json`, { form: { Body: '' } })).ok || undefined, 'redaction');
  await judged('post', '/Messages/{Sid}.json', `/Messages/${sid}.json`, 200, { Body: '' });
});

test('calls fit the description in every state', { skip, timeout: 120_000 }, async () => {
  for (const number of [to, magic(486), magic(480), magic(404)]) {
    const form = { To: number, From: from, Twiml: '<Response><Say>x</Say></Response>' };
    const { sid } = await judged('post', '/Calls.json', '/Calls.json', 201, form);
    await eventually(async () => (await judged('get', '/Calls/{Sid}.json', `/Calls/${sid}.json`, 200)).end_time ?? undefined, 'end of the call');
  }
});
