import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Link } from '#core/alignment/link.ts';
import type { PreviewRun } from '#core/alignment/realign/preview.ts';
import type { ApiFailure } from '#renderer/app/client.ts';
import { notify } from '#renderer/app/notices.ts';
import { loadTexts, openedWork } from '#renderer/app/work-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './Realign.module.css';

/** Runs that are shown at once; more on asking. */
const atOnce = 50;
/** Beads of a run that are shown. */
const most = 8;
/** Code units of a text that are shown. */
const longest = 70;

/** What would change: each run of beads as it is, and as it would be. */
export function PreviewRuns({ runs, alignment }: { runs: readonly PreviewRun[]; alignment: string }) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const [count, setCount] = useState(atOnce);
  const tags = useTags(alignment);
  const shown = runs.slice(0, count);
  useEffect(() => {
    const ids = runs
      .slice(0, count)
      .flatMap(({ before, after }) => [...before.slice(0, most), ...after.slice(0, most)])
      .flatMap(({ source, target }) => [source[0], target[0]])
      .filter((id) => id !== undefined);
    loadTexts([...new Set(ids)]).catch((cause: unknown) => {
      notify({ kind: 'failure', failure: cause as ApiFailure });
    });
  }, [runs, count]);
  return (
    <>
      <ol className={styles.runs}>
        {shown.map(({ before, after }, at) => (
          <li key={`${before[0]?.id ?? ''} ${after[0]?.id ?? ''} ${String(at)}`}>
            <Side heading={t('realign.before')} links={before} tags={tags} />
            <Side heading={t('realign.after')} links={after} tags={tags} />
          </li>
        ))}
      </ol>
      {runs.length > count && (
        <Button
          variant="outline"
          onPress={() => {
            setCount(count + atOnce);
          }}
        >
          {t('realign.more', { count: runs.length - count, formatted: number(runs.length - count) })}
        </Button>
      )}
    </>
  );
}

function useTags(alignment: string): [string, string] {
  const editions = useStore(openedWork, ({ current }) => current?.editions);
  const tag = (at: number): string => editions?.find(({ id }) => id === alignment.split('~')[at])?.language ?? 'und';
  return [tag(0), tag(1)];
}

function Side({ heading, links, tags }: { heading: string; links: readonly Link[]; tags: readonly [string, string] }) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  return (
    <div className={styles.side}>
      <h3>{heading}</h3>
      <ul>
        {links.slice(0, most).map((link) => (
          <li key={link.id}>
            <span className={styles.sizes}>
              {number(link.source.length)}–{number(link.target.length)}
            </span>
            <Start ids={link.source} tag={tags[0]} />
            <Start ids={link.target} tag={tags[1]} />
          </li>
        ))}
      </ul>
      {links.length > most && (
        <p className={styles.quiet}>
          {t('realign.more-beads', { count: links.length - most, formatted: number(links.length - most) })}
        </p>
      )}
    </div>
  );
}

/** How the first of some paragraphs begins. */
function Start({ ids, tag }: { ids: readonly string[]; tag: string }) {
  const text = useStore(openedWork, ({ current }) => current?.texts.get(ids[0] ?? '')?.text ?? '');
  if (ids.length === 0) return <span className={styles.nothing}>—</span>;
  return <span lang={tag}>{text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text}</span>;
}
