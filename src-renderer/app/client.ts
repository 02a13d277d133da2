import { hc } from 'hono/client';
import type { App } from '#main/api/app.ts';
import type { Failure, FailureCode } from '#main/api/shapes.ts';

/** The application's own API, typed by its routes: a route's change is a type error here. */
export const api = hc<App>(window.location.origin).api;

/** An answer of the API that is not 2xx, or none at all (`code: 'unreachable'`). */
export class ApiFailure extends Error {
  readonly code: FailureCode | 'unreachable';
  /** The file, field or record the failure is about. */
  readonly where: string | null;

  constructor(code: FailureCode | 'unreachable', message: string, where: string | null) {
    super(message);
    this.name = 'ApiFailure';
    this.code = code;
    this.where = where;
  }
}

/**
 * The body of a call's answer.
 *
 * @throws ApiFailure when the answer is not 2xx or does not come
 */
export async function answer<T>(call: Promise<{ ok: boolean; status: number; json(): Promise<T> }>): Promise<T> {
  let response;
  try {
    response = await call;
  } catch (cause) {
    throw new ApiFailure('unreachable', cause instanceof Error ? cause.message : String(cause), null);
  }
  if (response.ok) return response.json();
  const { error } = await response.json().then(
    (body) => body as unknown as Failure,
    (): Failure => ({ error: { code: 'internal', message: `status ${String(response.status)}` } }),
  );
  throw new ApiFailure(error.code, error.message, error.where ?? null);
}
