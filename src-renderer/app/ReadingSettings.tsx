import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym, languages } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Popover, PopoverTrigger } from '#renderer/ui/Popover.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { Slider } from '#renderer/ui/Slider.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { chooseLook, defaultLook, limits, tryLook, useLook } from './display.ts';
import { keyName } from './keys.ts';
import styles from './ReadingSettings.module.css';
import { shell } from './shell-state.ts';

const themes = ['system', 'light', 'dark', 'sepia'] as const;

/** "Aa": how text and interface look, seen at once and kept for the whole library. */
export function ReadingSettings() {
  const { t } = useTranslation('app');
  const isOpen = useStore(shell, ({ settings }) => settings);
  return (
    <PopoverTrigger
      isOpen={isOpen}
      onOpenChange={(settings) => {
        shell.setState({ settings });
      }}
    >
      <Tooltip text={t('command.settings')} keys={keyName({ code: 'Comma', mod: true })}>
        <Button aria-label={t('command.settings')}>{t('settings.sign')}</Button>
      </Tooltip>
      <Popover label={t('command.settings')} placement="bottom end">
        <Settings />
      </Popover>
    </PopoverTrigger>
  );
}

function Settings() {
  const { t } = useTranslation('app');
  const format = useFormat();
  const look = useLook();
  return (
    <div className={styles.settings}>
      <Slider
        label={t('settings.size')}
        value={look.size}
        {...limits.size}
        shown={`${format.number(look.size)} px`}
        onChange={(size) => {
          tryLook({ size });
        }}
        onChoose={(size) => {
          chooseLook({ size });
        }}
      />
      <Slider
        label={t('settings.leading')}
        value={look.leading}
        {...limits.leading}
        shown={format.number(look.leading, 2)}
        onChange={(leading) => {
          tryLook({ leading });
        }}
        onChoose={(leading) => {
          chooseLook({ leading });
        }}
      />
      <Slider
        label={t('settings.measure')}
        value={look.measure}
        {...limits.measure}
        shown={`${format.number(look.measure)} em`}
        onChange={(measure) => {
          tryLook({ measure });
        }}
        onChoose={(measure) => {
          chooseLook({ measure });
        }}
      />
      <div className={styles.row}>
        <span>{t('settings.theme')}</span>
        <SegmentedControl
          wide
          label={t('settings.theme')}
          value={look.theme}
          segments={themes.map((id) => ({ id, label: t(`theme.${id}`) }))}
          onChange={(theme) => {
            chooseLook({ theme });
          }}
        />
      </div>
      <div className={styles.row}>
        <span>{t('settings.language')}</span>
        <SegmentedControl
          wide
          label={t('settings.language')}
          value={look.language ?? 'system'}
          segments={[
            { id: 'system' as const, label: t('theme.system') },
            ...languages.map((id) => ({ id, label: autonym(id) })),
          ]}
          onChange={(language) => {
            chooseLook({ language: language === 'system' ? null : language });
          }}
        />
      </div>
      <div className={styles.foot}>
        <Button
          size="small"
          variant="outline"
          onPress={() => {
            const { size, leading, measure } = defaultLook;
            chooseLook({ size, leading, measure });
          }}
        >
          {t('settings.usual')}
        </Button>
        <Button
          size="small"
          onPress={() => {
            shell.setState({ settings: false, open: 'keys' });
          }}
        >
          {t('command.keys')} <kbd>?</kbd>
        </Button>
      </div>
    </div>
  );
}
