/**
 * Image header, sections and tail: what rst_open_dumpfile looks at, and what it forgets. Lengths and
 * signatures are judged while the image is read; this file does not look at them again.
 */
import { sectionName } from '../../../parse/cpt/path.ts';
import type { AnyRecord, ImageRecord, ObjectRecord, SectionRecord } from '../../../parse/cpt/record.ts';
import { noPosition } from '../../../parse/cpt/record.ts';
import { cptVariants } from '../../../parse/cpt/variants.ts';
import { osArch, sectionType } from '../../../parse/generated/cpt-records.ts';
import {
  fieldPlace,
  headerPlace,
  headPlace,
  hex,
  type RecordRule,
  type RecordRuleContext,
  type RecordRuleMaker,
} from '../rule.ts';

/** CONFIG_HZ of kernels that write these images. */
const tickRates: ReadonlySet<number> = new Set([100, 250, 300, 1000]);
const pageBytes = 4096;
const knownVersions: ReadonlySet<number> = new Set(Object.values(cptVariants).map(({ version }) => version));

/** Written by every known kernel, empty or not; 2.6.8 and 2.6.9 dumps are too little known to insist. */
const alwaysWritten = [
  'veinfo',
  'ubc',
  'tty',
  'inode',
  'files',
  'socket',
  'files_struct',
  'fs',
  'net_device',
  'net_ifaddr',
  'net_route',
  'namespace',
  'sighand_struct',
  'mm',
  'sysv_sem',
  'sysvsem_undo',
  'sysv_msg',
  'tasks',
  'orphans',
  'utsname',
] as const satisfies readonly (keyof typeof sectionType)[];

/** Restore fails, or restores nothing, without them. */
const needed: ReadonlySet<string> = new Set(['veinfo', 'tty', 'tasks']);

/** Sections whose numbers exist, and that no restoring kernel looks up. */
const neverRead: ReadonlySet<number> = new Set([
  sectionType.error,
  sectionType.sysv_shm,
  sectionType.net_conntrack_ve0,
  sectionType.net_ip6tables,
]);

/**
 * The largest CPT_SECT_MAX among kernels that restore a version: 31 up to 2.6.26, 35 from 042stab090.5 on.
 */
const sectionLimit = (version: number) =>
  version >= 0x800 || version === 0x303 || version === 0x304 ? 35 : 31;

export const headerRule: RecordRuleMaker = ({ report }) => ({
  on: {
    image: (image) => {
      const { imageVersion, osArch: arch, hz, pagesize } = image.fields;
      if (!knownVersions.has(imageVersion))
        report(
          'unknown-version',
          `version ${hex(imageVersion)} is none that is known; EINVAL`,
          at(image, 'imageVersion'),
        );
      if (arch > osArch.ia64)
        report('architecture-number', `architecture ${arch}; known are 0, 1 and 2`, at(image, 'osArch'));
      if (!tickRates.has(hz))
        report(
          'tick-rate',
          `HZ ${hz}; kernels run at 100, 250, 300 or 1000 (EINVAL when it differs)`,
          at(image, 'hz'),
        );
      if (pagesize !== pageBytes)
        report('page-size', `pages of ${pagesize} bytes; x86 has ${pageBytes}`, at(image, 'pagesize'));
    },
  },
});

const at = (image: ImageRecord, field: string) => fieldPlace(image, field);

export const sectionRule: RecordRuleMaker = (context) => {
  const seen = new Map<number, number>();
  let tail: ObjectRecord<'trailer'> | undefined;
  let last: AnyRecord | undefined;
  return {
    on: {
      section: (section) => {
        checkSection(context, section, seen);
        last = section;
      },
      trailer: (trailer) => {
        tail = trailer;
      },
    },
    finish: () => {
      reportMissing(context, seen, last);
      if (tail) checkIndex(context, tail, seen);
    },
  };
};

function checkSection(
  { report, header }: RecordRuleContext,
  section: SectionRecord,
  seen: Map<number, number>,
): void {
  const { section: type } = section.fields;
  const name = sectionName(type);
  const place = headPlace(section, 'type');
  const first = seen.get(type);
  if (first !== undefined) {
    report(
      'duplicate-section',
      `a second ${name} section; the first is at ${hex(first)} (EINVAL on 2.6.18)`,
      place,
    );
  }
  if (neverRead.has(type)) {
    report(
      'ignored-section',
      `section type ${type} (${name}) is one that no restoring kernel looks for`,
      place,
    );
  } else if (type < 35 && type >= sectionLimit(header.imageVersion)) {
    const version = hex(header.imageVersion);
    report('unsupported-section', `${name} (${type}) in an image of version ${version}: EINVAL`, place);
  }
  seen.set(type, section.offset);
}

/** What is missing is reported where the writer would have noticed: at the last section. */
function reportMissing(
  { report, header }: RecordRuleContext,
  seen: ReadonlyMap<number, number>,
  last?: AnyRecord,
): void {
  if (header.imageVersion < 0x200 || !last) {
    if (!last) return;
  }
  for (const name of alwaysWritten) {
    if (seen.has(sectionType[name])) continue;
    const place = { ...headerPlace(last), length: 0, path: name.toUpperCase() };
    if (needed.has(name)) report('missing-section', `the image has no ${name.toUpperCase()} section`, place);
    else if (header.imageVersion >= 0x200)
      report(
        'absent-section',
        `the image has no ${name.toUpperCase()} section, which every kernel writes`,
        place,
      );
  }
}

/** The table holds types 0 to 26; kernels never read it, so that all empty is as good. */
function checkIndex(
  { report }: RecordRuleContext,
  tail: ObjectRecord<'trailer'>,
  seen: ReadonlyMap<number, number>,
): void {
  for (const [type, position] of tail.fields.sections.entries()) {
    // The writer never enters the trailer itself in every version.
    if (type === sectionType.trailer) continue;
    const actual = seen.get(type);
    const isRight = position === noPosition ? actual === undefined : Number(position) === actual;
    if (isRight) continue;
    const expected = actual === undefined ? 'absent' : `at ${hex(actual)}`;
    const message = `the tail says ${hex(position)} for ${sectionName(type)}, which is ${expected}`;
    report('tail-index', message, fieldPlace(tail, `sections[${type}]`));
  }
}

/** 64-bit tasks against the architecture of the header, and against what the tail counts. */
export const bitnessRule: RecordRuleMaker = ({ report, header }): RecordRule => {
  let tasks64bit = 0;
  return {
    on: {
      task: (task) => {
        if (task.fields.is64bit !== 1) return;
        tasks64bit += 1;
        if (header.osArch === osArch.i386) {
          const message = `task ${task.fields.pid} is a 64-bit task in an image of i386: EINVAL`;
          report('architecture-bits', message, fieldPlace(task, 'is64bit'));
        }
      },
      trailer: (trailer) => {
        const { num64bit, lazypages } = trailer.fields;
        if (num64bit !== 0 && header.osArch === osArch.i386) {
          const message = `the tail counts ${num64bit} 64-bit tasks in an image of i386: EINVAL`;
          report('architecture-bits', message, fieldPlace(trailer, 'num64bit'));
        }
        if (num64bit !== tasks64bit) {
          const message = `the tail counts ${num64bit} 64-bit tasks, the image holds ${tasks64bit}`;
          report('tail-count', message, fieldPlace(trailer, 'num64bit'));
        }
        if (lazypages !== 0) {
          const message = `${lazypages} pages were left with the source of a lazy migration`;
          report('external-pages', message, fieldPlace(trailer, 'lazypages'));
        }
      },
    },
  };
};
