import { UPGRADE } from '../../views/texts.ts';
import { button } from './element.ts';

/** How many follow with each press of the button. */
const MORE = 100;

/**
 * Puts the first items into a list, and gives the button that adds more of them; null where all have room. A page of
 * thousands helps nobody.
 */
export function inPortions<Item>(
  items: readonly Item[],
  atOnce: number,
  list: HTMLElement,
  draw: (item: Item, index: number) => HTMLElement,
): HTMLButtonElement | null {
  const drawn = (from: number, to: number) =>
    items.slice(from, to).map((item, index) => draw(item, from + index));
  list.append(...drawn(0, atOnce));
  const next = (from: number): HTMLButtonElement | null => {
    const rest = items.length - from;
    if (rest <= 0) return null;
    return button(UPGRADE.answer.more(Math.min(MORE, rest), rest), (own) => {
      const added = drawn(from, from + MORE);
      list.append(...added);
      const again = next(from + MORE);
      if (again === null) own.remove();
      else own.replaceWith(again);
      added[0]?.setAttribute('tabindex', '-1');
      added[0]?.focus();
    });
  };
  return next(atOnce);
}
