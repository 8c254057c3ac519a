// Starts the emulator as a program of its own on a free port, with the topology that a test wants.
import { ServiceBusClient } from "@azure/service-bus";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { test as nodeTest } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

// The numbers of the official client.
const Long = createRequire(createRequire(import.meta.url).resolve("@azure/service-bus"))("long");

const program = fileURLToPath(new URL("../../../artifacts/bin/Alerting.Local/debug/Alerting.Local.dll", import.meta.url));

export const queue = (Name, Properties = {}) => ({ Name, Properties });

export const config = ({ queues = [], topics = [] }) => ({
  UserConfig: { Namespaces: [{ Name: "tests", Queues: queues, Topics: topics }], Logging: { Type: "File" } },
});

/** A test that fails, rather than waits for ever, when the broker does not answer. */
export const test = (name, body) => nodeTest(name, { timeout: 120_000 }, body);

/** Runs the verb with a file; resolves when it listens or has ended. */
export async function run(content, ...args) {
  const folder = await mkdtemp(join(tmpdir(), "servicebus-"));
  const file = join(folder, "Config.json");
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  // It ends when its standard input does, so it cannot outlive this process.
  const env = { ...process.env, ALERTING_LIFELINE: "1" };
  const child = spawn("dotnet", [program, "servicebus", "--config", file, ...args], { env, stdio: "pipe" });
  let errors = "";
  child.stderr.on("data", data => (errors += data));
  const ended = new Promise(resolve => child.once("close", code => resolve({ code, errors })));
  const listening = new Promise(resolve =>
    createInterface({ input: child.stdout }).on("line", line => {
      const [, port] = /^servicebus: listening on 127\.0\.0\.1:(\d+)$/.exec(line) ?? [];
      if (port) resolve({ port: Number(port) });
    }));
  const result = await Promise.race([listening, ended]);
  const stop = async () => {
    child.kill("SIGTERM");
    const end = await ended;
    await rm(folder, { recursive: true });
    return end;
  };
  return { ...result, stop };
}

/** A running broker, and clients that are closed with it. */
export async function start(topology, ...args) {
  const broker = await run(config(topology), "--port", "0", ...args);
  if (!broker.port) throw new Error(`the broker ended with ${broker.code}: ${broker.errors}`);
  const clients = [];
  const connect = (options = {}) => {
    const client = new ServiceBusClient(connectionString(broker.port), { retryOptions: { maxRetries: 0, timeoutInMs: 60_000 }, ...options });
    clients.push(client);
    return client;
  };
  const stop = async () => {
    // A client whose test has failed may not be able to close any more.
    await Promise.race([Promise.all(clients.map(client => client.close())), delay(5000, undefined, { ref: false })]);
    await broker.stop();
  };
  return { port: broker.port, connect, stop };
}

export const connectionString = port =>
  `Endpoint=sb://localhost:${port};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;`;

/** Receives exactly `count` messages, or as many as there are after the wait. */
export async function receive(receiver, count, maxWaitTimeInMs = 60_000) {
  const messages = [];
  while (messages.length < count) {
    const more = await receiver.receiveMessages(count - messages.length, { maxWaitTimeInMs });
    if (more.length === 0) break;
    messages.push(...more);
  }
  return messages;
}

/** The one message that is there. */
export async function one(receiver, maxWaitTimeInMs) {
  const [message] = await receive(receiver, 1, maxWaitTimeInMs);
  if (!message) throw new Error("a message was expected");
  return message;
}

/** What is there, in whatever state, from the beginning. */
export async function contents(client, ...entity) {
  const receiver = client.createReceiver(...entity);
  const messages = await receiver.peekMessages(100, { fromSequenceNumber: Long.ZERO });
  await receiver.close();
  return messages;
}

/** Nothing comes within a moment. */
export const none = async receiver => (await receiver.receiveMessages(1, { maxWaitTimeInMs: 200 })).length === 0;
