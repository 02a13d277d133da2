import { chooseLanguage, type Language } from '#main/host/language.ts';

const texts: Record<Language, { title: string; what: string; how: string }> = {
  kk: {
    title: 'Egiz: бұл мекенжай толық емес',
    what: 'Бұл браузер Egiz кітапханасын ашуға рұқсат алмаған.',
    how: 'Egiz іске қосылған терминалда жазылған мекенжайды соңына дейін көшіріп, осында ашыңыз. Оның соңында «?token=» деген жазу және Egiz іске қосылған сайын өзгеретін код тұрады.',
  },
  en: {
    title: 'Egiz: this address is not complete',
    what: 'This browser has not been let into the Egiz library.',
    how: 'Open the address printed in the terminal where Egiz was started, to its very end. It ends with “?token=” and a code that is new each time Egiz starts.',
  },
  ru: {
    title: 'Egiz: адрес неполный',
    what: 'Этот браузер ещё не допущен к библиотеке Egiz.',
    how: 'Откройте адрес, напечатанный в терминале, где запущен Egiz, целиком. Он заканчивается на «?token=» и код, новый при каждом запуске.',
  },
};

/**
 * The page for a browser that comes without its token: says what to do, in the first language that the browser asks for
 * and Egiz speaks. No script, no form, nothing from the request but the choice of the language.
 */
export function doorPage(accepted: readonly string[], nonce: string): string {
  const language = chooseLanguage(accepted);
  const { title, what, how } = texts[language];
  return page(language, title, nonce, `<main><h1>${title}</h1><p>${what}</p><p>${how}</p></main>`);
}

/**
 * A page that goes on to `/` by itself. It stands in for a redirect when another site led here: a browser sends a strict
 * cookie only with what our own page asks for.
 */
export function passagePage(nonce: string): string {
  return page('en', 'Egiz', nonce, '', '<meta http-equiv="refresh" content="0;url=/">');
}

function page(language: Language, title: string, nonce: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${head}<title>${title}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 400 17px/1.6 serif;
  background: light-dark(#fbfaf7, #17181a); color: light-dark(#22211e, #e6e3dc) }
main { max-width: 34rem; padding: 2rem }
h1 { font-size: 1.3rem; color: light-dark(#0b6b62, #5cc4b6) }
</style>
</head>
<body>${body}</body>
</html>
`;
}
