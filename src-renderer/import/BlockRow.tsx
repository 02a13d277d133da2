import { useEffect, useRef, useState } from 'react';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { beginsSection, type BlockEdit } from '#core/formats/corrected.ts';
import type { PreviewBlock } from '#main/api/import-shapes.ts';
import { keyName } from '#renderer/app/keys.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { direction } from '#core/language/direction.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuSection, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { correctBlock } from './correcting.ts';
import styles from './Import.module.css';
import { MarkedText } from './MarkedText.tsx';

const types = ['text', 'heading', 'verse', 'quote', 'note'] as const;
const levels = [1, 2, 3, 4] as const;

/** A paragraph as it will be, and the menu that corrects it. Enter opens it, Delete leaves the paragraph out. */
export function BlockRow({
  draft,
  language,
  part,
  at,
  block,
  edit,
  onDone,
}: {
  draft: string;
  language: string;
  part: number;
  at: number;
  /** `null` while it is on its way. */
  block: PreviewBlock | null;
  edit: BlockEdit | null;
  onDone: () => void;
}) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const isOut = edit?.leftOut === true;
  const correct = (more: BlockEdit): void => {
    correctBlock(draft, part, at, trimmed({ ...edit, ...more }, block));
    onDone();
  };
  const correctNow = useRef(correct);
  useEffect(() => {
    correctNow.current = correct;
  });
  useEffect(() => {
    const item = row.current?.parentElement;
    const onKey = (event: KeyboardEvent): void => {
      if (event.target !== item || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.code === 'Enter' || event.code === 'ContextMenu') setOpen(true);
      else if (event.code === 'Delete') correctNow.current({ leftOut: !isOut });
      else return;
      event.preventDefault();
    };
    item?.addEventListener('keydown', onKey);
    return () => item?.removeEventListener('keydown', onKey);
  }, [isOut]);
  if (block === null) return <div ref={row} className={styles.waitingBlock} aria-busy="true" />;
  const type = edit?.type ?? block.type;
  const level = edit?.level ?? block.level ?? 2;
  const begins = at === 0 || beginsSection(block, edit ?? {});
  const title = begins && type !== 'heading' ? (block.section?.title ?? '') : '';
  const chosen = type === 'heading' ? `heading-${String(level)}` : type;
  return (
    <div ref={row} className={styles.block} data-type={type} data-level={level} data-out={isOut} data-begins={begins}>
      {title !== '' && <p className={styles.sectionTitle}>{title}</p>}
      <div className={styles.blockText} lang={language} dir={direction(language)}>
        <MarkedText text={block.text} marks={block.marks} />
        {block.cut > 0 && (
          <span className={styles.soft}> … {t('blocks.cut', { shown: format.number(block.cut) })}</span>
        )}
      </div>
      {isOut && <span className={styles.badge}>{t('blocks.out')}</span>}
      {!isOut && type !== 'text' && type !== 'heading' && <span className={styles.badge}>{t(`type.${type}`)}</span>}
      <MenuTrigger isOpen={open} onOpenChange={setOpen}>
        <IconButton size="small" label={t('blocks.menu')} className={styles.blockMenu ?? ''} excludeFromTabOrder>
          <Ellipsis size={14} aria-hidden />
        </IconButton>
        <Menu
          placement="bottom end"
          onAction={(action) => {
            if (action === 'out') correct({ leftOut: !isOut });
            if (action === 'begin') correct({ begins: true });
            if (action === 'join') correct({ begins: false });
            if (action === 'reset') {
              correctBlock(draft, part, at, {});
              onDone();
            }
          }}
        >
          <MenuSection
            heading={t('blocks.type')}
            chosen={chosen}
            onChoose={(id) => {
              const [kind, number] = id.split('-');
              const found = types.find((one) => one === kind);
              if (found === undefined) return;
              correct(found === 'heading' ? { type: found, level: Number(number) } : { type: found });
            }}
          >
            {types.flatMap((one) =>
              one === 'heading'
                ? levels.map((number) => (
                    <MenuItem key={number} id={`heading-${String(number)}`}>
                      {t('type.heading-level', { level: number })}
                    </MenuItem>
                  ))
                : [
                    <MenuItem key={one} id={one}>
                      {t(`type.${one}`)}
                    </MenuItem>,
                  ],
            )}
          </MenuSection>
          <MenuSection label={t('sections.label-menu')}>
            {at > 0 && !begins && <MenuItem id="begin">{t('blocks.begin')}</MenuItem>}
            {at > 0 && begins && <MenuItem id="join">{t('blocks.join')}</MenuItem>}
            <MenuItem id="out" keys={keyName({ code: 'Delete' })}>
              {isOut ? t('blocks.take-in') : t('blocks.leave-out')}
            </MenuItem>
            {edit !== null && <MenuItem id="reset">{t('blocks.reset')}</MenuItem>}
          </MenuSection>
        </Menu>
      </MenuTrigger>
    </div>
  );
}

/** An edit without what the block says by itself. */
function trimmed(edit: BlockEdit, block: PreviewBlock | null): BlockEdit {
  const { type, level, leftOut, begins } = edit;
  const isHeading = (type ?? block?.type) === 'heading';
  const own = block === null ? null : beginsSection(block, type === undefined ? {} : { type });
  return {
    ...(type === undefined || type === block?.type ? {} : { type }),
    ...(level === undefined || !isHeading || (level === block?.level && type === block.type) ? {} : { level }),
    ...(leftOut === true ? { leftOut } : {}),
    ...(begins === undefined || begins === own ? {} : { begins }),
  };
}
