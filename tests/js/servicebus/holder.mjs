// A worker that takes one message and then does nothing with it, until it is killed.
import { ServiceBusClient } from "@azure/service-bus";
import { connectionString, one } from "./broker.mjs";

const [port, queue] = process.argv.slice(2);
const client = new ServiceBusClient(connectionString(port));
await one(client.createReceiver(queue));
console.log("held");
setInterval(() => {}, 60_000);
