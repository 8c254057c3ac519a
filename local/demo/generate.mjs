// Writes directory.csv: the demonstration directory, made from the places in src/Alerting/Scopes.
// The same places give the same file, byte for byte. `node local/demo/generate.mjs [FILE]`
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bodies } from './bodies.mjs';
import { quote, read } from './csv.mjs';

const here = new URL('.', import.meta.url);
const scopes = new URL('../../src/Alerting/Scopes/', here);

const columns = ['body_id', 'body_name', 'place', 'sectors', 'tier', 'contact_id', 'function', 'language', 'order',
  'phone', 'phone_verified_at', 'email', 'email_verified_at'];

// 097 is the Dutch machine-to-machine range: no person has such a number. +3197010000000 is the stand-in's own.
const phone = (index) => `+31970${10000001 + index}`;

// Everything was verified on some day of the first half of 2025, but every 11th number and every 13th address never.
const day = (index) => new Date(Date.UTC(2025, 0, 6 + (index % 150))).toISOString().slice(0, 10);

const lines = bodies(read(new URL('divisions.csv', scopes)), read(new URL('sites.csv', scopes)))
  .flatMap((body) => body.contacts.map((contact, i) => ({ body, contact, order: i + 1 })))
  .map(({ body, contact, order }, index) => [
    body.id, body.name, body.place, body.sectors.join(' '), body.tier,
    contact.id, contact.function, contact.language ?? 'nl', order,
    phone(index), index % 11 === 10 ? '' : day(index),
    `${contact.id}@${body.id}.example`, index % 13 === 12 ? '' : day(index * 7),
  ]);

const file = process.argv[2] ?? fileURLToPath(new URL('directory.csv', here));
writeFileSync(file, [columns, ...lines].map((line) => `${line.map(quote).join(',')}\n`).join(''));
console.log(`${lines.length} contacts`);
