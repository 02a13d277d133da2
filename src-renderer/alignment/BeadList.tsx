import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Bead } from '#core/records/bead.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import type { ApiFailure } from '#renderer/app/client.ts';
import { loadTexts, openedWork } from '#renderer/app/work-store.ts';
import { beadIndex } from '#renderer/app/work-structure.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { matches } from './bead-kind.ts';
import { BeadBand } from './BeadBand.tsx';
import { checks } from './checks-state.ts';
import { inSight } from './in-sight.ts';
import styles from './Workbench.module.css';
import { listControls, workbench } from './workbench-state.ts';

/** Code units of a line, the height of one, and of what stands around the text of a bead, in CSS pixels: until it is measured. */
const line = { length: 62, height: 25, around: 20 };

/** The beads that the filter lists, as bands; only those near the view are mounted. */
export function BeadList({ beads, tags }: { beads: readonly Bead[]; tags: readonly [string, string] }) {
  const { t } = useTranslation('alignment');
  const filter = useStore(workbench, (state) => state.filter);
  const current = useStore(workbench, ({ bead }) => bead);
  // Where all are listed, findings and the current bead make no difference.
  const findings = useStore(checks, ({ byBead }) => (filter === 'numbers' ? byBead : null));
  const kept = filter === 'all' ? null : current;
  const readOnly = useStore(library, ({ state }) => (state?.readOnly ?? null) !== null);
  const index = beadIndex(beads);
  const shown = useMemo(
    () =>
      filter === 'all'
        ? beads
        : beads.filter((bead) => bead.id === kept || matches(filter, bead, findings ?? new Map())),
    [beads, filter, findings, kept],
  );
  const places = beadIndex(shown);
  const at = current === null ? undefined : places.get(current);
  const scroller = useRef<HTMLDivElement>(null);
  const getItemKey = useCallback((row: number) => shown[row]?.id ?? row, [shown]);
  const estimateSize = useCallback((row: number) => estimate(shown[row]), [shown]);
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler runs over Egiz
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: shown.length,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize,
    overscan: 6,
    // The current bead may have the focus.
    rangeExtractor: (range: Range) =>
      [...new Set([...(at === undefined ? [] : [at]), ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
  });
  const rows = virtualizer.getVirtualItems();

  useKeepPlace(scroller, shown, places, current, virtualizer);

  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const show = (bead: string): void => {
      const row = beadIndex(shown).get(bead);
      if (row !== undefined) virtualizer.scrollToIndex(row, { align: 'auto' });
    };
    listControls.current = {
      show,
      focus: (bead) => {
        wanted.current = bead;
        show(bead);
        focusRow(scroller.current, wanted);
      },
      page: () => Math.max(1, (virtualizer.range?.endIndex ?? 0) - (virtualizer.range?.startIndex ?? 0) - 1),
    };
    return () => {
      listControls.current = null;
    };
  }, [shown, virtualizer]);
  // Once the row is mounted, in this render or a later one; one that was not listed before is brought into view then.
  useLayoutEffect(() => {
    if (wanted.current !== null && places.has(wanted.current)) focusRow(scroller.current, wanted);
  });
  // Another bead becomes the current one, or it is only now in the list: not when rows above it come or go.
  const brought = useRef<string | null>(null);
  useEffect(() => {
    if (at === undefined || brought.current === current) return;
    const isFirst = brought.current === null;
    brought.current = current;
    virtualizer.scrollToIndex(at, { align: isFirst ? 'start' : 'auto' });
  }, [at, current, virtualizer]);

  useTextsOf(
    rows.map((row) => shown[row.index]?.id ?? ''),
    beads,
  );
  useEffect(() => {
    const { range } = virtualizer;
    const [first, last] = [shown[range?.startIndex ?? 0], shown[range?.endIndex ?? 0]];
    if (first === undefined || last === undefined) return;
    inSight.setState({ first: index.get(first.id) ?? 0, last: index.get(last.id) ?? 0 });
  });

  if (shown.length === 0) {
    return (
      <div className={styles.list}>
        <EmptyState title={t(`empty.${filter}`)} />
      </div>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached by keys.
    <div ref={scroller} className={styles.list} role="region" aria-label={t('list')} tabIndex={0} data-beads>
      <div className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const bead = shown[row.index];
          if (bead === undefined) return null;
          return (
            <div
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={row.index}
              className={styles.row}
              style={{ transform: `translateY(${String(row.start)}px)` }}
            >
              <BeadBand
                bead={bead}
                number={(index.get(bead.id) ?? 0) + 1}
                count={beads.length}
                isCurrent={bead.id === current}
                tags={tags}
                readOnly={readOnly}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Gives the focus to the row that waits for it, once it is there. */
function focusRow(scroller: HTMLElement | null, wanted: { current: string | null }): void {
  const row = [...(scroller?.querySelectorAll<HTMLElement>('[data-bead]') ?? [])].find(
    ({ dataset }) => dataset.bead === wanted.current,
  );
  if (row === undefined) return;
  wanted.current = null;
  row.focus({ preventScroll: true });
}

/** Estimates by bead: the list asks for all that follow whenever one was measured. */
const estimates = new WeakMap<Bead, number>();

function estimate(bead: Bead | undefined): number {
  if (bead === undefined) return line.around + line.height;
  const known = estimates.get(bead);
  if (known !== undefined) return known;
  const { current } = openedWork.getState();
  const lines = (ids: readonly string[]): number =>
    ids.reduce((sum, id) => {
      const place = current?.places.get(id);
      const length = place === undefined ? 0 : (current?.outline[place.edition]?.[place.index]?.[3] ?? 0);
      return sum + Math.max(1, Math.ceil(length / line.length));
    }, 0);
  const height = line.around + line.height * Math.max(1, lines(bead.source), lines(bead.target));
  estimates.set(bead, height);
  return height;
}

/**
 * Keeps what is read where it is when rows above it come or go, by another filter, an edit or undo: the current row while it is in
 * view, else the first one.
 */
function useKeepPlace(
  scroller: RefObject<HTMLDivElement | null>,
  shown: readonly Bead[],
  places: ReadonlyMap<string, number>,
  current: string | null,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
): void {
  const anchor = useRef<{ bead: string; top: number } | null>(null);
  const known = useRef(shown);
  useLayoutEffect(() => {
    const startOf = (row: number): number | null => virtualizer.measurementsCache[row]?.start ?? null;
    const element = scroller.current;
    if (element !== null && known.current !== shown) {
      const row = places.get(anchor.current?.bead ?? '');
      const start = row === undefined ? null : startOf(row);
      if (start !== null && anchor.current !== null) element.scrollTo({ top: start - anchor.current.top });
    }
    known.current = shown;
    // What the list knows of itself: to ask the page would lay it out once more.
    const offset = virtualizer.scrollOffset ?? 0;
    const height = virtualizer.scrollRect?.height ?? 0;
    const inView = (bead: string | undefined): { bead: string; top: number } | null => {
      const row = bead === undefined ? undefined : places.get(bead);
      const start = row === undefined ? null : startOf(row);
      if (bead === undefined || start === null) return null;
      const top = start - offset;
      return top > -200 && top < height ? { bead, top } : null;
    };
    const first = shown[firstBelow(shown.length, offset, startOf)];
    anchor.current = inView(current ?? undefined) ?? inView(first?.id);
  });
}

/** The first row that begins below a distance, by halving. */
function firstBelow(count: number, distance: number, startOf: (row: number) => number | null): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((startOf(middle) ?? Infinity) < distance) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Beads before and after those mounted whose texts are read as well. */
const ahead = 40;

/** Reads the texts of the beads that are mounted and of those around them. */
function useTextsOf(mounted: readonly string[], beads: readonly Bead[]): void {
  const index = beadIndex(beads);
  const all = mounted.flatMap((id) => index.get(id) ?? []);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const texts = useStore(openedWork, ({ current }) => current?.texts);
  useEffect(() => {
    if (texts === undefined || mounted.length === 0) return undefined;
    const missing = (from: number, to: number): string[] =>
      beads
        .slice(Math.max(0, from), to)
        .flatMap(({ source, target }) => [...source, ...target])
        .filter((id) => !texts.has(id));
    // A current bead far away is mounted as well: what lies between is not asked for.
    const near = all.some((at) => missing(at, at + 1).length > 0) ? all.flatMap((at) => missing(at, at + 1)) : [];
    const around = last - first < 4 * ahead ? missing(first - ahead, last + ahead) : near;
    const wanted = [...new Set([...near, ...around])];
    if (wanted.length === 0) return undefined;
    // While it is scrolled fast, what flies by is not asked for.
    const timer = setTimeout(
      () => {
        loadTexts(wanted).catch((cause: unknown) => {
          notify({ kind: 'failure', failure: cause as ApiFailure });
        });
      },
      near.length > 0 ? 30 : 120,
    );
    return () => {
      clearTimeout(timer);
    };
  });
}
