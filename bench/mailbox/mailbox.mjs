// Takes every mail, keeps none of them, and counts them by reader. Says its ports on one line; ends with its standard input.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';

let mails, readers, copies, firstAt, lastAt;
function clear() {
  [mails, readers, copies, firstAt, lastAt] = [0, new Map(), 0, null, null];
}
clear();

// A second mail to a reader under the name of an earlier one is a copy of it: most mailboxes show it once.
function take(to, name) {
  mails++;
  const names = readers.get(to) ?? new Set();
  if (names.has(name)) copies++;
  readers.set(to, names.add(name));
}

async function nameOf(stream) {
  let head = '';
  for await (const part of stream) if (head.length < 4096) head += part.toString('latin1');
  return /^message-id:\s*(\S+)/im.exec(head)?.[1];
}

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, session, done) {
    nameOf(stream).then((name) => {
      session.envelope.rcptTo.forEach(({ address }) => take(address, name));
      lastAt = Date.now();
      firstAt ??= lastAt;
      done();
    }, done); // A mail whose sender was killed on the way was not taken.
  },
});
smtp.on('error', () => {}); // A client that was killed lets its connection go.

const count = () => ({ mails, readers: readers.size, copies, firstAt, lastAt });
const door = createServer((request, response) => {
  if (request.method === 'DELETE') clear();
  const answer = request.url.startsWith('/readers') ? Object.fromEntries([...readers].map(([to, names]) => [to, names.size])) : count();
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
});

await Promise.all([
  once(smtp.listen(0, '127.0.0.1'), 'listening'),
  once(door.listen(0, '127.0.0.1'), 'listening'),
]);
console.log(JSON.stringify({ smtp: smtp.server.address().port, door: door.address().port }));
process.stdin.on('end', () => process.exit()).resume();
