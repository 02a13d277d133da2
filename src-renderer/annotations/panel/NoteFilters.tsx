import { useMemo, useState } from 'react';
import { ListFilter } from 'lucide-react';
import { ToggleButton as AriaToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { openedWork } from '#renderer/app/work-store.ts';
import { Button, ToggleButton } from '#renderer/ui/Button.tsx';
import { IconToggleButton } from '#renderer/ui/IconButton.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { homeEdition } from '../changes.ts';
import { hueStyle } from '../palette/ColourChoice.tsx';
import dots from '../palette/ColourChoice.module.css';
import { usePalette } from '../palette/use-palette.ts';
import { tagsInUse } from '../tags.ts';
import { everything, narrows, type NoteFilter } from './filter.ts';
import styles from './NoteFilters.module.css';

/** Which notes the panel lists: by words always in sight, by colour, tag and side where asked. */
export function NoteFilters({ filter, onChange }: { filter: NoteFilter; onChange: (filter: NoteFilter) => void }) {
  const { t } = useTranslation('annotations');
  const [open, setOpen] = useState(false);
  const more = narrows({ ...filter, words: '' });
  return (
    <div className={styles.filters}>
      <div className={styles.line}>
        <SearchField
          label={t('filter.words')}
          value={filter.words}
          onChange={(words) => {
            onChange({ ...filter, words });
          }}
        />
        <IconToggleButton label={t('filter.more')} isSelected={open} aria-expanded={open} onChange={setOpen}>
          <ListFilter size={15} aria-hidden />
        </IconToggleButton>
      </div>
      {open && <MoreFilters filter={filter} onChange={onChange} />}
      {more && (
        <div className={styles.line}>
          <span className={styles.active}>{t('filter.active')}</span>
          <Button
            size="small"
            onPress={() => {
              onChange({ ...everything, words: filter.words });
            }}
          >
            {t('filter.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}

function MoreFilters({ filter, onChange }: { filter: NoteFilter; onChange: (filter: NoteFilter) => void }) {
  const { t, i18n } = useTranslation('annotations');
  const palette = usePalette();
  const annotations = useStore(openedWork, (state) => state.current?.annotations);
  const editions = useStore(openedWork, (state) => state.current?.editions);
  const { colours, tags, sides } = useMemo(() => {
    const all = [...(annotations?.values() ?? [])];
    return {
      colours: new Set(all.map(({ colour }) => colour)),
      tags: tagsInUse(all, i18n.language),
      sides: new Set(all.map(homeEdition)),
    };
  }, [annotations, i18n.language]);
  const offered = [
    ...palette.offered,
    ...[...new Set([...colours, ...filter.colours])]
      .filter((id) => !palette.offered.some((one) => one.id === id))
      .map((id) => palette.colour(id)),
  ];
  return (
    <div className={styles.more} role="group" aria-label={t('filter.more')}>
      <div className={styles.line}>
        <ToggleButtonGroup
          aria-label={t('filter.colours')}
          className={styles.dots ?? ''}
          selectionMode="multiple"
          selectedKeys={filter.colours}
          onSelectionChange={(keys) => {
            onChange({ ...filter, colours: new Set([...keys].map(String)) });
          }}
        >
          {offered.map((colour) => (
            <Tooltip key={colour.id} text={palette.name(colour)}>
              <AriaToggleButton
                id={colour.id}
                aria-label={palette.name(colour)}
                className={dots['dot'] ?? ''}
                style={hueStyle(colour.hue)}
              />
            </Tooltip>
          ))}
        </ToggleButtonGroup>
        <ToggleButton
          size="small"
          variant="outline"
          isSelected={filter.noted}
          onChange={(noted) => {
            onChange({ ...filter, noted });
          }}
        >
          {t('filter.noted')}
        </ToggleButton>
      </div>
      {sides.size > 1 && (
        <ToggleButtonGroup
          aria-label={t('filter.side')}
          className={styles.line ?? ''}
          selectionMode="single"
          selectedKeys={filter.edition === null ? [] : [filter.edition]}
          onSelectionChange={(keys) => {
            onChange({ ...filter, edition: [...keys].map(String)[0] ?? null });
          }}
        >
          {editions
            ?.filter(({ id }) => sides.has(id))
            .map(({ id, title, language }) => (
              <ToggleButton key={id} id={id} size="small" variant="outline" className={styles.side ?? ''}>
                <span lang={language}>{title}</span>
              </ToggleButton>
            ))}
        </ToggleButtonGroup>
      )}
      {tags.length > 0 && (
        <ToggleButtonGroup
          aria-label={t('filter.tags')}
          className={styles.tags ?? ''}
          selectionMode="multiple"
          selectedKeys={filter.tags}
          onSelectionChange={(keys) => {
            onChange({ ...filter, tags: new Set([...keys].map(String)) });
          }}
        >
          {tags.map(({ tag, count }) => (
            <ToggleButton key={tag} id={tag} size="small" variant="outline" className={styles.tag ?? ''}>
              {tag}
              <small aria-hidden>{count}</small>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
    </div>
  );
}
