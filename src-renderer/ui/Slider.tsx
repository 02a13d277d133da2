import { Label, Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components';
import styles from './Slider.module.css';

/** A number to try: `onChange` on the way, `onChoose` where it is let go. */
export function Slider({
  label,
  value,
  least,
  most,
  step,
  shown,
  onChange,
  onChoose,
}: {
  label: string;
  value: number;
  least: number;
  most: number;
  step: number;
  /** The value in words. */
  shown: string;
  onChange: (value: number) => void;
  onChoose: (value: number) => void;
}) {
  return (
    <AriaSlider<number>
      className={styles.slider ?? ''}
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      onChange={onChange}
      onChangeEnd={onChoose}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <span className={styles.output} aria-hidden>
        {shown}
      </span>
      <SliderTrack className={styles.track ?? ''}>
        <SliderThumb className={styles.thumb ?? ''} />
      </SliderTrack>
    </AriaSlider>
  );
}
