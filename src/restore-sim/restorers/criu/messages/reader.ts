/** Logs of `criu restore`, explained, and looked up in images. */
import { criuDirectory } from '../../../../model/from-criu/family.ts';
import type { LogReader } from '../../../restorer-log.ts';
import { explainLog } from './explain-log.ts';
import { locator } from './locate.ts';

export const criuLogReader: LogReader = {
  explain(text) {
    const log = explainLog(text);
    return {
      ...log,
      linesIn({ content }, rehearsed) {
        const locate = locator(criuDirectory(content), rehearsed);
        return log.lines.map((line) => ({ ...line, ...locate(line) }));
      },
    };
  },
};
