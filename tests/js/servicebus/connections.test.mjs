import { delay } from "@azure/service-bus";
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { contents, none, one, queue, receive, start, test } from "./broker.mjs";

// The AMQP library beneath the official client, for what the client does not show.
const rhea = createRequire(createRequire(import.meta.url).resolve("@azure/service-bus"))("rhea");

let broker, client;

before(async () => {
  broker = await start(
    { queues: [queue("many"), queue("drain"), queue("credit"), queue("kept"), queue("released"), queue("other")] },
    "--release-on-disconnect=released");
  client = broker.connect();
});
after(() => broker.stop());

/** A raw receiver without credit of its own. */
async function link(source, options = {}) {
  const connection = rhea.create_container().connect({ port: broker.port, username: "any", reconnect: false });
  const receiver = connection.open_receiver({ source, credit_window: 0, autoaccept: false, ...options });
  await event(receiver, "receiver_open");
  return { connection, receiver };
}

const event = (emitter, name, milliseconds = 60_000) => new Promise((resolve, reject) => {
  const timer = setTimeout(() => reject(new Error(`no ${name} within ${milliseconds} ms`)), milliseconds);
  emitter.once(name, context => { clearTimeout(timer); resolve(context); });
});

test("twenty clients can connect at the same moment", async () => {
  const clients = Array.from({ length: 20 }, () => broker.connect());
  await Promise.all(clients.map((each, i) => each.createSender("many").sendMessages({ body: i })));
  const received = await receive(client.createReceiver("many", { receiveMode: "receiveAndDelete" }), 20);
  assert.equal(new Set(received.map(message => message.body)).size, 20);
});

test("a drain is answered with the drain flag and no credit left, over and over", async () => {
  const { connection, receiver } = await link("drain");
  const messages = [];
  receiver.on("message", ({ message, delivery }) => { messages.push(message.body); delivery.accept(); });
  for (let round = 0; round < 3; round++) {
    await client.createSender("drain").sendMessages({ body: `round ${round}` });
    const drained = event(receiver, "receiver_drained");
    receiver.add_credit(5);
    receiver.drain_credit();
    await drained;
    assert.equal(receiver.credit, 0);
    receiver.drain = false;
  }
  assert.equal(messages.length, 3);
  connection.close();
});

test("credit that is stated twice is given once", async () => {
  const { connection, receiver } = await link("credit");
  let count = 0;
  receiver.on("message", ({ delivery }) => { count++; delivery.accept(); });
  receiver.add_credit(3);
  const stated = event(receiver, "receiver_flow");
  await new Promise(setImmediate);
  receiver.issue_flow = true;
  receiver.connection._register();
  await stated;
  await client.createSender("credit").sendMessages(Array.from({ length: 8 }, (_, body) => ({ body })));
  const active = async () => (await contents(client, "credit")).length;
  while (await active() > 5) await delay(20);
  assert.equal(count, 3);
  const drained = event(receiver, "receiver_drained");
  receiver.add_credit(10);
  receiver.drain_credit();
  await drained;
  assert.equal(count, 8);
  connection.close();
});

test("a killed worker keeps its locks, or loses them where that is asked for", async () => {
  for (const [name, comesAtOnce] of [["kept", false], ["released", true]]) {
    await client.createSender(name).sendMessages({ body: "x" });
    const worker = fork(fileURLToPath(new URL("holder.mjs", import.meta.url)), [broker.port, name], { silent: true });
    await event(worker.stdout, "data");
    worker.kill("SIGKILL");
    await event(worker, "exit");
    const receiver = client.createReceiver(name);
    if (!comesAtOnce) { assert.ok(await none(receiver)); continue; }
    const message = await one(receiver);
    assert.equal(message.deliveryCount, 1);
    await receiver.completeMessage(message);
  }
});

test("an unknown entity is not found, neither to send nor to receive", async () => {
  await assert.rejects(client.createSender("nowhere").sendMessages({ body: 1 }), { code: "MessagingEntityNotFound" });
  await assert.rejects(client.createReceiver("nowhere").receiveMessages(1), { code: "MessagingEntityNotFound" });
  await assert.rejects(client.createReceiver("nowhere").peekMessages(1), { code: "MessagingEntityNotFound" });
});

test("sessions are refused with the reason", async () => {
  // The official client shows its own words when the reason comes a moment after the attach.
  await assert.rejects(client.acceptSession("other", "s1"), { name: /Error/ });
  await assert.rejects(client.acceptNextSession("other"), { name: /Error/ });
  const connection = rhea.create_container().connect({ port: broker.port, username: "any", reconnect: false });
  const receiver = connection.open_receiver({ source: { address: "other", filter: { "com.microsoft:session-filter": "s1" } } });
  await event(receiver, "receiver_error");
  assert.equal(receiver.error.condition, "amqp:not-implemented");
  assert.equal(receiver.error.description, "sessions are not supported by this emulator.");
  connection.close();
});

test("a token that is malformed, expired or of another kind is refused", async () => {
  const inAnHour = Date.now() + 3_600_000;
  const tokens = {
    "not a signature": /malformed token/,
    "SharedAccessSignature sr=x&sig=y&skn=z": /se is missing/,
    "SharedAccessSignature sr=x&sig=y&se=soon&skn=z": /se is not a number/,
    "SharedAccessSignature sr=x&sig=y&se=1552906800&skn=z": /expired/,
  };
  for (const [token, reason] of Object.entries(tokens)) await assert.rejects(putToken(token, "servicebus.windows.net:sastoken"), reason);
  await assert.rejects(putToken("a.b.c", "jwt"), /tokens of type 'jwt' are not accepted/);
  await assert.rejects(putToken("", "jwt"), /the body is not a token/);
  await putToken(`SharedAccessSignature sr=x&sig=y&se=${Math.ceil(inAnHour / 1000)}&skn=z`, "servicebus.windows.net:sastoken");
});

/** What the client does before it uses an entity. */
async function putToken(token, type) {
  const { connection, receiver } = await link("$cbs", { name: "answers", credit_window: 10, autoaccept: true });
  const answer = event(receiver, "message");
  const sender = connection.open_sender("$cbs");
  await event(sender, "sendable");
  sender.send({ message_id: "1", reply_to: "answers", application_properties: { operation: "put-token", type, name: "sb://localhost/x" }, body: token });
  const { message } = await answer;
  connection.close();
  assert.equal(message.correlation_id, "1");
  const { "status-code": code, "status-description": description } = message.application_properties;
  if (code !== 202) throw new Error(`${code} ${description}`);
}

test("the official client is told that its token is refused", async () => {
  const refused = broker.connect();
  const token = { token: "SharedAccessSignature sr=x", expiresOnTimestamp: Date.now() + 60_000 };
  refused._connectionContext.tokenCredential.getToken = async () => token;
  await assert.rejects(refused.createSender("other").sendMessages({ body: 1 }), /malformed token: sig is missing/);
});

test("nobody outside this machine can connect", async t => {
  const outside = Object.values(networkInterfaces()).flat().find(address => !address.internal && address.family === "IPv4");
  if (!outside) return t.skip("this machine has no other address");
  const socket = connect(broker.port, outside.address);
  await assert.rejects(new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject)), { code: "ECONNREFUSED" });
});
