// Everything that ./run starts, on free ports and with its data in memory. It ends with this process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Starts it and answers { functions, start, stop } when it is ready; both are addresses without a slash at their end. */
export async function startStack() {
  const child = spawn('dotnet', ['artifacts/publish/Alerting.Local/release/Alerting.Local.dll', '--ports', 'auto', '--in-memory', '--json-status', '--no-seed'], {
    cwd: root,
    env: { ...process.env, ALERTING_LIFELINE: 'stdin' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => { errors += text; });
  const exited = once(child, 'exit');
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('{')) return JSON.parse(line);
  })();
  const status = await Promise.race([ready, exited.then(([code]) => { throw new Error(`the stack ended with ${code}: ${errors}`); })]);
  const functions = status.parts.find((part) => part.role === 'functions').address;
  return {
    functions: functions.replace(/\/$/, ''),
    start: status.startPage.replace(/\/$/, ''),
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
