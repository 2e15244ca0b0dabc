/** Goes the legs of a route: each is prepared, run, and read back; what nobody wants is not written. */
import type { LegOptions, LegOutput, LegResult, Preparation, PreparedLeg, Runner } from '../convert/leg.ts';
import { BoundedReport, type Diagnostic, type Report } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import type { FoundImage } from '../open/open.ts';
import { type ConversionOutput, outputFor } from '../open/output.ts';
import { SpoolDirectory } from '../parse/archive/spool-directory.ts';
import { SpoolSink } from '../parse/archive/spool-sink.ts';
import type { Content } from '../parse/format.ts';
import { namesText } from './engine-files.ts';
import type { Conversion, ConversionReport } from './options.ts';
import type { Leg } from './target.ts';

/** Losses of all kinds have codes that end so. */
const isLoss = ({ code }: Diagnostic): boolean => code.endsWith('lost') || code === 'unaccounted-change';

export class Run {
  readonly #image: FoundImage;
  readonly #conversion: Conversion;
  readonly #from: string | undefined;
  readonly #diagnostics: Diagnostic[];
  readonly #bounded: BoundedReport;
  readonly #report: Report;
  readonly #closers: (() => void)[] = [];

  constructor(image: FoundImage, conversion: Conversion, from: string | undefined) {
    this.#image = image;
    this.#conversion = conversion;
    this.#from = from;
    this.#diagnostics = [...conversion.found];
    this.#bounded = new BoundedReport(
      (diagnostic) => void this.#diagnostics.push(diagnostic),
      limits.diagnosticsKept,
    );
    this.#report = this.#bounded.report;
  }

  async go(legs: readonly Leg[]): Promise<ConversionReport> {
    const { options, output: path } = this.#conversion;
    const isPlan = options.plan === true || path === undefined;
    const last = legs.at(-1) as Leg;
    const output = isPlan
      ? undefined
      : await outputFor(path, last.runner.formFor?.(path, options) ?? last.runner.form, {
          force: options.force === true,
          folder: last.runner.archiveFolder,
          beside: this.#conversion.beside,
        });
    try {
      return this.#run(legs, output);
    } finally {
      output?.discard();
      for (const close of this.#closers.splice(0).reverse()) close();
    }
  }

  #isRefused({ takesDamaged = false }: Runner): boolean {
    const isStrict = this.#conversion.options.strict === true;
    return this.#diagnostics.some(
      (found) => (found.severity === 'error' && (isStrict || !takesDamaged)) || (isStrict && isLoss(found)),
    );
  }

  #run(legs: readonly Leg[], output: ConversionOutput | undefined): ConversionReport {
    const done: { readonly prepared: PreparedLeg; readonly result: LegResult }[] = [];
    const rehearsals: string[] = [];
    let content: Content = this.#image.content;
    const isChecked = this.#conversion.options.verify !== false && output !== undefined;
    for (const [index, leg] of legs.entries()) {
      const isLast = index === legs.length - 1;
      const prepared = this.#prepare(leg, content, index === 0);
      // Nobody plans the way on from an image that is not there: it is made, and given up afterwards.
      const place = isLast ? output : this.#between(leg.runner.form);
      const result = prepared.run(place?.to);
      done.push({ prepared, result });
      this.#bounded.end();
      if (!result.isUsable || this.#isRefused(leg.runner)) return this.#end(done, { refused: true });
      if (place === undefined) break;
      content = place.content();
      if (!isChecked) continue;
      const { problems, summary } = prepared.verify(content);
      if (summary !== undefined) rehearsals.push(summary);
      for (const problem of problems) this.#diagnostics.push(this.#placed(problem));
      if (problems.some(({ severity }) => severity === 'error'))
        return this.#end(done, { refused: true, rehearsals });
    }
    const preparation = done
      .map(({ prepared }) => prepared.afterwards?.())
      .find((each) => each !== undefined);
    if (output === undefined) return this.#end(done, { refused: false, preparation });
    if (preparation !== undefined) output.program(preparation.program.name, preparation.program.text);
    output.commit();
    return this.#end(done, { refused: false, written: true, verified: isChecked, rehearsals, preparation });
  }

  #prepare({ runner, to }: Leg, content: Content, isFirst: boolean): PreparedLeg {
    const { options } = this.#conversion;
    const own = Object.fromEntries(runner.takes.map((name) => [name, options[name]])) as LegOptions;
    const allow = (options.allow ?? []).filter((name) => runner.allowances.includes(name));
    const from = isFirst && runner.takes.includes('from') ? this.#from : undefined;
    const prepared = runner.prepare(
      { content, name: this.#image.name },
      to,
      { ...own, from, allow, side: options.side ?? options.defaultSide },
      { report: this.#report, progress: options.progress ?? (() => {}) },
    );
    this.#closers.push(() => prepared.close());
    return prepared;
  }

  /** Where the result of a leg lies that another one reads. */
  #between(form: LegOutput['form']): { readonly to: LegOutput; content(): Content } {
    if (form === 'directory') {
      const directory = new SpoolDirectory(this.#image.name);
      this.#closers.push(() => directory.discard());
      return { to: directory, content: () => ({ form, directory: directory.directory() }) };
    }
    const sink = new SpoolSink(this.#image.name, limits.unpackedBytes);
    return {
      to: { form, sink },
      content: () => {
        const source = sink.finish();
        this.#closers.push(() => source.close());
        return { form, source };
      },
    };
  }

  /** Errors are of the result, the rest is of the input. */
  #placed(problem: Diagnostic): Diagnostic {
    const { input, output } = this.#conversion;
    const file = problem.severity === 'error' ? (output ?? input) : input;
    return { ...problem, at: { file, ...problem.at } };
  }

  #end(
    done: readonly { readonly prepared: PreparedLeg; readonly result: LegResult }[],
    outcome: {
      readonly refused: boolean;
      readonly written?: boolean;
      readonly verified?: boolean;
      readonly rehearsals?: readonly string[];
      readonly preparation?: Preparation | undefined;
    },
  ): ConversionReport {
    const { input, output, options } = this.#conversion;
    const [first, last] = [done[0]?.prepared, done.at(-1)?.prepared];
    const { refused, written = false, verified = false, rehearsals = [], preparation } = outcome;
    return {
      input,
      output,
      refused,
      written,
      verified,
      preparation,
      isPlan: options.plan === true || output === undefined,
      from: first?.from ?? '',
      evidence: first?.evidence ?? '',
      to: last?.to ?? '',
      title: last?.title,
      facts: first?.facts ?? [],
      hops: done.flatMap(({ result }) => result.hops),
      lines: [...done.flatMap(({ result }) => result.lines ?? []), ...besideLines(this.#conversion)],
      json: Object.assign(
        {},
        ...done.flatMap(({ prepared, result }) => [prepared.json ?? {}, result.json ?? {}]),
      ),
      diagnostics: this.#diagnostics.map((found) => ({
        ...found,
        at: {
          ...(this.#image.content.form === 'file' && { file: input === '-' ? this.#image.name : input }),
          ...found.at,
        },
      })),
      rehearsal: rehearsals.length === 0 ? undefined : rehearsals.join('\n'),
    };
  }
}

function besideLines({ beside }: Conversion): readonly string[] {
  const names = (beside ?? []).flatMap(({ path, kind }) => (kind === 'directory' ? [] : [path]));
  return names.length === 0 ? [] : [`kept beside the images, as they are: ${namesText(names)}`];
}
