// As much of RFC 4180 as the files of places need: one line per record, quotes where a value holds a comma.
import { readFileSync } from 'node:fs';

const cut = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
  .map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare);

export function read(url) {
  const [header, ...lines] = readFileSync(url, 'utf8').trimEnd().split('\n').map(cut);
  return lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]])));
}

export const quote = (value) => /[",\n]/.test(`${value}`) ? `"${`${value}`.replaceAll('"', '""')}"` : `${value}`;
