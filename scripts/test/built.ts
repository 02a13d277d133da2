import { ensureBuilt } from '../build/build.ts';

/** Playwright calls it before the first test, so that none runs on a stale build. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes what a global set-up exports by default.
export default ensureBuilt;
