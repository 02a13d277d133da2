import { shortTag } from '#core/language/short-tag.ts';
import { beginsSection, type BlockEdit } from '#core/formats/corrected.ts';
import type { EditionInput, FilePreview, PreviewBlock, TextPreview } from '#main/api/import-shapes.ts';

/** A text of a file, with what a person corrected in it. */
export interface DraftPart {
  /** The file's id. */
  readonly file: string;
  readonly name: string;
  /** Its number in the file. */
  readonly text: number;
  readonly preview: TextPreview;
  /** By the number of the block. */
  readonly edits: ReadonlyMap<number, BlockEdit>;
}

/** An edition as it will be made. */
export interface Draft {
  readonly key: string;
  /** In order; several when files were joined. */
  readonly parts: readonly DraftPart[];
  readonly language: string;
  readonly title: string;
  readonly author: string;
  readonly translator: string;
  readonly date: string;
}

/** A section as it will be. */
export interface DraftSection {
  readonly part: number;
  /** The number of its first block. */
  readonly at: number;
  readonly title: string;
  readonly level: number;
  readonly blocks: number;
}

/** The drafts of a file's texts. */
export function draftsOf(file: FilePreview): Draft[] {
  return file.texts.map((preview, text): Draft => ({
    key: `${file.file}:${String(text)}`,
    parts: [{ file: file.file, name: file.name, text, preview, edits: new Map() }],
    language: shortTag(preview.language ?? 'und'),
    title: preview.title?.trim() ?? baseName(file.name),
    author: preview.author ?? '',
    translator: preview.translator ?? '',
    date: preview.date ?? '',
  }));
}

function baseName(name: string): string {
  return name.replace(/\.gz$/iu, '').replace(/\.[^.]{1,8}$/u, '');
}

/** The Kazakh text first, the others as they came. */
export function kazakhFirst(drafts: readonly Draft[]): Draft[] {
  const isKazakh = ({ language }: Draft): boolean => language.split('-', 1)[0] === 'kk';
  return [...drafts.filter(isKazakh).slice(0, 1), ...drafts.filter((one) => one !== drafts.find(isKazakh))];
}

/** Languages in which more than one text was brought, where more than two were: such are often chapters. */
export function joinable(drafts: readonly Draft[]): { language: string; count: number }[] {
  if (drafts.length < 3) return [];
  const counts = Map.groupBy(drafts, ({ language }) => language);
  return [...counts].flatMap(([language, { length }]) => (length > 1 ? [{ language, count: length }] : []));
}

/** The texts of a language as one, in the order of their files' names. */
export function joined(drafts: readonly Draft[], language: string): Draft[] {
  const chosen = drafts.filter((draft) => draft.language === language);
  const collator = new Intl.Collator(undefined, { numeric: true });
  const parts = chosen.flatMap((draft) => draft.parts).toSorted((a, b) => collator.compare(a.name, b.name));
  const [first] = chosen;
  const begin = parts[0];
  if (first === undefined || begin === undefined) return [...drafts];
  const title = begin.preview.title?.trim() ?? baseName(begin.name);
  return drafts.flatMap((draft) =>
    draft === first ? [{ ...first, parts, title }] : chosen.includes(draft) ? [] : [draft],
  );
}

/** A joined text as its files again. */
export function apart(drafts: readonly Draft[], key: string): Draft[] {
  return drafts.flatMap((draft) =>
    draft.key !== key
      ? [draft]
      : draft.parts.map((part): Draft => ({
          ...draft,
          key: `${part.file}:${String(part.text)}`,
          parts: [part],
          title: part.preview.title?.trim() ?? baseName(part.name),
        })),
  );
}

/** Drafts with one changed. */
export function withDraft(drafts: readonly Draft[], key: string, change: (draft: Draft) => Draft): Draft[] {
  return drafts.map((draft) => (draft.key === key ? change(draft) : draft));
}

/** A draft with a block corrected. An edit that says nothing any more is dropped. */
export function withBlock(draft: Draft, part: number, block: number, edit: BlockEdit): Draft {
  const parts = draft.parts.map((one, at): DraftPart => {
    if (at !== part) return one;
    const edits = new Map(one.edits);
    if (Object.keys(edit).length === 0) edits.delete(block);
    else edits.set(block, edit);
    return { ...one, edits };
  });
  return { ...draft, parts };
}

/** The sections of a draft. `blockOf` knows the blocks that are here; a heading that is made or unmade was in sight. */
export function sectionsOf(
  draft: Draft,
  blockOf: (part: DraftPart, block: number) => PreviewBlock | null,
): DraftSection[] {
  return draft.parts.flatMap((part, number) => {
    const starts = new Map(part.preview.sections.map((section) => [section.at, section]));
    for (const [at, edit] of part.edits) {
      const block = blockOf(part, at);
      const begins = at === 0 || (block === null ? (edit.begins ?? starts.has(at)) : beginsSection(block, edit));
      if (!begins || (edit.leftOut === true && at > 0)) starts.delete(at);
      else if (!starts.has(at)) {
        const isHeading = (edit.type ?? block?.type) === 'heading';
        starts.set(at, { at, title: isHeading ? (block?.text.slice(0, 160) ?? '') : '', level: edit.level ?? 2 });
      }
    }
    const list = [...starts.values()].toSorted((a, b) => a.at - b.at);
    return list.map((section, at): DraftSection => ({
      part: number,
      at: section.at,
      title: section.title === '' && section.at === 0 && draft.parts.length > 1 ? baseName(part.name) : section.title,
      level: part.edits.get(section.at)?.level ?? section.level,
      blocks: (list[at + 1]?.at ?? part.preview.blocks) - section.at,
    }));
  });
}

/** A draft as the library wants it. */
export function inputOf(draft: Draft): EditionInput {
  return {
    language: draft.language,
    title: draft.title.trim(),
    ...(draft.translator.trim() === '' ? {} : { translator: draft.translator.trim() }),
    ...(draft.date.trim() === '' ? {} : { date: draft.date.trim() }),
    parts: draft.parts.map(({ file, text, edits, name }) => ({
      file,
      text,
      edits: [...edits],
      ...(draft.parts.length > 1 ? { title: baseName(name) } : {}),
    })),
  };
}
