/**
 * The thread of the page that shows images: gets files of the user, answers with pieces of HTML. Everything that the
 * commands know about reading runs here as it is; only in a thread are files read at once (FileReaderSync).
 */
import { formatDiagnostic, ImageError } from '../diagnostic.ts';
import { allFamilies } from '../families/index.ts';
import { ProblemList } from '../inspect/image.ts';
import { type Html, html } from '../inspect/report/html.ts';
import { subjectSections, verdictText } from '../inspect/report/page.ts';
import { besideImages, reportSubjects } from '../inspect/report/subjects.ts';
import { loadViews } from '../inspect/views/index.ts';
import { type OpeningPlace, openIn } from '../open/opening.ts';
import { treeDirectory } from '../parse/archive/image-directory.ts';
import type { Spools } from '../parse/archive/unpack.ts';
import { withTrustPlace } from '../validate/trust/trust-input.ts';
import { blobSource } from './blob-source.ts';

/** One that was chosen or dropped; its path is the name alone, or that inside of a directory. */
interface GivenFile {
  readonly path: string;
  readonly file: Blob;
}

export type PageMessage =
  | { readonly say: 'doing'; readonly text: string }
  /** All about one input. */
  | { readonly say: 'shown'; readonly name: string; readonly verdict: string; readonly html: string }
  | { readonly say: 'done' };

declare const self: {
  onmessage: ((event: { readonly data: readonly GivenFile[] }) => void) | null;
  postMessage(message: PageMessage): void;
};

interface Input {
  readonly name: string;
  readonly open: () => OpeningPlace['place'];
}

/** A directory is one input, each file beside it another; files that are members of an image are one together. */
function inputsOf(files: readonly GivenFile[]): readonly Input[] {
  const folders = new Map<string, GivenFile[]>();
  for (const file of files) {
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.indexOf('/')) : '';
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders].flatMap(([folder, inside]) => {
    const names = inside.map(({ path }) => path);
    const isImage = allFamilies.some(({ format }) => format.holdsMembers?.(names) === true);
    // One of them alone is opened as a file, which says that the others are needed.
    if (folder !== '' || (isImage && inside.length > 1)) return [directoryInput(folder, inside)];
    return inside.map(({ path, file }) => ({
      name: path,
      open: () => ({ form: 'file', source: blobSource(file, path) }) as const,
    }));
  });
}

function directoryInput(folder: string, files: readonly GivenFile[]): Input {
  const name = folder === '' ? 'the files' : folder;
  const members = files.map(({ path, file }) => {
    const inside = folder === '' ? path : path.slice(folder.length + 1);
    return { path: inside, kind: 'file', size: file.size, open: () => blobSource(file, inside) } as const;
  });
  return { name, open: () => ({ form: 'directory', tree: treeDirectory(name, members) }) };
}

/** Sections have numbers of their own on the page. */
let sections = 0;

async function show(input: Input): Promise<PageMessage> {
  const problems = new ProblemList();
  const pieces: string[] = [];
  let verdict = '';
  try {
    const spools: Spools = new Map();
    const views = await loadViews();
    const opened = await openIn(
      { name: input.name, place: input.open() },
      { report: problems.report, spools },
    );
    try {
      const place = input.open();
      const asOpened = place.form === 'file' ? { ...place, path: undefined } : place;
      const beside = await withTrustPlace(asOpened, spools, besideImages);
      for await (const subject of reportSubjects(opened, beside ?? { findings: [], rights: [] }, problems)) {
        verdict ||= verdictText(subject.restore);
        pieces.push(...subjectSections(subject, views, sections++, true));
        subject.image.source.close();
      }
    } finally {
      opened.close();
    }
  } catch (error) {
    verdict = 'not read';
    pieces.push(failure(error).text);
  }
  pieces.push(problemList(problems).text);
  return { say: 'shown', name: input.name, verdict, html: pieces.join('') };
}

const problemList = ({ diagnostics }: ProblemList): Html =>
  diagnostics.length === 0
    ? html``
    : html`<h2>On the way to it</h2><ul>${diagnostics.map((one) => html`<li class="${one.severity}">${formatDiagnostic(one)}</li>`)}</ul>`;

function failure(error: unknown): Html {
  if (error instanceof ImageError) return html`<p class="error">${formatDiagnostic(error.diagnostic)}</p>`;
  if (error instanceof EvalError)
    return html`<p class="error">documents in the JSON form are not read on this page: cr-inspect reads them</p>`;
  const { message } = error as Error;
  if (error instanceof Error && 'code' in error) return html`<p class="error">${message}</p>`;
  const detail = error instanceof Error ? (error.stack ?? message) : String(error);
  return html`<p class="error">this is a bug, please report it together with the kind of image</p><pre>${detail}</pre>`;
}

self.onmessage = async ({ data }) => {
  for (const input of inputsOf(data)) {
    self.postMessage({ say: 'doing', text: input.name });
    self.postMessage(await show(input));
  }
  self.postMessage({ say: 'done' });
};
