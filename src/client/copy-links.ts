/** Makes the "#" of an entry copy its address, besides going there. */
export function copyLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.anchor') : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    void navigator.clipboard?.writeText(link.href).then(
      () => sayCopied(link),
      () => undefined,
    );
  });
}

/** The word stands in the page, so that it has no text of its own here. */
function sayCopied(link: HTMLAnchorElement): void {
  link.dataset['copied'] = 'true';
  setTimeout(() => {
    delete link.dataset['copied'];
  }, 1500);
}
