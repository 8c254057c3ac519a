import assert from "node:assert/strict";
import { config, queue, run, test } from "./broker.mjs";

const sound = config({ queues: [queue("q")] });

test("it says where it listens, and ends well when asked to", async () => {
  const broker = await run(sound, "--port", "0");
  assert.ok(broker.port > 0);
  assert.deepEqual(await broker.stop(), { code: 0, errors: "" });
});

test("a taken port is one line that names port and role", async () => {
  const first = await run(sound, "--port", "0");
  const second = await run(sound, "--port", `${first.port}`);
  assert.deepEqual(await second.stop(), { code: 1, errors: `servicebus: port ${first.port} is taken; the Service Bus emulator needs it\n` });
  await first.stop();
});

const faults = [
  ["a faulty property", config({ queues: [queue("q", { RequiresSession: true })] }), [], /^servicebus: .*Config\.json: queue 'q': RequiresSession is not supported: sessions\n$/],
  ["a file that is not JSON", "{", [], /^servicebus: .*Config\.json: not valid JSON: [^\n]*\n$/],
  ["a file that is not there", sound, ["--config", "/nowhere/Config.json"], /^servicebus: cannot read \/nowhere\/Config\.json: [^\n]*\n$/],
  ["a port that is none", sound, ["--port", "http"], /^servicebus: --port 'http' is not a port\n$/],
  ["an unknown option", sound, ["--fast"], /^servicebus: '--fast' is not known; usage: [^\n]*\n$/],
  ["an unknown entity", sound, ["--release-on-disconnect=r"], /^servicebus: --release-on-disconnect=r: there is no such queue or subscription\n$/],
];

for (const [name, content, args, message] of faults) {
  test(`${name} is one line and exit code 1`, async () => {
    const ended = await run(content, ...args);
    assert.match(ended.errors, message);
    assert.equal(ended.code, 1);
    await ended.stop();
  });
}
