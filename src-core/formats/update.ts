import { differenceOf } from '#core/alignment/edits/replace.ts';
import { editionsOf } from '#core/alignment/edits/state.ts';
import type { Bead } from '#core/records/bead.ts';
import type { Change } from '#core/records/change.ts';
import { sameContent } from '#core/records/join.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { WorkRecords } from '#core/records/state.ts';
import type { Edition } from '#core/records/work.ts';
import type { Term } from '#core/records/term.ts';
import type { ImportedText } from './imported.ts';
import { alignedAnew, type BeadFate } from './update-alignment.ts';
import { movedAnnotations, type LostAnnotation } from './update-annotations.ts';
import { Said, type SaidBeside } from './update-said.ts';
import { updatedText, type TextUpdate } from './update-text.ts';

/** What a new version of an edition would change, and the change that does it. */
export interface EditionUpdate {
  readonly change: Change;
  readonly preview: UpdatePreview;
}

/** For a person to look at before it is done. */
export interface UpdatePreview {
  /** Paragraphs that stay as they are. */
  readonly same: number;
  readonly changed: readonly { readonly before: string; readonly after: string }[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Annotations that move with their text, and those whose text is gone. They stay, and stand again should it come back. */
  readonly moved: number;
  readonly lost: readonly LostAnnotation[];
  /** Of each alignment that the edition takes part in. */
  readonly beads: readonly BeadFate[];
  /** What the file says beside the text: links that it confirms, and notes and highlights of it that are new. */
  readonly said: { readonly confirmed: number; readonly annotations: number };
}

/** What helps to align what is new, and who is told how far that is. */
export interface UpdateHelp {
  readonly glossary?: readonly Term[];
  /** What the file of the new version holds beside it. */
  readonly said?: SaidBeside;
  /** Called now and then with the share that is done, 0 to 1. */
  readonly progress?: (share: number) => void;
}

/** What of a work an update of one of its editions looks at. */
export type UpdatedWork = Pick<WorkRecords, 'editions' | 'sections' | 'paragraphs' | 'alignments' | 'annotations'>;

/**
 * Puts a new version in the place of an edition's text. Paragraphs that are the same or only changed keep their ids; annotations
 * move with their text; beads of paragraphs that stay are kept as they are, and what is new is aligned between them.
 *
 * @param more what else of the edition the new version says
 * @throws RangeError for an edition that is not there
 */
export function updateEdition(
  work: UpdatedWork,
  id: string,
  text: ImportedText,
  more: Partial<Pick<Edition, 'title' | 'translator' | 'source'>>,
  newId: () => string,
  { glossary = [], said, progress }: UpdateHelp = {},
): EditionUpdate {
  const edition = work.editions.find((one) => one.id === id);
  if (edition === undefined) throw new RangeError(`the work has no edition ${id}`);
  const old = work.paragraphs.get(id) ?? [];
  const sections = work.sections.filter((section) => section.edition === id);
  const update = updatedText(edition, sections, old, text, newId);
  const languages = new Map(work.editions.map((one) => [one.id, one.language]));
  const touched = [...work.alignments].filter(([alignment]) => editionsOf(alignment).includes(id));
  const beads = touched.map(([alignment, list], at) => {
    const side = editionsOf(alignment)[0] === id ? 'source' : 'target';
    const aligned = alignedAnew(alignment, list, updatedBeads(list, side, update), {
      paragraphs: new Map([...work.paragraphs, [id, update.now]]),
      languages: (one) => languages.get(one) ?? 'und',
      glossary,
      newId,
      progress: (share) => progress?.((at + share) / touched.length),
    });
    return { before: list, ...aligned };
  });
  const annotations = movedAnnotations(work.annotations, update);
  const moved = new Map(annotations.updated.map(([, to]) => [to.id, to]));
  const beside =
    said === undefined
      ? null
      : new Said(said, {
          edition: id,
          editions: work.editions,
          paragraphs: new Map([...work.paragraphs, [id, update.now]]),
          annotations: work.annotations.map((one) => moved.get(one.id) ?? one),
        });
  const linked = beads.map((one, at) => ({
    ...one,
    ...(beside?.confirmed(touched[at]?.[0] ?? '', one.beads) ?? { beads: one.beads, count: 0 }),
  }));
  const fresh = beside?.annotations(newId) ?? [];
  const standing: AnyRecord[] = [edition, ...sections, ...old, ...beads.flatMap(({ before }) => before)];
  const after: AnyRecord[] = [
    { ...edition, ...more },
    ...update.sections,
    ...update.now,
    ...linked.flatMap((one) => one.beads),
  ];
  const change = differenceOf(standing, after);
  return {
    change: {
      ...change,
      added: [...change.added, ...fresh],
      updated: [...change.updated, ...annotations.updated],
    },
    preview: {
      ...previewOf(update),
      moved: annotations.updated.length,
      lost: annotations.lost,
      beads: beads.map(({ fate }) => fate),
      said: { confirmed: linked.reduce((sum, { count }) => sum + count, 0), annotations: fresh.length },
    },
  };
}

function previewOf({ groups, old, now }: TextUpdate): Pick<UpdatePreview, 'same' | 'changed' | 'added' | 'removed'> {
  const texts = (list: typeof old, numbers: readonly number[]): string =>
    numbers.map((at) => list[at]?.text ?? '').join('\n');
  const changed: { before: string; after: string }[] = [];
  const added: string[] = [];
  const removed: string[] = [];
  let same = 0;
  for (const group of groups) {
    const [before, after] = [texts(old, group.old), texts(now, group.now)];
    const from = old[group.old[0] ?? -1];
    const to = now[group.now[0] ?? -1];
    if (to === undefined) removed.push(before);
    else if (from === undefined) added.push(after);
    else if (before === after && group.old.length === group.now.length && sameShape(from, to)) same += 1;
    else changed.push({ before, after });
  }
  return { same, changed, added, removed };
}

function sameShape(from: TextUpdate['old'][number], to: TextUpdate['old'][number]): boolean {
  return sameContent({ ...from, order: to.order, section: to.section }, to);
}

/** The beads of an alignment after one of its sides changed. What is new is in none of them. */
function updatedBeads(beads: readonly Bead[], side: 'source' | 'target', { groups, old, now }: TextUpdate): Bead[] {
  const other = side === 'source' ? 'target' : 'source';
  /** What an old paragraph became, and for one that went into another, that one. */
  const heirs = new Map<string, readonly string[]>();
  const into = new Map<string, string>();
  for (const group of groups) {
    const ids = group.now.flatMap((at) => now[at]?.id ?? []);
    group.old.forEach((number, at) => {
      const id = old[number]?.id ?? '';
      const isLast = at === group.old.length - 1;
      heirs.set(id, isLast ? ids.slice(at) : ids.slice(at, at + 1));
      const keeper = ids.at(-1);
      if (at >= ids.length && keeper !== undefined) into.set(id, keeper);
    });
  }
  const guests = new Map<string, string[]>();
  const drafts = beads.map((bead) => {
    const own = bead[side].flatMap((id) => heirs.get(id) ?? []);
    const host = bead[side].flatMap((id) => into.get(id) ?? [])[0];
    if (own.length > 0 || host === undefined) return { bead, own, rest: bead[other] };
    guests.set(host, [...(guests.get(host) ?? []), ...bead[other]]);
    return { bead, own, rest: [] };
  });
  return drafts.flatMap(({ bead, own, rest }): Bead[] => {
    const all = [...rest, ...own.flatMap((id) => guests.get(id) ?? [])];
    if (own.length + all.length === 0) return [];
    if (sameIds(own, bead[side]) && sameIds(all, bead[other])) return [bead];
    const { sentences: _sentences, intended: _intended, ...kept } = bead;
    const isEmpty = own.length === 0 || all.length === 0;
    return [{ ...kept, [side]: own, [other]: all, ...(isEmpty ? { status: 'auto' as const, confidence: 0 } : {}) }];
  });
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}
