import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { LibraryError } from '#main/library/error.ts';
import type { Failure, FailureCode } from './shapes.ts';

/** Something that a call refuses; answered as `{error: {code, message, where}}` with the code's status. */
export class ApiError extends Error {
  readonly code: FailureCode;
  /** The field, path or record that it is about. */
  readonly where: string | null;

  constructor(code: FailureCode, message: string, where: string | null = null) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.where = where;
  }
}

/** The HTTP status that goes with each code. */
const statusOf: Record<FailureCode, ContentfulStatusCode> = {
  'bad-request': 400,
  'not-allowed': 403,
  'not-found': 404,
  'too-large': 413,
  'read-only': 423,
  internal: 500,
  'no-permission': 500,
  'write-failed': 500,
  'not-here': 501,
  'disk-full': 507,
};

/** The answer to a failure that was not thrown; `status` where it differs from the code's own. */
export function answerFailure(c: Context, error: ApiError, status = statusOf[error.code]): Response {
  const body: Failure = {
    error: { code: error.code, message: error.message, ...(error.where === null ? {} : { where: error.where }) },
  };
  return c.json(body, status, { 'Cache-Control': 'no-store' });
}

/**
 * The answer to whatever a call threw. What nobody expected is `internal`, and told to `report` with its stack, so that it
 * can be found; the answer carries only its message.
 */
export function answerThrown(c: Context, thrown: Error, report: (error: Error) => void): Response {
  if (thrown instanceof ApiError) return answerFailure(c, thrown);
  if (thrown instanceof LibraryError) return answerFailure(c, new ApiError(thrown.code, thrown.message, thrown.where));
  if (thrown instanceof HTTPException && thrown.status < 500) {
    return answerFailure(c, new ApiError('bad-request', thrown.message, 'body'));
  }
  report(thrown);
  return answerFailure(c, new ApiError('internal', thrown.message));
}
