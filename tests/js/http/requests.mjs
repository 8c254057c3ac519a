// Reads .http files as the REST Client of VS Code does, as far as docs/http uses its language.
import { randomUUID } from 'node:crypto';

const requestLine = /^(GET|POST|PUT|DELETE) (\S+)$/;
const hours = { h: 3600e3, m: 60e3 };

/** The requests of a file, in order: { title, name, expect, method, url, headers, body }, with their variables in them. */
export function parse(text) {
  const [head, ...sections] = text.split(/^###/m);
  const variables = Object.fromEntries([...head.matchAll(/^@(\w+) = (.+)$/gm)].map(([, name, value]) => [name, value]));
  return { variables, requests: sections.map(parseOne) };
}

function parseOne(section) {
  const lines = section.split('\n');
  const start = lines.findIndex((line) => requestLine.test(line));
  if (start < 0) throw new Error(`no request in: ${section}`);
  const comments = lines.slice(1, start).join('\n');
  const end = lines.indexOf('', start);
  const [, method, url] = requestLine.exec(lines[start]);
  return {
    title: lines[0].trim(),
    name: /^# @name (\w+)$/m.exec(comments)?.[1],
    expect: Number(/^# Expect (\d{3})$/m.exec(comments)?.[1]),
    method,
    url,
    headers: Object.fromEntries(lines.slice(start + 1, end).map((line) => line.split(/: (.*)/, 2))),
    body: lines.slice(end + 1).join('\n').trim() || undefined,
  };
}

/** Puts values in the places of `{{…}}`: of the file, of earlier answers, and those that are made anew each time. */
export function fill(text, variables, answers, now = new Date()) {
  return text.replaceAll(/\{\{(.+?)\}\}/g, (_, expression) => {
    if (expression === '$guid') return randomUUID();
    const later = /^\$datetime iso8601 (\d+) ([hm])$/.exec(expression);
    if (later) return new Date(now.getTime() + later[1] * hours[later[2]]).toISOString();
    const earlier = /^(\w+)\.response\.body\.\$\.(\w+)$/.exec(expression);
    const value = earlier ? answers[earlier[1]]?.[earlier[2]] : variables[expression];
    if (value === undefined) throw new Error(`nothing for {{${expression}}}`);
    return value;
  });
}

/** Sends a request and answers what came back: { status, text }; an answer to a named request is kept in `answers`. */
export async function send(request, variables, answers) {
  const filled = (text) => fill(text, variables, answers);
  const response = await fetch(filled(request.url), {
    method: request.method,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, filled(value)])),
    body: request.body && filled(request.body),
    redirect: 'error',
  });
  const text = await response.text();
  if (request.name) answers[request.name] = JSON.parse(text);
  return { status: response.status, text };
}
