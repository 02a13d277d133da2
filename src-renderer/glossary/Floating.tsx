import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Box } from '#renderer/annotations/placement.ts';
import { useFloating } from '#renderer/annotations/use-floating.ts';
import { classes } from '#renderer/ui/classes.ts';
import styles from './Floating.module.css';
import { useFocusBack } from './use-focus-back.ts';

const tabStops = 'button:not(:disabled), input:not(:disabled), textarea, select, a[href], [tabindex="0"]';

/**
 * A card that floats near a word without taking the text's place: the text can be read and scrolled beside it. It takes the
 * focus, keeps Tab inside, closes with Esc and gives the focus back without moving the page.
 */
export function Floating({
  label,
  anchor,
  anchorKey,
  closesOutside,
  sheet = false,
  onClose,
  className,
  children,
}: {
  /** Its name for a screen reader. */
  label: string;
  /** The box to stay near, in CSS pixels of the window. */
  anchor: () => Box | null;
  /** What it is anchored to: another is placed afresh. */
  anchorKey: unknown;
  /** A press outside of it closes it. Not where something is being written. */
  closesOutside: boolean;
  /** On a narrow screen it is a sheet at the foot. */
  sheet?: boolean;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}) {
  const ref = useFloating<HTMLDivElement>(anchor, 'below', anchorKey);
  useFocusBack(ref);
  useEffect(() => {
    const element = ref.current;
    if (element?.contains(document.activeElement) === false) element.focus({ preventScroll: true });
  }, [ref]);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const escape = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return;
      if (!(event.target instanceof Node) || ref.current?.contains(event.target) !== true) return;
      event.preventDefault();
      event.stopPropagation();
      close.current();
    };
    // Before the tooltip of a button, which listens on the document, takes it for itself.
    window.addEventListener('keydown', escape, { capture: true });
    return () => {
      window.removeEventListener('keydown', escape, { capture: true });
    };
  }, [ref]);
  useEffect(() => {
    if (!closesOutside) return;
    const press = (event: Event): void => {
      if (!(event.target instanceof Element) || ref.current?.contains(event.target) !== false) return;
      // A menu that was opened from it lies beside it in the page.
      if (event.target.closest('[role=menu], [data-underlay], [data-testid=underlay]') !== null) return;
      close.current();
    };
    document.addEventListener('pointerdown', press, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', press, { capture: true });
    };
  }, [closesOutside, ref]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Tab') keepInside(event);
  };
  return createPortal(
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes it from anywhere inside.
    <div
      ref={ref}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={classes(styles.floating, className, sheet && styles.sheet)}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>,
    document.body,
  );
}

function keepInside(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(tabStops)].filter(
    (stop) => stop.tabIndex >= 0 && stop.checkVisibility(),
  );
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const atEdge = document.activeElement === edge || document.activeElement === event.currentTarget;
  if (!atEdge || (document.activeElement === event.currentTarget && !event.shiftKey)) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
