/** Long work in slices, so that messages have their turn. */
/** Lets keys, messages and frames have their turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Drives a generator to its end in slices; undefined when it is told to stop. */
export async function drive<Step, Result>(
  steps: Generator<Step, Result>,
  onStep: (step: Step) => void,
  isStopped: () => boolean = () => false,
): Promise<Result | undefined> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    onStep(value);
    await turn();
    if (isStopped()) return undefined;
  }
}
