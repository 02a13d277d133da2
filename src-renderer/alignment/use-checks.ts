import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Finding } from '#core/alignment/checks/finding.ts';
import { waivedBy } from '#core/alignment/checks/waive.ts';
import type { CheckedAlignment, CheckLine } from '#main/api/check-shapes.ts';
import { answer, api, ApiFailure } from '#renderer/app/client.ts';
import { jsonLines } from '#renderer/app/json-lines.ts';
import { library } from '#renderer/app/library-store.ts';
import { saving } from '#renderer/app/saving.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { beadIndex } from '#renderer/app/work-structure.ts';
import { checks, noChecks } from './checks-state.ts';

/** After an edit it is waited this many milliseconds for another one. */
const patience = 250;

/** Checks the alignment in the workbench, and again whenever beads, texts, waivers or the glossary changed and are saved. */
export function useChecks(work: string, alignment: string): void {
  const beads = useStore(openedWork, ({ current }) => current?.alignments[alignment]);
  const outline = useStore(openedWork, ({ current }) => current?.outline);
  const waivers = useStore(openedWork, ({ current }) => current?.waivers);
  const saved = useStore(saving, ({ at }) => at);
  const terms = useStore(library, (state) => state.terms);
  // The library checks what it has.
  const isSaved = useStore(saving, ({ pending }) => pending === 0);
  const [checked, setChecked] = useState<CheckedAlignment | null>(null);
  /** What an answer is about: any change of it asks again. */
  const basis = useMemo(() => ({ beads, outline, waivers, saved, terms }), [beads, outline, waivers, saved, terms]);
  useEffect(() => {
    if (!isSaved || basis.beads === undefined) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask(work, alignment, stop.signal).then(
        (found) => {
          if (stop.signal.aborted) return;
          setChecked(found);
          checks.setState({ failure: null, share: null });
        },
        (cause: unknown) => {
          if (!stop.signal.aborted) checks.setState({ failure: failureOf(cause), share: null });
        },
      );
    }, patience);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [work, alignment, basis, isSaved]);
  const open = useMemo(() => {
    if (checked === null) return [];
    const isWaived = waivedBy(waivers?.values() ?? [], alignment);
    const index = beadIndex(beads ?? []);
    // Until the next answer is there, only what is still true of the bead.
    const isThere = ({ bead, source, target }: Finding): boolean => {
      const now = beads?.[index.get(bead) ?? -1];
      return (
        now !== undefined &&
        source.every((id) => now.source.includes(id)) &&
        target.every((id) => now.target.includes(id))
      );
    };
    return checked.findings.filter((finding) => isThere(finding) && !isWaived(finding));
  }, [checked, waivers, beads, alignment]);
  useEffect(() => {
    checks.setState({
      findings: open,
      byBead: Map.groupBy(open, ({ bead }) => bead),
      waived: checked?.waived ?? 0,
      isKnown: checked !== null,
    });
  }, [open, checked]);
  useEffect(
    () => () => {
      checks.setState(noChecks, true);
    },
    [],
  );
}

async function ask(work: string, alignment: string, signal: AbortSignal): Promise<CheckedAlignment> {
  const response = await api.works[':work'].checks.$post(
    { param: { work }, json: { alignment } },
    { init: { signal } },
  );
  if (!response.ok || response.body === null) return answer(Promise.resolve(response)) as Promise<never>;
  for await (const line of jsonLines<CheckLine>(response.body)) {
    if (line.type === 'checked') return line.checked;
    if (line.type === 'failed') throw new ApiFailure('internal', line.message, null);
    if (!signal.aborted) checks.setState({ share: line.share });
  }
  throw new ApiFailure('unreachable', 'the checks ended without an answer', null);
}

function failureOf(cause: unknown): ApiFailure {
  return cause instanceof ApiFailure ? cause : new ApiFailure('unreachable', String(cause), null);
}
