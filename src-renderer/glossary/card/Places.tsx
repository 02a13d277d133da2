import { useTranslation } from 'react-i18next';
import type { Term } from '#core/records/term.ts';
import type { Concordance, ConcordanceLine } from '#main/api/concordance-shapes.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import type { TextPlace } from '../glossary-state.ts';
import { fromFirst, Highlighted } from '../Highlighted.tsx';
import styles from './Places.module.css';
import { useBesideLanguage } from './use-concordance.ts';

/** Every place of a term, in its sentence, with the aligned sentence beside it; a press goes there. */
export function Places({
  term,
  found,
  here,
  onGo,
  onMore,
}: {
  term: Term;
  found: Concordance;
  /** The place that the card stands at. */
  here: TextPlace;
  onGo: (place: TextPlace) => void;
  onMore: () => void;
}) {
  const { t } = useTranslation('glossary');
  const { number } = useFormat();
  const left = found.of - found.lines.length;
  return (
    <div className={styles.places}>
      <ol className={styles.list} aria-label={t('card.places')}>
        {found.lines.map((line) => (
          <Line key={`${line.paragraph} ${String(line.start)}`} line={line} term={term} here={here} onGo={onGo} />
        ))}
      </ol>
      {left > 0 && found.lines.length < mostLines && (
        <Button size="small" onPress={onMore}>
          {t('card.more', { count: left, formatted: number(left) })}
        </Button>
      )}
      {left > 0 && found.lines.length >= mostLines && (
        <p className={styles.left}>{t('card.moreInSearch', { count: left, formatted: number(left) })}</p>
      )}
    </div>
  );
}

/** Lines that are shown at most; all of them are in the search panel. */
export const mostLines = 200;

function Line({
  line,
  term,
  here,
  onGo,
}: {
  line: ConcordanceLine;
  term: Term;
  here: TextPlace;
  onGo: (place: TextPlace) => void;
}) {
  const scripts = useLanguageScripts();
  const script = scripts(term.language);
  const beside = useBesideLanguage(term.language);
  const other = beside === null ? null : scripts(beside);
  const { paragraph, start, end, sentence, at } = line;
  const own = fromFirst({ text: sentence, ranges: [[at, at + end - start]] });
  const [from, to] = own.ranges[0] ?? [0, 0];
  const isHere = paragraph === here.paragraph && start < here.end && here.start < end;
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        aria-current={isHere ? 'location' : undefined}
        onClick={() => {
          onGo({ paragraph, start, end });
        }}
      >
        <span className={styles.own} lang={script.tag} dir={script.dir}>
          {script.text(own.text.slice(0, from))}
          <b>{script.text(own.text.slice(from, to))}</b>
          {script.text(own.text.slice(to))}
        </span>
        <span className={styles.other} lang={other?.tag} dir={other?.dir}>
          {line.beside.length === 0
            ? '—'
            : line.beside.map((piece) => (
                <span key={`${piece.paragraph} ${String(piece.start)}`}>
                  <Highlighted
                    {...fromFirst({ text: piece.text, ranges: piece.renderings })}
                    {...(other === null ? {} : { show: other.text })}
                  />{' '}
                </span>
              ))}
        </span>
      </button>
    </li>
  );
}
