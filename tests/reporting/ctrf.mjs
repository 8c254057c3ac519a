// A reporter for `node --test` that writes what the C# rings write: Common Test Report Format, one object.

const statusOf = event =>
  event.type === 'test:fail' ? 'failed' : event.data.skip !== undefined ? 'skipped' : event.data.todo !== undefined ? 'pending' : 'passed';

// A suite is no test of its own, except when it failed by itself: in a hook, or before its first test.
const counts = ({ type, data }) =>
  (type === 'test:pass' || type === 'test:fail') &&
  (data.details?.type !== 'suite' || (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed'));

export default async function* ctrf(events) {
  const tests = [];
  for await (const event of events) {
    if (!counts(event)) continue;
    tests.push({ name: event.data.name, suite: event.data.file, status: statusOf(event), duration: event.data.details?.duration_ms ?? 0 });
  }
  const of = status => tests.filter(test => test.status === status).length;
  const summary = { tests: tests.length, passed: of('passed'), failed: of('failed'), skipped: of('skipped'), pending: of('pending'), other: 0 };
  yield JSON.stringify({ results: { tool: { name: 'node' }, summary, tests } });
}
