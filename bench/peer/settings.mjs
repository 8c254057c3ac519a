// What both programs are told by their environment.
const { env } = process;

export const redis = { path: env.PEER_REDIS, maxRetriesPerRequest: null };
export const twilio = { url: env.PEER_TWILIO_URL, account: env.PEER_TWILIO_ACCOUNT, token: env.PEER_TWILIO_TOKEN, from: env.PEER_TWILIO_FROM };
export const smtp = { host: '127.0.0.1', port: Number(env.PEER_SMTP_PORT), from: 'alerting@peer.example' };
export const concurrency = { sms: Number(env.PEER_SMS_CONCURRENCY ?? 64), email: Number(env.PEER_EMAIL_CONCURRENCY ?? 24) };

export const jobs = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1000 },
  // The delivery's hash remembers what matters; finished jobs would only fill the memory.
  removeOnComplete: true,
};
