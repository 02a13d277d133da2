import { protocol } from 'electron';

/** The only origin that the window ever shows. */
export const scheme = 'egiz';
export const host = 'app';
export const startPage = `${scheme}://${host}/`;

/** Makes the scheme a standard, secure one that `fetch` and streams work with. Must run before the app is ready, once. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/**
 * Answers the scheme's requests with the application. Nobody outside this process can reach it, so it needs no token;
 * another host under the scheme does not exist.
 */
export function answerScheme(fetch: (request: Request) => Response | Promise<Response>): void {
  protocol.handle(scheme, (request) =>
    new URL(request.url).host === host ? fetch(request) : new Response(null, { status: 404 }),
  );
}
