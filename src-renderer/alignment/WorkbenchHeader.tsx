import { useEffect } from 'react';
import { Ellipsis, ListChecks, LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { run } from '#renderer/app/commands.ts';
import { keyName } from '#renderer/app/keys.ts';
import { library } from '#renderer/app/library-store.ts';
import { ReadingSettings } from '#renderer/app/ReadingSettings.tsx';
import { go } from '#renderer/app/route.ts';
import { workTitle } from '#renderer/app/titles.ts';
import { narrowWidth, tinyWidth, useNarrowerThan } from '#renderer/app/window-size.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { currentLanguage } from '#renderer/i18n/index.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton, IconToggleButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuSection, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { actionKeys } from './action-keys.ts';
import { filters, type Filter } from './bead-kind.ts';
import { alignmentsOf } from './pairs.ts';
import styles from './Workbench.module.css';
import { workbench } from './workbench-state.ts';

/** Narrower than this, the filters stand in a menu. CSS pixels. */
const filtersWidth = 1240;

/** The head of the workbench: the way back, what is aligned, which beads are listed, and what is done with many at once. */
export function WorkbenchHeader({ alignment, counts }: { alignment: string; counts: Record<Filter, number> }) {
  const { t } = useTranslation('alignment');
  const narrow = useNarrowerThan(narrowWidth);
  const tiny = useNarrowerThan(tinyWidth);
  const roomy = !useNarrowerThan(filtersWidth);
  const readOnly = useStore(library, ({ state }) => (state?.readOnly ?? null) !== null);
  const unlocked = useStore(workbench, (state) => state.unlocked);
  const panel = useStore(workbench, (state) => state.panel);
  const act = (id: string) => () => {
    run(`alignment.${id}`);
  };
  return (
    <header className={styles.header}>
      <Button onPress={act('read')}>
        <span aria-hidden>‹</span> {t('back')}
      </Button>
      <Title alignment={alignment} />
      <div className={styles.tools}>
        {roomy ? <Filters counts={counts} /> : <FilterMenu counts={counts} />}
        {unlocked && (
          <IconToggleButton
            label={t('unlock.lock')}
            isSelected
            onChange={() => {
              workbench.setState({ unlocked: false });
            }}
          >
            <LockOpen size={16} aria-hidden />
          </IconToggleButton>
        )}
        {!tiny && (
          <>
            <Button isDisabled={readOnly} onPress={act('realign')}>
              {t('realign.open')}
            </Button>
            <Button variant="primary" isDisabled={readOnly} onPress={act('confirm-above')}>
              {t('action.confirm-above')}
            </Button>
          </>
        )}
        {narrow && (
          <IconToggleButton
            label={t('panel')}
            isSelected={panel}
            onChange={(on) => {
              workbench.setState({ panel: on });
            }}
          >
            <ListChecks size={16} aria-hidden />
          </IconToggleButton>
        )}
        {!tiny && <ReadingSettings />}
        {tiny && <TinyMenu readOnly={readOnly} onAct={(id) => act(id)()} />}
      </div>
    </header>
  );
}

function TinyMenu({ readOnly, onAct }: { readOnly: boolean; onAct: (id: string) => void }) {
  const { t } = useTranslation('alignment');
  const ids = ['realign', 'confirm-above'] as const;
  return (
    <MenuTrigger>
      <IconButton label={t('bar.more')}>
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <Menu
        placement="bottom end"
        disabledKeys={readOnly ? [...ids] : []}
        onAction={(id) => {
          onAct(String(id));
        }}
      >
        {ids.map((id) => (
          <MenuItem key={id} id={id} keys={keyName(actionKeys[id][0])}>
            {t(`action.${id}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function Title({ alignment }: { alignment: string }) {
  const { t } = useTranslation('alignment');
  const current = useStore(openedWork, (state) => state.current);
  const title = current === null ? '' : workTitle(current.work, current.editions, currentLanguage());
  useEffect(() => {
    document.title = `${title} · Egiz`;
    return () => {
      document.title = 'Egiz';
    };
  }, [title]);
  if (current === null) return <span />;
  const all = alignmentsOf(current);
  const nameOf = (name: string): string =>
    name
      .split('~')
      .map((id) => {
        const edition = current.editions.find((one) => one.id === id);
        if (edition === undefined) return id;
        const isAlone = current.editions.filter(({ language }) => language === edition.language).length === 1;
        return isAlone
          ? autonym(edition.language)
          : `${autonym(edition.language)}: ${edition.translator ?? edition.title}`;
      })
      .join(' → ');
  return (
    <div className={styles.title}>
      <h1>{t('title', { title })}</h1>
      {all.length < 2 ? (
        <span>{nameOf(alignment)}</span>
      ) : (
        <MenuTrigger>
          <Button size="small" aria-label={t('pair', { pair: nameOf(alignment) })}>
            {nameOf(alignment)} <span aria-hidden>▾</span>
          </Button>
          <Menu>
            <MenuSection
              label={t('pairs')}
              chosen={alignment}
              onChoose={(name) => {
                go({ view: 'alignment', work: current.id, alignment: name });
              }}
            >
              {all.map((name) => (
                <MenuItem key={name} id={name}>
                  {nameOf(name)}
                </MenuItem>
              ))}
            </MenuSection>
          </Menu>
        </MenuTrigger>
      )}
    </div>
  );
}

function Filters({ counts }: { counts: Record<Filter, number> }) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const filter = useStore(workbench, (state) => state.filter);
  return (
    <SegmentedControl
      label={t('filter.label')}
      value={filter}
      segments={filters.map((id) => ({
        id,
        label: (
          <>
            {t(`filter.${id}`)} <small className={styles.count}>{number(counts[id])}</small>
          </>
        ),
      }))}
      onChange={choose}
    />
  );
}

function FilterMenu({ counts }: { counts: Record<Filter, number> }) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const filter = useStore(workbench, (state) => state.filter);
  return (
    <MenuTrigger>
      <Button
        variant="outline"
        aria-label={t('filter.chosen', { filter: `${t(`filter.${filter}`)} ${number(counts[filter])}` })}
      >
        {t(`filter.${filter}`)} <small className={styles.count}>{number(counts[filter])}</small>{' '}
        <span aria-hidden>▾</span>
      </Button>
      <Menu placement="bottom end">
        <MenuSection
          label={t('filter.label')}
          chosen={filter}
          onChoose={(id) => {
            const found = filters.find((one) => one === id);
            if (found !== undefined) choose(found);
          }}
        >
          {filters.map((id) => (
            <MenuItem key={id} id={id} textValue={t(`filter.${id}`)}>
              {t(`filter.${id}`)} <small className={styles.count}>{number(counts[id])}</small>
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </MenuTrigger>
  );
}

function choose(filter: Filter): void {
  workbench.setState({ filter });
}
