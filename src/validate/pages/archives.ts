/** Pages of what lies around an image: the archive of an engine, the server that it is read from. */
import { archiveCodes } from '../../parse/archive/codes.ts';
import { remoteCodes } from '../../parse/bytes/remote/codes.ts';
import { pagesOf } from './pages-of.ts';

const archives = pagesOf(
  archiveCodes,
  {
    'archive-unreadable': [
      'The engine unpacks the archive before the restore, and gzip or zstd stops at the same place.',
      'checkpoint.tar.gz with a changed byte, or whose checksum is not that of its data',
      'Copy the archive again and compare checksums; if it is damaged at its source, export the checkpoint again.',
    ],
    'archive-too-large': [
      'An engine would unpack it until the disk is full: it was made to do so, or is no checkpoint.',
      'an archive of 1 MB that unpacks to terabytes of zeros, or has millions of members; a directory or an archive with one large image under a thousand names',
      'Ask where it comes from before you unpack it; what is meant to be so large is unpacked by hand and given as a directory.',
    ],
    'archive-truncated': [
      'The engine unpacks a short file, or stops: pages or images are missing in the restore.',
      'an upload that broke off in pages-1.img',
      'Copy the archive again and compare the sizes.',
    ],
    'archive-no-end': [
      'tar takes the end of the file for the end of the archive: nobody can say whether members are missing.',
      'an archive that was cut between two members, or whose writer left out the two blocks of zeros',
      'Compare the size with the original. An archive that was always so can be packed anew: `tar xf`, `tar cf`.',
    ],
    'archive-bad-header': [
      'tar finds no member there, and stops or goes on at the next header that it believes.',
      'a header whose checksum is not that of its bytes; a file that is no tar at all',
      'Copy the archive again; a file of another kind has to be given as what it is.',
    ],
    'archive-unsafe-name': [
      'A careless unpacker writes it outside of the directory; no engine packs such a name.',
      'a member ../../etc/cron.d/job',
      'Do not unpack the archive as root; ask where it comes from. `--layer trust` says what else it would do.',
    ],
    'archive-bad-json': [
      'Engines read it before CRIU starts, and refuse the restore when they cannot.',
      'config.dump that ends in the middle',
      'Copy the archive again; CRIU alone restores the directory checkpoint/ without it.',
    ],
    'archive-unsupported-member': [
      'Nothing that a checkpoint needs is of this kind (device, pipe, sparse or multi-volume file); engines make it or leave it out.',
      'a character device in the archive',
      'Nothing has to be done if it is none of the image; a sparse file is packed anew without `tar -S`.',
    ],
    'archive-bad-layout': [
      'The engine looks the blob or archive up by its digest or name, and gives up where it is not there.',
      'index.json with a digest that blobs/sha256 does not hold',
      'Export the image again with all of its blobs (`ctr image export`, `podman save`), or copy the missing one.',
    ],
    'archive-layout-twice': [
      'The engine takes one of the blobs, and nobody is told which; what is shown and converted is the first.',
      'an index that names two blobs of the type criu.checkpoint.criu.tar',
      'Ask where the layout comes from: no engine writes two. `--layer trust` judges both.',
    ],
  },
  'an archive as Podman, CRI-O or containerd export it',
);

const remote = pagesOf(
  remoteCodes,
  {
    'remote-changed': [
      'Parts of two files would be judged as one: a verdict on neither.',
      'a checkpoint that is uploaded again under the same name meanwhile',
      'Read it again when the upload is done, or give each checkpoint a name of its own.',
    ],
    'remote-wrong-digest': [
      'An engine that pulls the image compares the digest, too, and refuses it.',
      'a cache or proxy that sends another blob',
      'Ask the registry without the cache; if it stays, push the image again.',
    ],
    'remote-foreign-layer': [
      'Asking servers that an image names would let it reach into the network of whoever judges it.',
      'a layer with `urls` in its descriptor',
      'Pull the image with the engine, and give the copy: `podman save --format oci-dir`.',
    ],
    'remote-unverified': [
      'The digest is over the whole layer, and only what was asked for was read; an engine reads and checks all of it.',
      '`cr-inspect oci://… ps` of a large plain layer',
      'Nothing has to be done for a look. To be sure, pull the image and judge the copy.',
    ],
    'remote-read-whole': [
      'There is no way into the middle of packed data: it takes as long as the whole file, and room for temporary files.',
      'checkpoint.tar.gz on a server; a server without ranges',
      'Nothing has to be done; what is looked at often is better kept as a plain tar. CR_REMOTE_BYTES bounds it.',
    ],
  },
  'a file or an image in a registry that nobody changes, read whole or in parts',
);

export const archivePages = { ...archives, ...remote };
