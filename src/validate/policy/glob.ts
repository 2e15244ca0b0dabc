/** Globs: `*` within a path component, `**` across them, `?` for one character. Nothing else is special. */

/** What stands for folders is two steps: before its first character, and inside of what ends with a slash. */
type Step = 'one' | 'component' | 'all' | 'folders' | 'in-folders' | { readonly unit: string };

export interface Glob {
  test(text: string): boolean;
}

/**
 * All places of the glob that the text may have come to are followed at once, so that time grows by the text and the
 * glob and no faster: a regular expression would try `*a*a*b` in every way that a stranger's path of `a`s allows.
 */
export function globPattern(glob: string): Glob {
  const steps = stepsOf(glob);
  return {
    test(text) {
      let places = new Uint8Array(steps.length + 1);
      let next = new Uint8Array(steps.length + 1);
      reach(steps, places, 0);
      for (let at = 0; at < text.length; at++) {
        next.fill(0);
        for (const [place, step] of steps.entries())
          if (places[place] === 1) follow(steps, next, place, step, text[at] as string);
        [places, next] = [next, places];
      }
      return places[steps.length] === 1;
    },
  };
}

function stepsOf(glob: string): readonly Step[] {
  const steps: Step[] = [];
  for (const [part] of glob.matchAll(/\*\*\/|\*\*|\*|\?|./gs)) {
    if (part === '**/') steps.push('folders', 'in-folders');
    else if (part === '**') steps.push('all');
    else if (part !== '*') steps.push(part === '?' ? 'one' : { unit: part });
    // Of stars in a row the others add nothing.
    else if (steps.at(-1) !== 'component' && steps.at(-1) !== 'all') steps.push('component');
  }
  return steps;
}

/** With what may be left out behind it. */
function reach(steps: readonly Step[], places: Uint8Array, place: number): void {
  for (let at = place; places[at] === 0; ) {
    places[at] = 1;
    const step = steps[at];
    if (step === 'component' || step === 'all') at += 1;
    else if (step === 'folders') at += 2;
  }
}

function follow(steps: readonly Step[], next: Uint8Array, place: number, step: Step, unit: string): void {
  if (typeof step === 'object') {
    if (step.unit === unit) reach(steps, next, place + 1);
    return;
  }
  switch (step) {
    case 'one':
      if (unit !== '/') reach(steps, next, place + 1);
      break;
    case 'component':
      if (unit !== '/') reach(steps, next, place);
      break;
    case 'all':
      reach(steps, next, place);
      break;
    case 'folders':
    case 'in-folders': {
      const inside = step === 'folders' ? place + 1 : place;
      next[inside] = 1;
      if (unit === '/') reach(steps, next, inside + 1);
      break;
    }
  }
}
