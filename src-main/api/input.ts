import { zValidator } from '@hono/zod-validator';
import type { ValidationTargets } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { harmIn } from '#core/records/harmless.ts';
import { isWorkId } from '#main/library/paths.ts';
import { answerFailure, ApiError } from './failure.ts';

/** Greatest body of a change, in bytes: aligning 20,000 paragraphs again, each bead as it was and as it is, takes 12 MB. */
export const changeLimit = 32 * 1024 * 1024;
/** Greatest file that is decoded for the view. */
export const fileLimit = 8 * 1024 * 1024;
/** Greatest body of every other call. */
export const callLimit = 256 * 1024;

/** Refuses a body of more than `bytes`, as soon as its announced or received size is known. */
export function limited(bytes: number) {
  return bodyLimit({
    maxSize: bytes,
    onError: (c) =>
      answerFailure(c, new ApiError('too-large', `the body has more than the ${String(bytes)} bytes allowed`, 'body')),
  });
}

/**
 * Checks a part of the request against a schema; what does not fit is a `bad-request` that names the field.
 * Bodies with a key `__proto__` or without an end of brackets are refused whole: code further on copies fields by name and
 * writes records by recursion.
 */
export function checked<Target extends 'json' | 'query' | 'param', Schema extends z.ZodType>(
  target: Target & keyof ValidationTargets,
  schema: Schema,
) {
  return zValidator(
    target,
    schema,
    (result) => {
      if (result.success) return;
      const issue = result.error.issues[0];
      const path = issue === undefined ? '' : z.core.toDotPath(issue.path);
      throw new ApiError('bad-request', issue?.message ?? 'the request does not fit', path === '' ? target : path);
    },
    {
      validationFunction: (fit, value) => {
        if (target === 'json') refuseTricks(value);
        // The validator's type for this depends on the schema's in a way that stays open while the schema is generic.
        return fit.safeParse(value) as never;
      },
    },
  );
}

function refuseTricks(body: unknown): void {
  const harm = harmIn(body);
  if (harm === 'nesting') throw new ApiError('bad-request', 'the body is nested too deep', 'body');
  if (harm !== null) throw new ApiError('bad-request', `a field must not be called ${harm}`, harm);
}

/** A record's id in a path or a body. */
export const recordId = z.string().min(1).max(200);
/** The parameter of every call about a work. */
export const workParam = z.object({
  work: z.string().refine(isWorkId, 'a work is called by small letters, digits and -'),
});
