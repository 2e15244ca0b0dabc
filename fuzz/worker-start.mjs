// Threads do not inherit the loader of the program.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
