// What is known of contacts, alerts and deliveries. A delivery is named ALERT:CHANNEL:NUMBER.
import { Redis } from 'ioredis';
import * as settings from './settings.mjs';

const ranks = { queued: 0, accepted: 1, sending: 2, sent: 3, delivered: 9, undelivered: 9, failed: 9 };

// Takes a state when it is further on than the one known, and counts the delivery under its state.
const advance = `
  local known = tonumber(redis.call('HGET', KEYS[1], 'rank') or '-1')
  local rank = tonumber(ARGV[1])
  if rank <= known then return 0 end
  local before = redis.call('HGET', KEYS[1], 'state')
  redis.call('HSET', KEYS[1], 'rank', rank, 'state', ARGV[2], 'at', ARGV[3])
  if ARGV[4] ~= '' then redis.call('HSET', KEYS[1], 'sid', ARGV[4]) end
  if before then redis.call('HINCRBY', KEYS[2], before, -1) end
  redis.call('HINCRBY', KEYS[2], ARGV[2], 1)
  return 1`;

export class Store {
  constructor() {
    this.redis = new Redis(settings.redis);
    this.redis.defineCommand('advance', { numberOfKeys: 2, lua: advance });
  }

  addContacts(contacts) {
    return this.redis.rpush('contacts', ...contacts.map((contact) => JSON.stringify(contact)));
  }

  async contacts() {
    return (await this.redis.lrange('contacts', 0, -1)).map((contact) => JSON.parse(contact));
  }

  addAlert(id, alert) {
    return this.redis.hset(`alert:${id}`, alert);
  }

  alert(id) {
    return this.redis.hgetall(`alert:${id}`);
  }

  isSent(delivery) {
    return this.redis.hexists(`delivery:${delivery}`, 'rank');
  }

  advance(alert, delivery, state, sid = '') {
    return this.redis.advance(`delivery:${delivery}`, `counts:${alert}`, ranks[state] ?? 0, state, Date.now(), sid);
  }

  async counts(alert) {
    const counts = await this.redis.hgetall(`counts:${alert}`);
    return Object.fromEntries(Object.entries(counts).map(([state, count]) => [state, Number(count)]));
  }
}
