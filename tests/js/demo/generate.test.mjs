import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const demo = fileURLToPath(new URL('../../../local/demo/', import.meta.url));

test('the demonstration directory is what its generator writes from the places', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'directory-'));
  t.after(() => rmSync(folder, { recursive: true }));
  execFileSync(process.execPath, [join(demo, 'generate.mjs'), join(folder, 'directory.csv')]);
  assert.deepEqual(readFileSync(join(folder, 'directory.csv')), readFileSync(join(demo, 'directory.csv')));
});
