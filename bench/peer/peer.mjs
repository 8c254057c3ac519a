// Starts Redis, web and worker, says where they are on one line, and ends them when standard input ends.
import { fork, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'alerting-peer-'));
const socket = join(folder, 'redis.sock');
const redis = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', '', '--appendonly', 'no'], { stdio: ['ignore', 'ignore', 'inherit'] });
const programs = [];

const end = () => {
  redis.kill();
  programs.forEach((program) => program.kill());
  rmSync(folder, { recursive: true, force: true });
  process.exit();
};
process.stdin.on('end', end).resume();
process.on('SIGTERM', end);
redis.on('error', (error) => { console.error(`redis-server: ${error.message}`); end(); });

while (!existsSync(socket)) await pause(20);

async function start(file, env) {
  const program = fork(fileURLToPath(new URL(file, import.meta.url)), { env: { ...process.env, NODE_ENV: 'production', PEER_REDIS: socket, ...env } });
  programs.push(program);
  const [said] = await Promise.race([once(program, 'message'), once(program, 'exit').then(() => { throw new Error(`${file} ended`); })]);
  return { pid: program.pid, said };
}

const web = await start('web.mjs', {});
const worker = await start('worker.mjs', { PEER_ORIGIN: web.said.origin });
console.log(JSON.stringify({ origin: web.said.origin, pids: { 'peer web': web.pid, 'peer worker': worker.pid, redis: redis.pid } }));
