import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { contents, none, one, queue, receive, start, test } from "./broker.mjs";

let broker, client;
// Long enough that a stall of some seconds loses no lock that is to be kept.
const short = { LockDuration: "PT10S" };

before(async () => {
  broker = await start({
    queues: [
      queue("abandon"), queue("bury"), queue("defer"), queue("limit", { MaxDeliveryCount: 3 }), queue("closed"), queue("release"),
      queue("renew", short), queue("lapse", short), queue("auto", short),
    ],
  });
  client = broker.connect();
});
after(() => broker.stop());

const prepare = async (name, message = { body: "x", messageId: "m" }) => {
  await client.createSender(name).sendMessages(message);
  // The client would renew locks by itself while a message is unsettled.
  return client.createReceiver(name, { maxAutoLockRenewalDurationInMs: 0 });
};

test("an abandoned message comes again, counted and changed", async () => {
  const receiver = await prepare("abandon", { body: "x", applicationProperties: { kept: 1, tried: 0 } });
  await receiver.abandonMessage(await one(receiver), { tried: 1, note: "later" });
  const again = await one(receiver);
  assert.equal(again.deliveryCount, 1);
  assert.deepEqual(again.applicationProperties, { kept: 1, tried: 1, note: "later" });
  await receiver.completeMessage(again);
});

test("a dead-lettered message carries its reason and is received from the dead-letter queue", async () => {
  const receiver = await prepare("bury");
  await receiver.deadLetterMessage(await one(receiver), { deadLetterReason: "no JSON", deadLetterErrorDescription: "line 1", by: "test" });
  assert.ok(await none(receiver));
  const reader = client.createReceiver("bury", { subQueueType: "deadLetter" });
  const dead = await one(reader);
  assert.equal(dead.deadLetterReason, "no JSON");
  assert.equal(dead.deadLetterErrorDescription, "line 1");
  assert.equal(dead.deadLetterSource, "bury");
  assert.equal(dead.applicationProperties.by, "test");
  await reader.completeMessage(dead);
  assert.equal((await contents(client, "bury", { subQueueType: "deadLetter" })).length, 0);
});

test("a deferred message comes by its number only", async () => {
  const receiver = await prepare("defer");
  const message = await one(receiver);
  await receiver.deferMessage(message, { later: true });
  assert.ok(await none(receiver));
  assert.equal((await contents(client, "defer"))[0].state, "deferred");
  const [deferred] = await receiver.receiveDeferredMessages(message.sequenceNumber);
  assert.equal(deferred.body, "x");
  assert.equal(deferred.applicationProperties.later, true);
  assert.match(deferred.lockToken, /^[0-9a-f-]{36}$/);
  await receiver.completeMessage(deferred);
  await assert.rejects(receiver.receiveDeferredMessages(message.sequenceNumber), { code: "MessageNotFound" });
});

test("deferred messages can be abandoned, dead-lettered and renewed", async () => {
  const receiver = await prepare("defer");
  const message = await one(receiver);
  await receiver.deferMessage(message);
  const [held] = await receiver.receiveDeferredMessages([message.sequenceNumber]);
  await receiver.renewMessageLock(held);
  await receiver.abandonMessage(held);
  const [again] = await receiver.receiveDeferredMessages([message.sequenceNumber]);
  assert.equal(again.deliveryCount, 1);
  await receiver.deadLetterMessage(again, { deadLetterReason: "enough" });
  assert.equal((await one(client.createReceiver("defer", { subQueueType: "deadLetter" }))).deadLetterReason, "enough");
});

test("after the last allowed delivery a message is dead-lettered", async () => {
  const receiver = await prepare("limit");
  for (const count of [0, 1, 2]) {
    const message = await one(receiver);
    assert.equal(message.deliveryCount, count);
    await receiver.abandonMessage(message);
  }
  assert.ok(await none(receiver));
  const dead = await one(client.createReceiver("limit", { subQueueType: "deadLetter" }));
  assert.equal(dead.deadLetterReason, "MaxDeliveryCountExceeded");
  assert.equal(dead.deadLetterSource, "limit");
});

// Each of them waits for a lock to end, so they do it together.
describe("locks", { concurrency: true }, () => {
  test("a renewed lock lasts longer than the lock duration", async () => {
    const receiver = await prepare("renew");
    const message = await one(receiver);
    const other = client.createReceiver("renew");
    for (let renewals = 0; renewals < 2; renewals++) {
      assert.equal((await other.receiveMessages(1, { maxWaitTimeInMs: 6000 })).length, 0);
      const before = message.lockedUntilUtc;
      assert.ok(await receiver.renewMessageLock(message) > before);
    }
    await receiver.completeMessage(message);
  });

  test("a lock that ended can neither be settled nor renewed, and the message comes again", async () => {
    const receiver = await prepare("lapse");
    const stale = await one(receiver);
    const again = await one(receiver);
    assert.equal(again.deliveryCount, 1);
    await receiver.completeMessage(again);
    assert.notEqual(again.lockToken, stale.lockToken);
    await assert.rejects(receiver.completeMessage(stale), { code: "MessageLockLost" });
    await assert.rejects(receiver.renewMessageLock(stale), { code: "MessageLockLost" });
  });

  test("a subscriber that takes longer than the lock gets the message once, because its lock is renewed", async () => {
    await client.createSender("auto").sendMessages({ body: "x" });
    const receiver = client.createReceiver("auto");
    const deliveries = [];
    await new Promise((resolve, reject) => {
      receiver.subscribe({
        processMessage: async message => {
          deliveries.push(message.deliveryCount);
          const other = client.createReceiver("auto");
          await other.receiveMessages(1, { maxWaitTimeInMs: 12_000 }).then(stolen => deliveries.push(...stolen));
          setImmediate(resolve);
        },
        processError: async ({ error }) => reject(error),
      });
    });
    await receiver.close();
    assert.deepEqual(deliveries, [0]);
    assert.equal((await contents(client, "auto")).length, 0);
  });
});

test("after its receiver is closed a message is settled by its lock token", async () => {
  const sender = client.createSender("closed");
  await sender.sendMessages([{ body: "complete" }, { body: "bury" }, { body: "abandon" }, { body: "defer" }]);
  const receiver = client.createReceiver("closed");
  const [complete, bury, abandon, defer] = await receive(receiver, 4);
  await receiver.close();
  const next = client.createReceiver("closed");
  assert.ok(await none(next), "a detach keeps the locks");
  await next.completeMessage(complete);
  await next.deadLetterMessage(bury, { deadLetterReason: "late" });
  await next.abandonMessage(abandon);
  await next.deferMessage(defer);
  assert.equal((await one(next)).body, "abandon");
  const left = await contents(client, "closed");
  assert.deepEqual(left.map(message => message.body).sort(), ["abandon", "defer"]);
  assert.equal((await one(client.createReceiver("closed", { subQueueType: "deadLetter" }))).deadLetterReason, "late");
});
