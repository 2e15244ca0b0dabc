/** A command line that cannot be understood; the message is one sentence. Thrown where a word of the user is read. */
export class UsageError extends Error {}
