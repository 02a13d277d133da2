import type { TFunction } from 'i18next';
import type { Problem } from '#main/api/shapes.ts';
import type { ApiFailure } from './client.ts';

/** What failed, in the reader's words: what happened, where, and what they can do. */
export interface Account {
  what: string;
  /** The file, field or record it is about; `null` where nothing can be named. */
  where: string | null;
  next: string;
}

/** Tells of a failure of the API, by its code. */
export function tellFailure(failure: ApiFailure, t: TFunction): Account {
  return {
    what: t(`app:failure.${failure.code}.what`),
    where: failure.where,
    next: t(`app:failure.${failure.code}.next`),
  };
}

/** Tells of something in the library that could not be read, by its code. */
export function tellProblem(problem: Problem, t: TFunction): Account {
  const line = problem.line === undefined ? '' : t('app:problem.line', { line: problem.line });
  return {
    what: t(`app:problem.${problem.code}.what`),
    where: `${problem.file}${line}`,
    next:
      problem.quarantined === undefined
        ? t(`app:problem.${problem.code}.next`)
        : t('app:problem.quarantined', { file: problem.quarantined }),
  };
}
