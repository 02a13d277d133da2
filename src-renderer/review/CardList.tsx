import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Card } from '#core/records/review.ts';
import { isLeech, type Progress } from '#core/review/schedule.ts';
import { foldText } from '#core/text/fold.ts';
import { library } from '#renderer/app/library-store.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import styles from './CardList.module.css';
import { contentOf, contents, isGone, useContents } from './contents.ts';
import { faceNames } from './faces.ts';
import { held } from './held.ts';
import { canReview, removeCards, suspendCards } from './keep.ts';

const kinds = ['all', 'new', 'suspended', 'leech', 'gone'] as const;
type Kind = (typeof kinds)[number];

/** So many rows are shown at once; the search finds the others. */
const mostRows = 200;

interface Row {
  card: Card;
  label: string;
  progress: Progress | null;
  gone: boolean;
}

/** All cards: found, suspended, called back, removed. */
export function CardList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('review');
  const { number } = useFormat();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const rows = useRowsOf(typed, kind);
  const shown = rows.slice(0, mostRows);
  const chosen = rows.filter(({ card }) => ticked.has(card.id)).map(({ card }) => card);
  const names = {
    all: t('cards.all'),
    new: t('cards.new'),
    suspended: t('cards.suspended'),
    leech: t('cards.leech'),
    gone: t('cards.gone'),
  };
  const act = (run: (cards: readonly Card[]) => void) => () => {
    run(chosen);
    setTicked(new Set());
  };
  const off = chosen.length === 0 || !canReview();
  return (
    <Dialog
      wide
      title={t('cards.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button
            variant="outline"
            isDisabled={off}
            onPress={act((cards) => {
              suspendCards(cards, true);
            })}
          >
            {t('cards.suspend')}
          </Button>
          <Button
            variant="outline"
            isDisabled={off}
            onPress={act((cards) => {
              suspendCards(cards, false);
            })}
          >
            {t('cards.resume')}
          </Button>
          <Button variant="danger" isDisabled={off} onPress={act(removeCards)}>
            {t('cards.remove', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={styles.tools}>
        <SearchField className={styles.search ?? ''} label={t('cards.search')} value={typed} onChange={setTyped} />
        <Choice
          hideLabel
          label={t('cards.which')}
          value={kind}
          options={kinds.map((id) => ({ id, text: names[id] }))}
          onChange={setKind}
        />
      </div>
      <table className={styles.table} aria-label={t('cards.title')}>
        <thead>
          <tr>
            <th>
              <input
                type="checkbox"
                aria-label={t('cards.selectAll')}
                checked={shown.length > 0 && shown.every(({ card }) => ticked.has(card.id))}
                onChange={(event) => {
                  setTicked(new Set(event.target.checked ? shown.map(({ card }) => card.id) : []));
                }}
              />
            </th>
            <th scope="col">{t('cards.card')}</th>
            <th scope="col">{t('cards.face')}</th>
            <th scope="col">{t('cards.due')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <CardRow
              key={row.card.id}
              row={row}
              ticked={ticked.has(row.card.id)}
              onTick={(on) => {
                const next = new Set(ticked);
                if (on) next.add(row.card.id);
                else next.delete(row.card.id);
                setTicked(next);
              }}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.remark}>{t('cards.none')}</p>}
      {rows.length > shown.length && (
        <p className={styles.remark}>{t('cards.more', { shown: number(shown.length), all: number(rows.length) })}</p>
      )}
    </Dialog>
  );
}

function CardRow({ row, ticked, onTick }: { row: Row; ticked: boolean; onTick: (on: boolean) => void }) {
  const { t } = useTranslation('review');
  const { day } = useFormat();
  const { card, label, progress, gone } = row;
  const state = gone
    ? t('cards.isGone')
    : card.suspended === true
      ? t('cards.isSuspended')
      : progress === null
        ? t('cards.isNew')
        : day(progress.due);
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={t('cards.select', { label })}
          checked={ticked}
          onChange={(event) => {
            onTick(event.target.checked);
          }}
        />
      </td>
      <th scope="row" className={styles.label}>
        {label}
      </th>
      <td>{faceNames(t)[card.face]}</td>
      <td>
        {state}
        {isLeech(progress) && <span className={styles.leech}> {t('cards.isLeech')}</span>}
      </td>
    </tr>
  );
}

/** The cards of a kind that hold what was typed, as they were made, the newest first. */
function useRowsOf(typed: string, kind: Kind): Row[] {
  const { t } = useTranslation('review');
  const { cards, log } = useStore(held);
  const terms = useStore(library, (state) => state.terms);
  const known = useStore(contents, (state) => state.known);
  const highlights = useMemo(() => [...cards.values()].filter(({ subject }) => subject.type === 'highlight'), [cards]);
  useContents(highlights);
  return useMemo(() => {
    const words = foldText(typed).text.trim();
    return [...cards.values()]
      .map((card): Row => {
        const sentence = contentOf(card, known)?.sentence ?? null;
        const label =
          card.subject.type === 'term'
            ? (terms.get(card.subject.term)?.headword ?? t('cards.unknown'))
            : (sentence?.text.slice(...sentence.form) ?? t('cards.unknown'));
        return { card, label, progress: log.progress(card.id), gone: isGone(card, known, terms) };
      })
      .filter(({ card, label, progress, gone }) => {
        if (words !== '' && !foldText(label).text.includes(words)) return false;
        if (kind === 'new') return progress === null;
        if (kind === 'suspended') return card.suspended === true;
        if (kind === 'leech') return isLeech(progress);
        return kind === 'all' || gone;
      })
      .toSorted((a, b) => (a.card.created < b.card.created ? 1 : a.card.created > b.card.created ? -1 : 0));
  }, [cards, log, terms, known, typed, kind, t]);
}
