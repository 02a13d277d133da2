import { corrected, correctedBeads, turned, type Corrected } from '#core/formats/corrected.ts';
import type { ImportedAnnotation, ImportedBead, ImportedTarget } from '#core/formats/imported.ts';
import type { EditionPlan, WorkPlan } from '#core/formats/to-work.ts';
import type { SaidBeside } from '#core/formats/update-said.ts';
import type { EditionInput, PartPlan, WorkInput } from '#main/api/import-shapes.ts';
import { BroughtError, type BroughtFiles } from './brought-files.ts';

/** An edition to be made, and where its blocks come from. */
interface Made {
  readonly plan: EditionPlan;
  readonly input: EditionInput;
  readonly corrected: Corrected;
}

/** The text that an edition's parts make. @throws BroughtError for a file or text that is not there, or without any text left */
export function textOf(files: BroughtFiles, { parts, language, date }: EditionInput): Corrected {
  const made = corrected(
    parts.map(({ file, text, edits, title }) => {
      const { name, read } = files.readOf(file);
      const found = read.imported.texts[text];
      if (found === undefined) throw new BroughtError('bad-request', `${name} has no text ${String(text)}`);
      return { text: found, edits: new Map(edits), ...(title === undefined ? {} : { title }) };
    }),
  );
  if (made.text.blocks.length === 0) throw new BroughtError('bad-request', 'nothing of the text is left');
  return { ...made, text: { ...made.text, language, date: date ?? null } };
}

/** What the file of a new version holds beside it; `null` for one of several files, or of a file with one text. @param created ISO 8601 */
export function saidBeside(
  files: BroughtFiles,
  { parts }: EditionInput,
  { numbers }: Corrected,
  created: string,
): SaidBeside | null {
  const part = only(parts);
  if (part === null) return null;
  const { texts, links, annotations = [] } = files.readOf(part.file).read.imported;
  if (links.length === 0 && annotations.length === 0) return null;
  return { file: { texts, links, annotations }, text: part.text, numbers: numbers[0] ?? [], created };
}

/** The plan of an edition with an id. */
export function editionPlan(files: BroughtFiles, id: string, input: EditionInput): Made {
  const made = textOf(files, input);
  const names = input.parts.map(({ file }) => files.readOf(file).name);
  const plan: EditionPlan = {
    id,
    text: made.text,
    language: input.language,
    title: input.title,
    source: [...new Set(names)].join(', '),
    ...(input.translator === undefined ? {} : { translator: input.translator }),
  };
  return { plan, input, corrected: made };
}

/** The plan of a work, with the links that its files have. @throws BroughtError */
export function workPlan(files: BroughtFiles, id: string, input: WorkInput, created: string): WorkPlan {
  const taken = new Set<string>();
  const made = input.editions.map((edition) => editionPlan(files, editionId(edition.language, taken), edition));
  const [first, ...others] = made.map(({ plan }) => plan);
  if (first === undefined) throw new BroughtError('bad-request', 'a work has at least one text');
  return {
    id,
    titles: input.titles,
    ...(input.author === undefined ? {} : { author: input.author }),
    created,
    editions: [first, ...others],
    links: made.flatMap((source, at) =>
      made.slice(at + 1).flatMap((target, step) => {
        const beads = linksBetween(files, source, target);
        return beads === null ? [] : [{ between: [at, at + 1 + step] as const, beads }];
      }),
    ),
    annotations: annotationsOf(files, made),
  };
}

/** The annotations that files hold of texts that become editions. */
function annotationsOf(files: BroughtFiles, made: readonly Made[]): ImportedAnnotation[] {
  const names = new Set(made.flatMap(({ input }) => input.parts.map(({ file }) => file)));
  return [...names].flatMap((file) =>
    (files.readOf(file).read.imported.annotations ?? []).flatMap((annotation) => {
      const targets = annotation.targets.flatMap((target): ImportedTarget[] => {
        for (const [text, { input, corrected: wanted }] of made.entries()) {
          const at = input.parts.findIndex((part) => part.file === file && part.text === target.text);
          const block = wanted.numbers[at]?.[target.block] ?? -1;
          if (block !== -1) return [{ ...target, text, block }];
        }
        return [];
      });
      return targets.length === 0 ? [] : [{ ...annotation, targets }];
    }),
  );
}

function editionId(language: string, taken: Set<string>): string {
  const tag = language.toLowerCase();
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? tag : `${tag}-${String(count)}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** The beads that a file has between two editions, each of which is one of its texts; `null` where it has none. */
function linksBetween(files: BroughtFiles, source: Made, target: Made): ImportedBead[] | null {
  const from = only(source.input.parts);
  const to = only(target.input.parts);
  if (from === null || to === null || from.file !== to.file) return null;
  const numbers = [source.corrected.numbers[0] ?? [], target.corrected.numbers[0] ?? []] as const;
  for (const { between, beads } of files.readOf(from.file).read.imported.links) {
    if (between[0] === from.text && between[1] === to.text) return correctedBeads(beads, numbers);
    if (between[0] === to.text && between[1] === from.text) return correctedBeads(turned(beads), numbers);
  }
  return null;
}

function only(parts: readonly PartPlan[]): PartPlan | null {
  const [first, ...others] = parts;
  return first === undefined || others.length > 0 ? null : first;
}
