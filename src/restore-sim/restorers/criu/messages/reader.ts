/** Logs of `criu restore`, explained, and looked up in images. */
import type { LogReader } from '../../../restorer-log.ts';
import { explainLog } from './explain-log.ts';

export const criuLogReader: LogReader = {
  explain(text) {
    const log = explainLog(text);
    return {
      ...log,
      async linesIn({ content }, rehearsed) {
        // Most logs are explained without an image.
        const { criuDirectory } = await import('../../../../model/from-criu/family.ts');
        const { locator } = await import('./locate.ts');
        const locate = locator(criuDirectory(content), rehearsed);
        return log.lines.map((line) => ({ ...line, ...locate(line) }));
      },
    };
  },
};
