import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ApiFailure } from '#renderer/app/client.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { languageChoices } from '#renderer/dictionaries/languages.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { currentLanguage } from '#renderer/i18n/index.ts';
import { key } from '#renderer/i18n/key.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { writeTranslation } from './making.ts';
import { showEdition } from './show-edition.ts';
import { writing } from './writing.ts';

/** Asks in which language a translation is to be written, and opens an empty one beside the original. */
export function WriteDialog() {
  const work = useStore(writing, (state) => state.work);
  return work === null ? null : <Asking key={work} work={work} />;
}

function Asking({ work }: { work: string }) {
  const { t } = useTranslation('import');
  const entry = useStore(library, ({ state }) => state?.works.find((one) => one.work.id === work));
  const taken = new Set(entry?.editions.map(({ language }) => language.split('-', 1)[0]));
  const [language, setLanguage] = useState(
    [currentLanguage(), 'en', 'ru', 'kk'].find((one) => !taken.has(one)) ?? 'en',
  );
  const [busy, setBusy] = useState(false);
  const close = (): void => {
    writing.setState({ work: null });
  };
  const begin = async (): Promise<void> => {
    setBusy(true);
    try {
      const edition = await writeTranslation(work, language);
      close();
      showEdition(work, edition);
      notify({ kind: 'done', message: key('import:done.begun'), undoable: true });
    } catch (error) {
      notify({
        kind: 'failure',
        failure: error instanceof ApiFailure ? error : new ApiFailure('internal', String(error), null),
      });
      close();
    }
  };
  return (
    <Dialog
      title={t('write.title')}
      isOpen
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('bar.cancel')}</Button>
          <Button variant="primary" isDisabled={busy} onPress={() => void begin()}>
            {t('write.begin')}
          </Button>
        </>
      }
    >
      <p>{t('write.text')}</p>
      <Choice
        label={t('field.language')}
        value={language}
        options={languageChoices(['en', 'kk', 'ru', language])}
        onChange={setLanguage}
      />
    </Dialog>
  );
}
