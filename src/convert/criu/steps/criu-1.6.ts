/** CRIU 1.6: image version 2, a head magic before the magic of the type. */
import { type CriuDraft, changed, editFile, magicsOf, withFields } from '../draft.ts';
import type { CriuStep } from '../step.ts';

/** Pre-dumps have the version 0 in both forms. */
function setVersion(draft: CriuDraft, from: number, to: number): void {
  editFile(draft, 'inventory.img', (record) =>
    record.kind === 'message' && record.fields['img_version'] === from
      ? withFields(record, { img_version: to })
      : record,
  );
}

function setMagics(draft: CriuDraft, hasHeadMagic: boolean): void {
  draft.hasHeadMagic = hasHeadMagic;
  for (const [name, file] of draft.files) {
    const { type } = file.header;
    if (type === undefined || file.header.magics.length === 0) continue;
    const magics = magicsOf(draft, type);
    if (magics.length === file.header.magics.length) continue;
    draft.files.set(name, { ...file, header: { ...file.header, magics } });
    changed(draft, 'R1', hasHeadMagic ? 'head magics added' : 'head magics removed');
  }
}

export const criu16: CriuStep = {
  release: '1.6',
  summary: 'files begin with a head magic; the inventory says version 2',
  forward(draft) {
    setMagics(draft, true);
    setVersion(draft, 1, 2);
  },
  backward(draft) {
    setMagics(draft, false);
    setVersion(draft, 2, 1);
  },
};
