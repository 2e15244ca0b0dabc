/** docs/cpt-to-criu-fields.md: what becomes of every field of a CPT image in CRIU images. */
import { type Fate, fieldFates } from '../../src/convert/bridges/cpt-to-criu/fields/index.ts';
import { lossClasses } from '../../src/convert/bridges/cpt-to-criu/losses.ts';
import { cptLayouts } from '../../src/parse/generated/cpt-layouts.ts';

const intro = `<!-- Made by "npm run generate" from src/convert/bridges/cpt-to-criu/fields. Do not edit. -->
# Every field of a CPT image, on the way to CRIU

| | |
| --- | --- |
| carried | the value, or one that says the same, stands in a field of CRIU |
| derived | the value decides about what is written |
| defaulted | nothing that a program could tell: the restoring side makes its own |
| lost | reported by the class named here; \`--plan\` says it beforehand |
| refused | an image that has it is not converted |

Padding has no row. A test changes every field in real images and looks at what comes out.
`;

export function emitFieldFates(): string {
  const sections = Object.entries(fieldFates).map(([layout, fates]) => {
    const rows = Object.entries(fates).map(([name, fate]) => {
      const kernelName = cptLayouts[layout]?.fields.find((field) => field.name === name)?.kernelName ?? name;
      return `| \`${kernelName}\` | ${fate.fate} | ${textOf(fate)} |`;
    });
    return `\n## ${layout}\n\n| field | | |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `${intro}${sections.join('')}`;
}

function textOf(fate: Fate): string {
  switch (fate.fate) {
    case 'carried':
    case 'derived':
      return fate.to;
    case 'lost':
      return `${fate.as}: ${lossClasses[fate.as]}`;
    default:
      return fate.why;
  }
}
