// summary.mjs FOLDER RING...: a line per ring from its report, then the sum. Exit code 1 when anything failed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...rings] = process.argv.slice(2);

function read(ring) {
  try {
    const { summary } = JSON.parse(readFileSync(join(folder, `${ring}.json`), 'utf8')).results;
    const skipped = summary.skipped + (summary.pending ?? 0);
    const failed = summary.tests - summary.passed - skipped;
    return { ring, passed: summary.passed, failed, skipped, note: summary.tests === 0 ? 'no tests were found' : '' };
  } catch (error) {
    return { ring, passed: 0, failed: 1, skipped: 0, note: `left no report (${error.code ?? error.message})` };
  }
}

const empty = report => report.passed + report.failed + report.skipped === 0;
const reports = rings.map(read).map(report => (empty(report) ? { ...report, failed: 1 } : report));
const sum = key => reports.reduce((total, report) => total + report[key], 0);

console.log('');
for (const { ring, passed, failed, skipped, note } of reports) {
  console.log(`${ring.padEnd(28)}${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped  ${note}`.trimEnd());
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
