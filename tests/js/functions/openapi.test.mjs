// The API description of the published function app, judged by Redocly's linter.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const published = process.env.ALERTING_FUNCTIONS ?? join(root, 'artifacts/publish/Alerting.Functions/release');

test('the description keeps to the OpenAPI rules', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'alerting-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, await describe());
    const problems = await lint(file);
    assert.deepEqual(problems.map((problem) => `${problem.ruleId}: ${problem.message} ${JSON.stringify(problem.location?.[0]?.pointer)}`), []);
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** The description as the app serves it; nothing that the app talks to needs to be there. */
async function describe() {
  const settings = JSON.parse(await readFile(join(root, 'local.settings.sample.json'), 'utf8')).Values;
  const port = await closedPort();
  settings.Tables__ConnectionString = settings.Tables__ConnectionString.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`);
  const app = spawn('dotnet', ['Alerting.Functions.dll'], { cwd: published, env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(app, 'exit');
  try {
    const address = await Promise.race([listening(app), exited.then(([code]) => assert.fail(`the app ended with ${code}`))]);
    const response = await fetch(`${address}/api/openapi.json`);
    assert.equal(response.status, 200);
    return await response.text();
  } finally {
    app.kill('SIGKILL');
    await exited;
  }
}

function listening(app) {
  let said = '';
  app.stdout.setEncoding('utf8');
  return new Promise((resolve) => app.stdout.on('data', (text) => {
    said += text;
    const found = /listening on: (http:\/\/127\.0\.0\.1:\d+)/.exec(said);
    if (found) resolve(found[1]);
  }));
}

async function closedPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function lint(file) {
  const cli = join(root, 'tests/node_modules/@redocly/cli/bin/cli.js');
  const rules = fileURLToPath(new URL('redocly.yaml', import.meta.url));
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  // The linter's exit code says no more than its report.
  const run = promisify(execFile)(process.execPath, [cli, 'lint', file, '--config', rules, '--format', 'json'], { env, maxBuffer: 1 << 24 });
  const { stdout } = await run.catch((failure) => failure);
  return JSON.parse(stdout.slice(stdout.indexOf('{'))).problems;
}
