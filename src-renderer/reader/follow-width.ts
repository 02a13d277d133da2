/** Tells the width of an element's content in CSS pixels, at once and whenever it changes. Gives the function that ends it. */
export function followWidth(element: HTMLElement, resized: (width: number) => void): () => void {
  const observer = new ResizeObserver(() => {
    resized(element.clientWidth);
  });
  observer.observe(element);
  resized(element.clientWidth);
  return () => {
    observer.disconnect();
  };
}
