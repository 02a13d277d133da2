import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isCyrillicKazakh } from '#core/language/scripts/cyrillic-kazakh.ts';
import { schemes } from '#core/language/scripts/transliterate.ts';
import { useReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { MenuItem, MenuSection } from '#renderer/ui/Menu.tsx';
import { schemeName } from './scheme-name.ts';
import { schemeOf } from './script.ts';
import { showScript } from './script-commands.ts';

/** Stands for an edition's own script among the schemes. */
const ownScript = ' own';

/** A part of a menu: in which script a Kazakh edition is shown. Nothing for an edition that has no other. */
export function ScriptSection({ edition }: { edition: string }) {
  const { t } = useTranslation('scripts');
  const shown = useStore(openedWork, ({ current }) => current?.editions.find(({ id }) => id === edition));
  const scripts = useReading()?.scripts;
  if (shown === undefined || !isCyrillicKazakh(shown.language)) return null;
  return (
    <MenuSection
      heading={t('label')}
      chosen={schemeOf(shown, scripts) ?? ownScript}
      onChoose={(id) => {
        showScript([edition], schemes.find((one) => one.id === id)?.id ?? null);
      }}
    >
      <MenuItem id={ownScript}>{t('own')}</MenuItem>
      {schemes.map(({ id }) => (
        <MenuItem key={id} id={id}>
          {schemeName(id)}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
