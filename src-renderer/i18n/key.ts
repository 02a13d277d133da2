/**
 * Names a translation key that is translated elsewhere: the name of a command, the label of a step. The check of the
 * translations finds keys by this name and by `t`.
 */
export function key<K extends string>(name: K): K {
  return name;
}
