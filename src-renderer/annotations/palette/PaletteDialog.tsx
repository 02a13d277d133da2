import { useState } from 'react';
import { ArrowDown, ArrowUp, Plus, RotateCcw, Trash2 } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { hues, type Hue } from '#core/annotation/colours.ts';
import type { Colour } from '#core/records/preference.ts';
import { commit } from '#renderer/app/commit.ts';
import { library } from '#renderer/app/library-store.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { recolour } from '../edit.ts';
import { annotationTools } from '../store.ts';
import { useReadOnlyReason } from '../use-read-only.ts';
import { hueStyle } from './ColourChoice.tsx';
import dots from './ColourChoice.module.css';
import {
  draftOf,
  longestName,
  mostColours,
  moved,
  paletteChange,
  renamed,
  repainted,
  restored,
  withColour,
  withoutColour,
} from './palette-edit.ts';
import styles from './PaletteDialog.module.css';
import { usePalette } from './use-palette.ts';

/** The reader's colours: names, hues, order; more of them, or fewer. */
export function PaletteDialog() {
  const open = useStore(annotationTools, (state) => state.paletteOpen);
  return open ? <PaletteForm /> : null;
}

function close(): void {
  annotationTools.setState({ paletteOpen: false });
}

function PaletteForm() {
  const { t } = useTranslation('annotations');
  const palette = useStore(library, (view) => view.state?.palette ?? null);
  const annotations = useStore(openedWork, (state) => state.current?.annotations);
  const readOnly = useReadOnlyReason();
  const { name } = usePalette();
  const [draft, setDraft] = useState(() => draftOf(palette));
  /** What the highlights of a colour that is taken out become: by its id, another's. Left out: they keep it. */
  const [instead, setInstead] = useState<Readonly<Record<string, string>>>({});

  const inUse = (id: string): number => [...(annotations?.values() ?? [])].filter(({ colour }) => colour === id).length;
  const taken = draft.retired.filter(({ id }) => draftOf(palette).offered.some((colour) => colour.id === id));
  const asked = taken.filter(({ id }) => inUse(id) > 0);
  const save = (): void => {
    const change = paletteChange(palette, draft);
    if (change !== null) commit(null, change, 'annotations:undo.palette');
    for (const [from, to] of Object.entries(instead)) {
      if (!asked.some(({ id }) => id === from) || !draft.offered.some(({ id }) => id === to)) continue;
      recolour(
        [...(annotations?.values() ?? [])].filter(({ colour }) => colour === from).map(({ id }) => id),
        to,
      );
    }
    close();
  };

  return (
    <Dialog
      title={t('palette.title')}
      isOpen
      onClose={close}
      footer={
        <>
          <Button variant="outline" onPress={close}>
            {t('palette.cancel')}
          </Button>
          <Button variant="primary" isDisabled={readOnly !== null} onPress={save}>
            {t('palette.save')}
          </Button>
        </>
      }
    >
      {readOnly !== null && <p className={styles.reason}>{readOnly}</p>}
      <ul className={styles.colours}>
        {draft.offered.map((colour, index) => (
          <li key={colour.id} className={styles.colour}>
            <TextField
              label={t('palette.name')}
              hideLabel
              value={colour.name ?? ''}
              placeholder={name({ ...colour, name: null })}
              className={styles.name ?? ''}
              onChange={(typed) => {
                setDraft(renamed(draft, colour.id, typed.slice(0, longestName)));
              }}
            />
            <HueChoice
              colour={colour}
              label={t('palette.hue', { colour: name(colour) })}
              onChange={(hue) => {
                setDraft(repainted(draft, colour.id, hue));
              }}
            />
            <span className={styles.actions}>
              <IconButton
                size="small"
                label={t('palette.up', { colour: name(colour) })}
                isDisabled={index === 0}
                onPress={() => {
                  setDraft(moved(draft, colour.id, -1));
                }}
              >
                <ArrowUp size={14} aria-hidden />
              </IconButton>
              <IconButton
                size="small"
                label={t('palette.down', { colour: name(colour) })}
                isDisabled={index === draft.offered.length - 1}
                onPress={() => {
                  setDraft(moved(draft, colour.id, 1));
                }}
              >
                <ArrowDown size={14} aria-hidden />
              </IconButton>
              <IconButton
                size="small"
                variant="danger"
                label={t('palette.remove', { colour: name(colour) })}
                isDisabled={draft.offered.length === 1}
                onPress={() => {
                  setDraft(withoutColour(draft, colour.id));
                }}
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        isDisabled={draft.offered.length >= mostColours}
        onPress={() => {
          setDraft(withColour(draft, crypto.randomUUID(), t('palette.new')));
        }}
      >
        <Plus size={14} aria-hidden />
        {t('palette.add')}
      </Button>
      {asked.map((colour) => (
        <label key={colour.id} className={styles.asked}>
          <span>{t('palette.inUse', { colour: name(colour), count: inUse(colour.id) })}</span>
          <select
            value={instead[colour.id] ?? ''}
            onChange={(event) => {
              setInstead({ ...instead, [colour.id]: event.target.value });
            }}
          >
            <option value="">{t('palette.keep')}</option>
            {draft.offered.map((other) => (
              <option key={other.id} value={other.id}>
                {t('palette.become', { colour: name(other) })}
              </option>
            ))}
          </select>
        </label>
      ))}
      {draft.retired.length > 0 && (
        <section className={styles.retired} aria-label={t('palette.retired')}>
          <h3>{t('palette.retired')}</h3>
          {draft.retired.map((colour) => (
            <Button
              key={colour.id}
              size="small"
              variant="outline"
              isDisabled={draft.offered.length >= mostColours}
              aria-label={t('palette.restore', { colour: name(colour) })}
              onPress={() => {
                setDraft(restored(draft, colour.id));
              }}
            >
              <span className={styles.swatch} style={hueStyle(colour.hue)} aria-hidden />
              {name(colour)}
              <RotateCcw size={12} aria-hidden />
            </Button>
          ))}
        </section>
      )}
    </Dialog>
  );
}

function HueChoice({ colour, label, onChange }: { colour: Colour; label: string; onChange: (hue: Hue) => void }) {
  const { t } = useTranslation('annotations');
  const names: Readonly<Record<Hue, string>> = {
    yellow: t('hue.yellow'),
    green: t('hue.green'),
    blue: t('hue.blue'),
    pink: t('hue.pink'),
    orange: t('hue.orange'),
    violet: t('hue.violet'),
    teal: t('hue.teal'),
    grey: t('hue.grey'),
  };
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.hues ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[colour.hue]}
      onSelectionChange={(keys) => {
        const chosen = hues.find((hue) => keys.has(hue));
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {hues.map((hue) => (
        <Tooltip key={hue} text={names[hue]}>
          <ToggleButton id={hue} aria-label={names[hue]} className={dots['dot'] ?? ''} style={hueStyle(hue)} />
        </Tooltip>
      ))}
    </ToggleButtonGroup>
  );
}
