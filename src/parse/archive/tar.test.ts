/** Members of tar archives, also of such that mean harm. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, formatDiagnostic, type ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { memorySource } from '../bytes/byte-source.ts';
import { parentDirectory } from '../criu/find-images.ts';
import { type ImageDirectory, treeDirectory } from './image-directory.ts';
import { ListBudget } from './list-budget.ts';
import { countTarMembers, tarMembers } from './tar.ts';
import { listTar } from './tar-headers.ts';

interface Made {
  readonly mode?: string;
  readonly name: string;
  readonly type?: string;
  readonly target?: string;
  readonly data?: string;
  readonly size?: number;
}

function tarOf(...members: readonly Made[]): Buffer {
  const blocks = members.flatMap(({ name, type = '0', mode = '0000644', target = '', data = '', size }) => {
    const block = Buffer.alloc(512);
    block.write(name, 0, 100);
    block.write(`${mode}\0`, 100);
    block.write(`${(size ?? Buffer.byteLength(data)).toString(8).padStart(11, '0')}\0`, 124);
    block.write(type, 156);
    block.write(target, 157, 100);
    block.write('ustar\x0000', 257);
    block.write('        ', 148);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const body = Buffer.alloc(Math.ceil(Buffer.byteLength(data) / 512) * 512);
    body.write(data);
    return [block, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function tree(bytes: Uint8Array): { root: ImageDirectory; codes: string[] } {
  const found: Diagnostic[] = [];
  const members = tarMembers(memorySource(bytes, 'a.tar'), (diagnostic) => found.push(diagnostic));
  return { root: treeDirectory('a.tar', members), codes: found.map(({ code }) => code) };
}

/** `name=content`, folders as `name/(…)`. */
function show(directory: ImageDirectory): string {
  return directory
    .list()
    .map(({ name, kind, target }) => {
      if (kind === 'link') return `${name}->${target}`;
      const child = kind === 'directory' ? directory.directory(name) : undefined;
      if (child !== undefined) return `${name}/(${show(child)})`;
      const source = directory.open(name);
      return source === undefined ? `${name}?` : `${name}=${Buffer.from(source.view(0, source.size))}`;
    })
    .join(' ');
}

const pax = (key: string, value: string): string => {
  const body = ` ${key}=${value}\n`;
  const length = Buffer.byteLength(body) + 2;
  return `${length}${body}`;
};

const tars: readonly (readonly [what: string, members: readonly Made[], shown: string, codes: string[]])[] = [
  [
    'files and folders',
    [{ name: './' }, { name: './c/', type: '5' }, { name: './c/x', data: '1' }],
    'c/(x=1)',
    [],
  ],
  ['a folder without a member', [{ name: 'a/b/c', data: '1' }], 'a/(b/(c=1))', []],
  [
    'the last of a name',
    [
      { name: 'x', data: '1' },
      { name: 'x', data: '2' },
    ],
    'x=2',
    [],
  ],
  [
    'names that climb',
    [
      { name: '../x', data: '1' },
      { name: 'a/../../y', data: '1' },
    ],
    '',
    ['archive-unsafe-name', 'archive-unsafe-name'],
  ],
  ['absolute names', [{ name: '/etc/passwd', data: '1' }], '', ['archive-unsafe-name']],
  ['links stay links', [{ name: 'l', type: '2', target: '/etc/passwd' }], 'l->/etc/passwd', []],
  [
    'a hard link inside',
    [
      { name: 'x', data: '1' },
      { name: 'y', type: '1', target: 'x' },
    ],
    'x=1 y=1',
    [],
  ],
  [
    'a hard link outside',
    [{ name: 'y', type: '1', target: '/etc/passwd' }],
    'y?',
    ['archive-unsupported-member'],
  ],
  ['a device', [{ name: 'd', type: '3' }], 'd?', ['archive-unsupported-member']],
  [
    'a GNU long name',
    [
      { name: 'n', type: 'L', data: `${'d/'.repeat(2)}long` },
      { name: 'short', data: '1' },
    ],
    'd/(d/(long=1))',
    [],
  ],
  [
    'a pax name',
    [
      { name: 'p', type: 'x', data: pax('path', 'b/é') },
      { name: 'short', data: '1' },
    ],
    'b/(é=1)',
    [],
  ],
  [
    'names that no file can have',
    [
      { name: 'p', type: 'x', data: pax('path', 'a\0b') },
      { name: 'n', data: '1' },
      { name: 'p', type: 'L', data: 'x'.repeat(300) },
      { name: 'n', data: '1' },
      { name: 'p', type: 'L', data: 'x/'.repeat(3000) },
      { name: 'n', data: '1' },
      { name: 'p', type: 'x', data: pax('linkpath', 'a\0b') },
      { name: 'l', type: '2' },
    ],
    '',
    ['archive-unsafe-name', 'archive-unsafe-name', 'archive-unsafe-name', 'archive-unsafe-name'],
  ],
  [
    'a size that is none',
    [
      { name: 'p', type: 'x', data: pax('size', '-7') },
      { name: 'n', data: '1' },
    ],
    '',
    ['archive-bad-header'],
  ],
  [
    'a sparse member',
    [
      { name: 'p', type: 'x', data: pax('GNU.sparse.major', '1') },
      { name: 's', data: '1' },
    ],
    's?',
    ['archive-unsupported-member'],
  ],
  [
    'a member cut short',
    [{ name: 'x', data: '1', size: 99999 }],
    `x=1${'\0'.repeat(511)}${'\0'.repeat(1024)}`,
    ['archive-truncated'],
  ],
];

describe('tar', () => {
  test.each(tars)('%s', (_what, members, shown, codes) => {
    const made = tree(tarOf(...members));
    expect(show(made.root)).toBe(shown);
    expect(made.codes).toEqual(codes);
  });

  test('an archive without its end', () => {
    const whole = tarOf({ name: 'x', data: '1' });
    expect(tree(whole.subarray(0, whole.length - 1024)).codes).toEqual(['archive-no-end']);
  });

  test('links are followed at linear cost, and forty of them', () => {
    const links = Array.from({ length: 60 }, (_, index) => ({
      name: `l${index}`,
      type: '2',
      target: index === 0 ? 'end' : `l${index - 1}`,
    }));
    const { root } = tree(tarOf({ name: 'end/', type: '5' }, ...links));
    expect(root.directory('l39')).toBeDefined();
    expect(root.directory('l40')).toBeUndefined();
  });

  test('more folders than any checkpoint has are refused', () => {
    const path = (index: number) => `${index}/${'d/'.repeat(1500)}x`;
    const members = Array.from({ length: 250 }, (_, index) => [
      { name: 'n', type: 'L', data: path(index) },
      { name: 'short', data: '1' },
    ]).flat();
    expect(() => tree(tarOf(...members))).toThrow('files and folders');
  });

  test('a damaged header ends the list', () => {
    const bytes = tarOf({ name: 'x', data: '1' }, { name: 'y', data: '1' });
    bytes[1024 + 3] = 0x41;
    expect(tree(bytes).codes).toEqual(['archive-bad-header']);
  });

  test('any changed or cut archive is read without a throw', () => {
    const bytes = tarOf(
      { name: 'n', type: 'L', data: 'long' },
      { name: 'x', data: '1' },
      { name: 'p', type: 'x', data: pax('path', 'b/c') },
      { name: 'y', data: '22' },
    );
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 12 }),
        fc.boolean(),
        (at, patch, fix) => {
          const changed = Buffer.from(bytes);
          changed.set(patch.subarray(0, changed.length - at), at);
          if (fix) fixSum(changed, Math.floor(at / 512) * 512);
          show(tree(changed).root);
          show(tree(bytes.subarray(0, at)).root);
        },
      ),
      { numRuns: 2000, seed: 7 },
    );
  });
});

function fixSum(bytes: Buffer, offset: number): void {
  const block = bytes.subarray(offset, offset + 512);
  block.write('        ', 148);
  block.write(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
}

describe('links to folders', () => {
  const members = (target: string): readonly Made[] => [
    { name: 'img/pstree.img', data: '1' },
    { name: 'img/parent', type: '2', target },
    { name: 'pre/inventory.img', data: '2' },
  ];
  test.each([
    ['../pre', 'inventory.img=2', []],
    ['../../../pre', undefined, ['criu-bad-parent']],
    ['/pre', undefined, ['criu-bad-parent']],
    ['parent', undefined, ['criu-bad-parent']],
    ['pstree.img', undefined, ['criu-bad-parent']],
  ])('parent -> %s', (target, shown, expected) => {
    const { root } = tree(tarOf(...members(target)));
    const codes: string[] = [];
    const image = root.directory('img') as ImageDirectory;
    const parent = parentDirectory(image, ({ code }) => codes.push(code));
    expect(parent && show(parent)).toBe(shown);
    expect(codes).toEqual(expected);
  });
});

describe('what lists of members may hold', () => {
  const many = (count: number, folder = 'srv'): Buffer =>
    tarOf(...Array.from({ length: count }, (_, index) => ({ name: `${folder}/${index}.js` })));

  test('an archive that is named again and again', () => {
    const budget = new ListBudget();
    const list = () => tarMembers(memorySource(many(30_000), 'layer'), () => {}, budget).length;
    expect([list(), list()]).toEqual([30_000, 30_000]);
    expect(list).toThrow('layer has more than 80000 members');
  });

  test('names of a megabyte', () => {
    const name = 'a'.repeat(1_000_000);
    const bytes = tarOf(
      ...Array.from({ length: 30 }, (_, index) => [
        { name: 'n', type: 'L', data: name },
        { name: `f${index}` },
      ]).flat(),
    );
    expect(() => tarMembers(memorySource(bytes, 'a.tar'), () => {})).toThrow('bytes of names and attributes');
  });

  test('extended attributes of a megabyte', async () => {
    const value = 'a'.repeat(1_000_000);
    const length = value.length + 'SCHILY.xattr.user.a'.length + 10;
    const bytes = tarOf(
      ...Array.from({ length: 30 }, (_, index) => [
        { name: 'p', type: 'x', data: `${length} SCHILY.xattr.user.a=${value}\n` },
        { name: `f${index}` },
      ]).flat(),
    );
    const { members, problem } = await listTar(memorySource(bytes, 'a.tar'));
    expect(members.length).toBe(25);
    expect(problem).toContain('bytes of names and attributes');
  });

  test('ordinary files of a container are set apart, whatever their number, and leave room for what is odd', async () => {
    const parts = [
      many(90_000).subarray(0, -1024),
      many(90_000, 'usr').subarray(0, -1024),
      tarOf(
        { name: 'usr/bin/su', mode: '0004755' },
        { name: 'etc/l', type: '2', target: '/' },
        { name: 'a/../b' },
        { name: 'c/.wh.d' },
      ),
    ];
    const list = await listTar(memorySource(Buffer.concat(parts), 'rootfs-diff.tar'), {
      setsOrdinaryApart: true,
    });
    expect([list.problem, list.ordinary.files, list.ordinary.offsets.size]).toEqual([
      undefined,
      180_000,
      180_000,
    ]);
    expect(list.members.map(({ name }) => name)).toEqual(['usr/bin/su', 'etc/l', 'a/../b', 'c/.wh.d']);
  });

  test('a container that changed more files than may be listed still has their number', () => {
    expect(countTarMembers(memorySource(many(90_000), 'rootfs-diff.tar'))).toBe(90_000);
  });
});

describe('hard links of images', () => {
  const own = 'x'.repeat(1024 * 1024);
  const linked = (count: number, names: (index: number) => string, first = names(0)) =>
    tarOf(
      { name: first, data: own },
      ...Array.from({ length: count }, (_, index) => ({ name: names(index + 1), type: '1', target: first })),
    );
  const refusal = (bytes: Uint8Array): string | undefined => {
    try {
      tarMembers(memorySource(bytes, 'a.tar'), () => {});
      return undefined;
    } catch (error) {
      return formatDiagnostic((error as ImageError).diagnostic);
    }
  };
  const freeCount = limits.linkedFreeBytes / own.length;

  test('what they add counts like bytes, and is refused at the one that is too many', () => {
    const names = (index: number) => `img/mm-${index}.img`;
    expect(refusal(linked(freeCount + 1, names))).toBeUndefined();
    const said = refusal(linked(freeCount + 2, names));
    expect(said).toContain('archive-too-large');
    expect(said).toContain(names(freeCount + 2));
  });

  test('files of containers, and pages, which are read by ranges, may have any number', () => {
    expect(refusal(linked(100, (index) => `usr/lib/libc-${index}.so`))).toBeUndefined();
    expect(refusal(linked(100, (index) => `img/pages-${index}.img`))).toBeUndefined();
  });
});
