/** A file of the user as a source of bytes: in a thread of a page, and there only, parts of it are read at once. */
import { windowedSource } from '../parse/archive/windowed-source.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';

/** Of the File API; declared here, since the types of Node.js have it not. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** Throws an error with a code, as one of the system, for a file that is gone or was changed. */
export function blobSource(blob: Blob, name: string): ByteSource {
  const reader = new FileReaderSync();
  const { size } = blob;
  return windowedSource({
    name,
    size,
    readInto(target, offset) {
      target.set(new Uint8Array(read(reader, blob.slice(offset, offset + target.length), name)));
    },
    close() {},
  });
}

function read(reader: FileReaderSync, part: Blob, name: string): ArrayBuffer {
  try {
    const bytes = reader.readAsArrayBuffer(part);
    if (bytes.byteLength === part.size) return bytes;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw Object.assign(new Error(`${name} cannot be read: ${why}`), { code: 'EIO', path: name });
  }
  throw Object.assign(new Error(`${name} became shorter while it was read`), { code: 'EIO', path: name });
}
