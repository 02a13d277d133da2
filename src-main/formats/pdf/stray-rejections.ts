/** How many files are open that a rejection may come from. */
let open = 0;

/** pdf.js's own errors derive from a class of its own, which it does not hand out. */
const own =
  /^(?:ParserEOF|XRefEntry|XRefParse|MissingData|Format|InvalidPDF|Abort|UnknownError|ResponseException|JpegError|Jpx|Jbig2|Cipher)/u;

/**
 * Keeps what pdf.js rejects without anybody waiting from ending the program, until what is returned is called: it reads ahead in the
 * first page while a file is opened, and says what is wrong there a second time when it is asked for the page. All other rejections
 * end the program as ever.
 */
export function holdStrayRejections(): () => void {
  open += 1;
  if (open === 1) process.on('unhandledRejection', ended);
  return () => {
    // They come in a later turn.
    setTimeout(() => {
      open -= 1;
      if (open === 0) process.off('unhandledRejection', ended);
    }, 50).unref();
  };
}

function ended(reason: unknown): void {
  const name = reason instanceof Error ? reason.name : '';
  if (!own.test(name)) throw reason;
}
