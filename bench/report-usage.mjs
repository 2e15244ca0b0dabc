// Loaded into a measured command: tells its peak memory when it ends, in a file that the bench names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const file = process.env.CR_BENCH_USAGE;
  if (file) writeFileSync(file, JSON.stringify({ maxRssKib: process.resourceUsage().maxRSS }));
});
