/** What the tests use of interscript, which has no types of its own. */
declare module 'interscript' {
  const interscript: {
    load_map: (map: string) => Promise<void>;
    transliterate: (map: string, text: string) => string;
  };
  export default interscript;
}
