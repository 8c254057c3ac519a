import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before } from "node:test";
import { contents, none, one, queue, receive, start, test } from "./broker.mjs";

let broker, client;

before(async () => {
  broker = await start({
    queues: [
      queue("plain"), queue("batch"), queue("large"), queue("bodies"), queue("nameless"), queue("purge"), queue("stream"),
      queue("unique", { RequiresDuplicateDetection: true, DuplicateDetectionHistoryTimeWindow: "PT10M" }),
    ],
  });
  client = broker.connect();
});
after(() => broker.stop());

test("a message comes with everything it was sent with, and is gone when completed", async () => {
  const sent = {
    body: { level: 5, place: "PV26" }, messageId: "m1", correlationId: "c1", subject: "approved", contentType: "application/json",
    to: "boards", replyTo: "answers", replyToSessionId: "rs", sessionId: "s", partitionKey: "s", timeToLive: 600_000,
    applicationProperties: { text: "é", number: 3, flag: true },
  };
  const started = Date.now();
  await client.createSender("plain").sendMessages(sent);
  const receiver = client.createReceiver("plain");
  const message = await one(receiver);
  for (const key of Object.keys(sent)) assert.deepEqual(message[key], sent[key], key);
  assert.equal(message.deliveryCount, 0);
  assert.equal(message.sequenceNumber.toString(), "1");
  assert.equal(message.enqueuedSequenceNumber, 1);
  assert.equal(message.state, "active");
  assert.match(message.lockToken, /^[0-9a-f-]{36}$/);
  assert.ok(message.enqueuedTimeUtc >= started - 1 && message.enqueuedTimeUtc <= Date.now());
  assert.equal(message.expiresAtUtc - message.enqueuedTimeUtc, 600_000);
  assert.ok(message.lockedUntilUtc - 60_000 >= message.enqueuedTimeUtc && message.lockedUntilUtc - 60_000 <= Date.now());
  await receiver.completeMessage(message);
  assert.equal((await contents(client, "plain")).length, 0);
});

test("a message without an id is given one", async () => {
  await client.createSender("nameless").sendMessages({ body: "x" });
  const receiver = client.createReceiver("nameless");
  const message = await one(receiver);
  assert.match(message.messageId, /^[0-9a-f]{32}$/);
  await receiver.completeMessage(message);
});

test("batches come in order as single messages", async () => {
  const sender = client.createSender("batch");
  await sender.sendMessages([{ body: 0, messageId: "a" }, { body: 1, subject: "second" }]);
  const batch = await sender.createMessageBatch();
  assert.equal(batch.maxSizeInBytes, 1024 * 1024);
  for (let i = 2; i < 50; i++) assert.ok(batch.tryAddMessage({ body: i }));
  await sender.sendMessages(batch);
  const receiver = client.createReceiver("batch");
  const messages = await receive(receiver, 50);
  assert.deepEqual(messages.map(message => message.body), [...Array(50).keys()]);
  assert.equal(messages[1].subject, "second");
  assert.equal(new Set(messages.map(message => message.messageId)).size, 50);
  for (const message of messages) await receiver.completeMessage(message);
});

test("a message of many frames survives, and one over the limit is refused by name", async () => {
  const sender = client.createSender("large");
  const body = Buffer.alloc(500_000, "0123456789");
  await sender.sendMessages({ body });
  const receiver = client.createReceiver("large");
  const message = await one(receiver);
  assert.ok(body.equals(message.body));
  await receiver.completeMessage(message);
  await assert.rejects(sender.sendMessages({ body: Buffer.alloc(1024 * 1024) }), { code: "MessageSizeExceeded" });
  await sender.sendMessages({ body: "the link still works" });
  assert.equal((await one(receiver)).body, "the link still works");
});

test("value and sequence bodies stay what they are", async () => {
  const sender = client.createSender("bodies");
  await sender.sendMessages([{ bodyType: "value", body: ["a", 1] }]);
  await sender.sendMessages({ bodyType: "sequence", body: [[1, 2], ["three"]] });
  const receiver = client.createReceiver("bodies", { receiveMode: "receiveAndDelete" });
  const [value, sequence] = await receive(receiver, 2);
  assert.deepEqual(value.body, ["a", 1]);
  assert.deepEqual(sequence.body, [[1, 2], ["three"]]);
});

test("a message id is taken once, alone and inside a batch", async () => {
  const sender = client.createSender("unique");
  const [a, b] = [randomUUID(), randomUUID()];
  await sender.sendMessages({ body: 1, messageId: a });
  await sender.sendMessages({ body: 2, messageId: a });
  await sender.sendMessages([{ body: 3, messageId: b }, { body: 4, messageId: a }, { body: 5, messageId: b }]);
  const receiver = client.createReceiver("unique", { receiveMode: "receiveAndDelete" });
  assert.deepEqual((await receive(receiver, 2)).map(message => message.body), [1, 3]);
  assert.ok(await none(receiver));
});

test("receive-and-delete removes at once, and empty receives in between lose nothing", async () => {
  const sender = client.createSender("purge");
  const receiver = client.createReceiver("purge", { receiveMode: "receiveAndDelete" });
  const bodies = [];
  for (let round = 0; round < 4; round++) {
    assert.ok(await none(receiver));
    await sender.sendMessages([{ body: 2 * round }, { body: 2 * round + 1 }]);
    bodies.push(...(await receive(receiver, 2)).map(message => message.body));
  }
  assert.deepEqual(bodies, [...Array(8).keys()]);
  assert.equal((await contents(client, "purge")).length, 0);
});

test("a subscriber with ten calls at once gets each of 200 messages once", async () => {
  const sender = client.createSender("stream");
  await sender.sendMessages([...Array(200).keys()].map(body => ({ body })));
  const seen = [];
  const receiver = client.createReceiver("stream");
  await new Promise((resolve, reject) => {
    receiver.subscribe(
      {
        processMessage: async message => { if (seen.push(message.body) === 200) resolve(); },
        processError: async ({ error }) => reject(error),
      },
      { maxConcurrentCalls: 10 });
  });
  await receiver.close();
  assert.equal(new Set(seen).size, 200);
  assert.equal(seen.length, 200);
});
