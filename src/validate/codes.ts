/** Every code that this folder's own rules raise, by layer. Codes of the simulator are in catalogue.ts. */
import type { Layer } from './finding.ts';
import type { PageTable, RulePage } from './page.ts';
import { framingPages } from './pages/framing.ts';
import { imagePages } from './pages/image.ts';
import { policyPages } from './pages/policy.ts';
import { referencePages } from './pages/references.ts';
import { schemaPages } from './pages/schema.ts';
import { filePages } from './pages/semantics-files.ts';
import { taskPages } from './pages/semantics-tasks.ts';

const tables = {
  framing: { ...framingPages, ...imagePages },
  schema: schemaPages,
  references: referencePages,
  semantics: { ...taskPages, ...filePages },
  policy: policyPages,
} as const satisfies Partial<Record<Layer, PageTable>>;

type KeysOf<T> = T extends unknown ? keyof T : never;
export type ValidatorCode = KeysOf<(typeof tables)[keyof typeof tables]> & string;

export interface Rulebook {
  readonly layer: Layer;
  readonly page: RulePage;
}

/** By code, in the order of the layers. */
export const ruleBook: ReadonlyMap<string, Rulebook> = new Map(
  (Object.entries(tables) as [Layer, PageTable][]).flatMap(([layer, pages]) =>
    Object.entries(pages).map(([code, page]) => [code, { layer, page }] as const),
  ),
);

export const validatorCodes = [...ruleBook.keys()] as readonly ValidatorCode[];

/** The page of a code that is known to exist. */
export function rulebookOf(code: ValidatorCode): Rulebook {
  const found = ruleBook.get(code);
  if (!found) throw new Error(`no rule ${code}`);
  return found;
}
