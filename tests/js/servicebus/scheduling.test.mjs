import assert from "node:assert/strict";
import { after, before } from "node:test";
import { contents, one, queue, receive, start, test } from "./broker.mjs";

let broker, client;

before(async () => {
  broker = await start({
    queues: [
      queue("schedule"), queue("plain"), queue("cancel"), queue("peek"), queue("drop"),
      queue("expire", { DeadLetteringOnMessageExpiration: true }),
      queue("brief", { DeadLetteringOnMessageExpiration: true, DefaultMessageTimeToLive: "PT1S" }),
    ],
    topics: [{ Name: "later", Subscriptions: [queue("all")] }],
  });
  client = broker.connect();
});
after(() => broker.stop());

const soon = (milliseconds = 1000) => new Date(Date.now() + milliseconds);

test("scheduled messages come at their time, to a queue and to a topic", async () => {
  for (const [target, ...source] of [["schedule", "schedule"], ["later", "later", "all"]]) {
    const sender = client.createSender(target);
    const due = soon();
    const numbers = await sender.scheduleMessages([{ body: "a", messageId: "a" }, { body: "b" }], due);
    assert.equal(numbers.length, 2);
    const receiver = client.createReceiver(...source);
    const messages = await receive(receiver, 2);
    assert.deepEqual(messages.map(message => message.body).sort(), ["a", "b"]);
    assert.ok(messages.every(message => message.enqueuedTimeUtc >= due), "not before its time");
    for (const message of messages) await receiver.completeMessage(message);
  }
});

test("a time on a plain send schedules too", async () => {
  const sender = client.createSender("plain");
  const [due, late] = [soon(), soon(3_600_000)];
  await sender.sendMessages({ body: "late", scheduledEnqueueTimeUtc: late });
  const [waiting] = await contents(client, "plain");
  assert.equal(waiting.state, "scheduled");
  assert.equal(waiting.scheduledEnqueueTimeUtc.getTime(), late.getTime());
  await sender.sendMessages({ body: "x", scheduledEnqueueTimeUtc: due });
  const message = await one(client.createReceiver("plain"));
  assert.equal(message.body, "x");
  assert.ok(message.enqueuedTimeUtc >= due, "not before its time");
});

test("a cancelled message never comes, and cancelling twice is refused", async () => {
  for (const target of ["cancel", "later"]) {
    const sender = client.createSender(target);
    const numbers = await sender.scheduleMessages([{ body: 1 }, { body: 2 }], soon(60_000));
    await sender.cancelScheduledMessages(numbers);
    await assert.rejects(sender.cancelScheduledMessages(numbers), { code: "MessageNotFound" });
  }
  assert.equal((await contents(client, "cancel")).length, 0);
});

test("an expired message is dead-lettered without anybody receiving, or dropped", async () => {
  // First what leaves no trace: it is gone when the later ones are.
  await client.createSender("drop").sendMessages({ body: "nowhere", timeToLive: 500 });
  await client.createSender("expire").sendMessages({ body: "own limit", timeToLive: 500 });
  await client.createSender("brief").sendMessages({ body: "the queue's limit", timeToLive: 60_000 });
  for (const [name, body] of [["expire", "own limit"], ["brief", "the queue's limit"]]) {
    const dead = await one(client.createReceiver(name, { subQueueType: "deadLetter" }));
    assert.equal(dead.body, body);
    assert.equal(dead.deadLetterReason, "TTLExpiredException");
    assert.equal((await contents(client, name)).length, 0);
  }
  assert.equal((await contents(client, "drop")).length, 0);
  assert.equal((await contents(client, "drop", { subQueueType: "deadLetter" })).length, 0);
});

test("peek shows all states in order, pages on, and takes nothing", async () => {
  const sender = client.createSender("peek");
  await sender.sendMessages([...Array(5).keys()].map(body => ({ body })));
  await sender.scheduleMessages({ body: 5 }, soon(60_000));
  const receiver = client.createReceiver("peek");
  const [first] = await receiver.receiveMessages(1);
  await receiver.deferMessage(first);
  const reader = client.createReceiver("peek");
  const pages = [await reader.peekMessages(4), await reader.peekMessages(4), await reader.peekMessages(4)];
  assert.deepEqual(pages.map(page => page.map(message => message.body)), [[0, 1, 2, 3], [4, 5], []]);
  assert.deepEqual(pages.flat().map(message => message.state), ["deferred", "active", "active", "active", "active", "scheduled"]);
  const [from] = await reader.peekMessages(1, { fromSequenceNumber: pages[0][2].sequenceNumber });
  assert.equal(from.body, 2);
  assert.equal((await receive(receiver, 4)).length, 4);
});
