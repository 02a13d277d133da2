/** Small letters; where `I` and `ı` are a pair, so they are here. */
export function lowerCase(text: string, dotlessI: boolean): string {
  return (dotlessI ? text.replaceAll('İ', 'i').replaceAll('I', 'ı') : text).toLowerCase();
}
