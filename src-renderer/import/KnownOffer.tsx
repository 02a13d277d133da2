import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { library } from '#renderer/app/library-store.ts';
import { go } from '#renderer/app/route.ts';
import { workTitle } from '#renderer/app/titles.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { present } from '#renderer/library/listing.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { clear, takeOut } from './bringing.ts';
import type { Draft } from './drafts.ts';
import { importing } from './import-state.ts';
import { type Known, knownWork } from './known.ts';

/** Says that a file was imported before, and offers what else can be done with it than to make another work of it. */
export function KnownOffer() {
  const drafts = useStore(importing, (state) => state.drafts);
  const isNew = useStore(importing, ({ purpose, making }) => purpose === 'work' && making === null);
  const works = useStore(library, ({ state }) => state?.works);
  const [waved, setWaved] = useState('');
  const known = isNew ? knownWork(drafts, present(works ?? [])) : null;
  if (known === null || waved === known.entry.work.id) return null;
  return (
    <Offer
      known={known}
      drafts={drafts}
      onWave={() => {
        setWaved(known.entry.work.id);
      }}
    />
  );
}

function Offer({
  known: { entry, found },
  drafts,
  onWave,
}: {
  known: Known;
  drafts: readonly Draft[];
  onWave: () => void;
}) {
  const { t } = useTranslation('import');
  const { language } = useFormat();
  const { id } = entry.work;
  const [first] = drafts.filter(({ key }) => found.has(key));
  const fresh = drafts.length - found.size;
  const edition = first === undefined ? undefined : found.get(first.key);
  if (first === undefined || edition === undefined) return null;
  return (
    <Banner
      kind="notice"
      title={t('known.title', {
        name: first.parts[0]?.name ?? first.title,
        work: workTitle(entry.work, entry.editions, language),
      })}
      actions={
        <>
          <Button
            variant="outline"
            size="small"
            onPress={() => {
              clear();
              go({ view: 'work', work: id });
            }}
          >
            {t('known.open')}
          </Button>
          {drafts.length === 1 && (
            <Button
              variant="outline"
              size="small"
              onPress={() => {
                importing.setState({ purpose: 'version', work: id, edition: edition.id, update: null });
              }}
            >
              {t('known.update')}
            </Button>
          )}
          {fresh > 0 && (
            <Button
              variant="outline"
              size="small"
              onPress={() => {
                leaveOut(drafts.filter(({ key }) => found.has(key)));
                importing.setState({ purpose: 'translation', work: id, edition: null, update: null });
              }}
            >
              {t('known.add', { count: fresh })}
            </Button>
          )}
          <Button variant="outline" size="small" onPress={onWave}>
            {t('known.another')}
          </Button>
        </>
      }
    >
      <p>{t('known.text')}</p>
    </Banner>
  );
}

/** Takes texts out, with the files that nothing else is left of. */
function leaveOut(gone: readonly Draft[]): void {
  importing.setState(({ drafts }) => ({ drafts: drafts.filter((draft) => !gone.includes(draft)), past: [] }));
  const { drafts, files } = importing.getState();
  const kept = new Set(drafts.flatMap(({ parts }) => parts.map(({ file }) => file)));
  const left = new Set(gone.flatMap(({ parts }) => parts.map(({ file }) => file)));
  for (const { key, id } of files) if (id !== null && left.has(id) && !kept.has(id)) takeOut(key);
}
