// A reporter for `node --test` that says nothing of what passes.
import { relative } from 'node:path';
import { inspect } from 'node:util';

const indent = text => text.replaceAll(/^/gm, '    ');

export default async function* failures(events) {
  const said = new Map();
  for await (const { type, data } of events) {
    if (type === 'test:stderr') said.set(data.file, ((said.get(data.file) ?? '') + data.message).slice(-4000));
    if (type !== 'test:fail' || data.details?.error?.failureType === 'subtestsFailed') continue;
    const error = data.details?.error?.cause ?? data.details?.error;
    yield `FAILED ${relative('.', data.file ?? '')}: ${data.name}\n${indent(inspect(error))}\n`;
    if (said.has(data.file)) yield indent(`stderr of the file:\n${said.get(data.file)}`) + '\n';
    said.delete(data.file);
  }
}
