import {
  useRef,
  useState,
  type KeyboardEvent,
  type KeyboardEventHandler,
  type MouseEventHandler,
  type PointerEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';
import styles from './Panel.module.css';

const step = 16;
const bigStep = 64;

/** A column beside the text whose inner edge can be moved: by pointer, arrow keys, Home and End; a double click resets it. */
export function Panel({
  side,
  label,
  width,
  onWidth,
  defaultWidth,
  least = 180,
  most = 560,
  resizable = true,
  className,
  children,
  ...rest
}: {
  side: 'left' | 'right';
  label: string;
  /** CSS pixels. */
  width: number;
  onWidth: (width: number) => void;
  defaultWidth: number;
  least?: number;
  most?: number;
  resizable?: boolean;
  className?: string;
  children: ReactNode;
  ref?: Ref<HTMLElement>;
  onKeyDown?: KeyboardEventHandler;
  onClick?: MouseEventHandler;
}) {
  const { t } = useTranslation('app');
  const [moved, setMoved] = useState<number | null>(null);
  const grip = useRef<{ x: number; width: number } | null>(null);
  const within = (value: number): number => Math.round(Math.min(most, Math.max(least, value)));
  const shown = within(moved ?? width);
  const outwards = side === 'left' ? 1 : -1;

  const moveByKey = (event: KeyboardEvent): void => {
    const by = event.shiftKey ? bigStep : step;
    const next = {
      ArrowRight: shown + by * outwards,
      ArrowLeft: shown - by * outwards,
      Home: least,
      End: most,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onWidth(within(next));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width: shown };
    setMoved(shown);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (grip.current !== null) setMoved(within(grip.current.width + (event.clientX - grip.current.x) * outwards));
  };
  const onPointerEnd = (): void => {
    if (grip.current !== null && moved !== null && moved !== width) onWidth(moved);
    grip.current = null;
    setMoved(null);
  };

  return (
    <aside
      {...rest}
      aria-label={label}
      className={classes(styles.panel, styles[side], className)}
      {...(resizable ? { style: { width: shown } } : {})}
    >
      <div className={styles.content}>{children}</div>
      {resizable && (
        // A separator that can be moved is a control, and so takes the focus (WAI-ARIA: window splitter).
        <div
          role="separator"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label={t('panel.resize', { panel: label })}
          aria-valuenow={shown}
          aria-valuemin={least}
          aria-valuemax={most}
          className={styles.edge}
          data-moving={moved !== null}
          onKeyDown={moveByKey}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerEnd}
          onPointerCancel={onPointerEnd}
          onDoubleClick={() => {
            onWidth(defaultWidth);
          }}
        />
      )}
    </aside>
  );
}
