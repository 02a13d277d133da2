import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Term } from '#core/records/term.ts';
import { library } from '#renderer/app/library-store.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { canChange } from './keep.ts';
import styles from './Refused.module.css';
import { allowForm, allowHere } from './reject.ts';

/** The forms that were rejected for a term, and the places of the open work: each can be allowed again. */
export function Refused({ term }: { term: Term }) {
  const { t } = useTranslation('glossary');
  const rejections = useStore(library, (state) => state.rejections);
  const mismatches = useStore(openedWork, (state) => state.current?.mismatches);
  const script = useLanguageScripts()(term.language);
  const forms = [...rejections.values()].filter((one) => one.term === term.id);
  const places = [...(mismatches?.values() ?? [])].filter((one) => one.term === term.id);
  if (forms.length + places.length === 0) return null;
  return (
    <section className={styles.refused} aria-label={t('refused.label')}>
      <h4>{t('refused.label')}</h4>
      <ul>
        {forms.map((one) => (
          <li key={one.id}>
            <span lang={script.tag} dir={script.dir}>
              {script.text(one.form)}
            </span>
            <IconButton
              size="small"
              label={t('refused.allow', { form: script.text(one.form) })}
              isDisabled={!canChange()}
              onPress={() => {
                allowForm(one);
              }}
            >
              <X size={13} aria-hidden />
            </IconButton>
          </li>
        ))}
        {places.map((one) => (
          <li key={one.id}>
            <span lang={script.tag} dir={script.dir} className={styles.place}>
              {script.text(one.target.quote.prefix.slice(-16))}
              <b>{script.quote(one.target)}</b>
              {script.text(one.target.quote.suffix.slice(0, 16))}
            </span>
            <IconButton
              size="small"
              label={t('refused.allowHere', { form: script.quote(one.target) })}
              isDisabled={!canChange()}
              onPress={() => {
                allowHere(one);
              }}
            >
              <X size={13} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
