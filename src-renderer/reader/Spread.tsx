import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Cell } from '#core/alignment/layout.ts';
import type { SchemeId } from '#core/language/scripts/scheme.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { Column, type Placed, type Side } from './column.ts';
import { direction } from '#core/language/direction.ts';
import { EditorialTitles } from './EditorialTitles.tsx';
import { Gutter } from './Gutter.tsx';
import { ParagraphEditor } from './ParagraphEditor.tsx';
import { plan } from './plan.ts';
import styles from './Reader.module.css';
import { useReader } from './reader-context.ts';
import { readerParts } from './reader-store.ts';
import { shownTag } from './script.ts';
import { Washes } from './Washes.tsx';

const sides = ['source', 'target'] as const;
const none: readonly Cell[] = [];

/** One grid of about 40 links: a column of each edition and the gutter between them share its rows. */
export function Spread({ index }: { index: number }) {
  const { t } = useTranslation('reader');
  const { arrangement, mode, alone, mounting, viewport, schemes } = useReader();
  const { start, end } = arrangement.spreads[index] ?? { start: 0, end: 0 };
  const links = useMemo(() => arrangement.links.slice(start, end), [arrangement, start, end]);
  const unfolded = useStore(readerParts, (state) =>
    mode === 'demand' ? links.map(({ id }) => (state.unfolded.has(id) ? '1' : '0')).join('') : '',
  );
  const rows = useMemo(
    () =>
      plan(
        links,
        mode,
        (link) => arrangement.titles.get(start + link) ?? null,
        (link) => unfolded[link] === '1',
      ),
    [links, mode, arrangement, start, unfolded],
  );
  const whole = useSyncExternalStore(mounting.subscribe, () => mounting.isWhole(index));
  const source = useColumn('source', arrangement.left.id, index, schemes.source, rows.source, start);
  const target = useColumn('target', arrangement.right.id, index, schemes.target, whole ? rows.target : none, start);
  const hosts = { source: source.host, target: target.host };
  const edited = useStore(readerParts, (state) => state.edited);
  const editedCell =
    edited === null ? undefined : rows.target.concat(rows.source).find((cell) => cell.paragraph === edited);
  useEffect(() => {
    if (edited === null) return undefined;
    const column = viewport.columns.of(edited);
    column?.hide(edited, true);
    return () => column?.hide(edited, false);
  }, [edited, viewport]);

  return (
    <div
      className={styles.spread}
      data-mode={alone === null ? mode : 'alone'}
      style={{ gridTemplateRows: rows.template }}
    >
      <Washes links={links} rows={rows} />
      {(alone === null ? sides : [alone]).map((side) => {
        const { language } = side === 'source' ? arrangement.left : arrangement.right;
        const tag = shownTag(language, schemes[side]);
        return (
          <div
            key={side}
            ref={hosts[side]}
            className={styles.column}
            data-side={side}
            lang={tag}
            dir={direction(tag)}
          />
        );
      })}
      {rows.titles.map(({ row, title }) => (
        <EditorialTitles key={row} row={row} title={title} />
      ))}
      {rows.gaps.map(({ side, link, row, span }) => (
        <div
          key={`${side}${String(row)}`}
          className={styles.gap}
          data-side={side}
          data-link={start + link}
          style={{ gridRow: `${String(row)} / span ${String(span)}` }}
        >
          {t(`gap.${side}`)}
        </div>
      ))}
      {whole && <Gutter links={arrangement.full?.links.slice(start, end) ?? links} first={start} rows={rows} />}
      {editedCell !== undefined && <ParagraphEditor key={editedCell.paragraph} cell={editedCell} />}
    </div>
  );
}

/** Keeps a column of the spread showing its paragraphs as they stand. */
function useColumn(
  side: Side,
  edition: string,
  spread: number,
  scheme: SchemeId | null,
  cells: readonly Cell[],
  firstLink: number,
) {
  const { viewport } = useReader();
  const host = useRef<HTMLDivElement>(null);
  const column = useRef<Column | null>(null);
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const made = new Column(host.current, side, edition, spread);
    column.current = made;
    viewport.columns.add(made);
    return () => {
      viewport.columns.remove(made);
      made.destroy();
    };
  }, [viewport, side, edition, spread]);
  useLayoutEffect(() => {
    const update = (): void => {
      const made = column.current;
      if (made === null) return;
      const placed = place(cells, made, firstLink);
      const same =
        made.scheme === scheme &&
        placed.length === made.placed.length &&
        placed.every(({ paragraph, row, span, link }, at) => {
          const before = made.placed[at];
          return before?.paragraph === paragraph && before.row === row && before.span === span && before.link === link;
        });
      if (same) return;
      const show = (): void => {
        made.show(placed, scheme);
      };
      // Nothing can be selected in a column that is built just now, and to ask costs a layout.
      if (made.placed.length === 0) show();
      else viewport.columns.keeping(show);
      viewport.columns.drawn();
    };
    update();
    return openedWork.subscribe((state, before) => {
      if (state.current?.texts !== before.current?.texts) update();
    });
  }, [viewport, cells, firstLink, scheme]);
  return { host };
}

/** The paragraphs of cells; one whose text was dropped from the store meanwhile stays as it was shown. */
function place(cells: readonly Cell[], column: Column, firstLink: number): Placed[] {
  const texts = openedWork.getState().current?.texts;
  return cells.flatMap(({ paragraph: id, row, span, link }) => {
    const paragraph = texts?.get(id) ?? column.paragraph(id);
    return paragraph === null ? [] : [{ paragraph, row, span, link: firstLink + link }];
  });
}
