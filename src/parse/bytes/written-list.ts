/**
 * The list of what was written, in each directory that this program makes: it may be replaced on request. It is no part
 * of an image, wherever that goes.
 */
export const writtenListName = '.cr-tools-files.json';
