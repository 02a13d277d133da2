import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { CoverageLine, EditionCoverage } from '#main/api/coverage-shapes.ts';
import { answer, api, ApiFailure } from '#renderer/app/client.ts';
import { jsonLines } from '#renderer/app/json-lines.ts';
import { library } from '#renderer/app/library-store.ts';
import { saving } from '#renderer/app/saving.ts';
import { openedWork } from '#renderer/app/work-store.ts';

/** What is asked of the open work. */
export interface CoverageQuestion {
  edition: string;
  section?: string;
  paragraphs?: string[];
}

/** What is known of the answer: the last one stays until the next is there. */
export interface CoverageAnswer {
  coverage: EditionCoverage | null;
  /** The last answer is to another question: about another part, or another edition. */
  isOfAnother: boolean;
  /** How much of an answer that takes long is done, from 0 to 1. */
  share: number | null;
  failure: ApiFailure | null;
  /** Asks again, as after a failure. */
  again: () => void;
}

/** How many words to learn are listed. */
const most = 500;

/** Asks how much of a part of the open work is known, and again whenever the glossary or the text changed and is saved. */
export function useCoverage(question: CoverageQuestion | null): CoverageAnswer {
  const work = useStore(openedWork, ({ current }) => current?.id);
  const mismatches = useStore(openedWork, ({ current }) => current?.mismatches);
  const outline = useStore(openedWork, ({ current }) => current?.outline);
  const terms = useStore(library, (state) => state.terms);
  const rejections = useStore(library, (state) => state.rejections);
  // The library counts what it has: a level counts once it is saved.
  const isSaved = useStore(saving, ({ pending }) => pending === 0);
  const [attempt, setAttempt] = useState(0);
  /** What an answer is about besides the question: any change of it asks again. */
  const basis = useMemo(
    () => ({ mismatches, outline, terms, rejections, attempt }),
    [mismatches, outline, terms, rejections, attempt],
  );
  const [known, setKnown] = useState<{ of: string; coverage: EditionCoverage } | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [failed, setFailed] = useState<{ of: string; on: typeof basis; failure: ApiFailure } | null>(null);
  const asked = question === null ? null : JSON.stringify(question);
  useEffect(() => {
    if (work === undefined || asked === null || !isSaved) return undefined;
    const stop = new AbortController();
    ask(work, JSON.parse(asked) as CoverageQuestion, setShare, stop.signal).then(
      (coverage) => {
        if (!stop.signal.aborted) setKnown({ of: asked, coverage });
      },
      (cause: unknown) => {
        if (!stop.signal.aborted) setFailed({ of: asked, on: basis, failure: cause as ApiFailure });
      },
    );
    return () => {
      stop.abort();
      setShare(null);
    };
  }, [work, asked, isSaved, basis]);
  return {
    coverage: known?.coverage ?? null,
    isOfAnother: known !== null && known.of !== asked,
    share,
    failure: failed?.of === asked && failed.on === basis ? failed.failure : null,
    again: () => {
      setAttempt(attempt + 1);
    },
  };
}

/** @throws ApiFailure when the answer is not 2xx, breaks off, or says that it failed */
async function ask(
  work: string,
  question: CoverageQuestion,
  progress: (share: number | null) => void,
  signal: AbortSignal,
): Promise<EditionCoverage> {
  const call = api.works[':work'].coverage.$post(
    { param: { work }, json: { ...question, most } },
    { init: { signal } },
  );
  const response = await call.catch((cause: unknown) => {
    throw new ApiFailure('unreachable', String(cause), null);
  });
  if (!response.ok || response.body === null) return answer(Promise.resolve(response)) as Promise<never>;
  for await (const line of jsonLines<CoverageLine>(response.body)) {
    if (line.type === 'progress') progress(line.share);
    if (line.type === 'failed') throw new ApiFailure('internal', line.message, null);
    if (line.type === 'coverage') {
      progress(null);
      return line.coverage;
    }
  }
  throw new ApiFailure('unreachable', 'the answer broke off', null);
}
