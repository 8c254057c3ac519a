import assert from "node:assert/strict";
import { after, before } from "node:test";
import { contents, none, one, receive, start, test } from "./broker.mjs";

let broker, client;

const rule = (Name, CorrelationFilter) => ({ Name, Properties: { FilterType: "Correlation", CorrelationFilter } });

before(async () => {
  broker = await start({
    topics: [
      {
        Name: "declarations",
        Properties: { RequiresDuplicateDetection: true },
        Subscriptions: [
          { Name: "all" },
          { Name: "true", Rules: [{ Name: "t", Properties: { FilterType: "Sql", SqlFilter: { SqlExpression: "1=1" } } }] },
          { Name: "approved", Rules: [rule("approved", { Label: "approved" })] },
          { Name: "utrecht", Rules: [rule("place", { Label: "approved", Properties: { place: "PV26" } })] },
        ],
      },
      { Name: "ruled", Subscriptions: [{ Name: "s" }] },
      { Name: "buried", Subscriptions: [{ Name: "s", Properties: { MaxDeliveryCount: 1 } }] },
    ],
  });
  client = broker.connect();
});
after(() => broker.stop());

const bodies = async (...entity) => (await contents(client, ...entity)).map(message => message.body);

test("each subscription gets what its filter takes, from single messages and batches", async () => {
  const sender = client.createSender("declarations");
  await sender.sendMessages({ body: 1, subject: "approved", applicationProperties: { place: "PV26" } });
  await sender.sendMessages([
    { body: 2, subject: "approved", applicationProperties: { place: "PV27" } },
    { body: 3, subject: "proposed", applicationProperties: { place: "PV26" } },
    { body: 4 },
  ]);
  assert.deepEqual(await bodies("declarations", "all"), [1, 2, 3, 4]);
  assert.deepEqual(await bodies("declarations", "true"), [1, 2, 3, 4]);
  assert.deepEqual(await bodies("declarations", "approved"), [1, 2]);
  assert.deepEqual(await bodies("declarations", "utrecht"), [1]);
  const receiver = client.createReceiver("declarations", "approved");
  for (const message of await receive(receiver, 2)) await receiver.completeMessage(message);
  assert.deepEqual(await bodies("declarations", "approved"), []);
  assert.deepEqual(await bodies("declarations", "utrecht"), [1]);
});

test("a topic passes a duplicate on to nobody", async () => {
  const before = (await bodies("declarations", "all")).length;
  const sender = client.createSender("declarations");
  for (let i = 0; i < 3; i++) await sender.sendMessages({ body: "once", messageId: "same" });
  assert.equal((await bodies("declarations", "all")).length, before + 1);
});

test("a subscription has a dead-letter queue", async () => {
  await client.createSender("buried").sendMessages({ body: "x" });
  const receiver = client.createReceiver("buried", "s");
  await receiver.abandonMessage(await one(receiver));
  const dead = await one(client.createReceiver("buried", "s", { subQueueType: "deadLetter" }));
  assert.equal(dead.deadLetterReason, "MaxDeliveryCountExceeded");
  assert.equal(dead.deadLetterSource, "buried/Subscriptions/s");
});

test("rules can be listed, added and removed, and count at once", async () => {
  const rules = client.createRuleManager("ruled", "s");
  const list = async () => {
    const found = [];
    for await (const rule of rules.listRules()) found.push(rule);
    return found;
  };
  assert.deepEqual((await list()).map(rule => rule.name), ["$Default"]);
  await rules.deleteRule("$Default");
  await client.createSender("ruled").sendMessages({ body: "for nobody", subject: "approved" });
  const filter = { subject: "approved", applicationProperties: { level: 5 } };
  await rules.createRule("high", filter);
  await assert.rejects(rules.createRule("high", filter), { code: "MessagingEntityAlreadyExists" });
  await assert.rejects(rules.deleteRule("none"), { code: "MessagingEntityNotFound" });
  const [high] = await list();
  assert.equal(high.name, "high");
  assert.equal(high.filter.subject, "approved");
  assert.deepEqual(high.filter.applicationProperties, { level: 5 });
  const sender = client.createSender("ruled");
  await sender.sendMessages([
    { body: 4, subject: "approved", applicationProperties: { level: 4 } },
    { body: 5, subject: "approved", applicationProperties: { level: 5 } },
  ]);
  assert.deepEqual(await bodies("ruled", "s"), [5]);
  await rules.createRule("rest", { sqlExpression: "1=1" });
  for (let i = 0; i < 130; i++) await rules.createRule(`rule${i}`, { subject: `${i}` });
  assert.equal((await list()).length, 132, "more than one page");
  await sender.sendMessages({ body: "any" });
  assert.deepEqual(await bodies("ruled", "s"), [5, "any"]);
});

test("other SQL filters and SQL actions are refused with the reason", async () => {
  const rules = client.createRuleManager("declarations", "all");
  await assert.rejects(rules.createRule("sql", { sqlExpression: "level > 3" }), /the SQL filter 'level > 3' is not supported by this emulator/);
  await assert.rejects(
    rules.createRule("action", { subject: "x" }, { sqlExpression: "SET a = 1" }),
    /SQL actions are not supported by this emulator/);
});

test("a topic cannot be received from, nor a subscription sent to", async () => {
  await assert.rejects(client.createReceiver("declarations").receiveMessages(1), /is a topic/);
  await assert.rejects(client.createSender("declarations/Subscriptions/all").sendMessages({ body: 1 }), /cannot be sent to/);
  assert.ok(await none(client.createReceiver("buried", "s")));
});
