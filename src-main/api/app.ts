import { Hono, type MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import type { Library } from '#main/library/library.ts';
import { alignRoutes } from './align.ts';
import { ankiRoutes } from './anki.ts';
import { textWords } from '#main/jobs/text-words.ts';
import { speechBy, type Speech } from '#main/speech/speech.ts';
import { decodeRoutes } from './decode.ts';
import { checkRoutes } from './checks.ts';
import { concordanceRoutes } from './concordance.ts';
import { coverageRoutes } from './coverage.ts';
import { dictionaryRoutes } from './dictionaries.ts';
import { eventRoutes } from './events.ts';
import { exportRoutes } from './export.ts';
import { importRoutes } from './import.ts';
import { answerFailure, answerThrown, ApiError } from './failure.ts';
import { safeHeaders } from './headers.ts';
import { changeRoutes, libraryRoutes } from './library.ts';
import { pageRoutes, type Pages } from './pages.ts';
import { recordRoutes } from './records.ts';
import { repairRoutes } from './repairs.ts';
import { revealRoutes, type Reveal } from './reveal.ts';
import { reviewRoutes } from './review.ts';
import { searchRoutes } from './search.ts';
import type { LibraryState } from './shapes.ts';
import { speechRoutes } from './speech.ts';
import { termRoutes } from './terms.ts';
import { workRoutes } from './work.ts';

export interface AppOptions {
  library: Library;
  host: LibraryState['host'];
  version: string;
  pages: Pages;
  /** Stands before everything: decides who may ask at all. A host that nobody else can reach needs none. */
  guard?: MiddlewareHandler<{ Variables: SecureHeadersVariables }>;
  /** `null` where there is no file manager to show. */
  reveal: Reveal | null;
  /** What reads aloud; left out, the system's own speaker. */
  speech?: Speech;
  /** Ends the streams that are open, so that the host can stop. */
  closing: AbortSignal;
  /** Told of failures that nobody expected. */
  report: (error: Error) => void;
}

/** The application: `fetch(request)` answers the API and the renderer's files. */
export function createApp(options: AppOptions) {
  const { library, speech = speechBy(() => process.env.PATH ?? '') } = options;
  const words = textWords();
  options.closing.addEventListener('abort', words.close);
  const api = new Hono()
    .route('/', libraryRoutes(library, options.host, options.version))
    .route('/', changeRoutes(library))
    .route('/', workRoutes(library))
    .route('/', recordRoutes(library))
    .route('/', searchRoutes(library))
    .route('/', repairRoutes(library))
    .route('/', termRoutes(library, words))
    .route('/', coverageRoutes(library, words))
    .route('/', reviewRoutes(library))
    .route('/', ankiRoutes(library))
    .route('/', speechRoutes(speech))
    .route('/', concordanceRoutes(library))
    .route('/', decodeRoutes())
    .route('/', revealRoutes(library, options.reveal))
    .route('/', alignRoutes(library, options.closing))
    .route('/', checkRoutes(library))
    .route('/', dictionaryRoutes(library, options.closing))
    .route('/', importRoutes(library, options.closing))
    .route('/', exportRoutes(library, words, options.version))
    .route('/', eventRoutes(library, options.closing));

  const app = new Hono<{ Variables: SecureHeadersVariables }>();
  app.onError((error, c) => answerThrown(c, error, options.report));
  app.notFound((c) =>
    answerFailure(c, new ApiError('not-found', 'there is no such call', new URL(c.req.url).pathname)),
  );
  app.use(safeHeaders());
  if (options.guard !== undefined) app.use(options.guard);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('Allow', methods.join(', '));
        return answerFailure(c, new ApiError('not-allowed', `${c.req.method} does not go with this address`), 405);
      },
    }),
  );
  return app.route('/api', api).route('/', pageRoutes(options.pages));
}

/** What the view's typed client is made from. */
export type App = ReturnType<typeof createApp>;
