/** The CRIU family's bytes: what other parts of the project may use. */

export { type ContainerEngine, type ContainerInfo, readContainerInfo } from '../archive/container-info.ts';
export { hostDirectory } from '../archive/host-directory.ts';
export {
  type DirectoryEntry,
  type ImageDirectory,
  memoryDirectory,
  type TreeMember,
  treeDirectory,
} from '../archive/image-directory.ts';
export { openTree } from '../archive/open-tree.ts';
export type { SpoolHandle } from '../archive/spool.ts';
export { listTar, type OrdinaryMembers, type TarHeaderFacts, type TarList } from '../archive/tar-headers.ts';
export type { OpenedTree } from '../archive/tree.ts';
export { type SplitDocument, splitJson } from '../json/split-json.ts';
export { criuCodes } from './codes.ts';
export { formatCritJson, parseCritJson, writeCritJson } from './crit-text.ts';
export { addressText, type CritJson, prettyInteger } from './crit-values.ts';
export { type DecodedFile, decodeFile, decodeSingle, judgeFile } from './decode-file.ts';
export { fieldsOfPlain, type PlainEntry } from './decode-pagemap.ts';
export {
  compareReleases,
  detectRelease,
  developmentBranch,
  formId,
  formText,
  type ReleaseEvidence,
  type ReleaseRange,
  releaseName,
} from './detect-release.ts';
export { encodeBody, encodeFile, encodeRecord, payloadChunks } from './encode-file.ts';
export { type CriuFieldRange, canNest, fieldRangesOf, nestedMessagesOf, scalarAt } from './field-ranges.ts';
export type { Json, JsonObject } from './fields-json.ts';
export { findImageDirectories, parentDirectory } from './find-images.ts';
export { critHeaderFromJson, critRecordFromJson, fromCritJson } from './from-crit-json.ts';
export { type FileFromJson, fileFromJson, headerFromJson, recordFromJson } from './from-json.ts';
export { reportUnknownFile } from './header.ts';
export {
  type FileIdentity,
  fileName,
  headMagics,
  type ImageType,
  type ImageTypeName,
  identifyFile,
  imageType,
  imageTypes,
  isCompanion,
  type MessageName,
  type PayloadKind,
} from './image-types.ts';
export { type FieldLayout, type MessageLayout, messageLayout, messageLayouts } from './layouts.ts';
export { listLength } from './message-view.ts';
export { oneFileAlone, whatInstead } from './no-image.ts';
export { alignedFlag, hasBlocks, type PageBlocks, pageBlocksOf, unknownBlocks } from './page-blocks.ts';
export {
  type CriuRecord,
  type Fields,
  type FieldValue,
  type FileHeader,
  fieldsOf,
  type MessageBody,
  type MessageRecord,
  type OpaqueRecord,
  type PayloadPart,
  type PayloadRef,
} from './record.ts';
export { type CritImage, type CritOptions, critEntries, toCritJson } from './to-crit-json.ts';
export { headerToJson, recordToJson, type ToJsonOptions, type WriteText, writeFileJson } from './to-json.ts';
