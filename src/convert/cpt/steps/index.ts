/** All steps, oldest first. The order has no meaning: routes are found by what a step joins. */
import type { Step } from '../step.ts';
import { cpt268To269 } from './cpt-2.6.8-to-2.6.9.ts';
import { cpt2690To2691 } from './cpt-2.6.9.0-to-2.6.9.1.ts';
import { cpt2691To2692 } from './cpt-2.6.9.1-to-2.6.9.2.ts';
import { cpt2692To2616 } from './cpt-2.6.9.2-to-2.6.16.ts';
import { cpt2616To2618 } from './cpt-2.6.16-to-2.6.18.ts';
import { cpt26180To26181 } from './cpt-2.6.18.0-to-2.6.18.1.ts';
import { cpt26181To26182 } from './cpt-2.6.18.1-to-2.6.18.2.ts';
import { cpt26182To26183 } from './cpt-2.6.18.2-to-2.6.18.3.ts';
import { cpt26183To26184 } from './cpt-2.6.18.3-to-2.6.18.4.ts';
import { cpt26184To2620 } from './cpt-2.6.18.4-to-2.6.20.ts';
import { cpt2620To2624 } from './cpt-2.6.20-to-2.6.24.ts';
import { cpt2624To2626 } from './cpt-2.6.24-to-2.6.26.ts';
import { cpt2626To2627 } from './cpt-2.6.26-to-2.6.27.ts';
import { cpt26270To26273 } from './cpt-2.6.27.0-to-2.6.27.3.ts';
import { cpt26273To2632 } from './cpt-2.6.27.3-to-2.6.32.ts';
import { cpt26320To26321 } from './cpt-2.6.32.0-to-2.6.32.1.ts';
import { cpt26321To26322 } from './cpt-2.6.32.1-to-2.6.32.2.ts';
import { cpt26322To26323 } from './cpt-2.6.32.2-to-2.6.32.3.ts';
import { cpt076To088 } from './cpt-2.6.32.3-042stab076.8-to-042stab088.4.ts';
import { cpt088To090 } from './cpt-2.6.32.3-042stab088.4-to-042stab090.5.ts';
import { cpt090To092 } from './cpt-2.6.32.3-042stab090.5-to-042stab092.1.ts';
import { cpt092To108 } from './cpt-2.6.32.3-042stab092.1-to-042stab108.1.ts';
import { cpt108To109 } from './cpt-2.6.32.3-042stab108.1-to-042stab109.3.ts';
import { cpt109To113 } from './cpt-2.6.32.3-042stab109.3-to-042stab113.5.ts';

export const steps: readonly Step[] = [
  cpt268To269,
  cpt2690To2691,
  cpt2691To2692,
  cpt2692To2616,
  cpt2616To2618,
  cpt26180To26181,
  cpt26181To26182,
  cpt26182To26183,
  cpt26183To26184,
  cpt26184To2620,
  cpt2620To2624,
  cpt2624To2626,
  cpt2626To2627,
  cpt26270To26273,
  cpt26273To2632,
  cpt26320To26321,
  cpt26321To26322,
  cpt26322To26323,
  cpt076To088,
  cpt088To090,
  cpt090To092,
  cpt092To108,
  cpt108To109,
  cpt109To113,
];
