/** Cuts text that comes bit by bit into lines, and numbers them from 1. */
export interface LineCutter {
  push: (text: string) => void;
  end: () => void;
}

/**
 * @param most code units of the longest line; of a longer one nothing is kept, and it is told with `null`
 * @param line told of every line, without its end
 */
export function lineCutter(most: number, line: (text: string | null, number: number) => void): LineCutter {
  let rest = '';
  let number = 0;
  let tooLong = false;
  const give = (text: string): void => {
    number++;
    const bare = number === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
    line(tooLong || bare.length > most ? null : bare, number);
    tooLong = false;
  };
  return {
    push: (text) => {
      let start = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        const whole = rest + text.slice(start, end);
        rest = '';
        give(whole.endsWith('\r') ? whole.slice(0, -1) : whole);
        start = end + 1;
      }
      rest += text.slice(start);
      if (rest.length > most) {
        tooLong = true;
        rest = '';
      }
    },
    end: () => {
      if (rest !== '' || tooLong) give(rest);
      rest = '';
    },
  };
}
