/**
 * zstd streams, unpacked by the WebAssembly program of the library. Its own loop does not look at zstd's error results,
 * copies what it unpacks, and keeps the memory of what was damaged: the calls are ours.
 */

/** What zstd calls its memory for, in the order of its interface (zstd.h). */
interface Decoder {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(bytes: number): number;
  free(address: number): void;
  ZSTD_createDCtx(): number;
  ZSTD_freeDCtx(context: number): number;
  ZSTD_DStreamOutSize(): number;
  ZSTD_decompressStream(context: number, output: number, input: number): number;
}

/** What one call gave; the bytes stay until the next. */
export interface Step {
  readonly unpacked: Uint8Array;
  /** All of the input was taken. */
  readonly isHungry: boolean;
  /** Behind the last byte of a frame. */
  readonly isOver: boolean;
}

export interface Unpacker {
  /** Goes on, with more input if there is some. Throws `zstdDamage`, and `noMemory`. */
  step(input?: Uint8Array): Step | Promise<Step>;
  close(): void | Promise<void>;
}

/** Small: what a piece unpacks to is still unpacked when nobody wants more, up to 32,768 times its size. */
export const inputBytes = 32 * 1024;
/** ZSTD_inBuffer and ZSTD_outBuffer: address, size, position. */
const bufferBytes = 12;

let decoder: Promise<Decoder> | undefined;

/** By the decoder that all streams of this thread share: memory of WebAssembly grows and never shrinks. */
export async function ordinaryUnpacker(): Promise<Unpacker> {
  decoder ??= loadDecoder();
  try {
    return unpackerOf(await decoder);
  } catch (error) {
    // There may be memory later.
    decoder = undefined;
    throw error instanceof RangeError ? noMemory() : error;
  }
}

/** With a code as those of zlib have one: what has none says nothing of the stream. */
export const zstdDamage = (message: string): Error =>
  Object.assign(new Error(message), { code: 'Z_DATA_ERROR' });

export const noMemory = (): Error =>
  Object.assign(new Error('there is no memory to unpack it'), { code: 'ENOMEM' });

function unpackerOf(zstd: Decoder): Unpacker {
  const outputBytes = zstd.ZSTD_DStreamOutSize();
  const context = zstd.ZSTD_createDCtx();
  const room = zstd.malloc(2 * bufferBytes + inputBytes + outputBytes);
  const [input, output, inputData] = [room, room + bufferBytes, room + 2 * bufferBytes];
  const outputData = inputData + inputBytes;
  // Memory that grows is another buffer.
  const set = (buffer: number, address: number, size: number) =>
    new Uint32Array(zstd.memory.buffer, buffer, 3).set([address, size, 0]);
  const position = (buffer: number) => new Uint32Array(zstd.memory.buffer, buffer, 3)[2] ?? 0;
  let length = 0;
  return {
    step(chunk) {
      if (chunk !== undefined) {
        length = chunk.length;
        new Uint8Array(zstd.memory.buffer, inputData, length).set(chunk);
        set(input, inputData, length);
      }
      set(output, outputData, outputBytes);
      const hint = checked(zstd.ZSTD_decompressStream(context, output, input));
      const unpacked = new Uint8Array(zstd.memory.buffer, outputData, position(output));
      // A full output may have more behind it; a frame that is over has not.
      const isFull = hint !== 0 && unpacked.length === outputBytes;
      return { unpacked, isHungry: position(input) === length && !isFull, isOver: hint === 0 };
    },
    close() {
      zstd.free(room);
      zstd.ZSTD_freeDCtx(context);
    },
  };
}

/** ZSTD_ErrorCode of zstd_errors.h, what files can cause. */
const reasons: Readonly<Record<number, string>> = {
  10: 'no frame starts here',
  14: 'an unsupported parameter of a frame',
  16: 'the window of a frame is too large',
  20: 'a block is damaged',
  22: 'the checksum of a frame is wrong',
  24: 'the literals of a block are damaged',
  30: 'the dictionary is damaged',
  32: 'a dictionary is needed',
};
const noMemoryCode = 64;
/** Results above are errors, counted down from zero. */
const errorsMax = 120;

function checked(result: number): number {
  const code = -result;
  if (code <= 0 || code > errorsMax) return result;
  if (code === noMemoryCode) throw noMemory();
  throw zstdDamage(`zstd error ${code}${reasons[code] === undefined ? '' : ` (${reasons[code]})`}`);
}

/** The types of Node.js know nothing of WebAssembly. */
interface Engine {
  readonly WebAssembly: {
    readonly Instance: new (program: object, imports: object) => { readonly exports: unknown };
  };
}

/**
 * The program as it was compiled. The library compiles once for everybody who loads it, and says so once: what it
 * compiled is kept with it, for those who load this file anew.
 */
const program = Symbol.for('cr-tools: zstd as it was compiled');

async function loadDecoder(): Promise<Decoder> {
  // Large, and most archives are gzip.
  const { ZSTDDecoder } = await import('zstddec/stream');
  const library: { [program]?: Promise<object> } = ZSTDDecoder as object;
  library[program] ??= compiledBy(new ZSTDDecoder());
  const { Instance } = (globalThis as unknown as Engine).WebAssembly;
  return new Instance(await library[program], { env: { emscripten_notify_memory_growth() {} } })
    .exports as Decoder;
}

interface Library {
  init(): Promise<unknown>;
  _init(result: { readonly module: object }): void;
}

/** With `fetch` the library asks for a data: URL, for which Node would load its HTTP client; else it takes `Buffer`. */
async function compiledBy(library: Library): Promise<object> {
  const compiled = new Promise<object>((resolve) => {
    library._init = ({ module }) => resolve(module);
  });
  const own = Object.getOwnPropertyDescriptor(globalThis, 'fetch');
  const isNode = own?.configurable === true && 'Buffer' in globalThis;
  if (isNode) Object.defineProperty(globalThis, 'fetch', { value: undefined, configurable: true });
  const loading = library.init();
  if (isNode) Object.defineProperty(globalThis, 'fetch', own);
  await loading;
  return compiled;
}
