/** Lines on the screen. Knows styles and colours, not what the lines say. */
import { Text, Transform } from 'ink';
import { useMemo } from 'react';
import { paintedLines } from '../paint.ts';
import type { Line } from '../panes/line.ts';

export interface LinesProps {
  readonly lines: readonly Line[];
  readonly hasColor: boolean;
}

/**
 * One below the other. The lines have their width already, so ink is given blank ones and the painted ones in their
 * place: it would measure every text anew, and keep each one for ever.
 */
export function Lines({ lines, hasColor }: LinesProps) {
  const painted = paintedLines(lines, hasColor);
  const blank = useMemo(() => Array.from({ length: lines.length }, () => ' ').join('\n'), [lines.length]);
  return (
    <Transform transform={(_, index) => painted[index] ?? ''}>
      <Text>{blank}</Text>
    </Transform>
  );
}
