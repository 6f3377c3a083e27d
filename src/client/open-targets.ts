/** Opens what is folded around the place that the address points to, and everything before printing. */
export function openTargets(): void {
  const open = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let folded = target?.closest('details'); folded; folded = folded.parentElement?.closest('details')) {
      folded.open = true;
    }
    if (location.hash !== '') target?.scrollIntoView();
  };
  open();
  addEventListener('hashchange', open);
  addEventListener('beforeprint', () => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
}
