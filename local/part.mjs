// part.mjs PROGRAM ARGUMENT...: runs a Node program as a part of the stack. It ends when standard input does, which is when
// the supervisor wants it to or is gone; and it is deaf to Ctrl-C, which the supervisor hears and acts on.
import { pathToFileURL } from 'node:url';

const graceMs = 5_000;
const program = process.argv[2];

const deaf = () => {};
process.on('SIGINT', deaf);
process.on('newListener', (event, listener) => {
  if (event === 'SIGINT') queueMicrotask(() => process.removeListener(event, listener));
});

process.stdin.on('end', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), graceMs).unref();
});
process.stdin.resume();

process.argv.splice(1, 2, program);
await import(pathToFileURL(program));
