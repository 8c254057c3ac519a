// Starts one part of the local stack on a free port, as a child process, for the tests of that part.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = process.env.ALERTING_LOCAL
  ?? fileURLToPath(new URL('../../artifacts/bin/Alerting.Local/debug/Alerting.Local.dll', import.meta.url));

/** Starts `dotnet Alerting.Local.dll ROLE ...args` and answers when it says that it listens. */
export async function start(role, args = []) {
  const port = args.includes('--port') ? [] : ['--port', '0'];
  const child = spawn('dotnet', [program, role, ...port, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => { said.out += text; });
  child.stderr.setEncoding('utf8').on('data', (text) => { said.err += text; });
  const exited = once(child, 'exit');

  const listening = new Promise((resolve) => child.stdout.on('data', () => {
    const found = /listening on 127\.0\.0\.1:(\d+)/.exec(said.out);
    if (found) resolve(Number(found[1]));
  }));
  const number = await Promise.race([
    listening,
    exited.then(([code]) => { throw Object.assign(new Error(`${role} ended: ${said.err}`), { code, ...said }); }),
  ]);
  return {
    port: number,
    url: `http://127.0.0.1:${number}`,
    said,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
    [Symbol.asyncDispose]() { return this.stop(); },
  };
}

/** The first value that `look` gives and that is not undefined; fails when none comes in time. */
export async function eventually(look, what, within = 60_000) {
  const end = Date.now() + within;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`in ${within} ms there was no ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
