/**
 * The bounds that keep any input of n bytes at linear time and 200 MiB of memory. Each is far above what real
 * images need; what exceeds one is a located diagnostic, never a crash.
 */
export const limits = {
  /** Members of an archive and of those in it: an image of 10,000 processes has some 60,000 files. */
  archiveMembers: 80_000,
  /** Folders and files of an archive together, those included that only stand in the paths of others. */
  archiveNodes: 120_000,
  /** Bytes of the names, links and extended attributes that are kept of these: 300 for each, and most need 60. */
  archiveNameBytes: 24 * 1024 * 1024,
  /** Memory of the names of ordinary files in the tars of an archive: 270,000 changed files of a container with 60 bytes each. */
  archiveFileNameMemory: 32 * 1024 * 1024,
  /**
   * What hard links may add to the images of an archive or a directory, beside once its own size: a file under a thousand
   * names is read a thousand times. No engine links images; people link dumps that share files.
   */
  linkedFreeBytes: 8 * 1024 * 1024,
  /** Directories of images below one that is named: dumps before the last, containers of a pod. */
  imageDirectories: 1_000,
  /** How far below: Podman nests one level, archives of dumps two; what lies deeper is no part of what was named. */
  imageDirectoryDepth: 4,
  /** What is kept of small files of a directory that is read several times: 10,000 tasks of CRIU have 31 MiB. */
  keptFileBytes: 32 * 1024 * 1024,
  /** Bytes of a path or of the target of a link: PATH_MAX of Linux. */
  pathBytes: 4096,
  /** Bytes of one part of a path: NAME_MAX of Linux. */
  nameBytes: 255,
  /** Bytes of one extended header of tar: names, times, and extended attributes of at most 64 KiB each. */
  tarExtraBytes: 1024 * 1024,
  /** Symbolic links followed in one look-up, as many as the kernel follows (fs/namei.c, MAXSYMLINKS). */
  links: 40,
  /** What a compressed file may unpack to, whatever its size: larger than any checkpoint seen. */
  unpackedBytes: 64 * 1024 ** 3,
  /** The same as a multiple of its compressed size: the most that deflate reaches is 1032, memory of zeros included. */
  unpackedRatio: 1100,
  /** What a compressed file may unpack to in any case, so that small ones need no ratio. */
  unpackedFreeBytes: 64 * 1024 * 1024,
  /** What is fetched of one file that a server gives whole only, unless CR_REMOTE_BYTES says less or more. */
  fetchedBytes: 64 * 1024 ** 3,
  /** What a zstd frame may ask for, much or little of it used: `zstd --long=27`, the most that zstd itself unpacks unasked. */
  zstdWindowBytes: 128 * 1024 * 1024,
  /**
   * What a zstd decoder has to hold of what it has unpacked, in one thread at a time. Engines and `zstd` up to level 19
   * need 8 MiB, `--ultra -21` and `--long=26` 64; twice as much does not fit into the memory that all else leaves.
   */
  zstdHeldBytes: 64 * 1024 * 1024,
  /** Bytes of a JSON document that a container engine wrote, far larger than any OCI spec. */
  engineDocumentBytes: 4 * 1024 * 1024,
  /** Bytes of one protobuf message: mm_entry with a million areas. */
  messageBytes: 64 * 1024 * 1024,
  /** Decoded bytes of one block of compressed pages: criu/include/compression.h of the development branch. */
  pageBlockBytes: 4 * 1024 * 1024,
  /** Values in one message: an mm_entry with 262,144 areas has about 2.6 million. */
  messageValues: 4_000_000,
  /** Entries in one message that lack a required field: a message of many empty entries would fill the memory. */
  messageDefects: 1_000,
  /** Messages in messages; CRIU nests seven levels, control groups nest by themselves. */
  messageDepth: 100,
  /** Diagnostics of one code about one file; the others are counted. */
  diagnosticsOfCode: 100,
  /** Diagnostics of one code in the report of a conversion, each a sentence with its place. */
  diagnosticsKept: 10_000,
  /** Records of one kind that are not understood and are described; the others are counted. */
  opaqueRecords: 10_000,
  /** Objects and lists in each other in a JSON document; those of images have a dozen levels, control groups more. */
  jsonDepth: 256,
  /** Values in a JSON document, or in one of its records: an empty list costs 80 bytes, and needs three. */
  jsonValues: 1_000_000,
  /** Characters of a line of a document: traces and tables of earlier runs have some thousand. */
  documentLine: 2 * 1024 * 1024,
  /**
   * Different member names in such a document: each costs some 300 bytes. Most have a few hundred, a host with all of its
   * settings some thousand.
   */
  jsonNames: 50_000,
  /** Words of a YAML document; each costs a kilobyte. A large manifest of a pod has some thousand. */
  yamlTokens: 50_000,
  /** Maps and lists in each other in a YAML document; a pod has some ten levels. */
  yamlDepth: 256,
  /** Characters of a member name of JSON. */
  jsonNameLength: 1024,
  /** Bytes of a message made from JSON whose text is not held: an mm_entry with as many areas as `messageValues` has 12 MiB. */
  plainMessageBytes: 32 * 1024 * 1024,
  /** Bytes of one record in a JSON document that is held as text, as value and as bytes, its payload included. */
  jsonRecordBytes: 24 * 1024 * 1024,
  /** Bytes of all patterns that policies search memory for: 8,000 keys of 32 bytes, found in one pass; each byte costs 200. */
  policyPatternBytes: 256 * 1024,
  /** Objects in objects of a CPT image: VMA blocks in an MM, passed descriptors in a buffer have fewer levels. */
  cptDepth: 12,
  /** Characters of a text from an image in a message. */
  shownText: 200,
} as const;
