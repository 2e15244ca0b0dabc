/**
 * The door to the simulated restores of OpenVZ kernels. What is not exported here is private to this
 * folder.
 */
export { findOpenvzKernel, type OpenvzKernel } from './kernels.ts';
export { type OpenvzOptions, simulateOpenvzRestore } from './simulate.ts';
