/** Milliseconds between two tellings of progress. */
const pace = 50;

/** Tells progress, but no more often than anybody can see. */
export function paced<Progress>(tell: (progress: Progress) => void): (progress: Progress) => void {
  let told = 0;
  return (progress) => {
    const now = performance.now();
    if (now - told < pace) return;
    told = now;
    tell(progress);
  };
}
