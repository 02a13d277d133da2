import { noChange, type Change } from '#core/records/change.ts';
import type { Annotation, Target } from '#core/records/annotation.ts';

/** The edition that an annotation was made in: that of its first target. */
export function homeEdition(annotation: Pick<Annotation, 'targets'>): string {
  const first = annotation.targets[0];
  if (first === undefined) throw new RangeError('an annotation without a target');
  return first.edition;
}

/** The targets on the side the annotation was made on. */
export function homeTargets(annotation: Pick<Annotation, 'targets'>): Target[] {
  const home = homeEdition(annotation);
  return annotation.targets.filter((target) => target.edition === home);
}

/** The targets that were linked in other editions. */
export function linkedTargets(annotation: Pick<Annotation, 'targets'>): Target[] {
  const home = homeEdition(annotation);
  return annotation.targets.filter((target) => target.edition !== home);
}

/** A new highlight. @throws RangeError without a target */
export function newAnnotation(made: {
  id: string;
  /** ISO 8601. */
  created: string;
  colour: string;
  targets: readonly Target[];
}): Annotation {
  if (made.targets.length === 0) throw new RangeError(`a highlight without a target: ${made.id}`);
  return {
    id: made.id,
    kind: 'annotation',
    modified: '',
    created: made.created,
    motivation: 'highlighting',
    colour: made.colour,
    body: '',
    tags: [],
    targets: [...made.targets],
  };
}

/** The annotation that stands on just these ranges already, or `null`. */
export function sameExtent(annotations: Iterable<Annotation>, targets: readonly Target[]): Annotation | null {
  const wanted = JSON.stringify(targets.map(range));
  for (const annotation of annotations) {
    if (JSON.stringify(homeTargets(annotation).map(range)) === wanted) return annotation;
  }
  return null;
}

function range({ paragraph, start, end }: Target): [string, number, number] {
  return [paragraph, start, end];
}

/** Adds annotations. */
export function adding(annotations: readonly Annotation[]): Change {
  return { ...noChange, added: [...annotations] };
}

/** Deletes annotations. */
export function removing(annotations: readonly Annotation[]): Change {
  return { ...noChange, removed: [...annotations] };
}

/** Changes fields of annotations; `null` when none of them differs by it. A note without text is a highlight. */
export function changing(
  annotations: readonly Annotation[],
  fields: (annotation: Annotation) => Partial<Pick<Annotation, 'colour' | 'body' | 'tags' | 'targets'>>,
): Change | null {
  const updated: [Annotation, Annotation][] = [];
  for (const annotation of annotations) {
    const next = { ...annotation, ...fields(annotation) };
    next.motivation = next.body.trim() === '' ? 'highlighting' : 'commenting';
    if (JSON.stringify(next) !== JSON.stringify(annotation)) updated.push([annotation, next]);
  }
  return updated.length === 0 ? null : { ...noChange, updated };
}

/** `null` where `targets` cannot be the counterpart: on the side that the annotation was made on, or none at all. */
export function linked(annotation: Annotation, targets: readonly Target[]): Target[] | null {
  const edition = targets[0]?.edition;
  if (edition === undefined || edition === homeEdition(annotation)) return null;
  return [...annotation.targets.filter((target) => target.edition !== edition), ...targets];
}

/** The targets without those in `edition`, which must not be the one the annotation was made in. */
export function unlinked(annotation: Annotation, edition: string): Target[] {
  if (edition === homeEdition(annotation)) throw new RangeError(`cannot unlink the own side: ${edition}`);
  return annotation.targets.filter((target) => target.edition !== edition);
}

/** The targets with those of the own side replaced; the new ones, all of one edition, are the own side then and stand first. */
export function moved(annotation: Annotation, targets: readonly Target[]): Target[] {
  const edition = targets[0]?.edition;
  return [...targets, ...linkedTargets(annotation).filter((target) => target.edition !== edition)];
}
