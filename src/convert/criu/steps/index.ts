/** The steps in the order of releases. */
import type { CriuStep } from '../step.ts';
import { criu16 } from './criu-1.6.ts';
import { criu18 } from './criu-1.8.ts';
import { criu20 } from './criu-2.0.ts';
import { criu30 } from './criu-3.0.ts';
import { criu31 } from './criu-3.1.ts';
import { criu33 } from './criu-3.3.ts';
import { criu34 } from './criu-3.4.ts';
import { criu35 } from './criu-3.5.ts';
import { criu36 } from './criu-3.6.ts';
import { criu310 } from './criu-3.10.ts';
import { criu311 } from './criu-3.11.ts';
import { criu314 } from './criu-3.14.ts';
import { criu318 } from './criu-3.18.ts';
import { criu42 } from './criu-4.2.ts';

export const criuSteps: readonly CriuStep[] = [
  ...[criu16, criu18, criu20, criu30, criu31, criu33, criu34, criu35],
  ...[criu36, criu310, criu311, criu314, criu318, criu42],
];
