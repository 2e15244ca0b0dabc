// Required into a measured command: tells what it used when it ends, in a file that the bench names.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const file = process.env.CR_BENCH_USAGE;
if (file && isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ maxRssKib: maxRSS, cpuUs: userCPUTime + systemCPUTime }));
  });
}
