/** One thing that a check of a container root has to say. */
import type { Diagnostic } from '../../../../diagnostic.ts';
import { type RootCode, rootDiagnostic } from './codes.ts';
import { shown } from './shown.ts';

export interface RootFinding extends Diagnostic {
  /** As seen inside the container, with its control characters. */
  readonly path: string;
}

export const finding = (code: RootCode, path: string, message: string): RootFinding => ({
  ...rootDiagnostic(code, `${shown(path)} ${message}`),
  path,
});
